package nl.klantstem.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the effective configuration, a line per setting with where its value comes from, secrets masked. */
@Command(name = "config", description = "Print the effective configuration and where each value comes from.")
final class ConfigCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        options.configuration().lines().forEach(out::println);
        return 0;
    }
}

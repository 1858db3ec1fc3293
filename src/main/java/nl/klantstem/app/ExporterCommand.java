package nl.klantstem.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.expose.Exporter;
import nl.klantstem.expose.ExporterSettings;
import nl.klantstem.expose.HttpSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the exporter against a cluster until it is told to stop. */
@Command(
        name = "exporter",
        description = "Serve the insights of a Kafka cluster as a live page, JSON and Prometheus metrics.")
final class ExporterCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String OFF = "off";

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--prefix", paramLabel = "PREFIX", description = "What every topic name begins with.")
    private @Nullable String prefix;

    @Option(names = "--catalogue", paramLabel = "FILE", description = "The catalogue that the pipeline counts by.")
    private @Nullable Path catalogue;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "The address to listen on. Default: 127.0.0.1.")
    private @Nullable String bind;

    @Option(names = "--port", paramLabel = "PORT", description = "Its port; 0 takes a free one. Default: 9464.")
    private @Nullable Integer port;

    @Option(
            names = "--max-age",
            paramLabel = "DURATION",
            defaultValue = "PT10M",
            description = "How far behind the clock a figure may be and still be shown, or 'off'. Default: PT10M.")
    private String maxAge = "PT10M";

    @Option(
            names = "--programme",
            paramLabel = "NAME",
            defaultValue = "TRANSACTIONAL",
            description = "Whose NPS: TRANSACTIONAL or RELATIONAL. Run one exporter for each; they are never pooled.")
    private Programme programme = Programme.TRANSACTIONAL;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "A further name that requests may call this machine by. May be repeated.")
    private Set<String> hosts = new HashSet<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var configuration = options.configuration();
        var settings = settings(configuration);
        var stopped = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        // The hook must not return before the exporter is closed: the JVM halts right after its hooks.
        var hook = new Thread(() -> stop(stopped, ended), "stop");
        try (var exporter = Exporter.start(settings, catalogue(configuration))) {
            Runtime.getRuntime().addShutdownHook(hook);
            say("exporter runs: page " + exporter.uri() + ", metrics "
                    + exporter.uri().resolve("metrics") + ", topics " + settings.prefix() + "* on "
                    + settings.connection().get("bootstrap.servers"));
            watch(exporter, stopped);
            say("stopping");
        } finally {
            ended.countDown();
        }
        say("stopped");
        return 0;
    }

    private ExporterSettings settings(Configuration configuration) {
        if (!programme.feedsNps()) {
            throw new UserMistake("--programme " + programme + " has no NPS: choose TRANSACTIONAL or RELATIONAL");
        }
        return new ExporterSettings(
                configuration.connection(),
                prefix == null ? configuration.topics().prefix() : prefix,
                new HttpSettings(
                        "klantstem exporter",
                        bind == null ? configuration.exporterHost() : bind,
                        port == null ? configuration.exporterPort() : port,
                        hosts),
                age(maxAge),
                programme,
                ExporterSettings.DEFAULT_JOURNEY_CAP,
                ExporterSettings.DEFAULT_DRIVER_CAP);
    }

    private Catalogue catalogue(Configuration configuration) {
        return catalogue == null ? configuration.catalogue() : CatalogueFile.load(catalogue);
    }

    static @Nullable Duration age(String text) {
        if (text.equalsIgnoreCase(OFF)) {
            return null;
        }
        var mistake = new UserMistake("--max-age '" + text + "' is not a duration such as PT10M, or 'off'");
        try {
            var age = Duration.parse(text);
            if (age.isNegative() || age.isZero()) {
                throw mistake;
            }
            return age;
        } catch (DateTimeParseException e) {
            mistake.initCause(e);
            throw mistake;
        }
    }

    /** Says once when all insights are read, and fails when the exporter stops by itself. */
    private void watch(Exporter exporter, CountDownLatch stopped) throws InterruptedException {
        boolean ready = false;
        while (!stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            var failure = exporter.failure();
            if (failure.isPresent()) {
                throw new IllegalStateException(failure.get());
            }
            if (!ready && exporter.notReady().isEmpty()) {
                ready = true;
                say("ready: all insights are read");
            }
        }
    }

    private static void stop(CountDownLatch stopped, CountDownLatch ended) {
        stopped.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}

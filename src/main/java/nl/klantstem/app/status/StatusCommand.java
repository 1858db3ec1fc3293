package nl.klantstem.app.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import nl.klantstem.app.ConfigurationOptions;
import nl.klantstem.topic.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how the pipeline of a cluster fares and what to do, and ends with 0 OK, 3 DEGRADED or 4 DOWN. */
@Command(
        name = "status",
        description = {
            "Say how the pipeline fares: a verdict, its cause, and what to type next.",
            "",
            "Ends with 0 when all is well (OK), 3 when something is wrong and results still come or may come again"
                    + " (DEGRADED), 4 when none come (DOWN); 1 and 2 mean that the command itself failed. It changes"
                    + " nothing, joins no group, and answers within seconds: what it could not read in time it says."
        })
public final class StatusCommand implements Callable<Integer> {

    /** What --json prints. */
    record Status(Verdict verdict, List<Finding> findings, Observed seen) {}

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(names = "--json", description = "One JSON object: verdict, findings, and all that was seen.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        var seen = new ClusterLook(options.configuration(), Instant.now()).look();
        var findings = Judgement.of(seen);
        var verdict = findings.get(0).verdict();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.MAPPER.writeValueAsString(new Status(verdict, findings, seen)));
        } else {
            StatusPage.lines(seen, findings).forEach(out::println);
        }
        out.flush();
        return verdict.exitCode();
    }
}

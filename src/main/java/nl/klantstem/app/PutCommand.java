package nl.klantstem.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.in.ReferenceFact;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.TopicPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a file of reference data into its topic: all of it or nothing, and only what differs from what is there. */
@Command(
        name = "put",
        description = {
            "Put measures or plans from a file into a cluster's topic.",
            "",
            "The file is checked as a whole first, and nothing is sent when any line is wrong. Then it is compared with what"
                    + " the topic says now, and only what is new or has changed is sent: a second run sends nothing."
        })
final class PutCommand {

    @Spec
    private CommandSpec spec;

    @Command(name = "measures", description = "What was done to make things better, and when; one per measureId.")
    int measures(@Mixin ConfigurationOptions options, @Mixin PutOptions put) throws InterruptedException {
        return put(Topic.MEASURES, options, put);
    }

    @Command(name = "plan", description = "Forecast and capacity by hour; one per audience and hour.")
    int plan(@Mixin ConfigurationOptions options, @Mixin PutOptions put) throws InterruptedException {
        return put(Topic.PLAN, options, put);
    }

    private int put(Topic topic, ConfigurationOptions options, PutOptions put) throws InterruptedException {
        var file = PutFile.read(topic, put.file, put.mapping == null ? null : MappingFile.load(put.mapping));
        var configuration = options.configuration();
        var name = configuration.topics().name(topic);
        refuseUnfitTopics(configuration);
        try (var log = new ReferenceLog(configuration.connection(), topic, name)) {
            var now = log.read();
            var difference = PutDifference.between(now, file.facts(), put.replace);
            file.notices().forEach(this::print);
            difference.lines(name).forEach(this::print);
            if (difference.isEmpty()) {
                print("nothing to send");
            } else if (put.dryRun) {
                print("nothing is sent: --dry-run");
            } else {
                print("sent " + log.send(changes(difference, file.facts())) + " records to " + name);
            }
        }
        return 0;
    }

    private static List<ReferenceLog.Change> changes(PutDifference difference, Map<String, ReferenceFact> facts) {
        var changes = new ArrayList<ReferenceLog.Change>();
        difference.sent().forEach(key -> changes.add(new ReferenceLog.Change(key, facts.get(key))));
        difference.removed().forEach(key -> changes.add(new ReferenceLog.Change(key, null)));
        return changes;
    }

    private static void refuseUnfitTopics(Configuration configuration) {
        var plan = new TopicPlan(configuration.wantedTopics(TopicPlan.Mode.LIVE));
        try (var admin = KafkaConnection.admin(configuration.connection())) {
            var obstacles = plan.obstacles(admin);
            if (!obstacles.isEmpty()) {
                throw new UserMistake(String.join(System.lineSeparator(), obstacles));
            }
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }

    /** The file and what to do with it. */
    static final class PutOptions {

        @Parameters(
                paramLabel = "FILE",
                description = "JSON lines or one JSON array in our own form, plain or gzip; or, with --mapping, CSV or"
                        + " JSON lines in any form.")
        private Path file = Path.of("");

        @Option(
                names = "--mapping",
                paramLabel = "M.yaml",
                description = "How foreign CSV or JSON lines become our records.")
        private @Nullable Path mapping;

        @Option(
                names = "--replace",
                description = "Take back what the topic says and the file does not. Without it that stays.")
        private boolean replace;

        @Option(names = "--dry-run", description = "Show what would be sent, and send nothing.")
        private boolean dryRun;
    }
}

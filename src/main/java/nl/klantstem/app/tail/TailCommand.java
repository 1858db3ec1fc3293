package nl.klantstem.app.tail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.klantstem.app.ConfigurationOptions;
import nl.klantstem.app.DidYouMean;
import nl.klantstem.app.Stop;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what an insight topic says now, a line per record, and with --follow what comes. */
@Command(
        name = "tail",
        description = {
            "Show what an insight topic says, a line per record, the newest last.",
            "",
            "Of a compacted topic the last record of each key, of another one every record; then, with --follow, what"
                    + " comes until Ctrl-C. Only committed records are read, in no consumer group."
        })
public final class TailCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Parameters(
            paramLabel = "TOPIC",
            description = "journey-nps, contact-drivers, nps-alerts, ...: see docs/subscribe.md.")
    private String name = "";

    @Option(
            names = "--scope",
            paramLabel = "LABEL=VALUE",
            description = "Only records with this label in their scope, or in a field of that name. May be repeated.")
    private Map<String, String> scope = new LinkedHashMap<>();

    @Option(
            names = "--exact",
            description = "Only records whose scope has no other dimension than those, beside programme and audience.")
    private boolean exact;

    @Option(names = "--final", description = "Leave out what is provisional.")
    private boolean finals;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Only records from a time on (2026-11-27T09:00:00+01:00), or from so long ago on (PT2H).")
    private @Nullable String since;

    @Option(
            names = {"-n", "--newest"},
            paramLabel = "N",
            description = "Of what is there now at most the N newest. All without it.")
    private int newest = Integer.MAX_VALUE;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what comes, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "JSON lines, each with key, timestamp and value.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (newest < 0) {
            throw new UserMistake("-n " + newest + ": give how many records to show, 0 or more");
        }
        var configuration = options.configuration();
        Topic topic = topic(configuration.topics());
        TopicForm.of(topic).refuseUnknown(scope);
        var wanted = new Wanted(scope, exact, finals, since == null ? null : Wanted.since(since, Instant.now()));
        PrintWriter out = spec.commandLine().getOut();
        try (var stop = new Stop();
                var tail = TopicTail.open(
                        configuration.connection(), configuration.topics(), topic, wanted, screen(topic, out))) {
            tail.present(newest);
            if (follow) {
                // Whoever reads our lines may go first: 'tail ... | head'.
                tail.follow(() -> stop.asked() || out.checkError());
            }
        }
        out.flush();
        return 0;
    }

    private Topic topic(Topics topics) {
        List<Topic> published =
                Arrays.stream(Topic.values()).filter(Topic::isPublished).toList();
        for (Topic topic : published) {
            if (name.equals(topic.shortName()) || name.equals(topics.name(topic))) {
                return topic;
            }
        }
        for (Topic topic : Topic.values()) {
            if (name.equals(topic.shortName()) || name.equals(topics.name(topic))) {
                throw new UserMistake("'" + name + "' is no insight topic: it is read by the pipeline, and"
                        + (topic.isReference() ? " written with 'klantstem put'" : " may hold what customers wrote")
                        + "; see docs/subscribe.md for those to read");
            }
        }
        throw new UserMistake("unknown topic '" + name + "'"
                + DidYouMean.hint(name, published.stream().map(Topic::shortName).toList()));
    }

    private TopicTail.Screen screen(Topic topic, PrintWriter out) {
        return (record, key, value) -> out.println(
                json
                        ? machine(record, key, value)
                        : Line.of(topic, Instant.ofEpochMilli(record.timestamp()), key, value));
    }

    private static String machine(ConsumerRecord<byte[], byte[]> record, JsonNode key, @Nullable JsonNode value) {
        return Json.MAPPER
                .createObjectNode()
                .<ObjectNode>set("key", key)
                .put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString())
                .set("value", value)
                .toString();
    }
}

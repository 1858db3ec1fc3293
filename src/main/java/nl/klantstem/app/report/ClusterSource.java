package nl.klantstem.app.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.app.TopicAccess;
import nl.klantstem.replay.Collector;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.common.errors.AuthorizationException;

/** The topics of a cluster, read as any subscriber reads them. */
public record ClusterSource(Map<String, Object> connection, Topics topics) implements Source {

    private static final Duration READ_TO_END = Duration.ofMinutes(10);
    private static final int TIMEOUT_MS = 15_000;

    @Override
    public void read(List<Topic> wanted, Reader reader) throws InterruptedException {
        TopicAccess.refuseWhatIsMissing(connection, topics, wanted);
        var settings = new TreeMap<>(connection);
        settings.put("allow.auto.create.topics", "false");
        settings.putIfAbsent("default.api.timeout.ms", TIMEOUT_MS);
        Collector.Sink sink = (topic, record) -> reader.take(
                topic,
                record.key() == null ? "{}" : new String(record.key(), StandardCharsets.UTF_8),
                record.value() == null ? new byte[0] : record.value());
        try (var collector = Collector.start(settings, topics, wanted, List.of(sink))) {
            collector.finish(READ_TO_END);
        } catch (IllegalStateException | AuthorizationException e) {
            throw TopicAccess.explained(e);
        }
    }

    @Override
    public String name() {
        return "the topics " + topics.prefix() + "* on " + connection.get("bootstrap.servers");
    }
}

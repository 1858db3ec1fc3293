package nl.klantstem.app.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import nl.klantstem.app.KafkaConnection;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.replay.Collector;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The topics of a cluster, read as any subscriber reads them. */
record ClusterSource(Map<String, Object> connection, Topics topics) implements Source {

    private static final Duration READ_TO_END = Duration.ofMinutes(10);
    private static final int TIMEOUT_MS = 15_000;

    @Override
    public void read(List<Topic> wanted, Reader reader) throws InterruptedException {
        refuseWhatIsMissing(wanted);
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
            @Nullable AuthorizationException refused = refusal(e);
            throw refused == null
                    ? e
                    : new UserMistake(
                            "Kafka does not allow it: " + refused.getMessage()
                                    + " Grant READ on these topics and try again",
                            e);
        }
    }

    private static @Nullable AuthorizationException refusal(RuntimeException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException refused) {
                return refused;
            }
        }
        return null;
    }

    private void refuseWhatIsMissing(List<Topic> wanted) throws InterruptedException {
        Set<String> there;
        try (var admin = KafkaConnection.admin(connection)) {
            there = admin.listTopics().names().get();
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new UserMistake(
                    cause instanceof TimeoutException
                            ? "no Kafka broker answered in time: check the bootstrap servers, "
                                    + connection.get("bootstrap.servers")
                            : "Kafka refused: " + cause.getMessage(),
                    cause);
        }
        var missing = wanted.stream()
                .map(topics::name)
                .filter(name -> !there.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new UserMistake("there is no ledger here: missing topics: " + String.join(", ", missing)
                    + "; is the prefix right (--set topics.prefix=" + topics.prefix() + ")?");
        }
    }

    @Override
    public String name() {
        return "the topics " + topics.prefix() + "* on " + connection.get("bootstrap.servers");
    }
}

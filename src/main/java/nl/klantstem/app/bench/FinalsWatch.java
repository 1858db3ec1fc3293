package nl.klantstem.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Follows the progress topic: up to when all partitions have published their finals. */
final class FinalsWatch implements AutoCloseable {

    private final KafkaConsumer<byte[], byte @Nullable []> consumer;
    private final Map<Integer, Instant> finals = new HashMap<>();
    private final int partitions;

    FinalsWatch(String bootstrapServers, Topics topics, int partitions) {
        this.partitions = partitions;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "bench-watch",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var progress = consumer.partitionsFor(topics.name(Topic.INSIGHT_PROGRESS)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(progress);
        consumer.seekToBeginning(progress);
    }

    /** Looks for at most that long whether all finals up to {@code end} are out. */
    boolean reached(Instant end, Duration atMost) {
        for (ConsumerRecord<byte[], byte @Nullable []> each : consumer.poll(atMost)) {
            byte[] value = each.value();
            if (value != null) {
                InsightProgress progress = parse(value);
                if (progress.kind() == InsightProgress.Kind.FINALS) {
                    finals.put(progress.partition(), progress.asOf());
                }
            }
        }
        return finals.size() == partitions && finals.values().stream().noneMatch(asOf -> asOf.isBefore(end));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static InsightProgress parse(byte[] value) {
        try {
            return Json.MAPPER.readValue(value, InsightProgress.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a progress record cannot be read", e);
        }
    }
}

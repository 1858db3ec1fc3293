package nl.klantstem.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.in.ReferenceFact;
import nl.klantstem.ingest.ParsedReference;
import nl.klantstem.ingest.ReferenceParser;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A topic of reference data: what it says now, and what is to be said in it from now on. */
final class ReferenceLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** As the pipeline sees them: recorded time, then the place in the log. */
    private static final Comparator<ConsumerRecord<byte[], byte @Nullable []>> ORDER =
            Comparator.<ConsumerRecord<byte[], byte @Nullable []>>comparingLong(ConsumerRecord::timestamp)
                    .thenComparingInt(ConsumerRecord::partition)
                    .thenComparingLong(ConsumerRecord::offset);

    /** What a key is to say; nothing any more when there is no fact. */
    record Change(String key, @Nullable ReferenceFact fact) {}

    private final Map<String, Object> connection;
    private final Topic topic;
    private final String name;
    private final ReferenceParser parser = new ReferenceParser();
    private final KafkaConsumer<byte[], byte @Nullable []> consumer;

    /**
     * @param connection how to reach the brokers: client settings
     * @param name the topic's full name
     */
    ReferenceLog(Map<String, Object> connection, Topic topic, String name) {
        this.connection = connection;
        this.topic = topic;
        this.name = name;
        var settings = new HashMap<>(connection);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("max.poll.records", "20000");
        settings.put("enable.metrics.push", "false");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What each key says now; what the pipeline refuses says nothing. */
    SortedMap<String, ReferenceFact> read() {
        var facts = new TreeMap<String, ReferenceFact>();
        records().stream().sorted(ORDER).forEach(record -> {
            ParsedReference parsed = parser.parse(topic, record.key(), record.value());
            if (parsed instanceof ParsedReference.Accepted accepted) {
                facts.put(accepted.fact().key(), accepted.fact());
            } else if (parsed instanceof ParsedReference.Removed removed) {
                facts.remove(removed.key());
            }
        });
        return facts;
    }

    private List<ConsumerRecord<byte[], byte @Nullable []>> records() {
        List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        var records = new ArrayList<ConsumerRecord<byte[], byte @Nullable []>>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            if (System.nanoTime() > deadline) {
                throw new UserMistake(name + " was not read to its end within " + PATIENCE.toSeconds()
                        + " s: a transaction is open, or the brokers are too slow");
            }
            for (ConsumerRecord<byte[], byte @Nullable []> record : consumer.poll(POLL)) {
                if (record.headers().lastHeader(Topics.TICK_HEADER) == null) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    /** Sends changes and waits until all have arrived; returns how many. */
    int send(List<Change> changes) throws InterruptedException {
        var settings = new HashMap<>(connection);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("enable.metrics.push", "false");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sending = new ArrayList<Future<?>>();
            for (Change change : changes) {
                byte @Nullable [] value = change.fact() == null ? null : Json.bytes(change.fact());
                byte[] key = change.key().getBytes(StandardCharsets.UTF_8);
                sending.add(producer.send(new ProducerRecord<>(name, key, value)));
            }
            for (Future<?> one : sending) {
                one.get();
            }
            return sending.size();
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new UserMistake(
                    "not all was sent to " + name + ": " + cause.getMessage()
                            + "; mend that and run it again: what has arrived is not sent twice",
                    cause);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}

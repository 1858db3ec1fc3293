package nl.klantstem.app.tail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import nl.klantstem.app.TopicAccess;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a topic as any subscriber does: committed records only, in no group; first what is there, then what comes. */
final class TopicTail implements AutoCloseable {

    /** Takes a record that is wanted; the value is null when its key was deleted. */
    interface Screen {
        void show(ConsumerRecord<byte[], byte[]> record, JsonNode key, @Nullable JsonNode value);
    }

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TIMEOUT_MS = 15_000;

    private final Topic topic;
    private final Wanted wanted;
    private final Screen screen;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private TopicTail(Topic topic, Wanted wanted, Screen screen, KafkaConsumer<byte[], byte[]> consumer) {
        this.topic = topic;
        this.wanted = wanted;
        this.screen = screen;
        this.consumer = consumer;
    }

    /** Throws UserMistake when no broker answers, or the topic is not there. */
    static TopicTail open(Map<String, Object> connection, Topics topics, Topic topic, Wanted wanted, Screen screen)
            throws InterruptedException {
        TopicAccess.refuseWhatIsMissing(connection, topics, List.of(topic));
        var settings = new TreeMap<>(connection);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("enable.metrics.push", "false");
        settings.putIfAbsent("default.api.timeout.ms", TIMEOUT_MS);
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.assign(consumer.partitionsFor(topics.name(topic)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
        } catch (AuthorizationException e) {
            consumer.close();
            throw TopicAccess.explained(e);
        }
        return new TopicTail(topic, wanted, screen, consumer);
    }

    /** Shows what the topic says now, the newest last. */
    void present(int newest) {
        var present = new Present(topic.isCompacted(), newest);
        try {
            seek();
            var ends = consumer.endOffsets(consumer.assignment());
            long deadline = System.nanoTime() + Duration.ofMillis(TIMEOUT_MS).toNanos();
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                var records = consumer.poll(POLL);
                records.forEach(record -> keep(present, record));
                if (!records.isEmpty()) {
                    deadline = System.nanoTime() + Duration.ofMillis(TIMEOUT_MS).toNanos();
                } else if (System.nanoTime() - deadline > 0) {
                    throw new UserMistake("the brokers give no more records: look at their log and try again");
                }
            }
        } catch (TimeoutException e) {
            throw new UserMistake("the brokers do not answer: " + e.getMessage(), e);
        } catch (AuthorizationException e) {
            throw TopicAccess.explained(e);
        }
        present.newest().forEach(this::show);
    }

    /** Shows what comes, until told to stop. */
    void follow(BooleanSupplier stopped) {
        while (!stopped.getAsBoolean()) {
            for (var record : consumer.poll(POLL)) {
                if (isWanted(record)) {
                    show(record);
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** With a time to begin at, the first record of each partition that is not older; else its beginning. */
    private void seek() {
        consumer.seekToBeginning(consumer.assignment());
        @Nullable Instant since = wanted.since();
        if (since == null) {
            return;
        }
        var times = new HashMap<TopicPartition, Long>();
        consumer.assignment().forEach(partition -> times.put(partition, since.toEpochMilli()));
        for (Map.Entry<TopicPartition, @Nullable OffsetAndTimestamp> found :
                consumer.offsetsForTimes(times).entrySet()) {
            @Nullable OffsetAndTimestamp first = found.getValue();
            if (first == null) {
                consumer.seekToEnd(List.of(found.getKey()));
            } else {
                consumer.seek(found.getKey(), first.offset());
            }
        }
    }

    private void keep(Present present, ConsumerRecord<byte[], byte[]> record) {
        boolean there = record.value() != null && isWanted(record);
        if (there) {
            present.put(record);
        } else if (record.key() != null) {
            present.remove(record.key());
        }
    }

    private boolean isWanted(ConsumerRecord<byte[], byte[]> record) {
        return wanted.shows(Instant.ofEpochMilli(record.timestamp()), json(record.key()), value(record));
    }

    private void show(ConsumerRecord<byte[], byte[]> record) {
        screen.show(record, json(record.key()), value(record));
    }

    private @Nullable JsonNode value(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? null : json(record.value());
    }

    private JsonNode json(byte @Nullable [] bytes) {
        try {
            return bytes == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UserMistake(
                    topic.shortName() + " holds a record that is no JSON: another program writes to it", e);
        }
    }
}

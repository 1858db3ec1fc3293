package nl.klantstem.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** How far the pipeline is, as it publishes it: up to when finals are out, and what became of the input. */
public final class ProgressWatch implements AutoCloseable {

    /** Instead of a partition: the one that watches. */
    private static final int ALERTS = -1;

    private record Input(String stream, int partition) {}

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Integer, Instant> finals = new HashMap<>();
    private final Map<Integer, Long> overtaken = new HashMap<>();
    private final Map<Input, Records> inputs = new HashMap<>();
    private int partitions = Integer.MAX_VALUE;
    private @Nullable Instant alerts;

    /**
     * @param connection how to reach the brokers: client settings
     */
    public ProgressWatch(Map<String, Object> connection, Topics topics) {
        consumer = new KafkaConsumer<>(
                Readers.settings(connection), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        String topic = topics.name(Topic.INSIGHT_PROGRESS);
        List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Takes in what was published since; whether there was anything. */
    public boolean poll(Duration wait) {
        boolean any = false;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
            if (record.value() != null) {
                take(read(record.value()));
                any = true;
            }
        }
        return any;
    }

    /** The recorded time up to which the finals of all partitions, and all alerts, are out; empty until all were heard from. */
    public Optional<Instant> finals() {
        @Nullable Instant watched = alerts;
        return finals.size() < partitions || watched == null
                ? Optional.empty()
                : Stream.concat(finals.values().stream(), Stream.of(watched)).min(Instant::compareTo);
    }

    /** What became of the records of each stream, by its short name. */
    public SortedMap<String, Records> inputs() {
        SortedMap<String, Records> sums = new TreeMap<>();
        inputs.forEach((input, records) -> sums.merge(input.stream(), records, ProgressWatch::plus));
        return sums;
    }

    /** Deltas that came behind the watermark: 0, or finals may not be what they should. */
    public long overtaken() {
        return overtaken.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void take(InsightProgress progress) {
        switch (progress.kind()) {
            case FINALS -> {
                partitions = progress.partitions();
                finals.put(progress.partition(), progress.asOf());
                overtaken.put(progress.partition(), progress.overtaken() == null ? 0 : progress.overtaken());
            }
            case ALERTS -> {
                alerts = progress.asOf();
                overtaken.put(ALERTS, progress.overtaken() == null ? 0 : progress.overtaken());
            }
            case INPUT -> {
                @Nullable String stream = progress.stream();
                @Nullable Records records = progress.records();
                if (stream != null && records != null) {
                    inputs.put(new Input(stream, progress.partition()), records);
                }
            }
        }
    }

    private static InsightProgress read(byte[] value) {
        try {
            return Json.MAPPER.readValue(value, InsightProgress.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a progress record is not what the contract says", e);
        }
    }

    private static Records plus(Records a, Records b) {
        SortedMap<String, Long> rejected = new TreeMap<>(a.rejected());
        b.rejected().forEach((reason, n) -> rejected.merge(reason, n, Long::sum));
        return new Records(
                a.read() + b.read(),
                a.accepted() + b.accepted(),
                a.duplicates() + b.duplicates(),
                a.conflicts() + b.conflicts(),
                a.test() + b.test(),
                a.late() + b.late(),
                a.rekeyed() + b.rekeyed(),
                a.orphaned() + b.orphaned(),
                a.ignored() + b.ignored(),
                rejected);
    }
}

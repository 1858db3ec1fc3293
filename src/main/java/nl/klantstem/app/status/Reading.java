package nl.klantstem.app.status;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.klantstem.contract.out.DeadLetter;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.InsightProgress.Kind;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the ends of published topics: progress comes several times a second, and a day of it is not compacted yet. */
final class Reading implements AutoCloseable {

    static final Duration LETTERS_OF = Duration.ofHours(1);

    /** Dead letters of the last hour by stream and reason. */
    record Letters(SortedMap<String, SortedMap<String, Long>> byStream, boolean whole) {}

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PART = Duration.ofSeconds(5);
    private static final Duration TO_SEE_IT_MOVE = Duration.ofMillis(2_500);
    private static final long FIRST_LOOK = 5_000;
    private static final int LOOK_FURTHER = 10;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Topics topics;
    private final long deadline;

    Reading(Map<String, Object> connection, Topics topics, long deadline) {
        var settings = new TreeMap<>(connection);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("enable.metrics.push", "false");
        settings.put("max.poll.records", 10_000);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.topics = topics;
        this.deadline = deadline;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    /** The last record of each key, looked for further and further back; and whether finals come out while we look. */
    Observed.ProgressSeen progress(int partitions, Instant at) {
        List<TopicPartition> all = assign(Topic.INSIGHT_PROGRESS);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        Map<ProgressKey, InsightProgress> last = new HashMap<>();
        long until = until();
        Map<TopicPartition, Long> upTo = ends;
        boolean whole = false;
        for (long back = FIRST_LOOK; !whole && System.nanoTime() - until < 0; back *= LOOK_FURTHER) {
            Map<TopicPartition, Long> from = new HashMap<>();
            long step = back;
            ends.forEach(
                    (partition, end) -> from.put(partition, Math.max(begins.getOrDefault(partition, 0L), end - step)));
            Map<ProgressKey, InsightProgress> found = new HashMap<>();
            boolean through = read(from, upTo, until, record -> take(record, found));
            found.forEach(last::putIfAbsent);
            whole = through && (last.keySet().containsAll(expected(partitions)) || from.equals(begins));
            upTo = from;
        }
        return new Observed.ProgressSeen(List.copyOf(last.values()), moves(ends, last, at), whole);
    }

    /** Reads on for a moment, when results are late, to see whether they come. */
    private @Nullable Boolean moves(
            Map<TopicPartition, Long> from, Map<ProgressKey, InsightProgress> last, Instant at) {
        var before = finals(last);
        if (before.isEmpty() || before.values().stream().noneMatch(asOf -> asOf.isBefore(at.minus(Judgement.LATE)))) {
            return null;
        }
        from.forEach(consumer::seek);
        long until = System.nanoTime() + TO_SEE_IT_MOVE.toNanos();
        while (System.nanoTime() - until < 0) {
            consumer.poll(POLL).forEach(record -> take(record, last));
        }
        return !before.equals(finals(last));
    }

    private static Map<ProgressKey, Instant> finals(Map<ProgressKey, InsightProgress> last) {
        return last.entrySet().stream()
                .filter(each -> each.getKey().kind() == Kind.FINALS)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().asOf()));
    }

    private Set<ProgressKey> expected(int partitions) {
        var keys = new HashSet<ProgressKey>();
        for (int partition = 0; partition < partitions; partition++) {
            keys.add(new ProgressKey(Kind.FINALS, null, partition));
            for (Topic topic : topics.sources()) {
                keys.add(new ProgressKey(Kind.INPUT, topic.shortName(), partition));
            }
        }
        return keys;
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Map<ProgressKey, InsightProgress> into) {
        var key = parsed(record.key(), ProgressKey.class, record);
        if (record.value() == null) {
            into.remove(key);
        } else {
            into.put(key, parsed(record.value(), InsightProgress.class, record));
        }
    }

    Letters deadLetters(Instant at) {
        List<TopicPartition> all = assign(Topic.DEAD_LETTERS);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        Map<TopicPartition, Long> times = new HashMap<>();
        all.forEach(partition -> times.put(partition, at.minus(LETTERS_OF).toEpochMilli()));
        Map<TopicPartition, Long> from = new HashMap<>(ends);
        for (Map.Entry<TopicPartition, @Nullable OffsetAndTimestamp> first :
                consumer.offsetsForTimes(times).entrySet()) {
            if (first.getValue() != null) {
                from.put(first.getKey(), first.getValue().offset());
            }
        }
        SortedMap<String, SortedMap<String, Long>> byStream = new TreeMap<>();
        boolean whole = read(from, ends, until(), record -> {
            var letter = parsed(record.value(), DeadLetter.class, record);
            byStream.computeIfAbsent(letter.stream(), none -> new TreeMap<>())
                    .merge(letter.reason().name(), 1L, Long::sum);
        });
        return new Letters(byStream, whole);
    }

    private List<TopicPartition> assign(Topic topic) {
        List<TopicPartition> all = new ArrayList<>();
        consumer.partitionsFor(topics.name(topic))
                .forEach(info -> all.add(new TopicPartition(info.topic(), info.partition())));
        consumer.assign(all);
        return all;
    }

    /** Reads from some offsets up to others; false when time ran out before. */
    private boolean read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            long until,
            Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        from.forEach(consumer::seek);
        while (!to.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < to.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    taker.accept(record);
                }
            }
        }
        return true;
    }

    private long until() {
        return Math.min(System.nanoTime() + PART.toNanos(), deadline);
    }

    private static <T> T parsed(byte[] json, Class<T> type, ConsumerRecord<?, ?> record) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new IllegalStateException(
                    record.topic() + " holds a record that this release cannot read, at " + record.partition() + "/"
                            + record.offset(),
                    e);
        }
    }
}

package nl.klantstem.expose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of the insight topics from their beginning, in a thread of its own and in no group, so that any
 * number of exporters see the same. What is not there yet (brokers, topics) is waited for.
 */
final class InsightReader implements ReaderState, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InsightReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ASK = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Supplier<Consumer<byte[], byte[]>> connect;
    private final Topics topics;
    private final KeptInsights kept;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "insight-reader");

    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable String waitingFor = "the brokers have not been reached yet";
    private volatile @Nullable String failure;
    private volatile Map<Topic, Long> lag = Map.of();

    InsightReader(Supplier<Consumer<byte[], byte[]>> connect, Topics topics, KeptInsights kept) {
        this.connect = connect;
        this.topics = topics;
        this.kept = kept;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public Optional<String> waitingFor() {
        return Optional.ofNullable(waitingFor);
    }

    @Override
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public Map<Topic, Long> lag() {
        return lag;
    }

    @Override
    public void close() {
        closing.set(true);
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        thread.interrupt();
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (var reading = connect.get()) {
            consumer = reading;
            read(reading);
        } catch (WakeupException | org.apache.kafka.common.errors.InterruptException e) {
            stopped(e);
        } catch (RuntimeException e) {
            stopped(e);
        }
    }

    /** Being told to stop is no failure; everything else ends the process, which is started again from the topics. */
    private void stopped(RuntimeException e) {
        if (closing.get()) {
            return;
        }
        failure = "reading the insight topics has stopped: " + e.getMessage();
        LOG.error("insight reader stopped", e);
    }

    private void read(Consumer<byte[], byte[]> reading) {
        var partitions = findPartitions(reading);
        if (closing.get()) {
            return;
        }
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        var target = endOffsets(reading, partitions);
        while (!closing.get()) {
            for (var each : reading.poll(POLL)) {
                kept.accept(
                        topics.topic(each.topic()), each.key(), each.value(), Instant.ofEpochMilli(each.timestamp()));
            }
            lag = lag(reading, partitions);
            if (waitingFor != null) {
                waitingFor = behind(reading, target);
            }
        }
    }

    private List<TopicPartition> findPartitions(Consumer<byte[], byte[]> reading) {
        var found = new ArrayList<TopicPartition>();
        for (var topic : KeptInsights.TOPICS) {
            var name = topics.name(topic);
            var partitions = partitionsOf(reading, name);
            while (partitions.isEmpty() && !closing.get()) {
                pause();
                partitions = partitionsOf(reading, name);
            }
            found.addAll(partitions);
        }
        return found;
    }

    private List<TopicPartition> partitionsOf(Consumer<byte[], byte[]> reading, String name) {
        try {
            var partitions = reading.partitionsFor(name, ASK);
            if (partitions != null && !partitions.isEmpty()) {
                return partitions.stream()
                        .map(info -> new TopicPartition(name, info.partition()))
                        .toList();
            }
            waitingFor = "topic " + name + " is not there: 'topics apply' creates it";
        } catch (UnknownTopicOrPartitionException e) {
            waitingFor = "topic " + name + " is not there: 'topics apply' creates it";
        } catch (TimeoutException e) {
            waitingFor = "the brokers do not answer";
        }
        return List.of();
    }

    private Map<TopicPartition, Long> endOffsets(Consumer<byte[], byte[]> reading, List<TopicPartition> partitions) {
        while (!closing.get()) {
            try {
                return reading.endOffsets(partitions, ASK);
            } catch (TimeoutException e) {
                waitingFor = "the brokers do not answer";
            }
        }
        return Map.of();
    }

    private static @Nullable String behind(Consumer<byte[], byte[]> reading, Map<TopicPartition, Long> target) {
        long records = target.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - reading.position(end.getKey(), ASK)))
                .sum();
        return records == 0 ? null : "the insights are being read: " + records + " records to go";
    }

    private Map<Topic, Long> lag(Consumer<byte[], byte[]> reading, List<TopicPartition> partitions) {
        return partitions.stream()
                .collect(Collectors.groupingBy(
                        partition -> topics.topic(partition.topic()),
                        () -> new EnumMap<>(Topic.class),
                        Collectors.summingLong(
                                partition -> reading.currentLag(partition).orElse(0))));
    }

    private void pause() {
        try {
            Thread.sleep(RETRY.toMillis());
        } catch (InterruptedException e) {
            if (!closing.get()) {
                throw new KafkaException(e);
            }
        }
    }
}

package nl.klantstem.expose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.expose.board.BoardInsights;
import nl.klantstem.expose.board.Reading;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of the insight topics from their beginning, in a thread of its own and in no group, so that any
 * number of exporters see the same. What is not there yet (brokers, topics) is waited for.
 */
final class InsightReader implements ReaderState, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InsightReader.class);
    /** All that is read: some for the metrics, some for the page, most for both. */
    static final Set<Topic> TOPICS =
            EnumSet.copyOf(Stream.concat(KeptInsights.TOPICS.stream(), BoardInsights.TOPICS.stream())
                    .toList());

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ASK = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LEAVE = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> reading;
    private final Topics topics;
    private final KeptInsights kept;
    private final BoardInsights board;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "insight-reader");

    private volatile Reading state = Reading.of(Reading.Phase.CONNECTING);
    private volatile Map<Topic, Long> lag = Map.of();

    /** Takes the consumer over, and closes it in the end. */
    InsightReader(Consumer<byte[], byte[]> reading, Topics topics, KeptInsights kept, BoardInsights board) {
        this.reading = reading;
        this.topics = topics;
        this.kept = kept;
        this.board = board;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** How far it is. */
    Reading state() {
        return state;
    }

    @Override
    public Optional<String> waitingFor() {
        return state.waitingFor();
    }

    @Override
    public Optional<String> failure() {
        var now = state;
        return now.phase() == Reading.Phase.STOPPED ? Optional.ofNullable(now.detail()) : Optional.empty();
    }

    @Override
    public Map<Topic, Long> lag() {
        return lag;
    }

    /** Waits until the thread has let go of the consumer, or for a time. */
    @Override
    public void close() {
        closing.countDown();
        reading.wakeup();
        if (thread.getState() == Thread.State.NEW) {
            reading.close(CloseOptions.timeout(LEAVE));
            return;
        }
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            read();
        } catch (RuntimeException e) {
            stopped(e);
        } finally {
            reading.close(CloseOptions.timeout(LEAVE));
        }
    }

    /** Being told to stop is no failure; everything else ends the process, which is started again from the topics. */
    private void stopped(RuntimeException e) {
        if (isClosing()) {
            return;
        }
        state = Reading.stopped("reading the insight topics has stopped: " + e.getMessage());
        LOG.error("insight reader stopped", e);
    }

    private void read() {
        var partitions = findPartitions();
        if (isClosing()) {
            return;
        }
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        var began = offsets(() -> reading.beginningOffsets(partitions, ASK));
        var target = offsets(() -> reading.endOffsets(partitions, ASK));
        while (!isClosing()) {
            reading.poll(POLL).forEach(this::take);
            lag = lag(partitions);
            if (state.phase() != Reading.Phase.FOLLOWING) {
                state = behind(target, began);
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> each) {
        var topic = topics.topic(each.topic());
        if (KeptInsights.TOPICS.contains(topic)) {
            kept.accept(topic, each.key(), each.value(), Instant.ofEpochMilli(each.timestamp()));
        }
        if (BoardInsights.TOPICS.contains(topic)) {
            board.accept(topic, each.key(), each.value());
        }
    }

    private List<TopicPartition> findPartitions() {
        var found = new ArrayList<TopicPartition>();
        for (var topic : TOPICS) {
            var name = topics.name(topic);
            var partitions = partitionsOf(name);
            while (partitions.isEmpty() && !isClosing()) {
                pause();
                partitions = partitionsOf(name);
            }
            found.addAll(partitions);
        }
        return found;
    }

    private List<TopicPartition> partitionsOf(String name) {
        try {
            var partitions = reading.partitionsFor(name, ASK);
            if (partitions != null && !partitions.isEmpty()) {
                return partitions.stream()
                        .map(info -> new TopicPartition(name, info.partition()))
                        .toList();
            }
            state = Reading.missing(name);
        } catch (UnknownTopicOrPartitionException e) {
            state = Reading.missing(name);
        } catch (TimeoutException e) {
            state = Reading.of(Reading.Phase.BROKERS_SILENT);
        }
        return List.of();
    }

    private Map<TopicPartition, Long> offsets(Supplier<Map<TopicPartition, Long>> asked) {
        while (!isClosing()) {
            try {
                return asked.get();
            } catch (TimeoutException e) {
                state = Reading.of(Reading.Phase.BROKERS_SILENT);
            }
        }
        return Map.of();
    }

    private Reading behind(Map<TopicPartition, Long> target, Map<TopicPartition, Long> began) {
        long toGo = target.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - reading.position(end.getKey(), ASK)))
                .sum();
        long all = target.entrySet().stream()
                .mapToLong(end -> end.getValue() - began.getOrDefault(end.getKey(), 0L))
                .sum();
        return Reading.toGo(toGo, all);
    }

    private Map<Topic, Long> lag(List<TopicPartition> partitions) {
        return partitions.stream()
                .collect(Collectors.groupingBy(
                        partition -> topics.topic(partition.topic()),
                        () -> new EnumMap<>(Topic.class),
                        Collectors.summingLong(
                                partition -> reading.currentLag(partition).orElse(0))));
    }

    private void pause() {
        try {
            closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }
}

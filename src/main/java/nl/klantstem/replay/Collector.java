package nl.klantstem.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads everything that the pipeline publishes, once and in the order of each partition, and hands it on. */
public final class Collector implements AutoCloseable {

    /** Where to read up to, and who waits for it. */
    private record Goal(Map<TopicPartition, Long> ends, CountDownLatch reached) {}

    /** Takes a published record. Is called from one thread. */
    public interface Sink {
        void take(Topic topic, ConsumerRecord<byte[], byte[]> record);
    }

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Topic> byName = new HashMap<>();
    private final List<Sink> sinks;
    private final Thread thread;
    private final AtomicReference<@Nullable CountDownLatch> asked = new AtomicReference<>();
    private volatile boolean ended;
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    private Collector(Map<String, Object> connection, Topics topics, List<Topic> wanted, List<Sink> sinks) {
        this.sinks = List.copyOf(sinks);
        this.consumer = new KafkaConsumer<>(
                Readers.settings(connection), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = new ArrayList<>();
        for (Topic topic : wanted) {
            byName.put(topics.name(topic), topic);
            for (PartitionInfo partition : consumer.partitionsFor(topics.name(topic))) {
                all.add(new TopicPartition(partition.topic(), partition.partition()));
            }
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
        this.thread = new Thread(this::run, "collector");
    }

    /** Starts to read all that is published; the topics must be there. */
    public static Collector start(Map<String, Object> connection, Topics topics, List<Sink> sinks) {
        return start(connection, topics, published(), sinks);
    }

    /** Starts to read some of the topics, which must be there. */
    public static Collector start(Map<String, Object> connection, Topics topics, List<Topic> wanted, List<Sink> sinks) {
        var collector = new Collector(connection, topics, wanted, sinks);
        collector.thread.setDaemon(true);
        collector.thread.start();
        return collector;
    }

    /** The topics that the pipeline publishes. */
    public static List<Topic> published() {
        return List.of(Topic.values()).stream().filter(Topic::isPublished).toList();
    }

    /** Waits until all is read that is published now; throws when reading failed or takes longer than allowed. */
    public void catchUp(Duration patience) throws InterruptedException {
        var reached = new CountDownLatch(1);
        asked.set(reached);
        if (ended) {
            reached.countDown();
        }
        boolean done = reached.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        Throwable why = failure;
        if (why != null) {
            throw new IllegalStateException("reading the results failed: " + why.getMessage(), why);
        }
        if (!done) {
            throw new IllegalStateException("the results were not read to their end within " + patience.toSeconds()
                    + " seconds: a transaction is open, or the disk is too slow");
        }
    }

    /** The same, and then reads no further. */
    public void finish(Duration patience) throws InterruptedException {
        catchUp(patience);
        closing = true;
    }

    /** Why reading stopped, when it stopped by itself. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** Stops reading wherever it is. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        @Nullable Goal goal = null;
        try (consumer) {
            while (!closing) {
                goal = goal == null ? nextGoal() : goal;
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Topic topic = byName.get(record.topic());
                    if (topic != null) {
                        sinks.forEach(sink -> sink.take(topic, record));
                    }
                }
                if (goal != null && isAt(goal.ends())) {
                    goal.reached().countDown();
                    goal = null;
                }
            }
        } catch (RuntimeException | Error e) {
            if (!closing) {
                failure = e;
            }
        } finally {
            ended = true;
            release(goal == null ? null : goal.reached());
            release(asked.get());
        }
    }

    private @Nullable Goal nextGoal() {
        CountDownLatch wanted = asked.getAndSet(null);
        return wanted == null ? null : new Goal(consumer.endOffsets(consumer.assignment()), wanted);
    }

    private boolean isAt(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static void release(@Nullable CountDownLatch waiting) {
        if (waiting != null) {
            waiting.countDown();
        }
    }
}

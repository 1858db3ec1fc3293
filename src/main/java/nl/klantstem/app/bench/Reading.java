package nl.klantstem.app.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import nl.klantstem.app.Stop;
import nl.klantstem.app.bench.Workload.Loaded;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** A consumer that reads all input topics once and does one thing with each value: the yardstick. */
final class Reading {

    private static final long PATIENCE = Duration.ofMinutes(2).toNanos();

    private final String bootstrapServers;
    private final BiConsumer<Topic, byte @Nullable []> each;
    private final Stop stop;

    Reading(String bootstrapServers, BiConsumer<Topic, byte @Nullable []> each, Stop stop) {
        this.bootstrapServers = bootstrapServers;
        this.each = each;
        this.stop = stop;
    }

    /** The cost is that of the calling thread, which does all the work. */
    Measured measure(Topics topics, Loaded loaded) {
        String caller = Thread.currentThread().getName();
        var meter = CpuMeter.fromNow(caller::equals);
        try (var consumer = consumer()) {
            Map<String, Topic> streams = new HashMap<>();
            topics.sources().forEach(source -> streams.put(topics.name(source), source));
            List<TopicPartition> partitions = streams.keySet().stream()
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long left = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long start = System.nanoTime();
            while (left > 0 && System.nanoTime() - start < PATIENCE) {
                stop.check();
                for (ConsumerRecord<byte[], byte @Nullable []> one : consumer.poll(Duration.ofSeconds(1))) {
                    Topic stream = streams.get(one.topic());
                    if (stream != null) {
                        each.accept(stream, one.value());
                    }
                    left--;
                }
            }
            if (left > 0) {
                throw new IllegalStateException("the broker did not hand out the last " + left + " records in time");
            }
            return new Measured(loaded.records(), (System.nanoTime() - start) / 1e9, meter.seconds());
        }
    }

    private KafkaConsumer<byte[], byte @Nullable []> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        "1000",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}

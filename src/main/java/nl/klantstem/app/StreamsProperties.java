package nl.klantstem.app;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams is set, and why. */
final class StreamsProperties {

    private static final int ONE_MEGABYTE = 1024 * 1024;

    /**
     * What a record of an internal topic may be: twice the largest timeline that still takes events. Our own topics keep to
     * less; this is what the strictest of the usual brokers let a topic ask for.
     */
    static final int LARGEST_INTERNAL_RECORD = 8 * ONE_MEGABYTE;

    /** The producer's own few bytes around a record must not be what breaks it. */
    private static final int FRAMING = 1024;

    private StreamsProperties() {}

    static Properties of(PipelineSettings settings) {
        var p = new Properties();
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(settings.prefix()));
        p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        p.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        p.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                switch (settings.guarantee()) {
                    case EXACTLY_ONCE -> StreamsConfig.EXACTLY_ONCE_V2;
                    case AT_LEAST_ONCE -> StreamsConfig.AT_LEAST_ONCE;
                });
        // Every operator, store and internal topic is named: a new one in between must not rename the others.
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // Order between topics is the timelines' business; waiting for the other topic would only cost time.
        p.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
        // The commit hook lives in the cache: never 0.
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 32L * ONE_MEGABYTE);
        // A failure is found and taken over within seconds, not after the 45 of the defaults.
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), transactionTimeout(settings));
        p.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), LARGEST_INTERNAL_RECORD);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_INTERNAL_RECORD - FRAMING);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 4L * LARGEST_INTERNAL_RECORD);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
        // On one thread large input fetches starve the second half.
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 256 * 1024);
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        p.put(ProducerConfig.ACKS_CONFIG, "all");
        p.put("enable.metrics.push", false);
        p.put("processing.exception.handler.global.enabled", true);
        settings.kafka().forEach(p::put);
        return p;
    }

    /** The consumer group, and the beginning of every internal topic's name. */
    static String applicationId(String prefix) {
        return prefix + "klantstem";
    }

    /**
     * Live, a transaction that its owner left open is ended within seconds, or it would hold up every reader. A replay has
     * nobody to take over, but commits that may be large.
     */
    private static int transactionTimeout(PipelineSettings settings) {
        long shortest = settings.ticks() ? 5_000 : 60_000;
        return (int) Math.max(shortest, 5 * settings.commitInterval().toMillis());
    }
}

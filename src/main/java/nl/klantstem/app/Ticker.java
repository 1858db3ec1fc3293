package nl.klantstem.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves recorded time in silence: a tick a second into each input partition whose task runs here (into reference data every
 * five), so that windows empty when nobody answers. The broker stamps the ticks; they stand behind open transactions as everything does.
 */
final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** Reference data is read whole by whoever wants to know it: a tick in it is one of a month's to be read past. */
    private static final int SELDOM = 5;

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final byte[] KEY = Topics.TICK_KEY.getBytes(StandardCharsets.UTF_8);

    private final KafkaStreams streams;
    private final Set<String> sources;
    private final Set<String> references;
    private final KafkaProducer<byte[], byte[]> producer;
    private long ticks;
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1, work -> {
        var thread = new Thread(work, "ticker");
        thread.setDaemon(true);
        return thread;
    });

    Ticker(PipelineSettings settings, KafkaStreams streams) {
        var topics = new Topics(settings.prefix());
        this.streams = streams;
        this.sources = topics.sources().stream().map(topics::name).collect(Collectors.toSet());
        this.references = topics.references().stream().map(topics::name).collect(Collectors.toSet());
        Map<String, Object> client = new HashMap<>(settings.kafka());
        client.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        client.put(ProducerConfig.CLIENT_ID_CONFIG, settings.prefix() + "ticker");
        this.producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
        var unused = clock.scheduleAtFixedRate(this::tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        boolean seldom = ticks++ % SELDOM == 0;
        try {
            streams.metadataForLocalThreads().stream()
                    .flatMap(thread -> thread.activeTasks().stream())
                    .flatMap(task -> task.topicPartitions().stream())
                    .filter(partition ->
                            sources.contains(partition.topic()) || (seldom && references.contains(partition.topic())))
                    .forEach(this::send);
        } catch (IllegalStateException e) {
            // Between rebalances there are no tasks to tick for; the next second will tell.
            LOG.atDebug().addKeyValue("why", e.getMessage()).log("no tick");
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("why", e.getMessage()).log("no tick: finals wait until the next one");
        }
    }

    private void send(TopicPartition partition) {
        var headers = new RecordHeaders().add(Topics.TICK_HEADER, new byte[0]);
        var unused = producer.send(
                new ProducerRecord<>(partition.topic(), partition.partition(), null, KEY, null, headers),
                (sent, failure) -> {
                    if (failure != null) {
                        LOG.atWarn()
                                .addKeyValue("topic", partition.topic())
                                .addKeyValue("partition", partition.partition())
                                .addKeyValue("why", failure.getMessage())
                                .log("a tick was not taken: finals wait until the next one is");
                    }
                });
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close(CLOSE_WITHIN);
    }
}

package nl.klantstem.replay.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends what the shop records to the input topics, in order, and ticks to every partition that the pipeline reads. */
public final class ShopDelivery implements AutoCloseable {

    private static final byte[] TICK_KEY = Topics.TICK_KEY.getBytes(UTF_8);
    private static final List<Header> TICK = List.of(new RecordHeader(Topics.TICK_HEADER, new byte[0]));

    private final KafkaProducer<byte[], byte @Nullable []> producer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Map<Topic, String> names;

    public ShopDelivery(String bootstrapServers, Topics topics) {
        this.names = Arrays.stream(Topic.values()).collect(Collectors.toUnmodifiableMap(topic -> topic, topics::name));
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "shop",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        "5",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        "131072"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        for (Topic source : topics.read()) {
            producer.partitionsFor(topics.name(source))
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
    }

    public void send(ShopRecord shopRecord) {
        send(new ProducerRecord<>(
                names.get(shopRecord.topic()), null, shopRecord.recordedAt(), shopRecord.key(), shopRecord.value()));
    }

    /** Says everywhere that recorded time has come to {@code recordedAt} (epoch milliseconds). */
    public void tick(long recordedAt) {
        for (TopicPartition partition : partitions) {
            send(new ProducerRecord<>(partition.topic(), partition.partition(), recordedAt, TICK_KEY, null, TICK));
        }
    }

    /** Waits until all that was sent has arrived; throws IllegalStateException when something could not. */
    public void flush() {
        producer.flush();
        check();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of it
    private void send(ProducerRecord<byte[], byte @Nullable []> toSend) {
        check();
        producer.send(toSend, (sent, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    private void check() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a record of the shop could not be sent: " + failed.getMessage(), failed);
        }
    }
}

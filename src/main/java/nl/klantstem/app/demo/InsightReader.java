package nl.klantstem.app.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.out.AvoidableContacts;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.SurveyHealth;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the insight topics as any subscriber does, from the beginning and on, into {@link Latest}. */
final class InsightReader implements AutoCloseable {

    private static final List<Topic> TOPICS = List.of(
            Topic.JOURNEY_NPS,
            Topic.CONTACT_DRIVERS,
            Topic.CONTACT_OUTCOMES,
            Topic.AVOIDABLE_CONTACTS,
            Topic.SURVEY_HEALTH,
            Topic.INSIGHT_PROGRESS);

    private final KafkaConsumer<byte[], byte @Nullable []> consumer;
    private final Topics topics;
    private final Latest latest;
    private final Thread thread;
    private volatile @Nullable Exception failure;

    private InsightReader(String bootstrapServers, Topics topics, Latest latest) {
        this.topics = topics;
        this.latest = latest;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "demo-board",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.thread = new Thread(this::read, "demo-board");
    }

    static InsightReader start(String bootstrapServers, Topics topics, Latest latest) {
        var reader = new InsightReader(bootstrapServers, topics, latest);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    /** Why it stopped, when it stopped by itself. */
    @Nullable
    Exception failure() {
        return failure;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            consumer.assign(TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topics.name(topic)).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
            while (true) {
                for (ConsumerRecord<byte[], byte @Nullable []> insight : consumer.poll(Duration.ofMillis(500))) {
                    take(insight);
                }
            }
        } catch (WakeupException closed) {
            return;
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    private void take(ConsumerRecord<byte[], byte @Nullable []> insight) throws IOException {
        byte[] value = insight.value();
        if (value == null) {
            return;
        }
        switch (topics.topic(insight.topic())) {
            case JOURNEY_NPS -> latest.take(Json.MAPPER.readValue(value, JourneyNps.class));
            case CONTACT_DRIVERS -> latest.take(Json.MAPPER.readValue(value, ContactDrivers.class));
            case CONTACT_OUTCOMES -> latest.take(Json.MAPPER.readValue(value, ContactOutcomes.class));
            case AVOIDABLE_CONTACTS -> latest.take(Json.MAPPER.readValue(value, AvoidableContacts.class));
            case SURVEY_HEALTH -> latest.take(Json.MAPPER.readValue(value, SurveyHealth.class));
            case INSIGHT_PROGRESS -> latest.take(Json.MAPPER.readValue(value, InsightProgress.class));
            default -> throw new IllegalStateException("not subscribed to " + insight.topic());
        }
    }
}

package nl.klantstem.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedBrokerIT {

    private static final TopicPartition ANSWERS = new TopicPartition("answers", 0);

    @Test
    void what_was_written_in_a_transaction_is_there_again_after_a_restart_on_the_same_folder(@TempDir Path dir)
            throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir, Map.of())) {
            createTopic(broker);
            produce(broker, "first", -1);
            assertThat(consume(broker, 1)).containsExactly("first");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir, Map.of())) {
            long aYearAhead = System.currentTimeMillis() + Duration.ofDays(365).toMillis();
            produce(broker, "second", aYearAhead);
            assertThat(consume(broker, 2)).containsExactly("first", "second");
        }
    }

    @Test
    void a_start_that_fails_says_what_to_look_at_and_leaves_no_thread_behind(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("not-a-folder"), "x");

        assertThatThrownBy(() -> EmbeddedBroker.start(file, Map.of())).hasMessageContaining("not-a-folder");
        assertThatThrownBy(() -> EmbeddedBroker.start(dir.resolve("data"), Map.of("node.id", "7")))
                .hasMessageContaining("did not start");
        try (EmbeddedBroker first = EmbeddedBroker.start(dir.resolve("shared"), Map.of())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(dir.resolve("shared"), Map.of()))
                    .hasMessageContaining("another embedded broker runs on this folder");
            createTopic(first);
            produce(first, "still works", -1);
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("kafka-") || name.startsWith("quorum-controller-"));
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("answers", Optional.of(1), Optional.empty())))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void produce(EmbeddedBroker broker, String value, long timestamp) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("answers", 0, timestamp < 0 ? null : timestamp, "key", value))
                    .get(30, TimeUnit.SECONDS);
            producer.commitTransaction();
        }
    }

    private static List<String> consume(EmbeddedBroker broker, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(ANSWERS));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> r : consumer.poll(Duration.ofMillis(200))) {
                    values.add(r.value());
                }
            }
        }
        return values;
    }
}

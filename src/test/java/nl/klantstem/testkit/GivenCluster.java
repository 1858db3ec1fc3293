package nl.klantstem.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.klantstem.app.Main;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A real broker with our topics, written to as the pipeline does, and commands run against it as a person does. */
public final class GivenCluster implements AutoCloseable {

    public static final int PARTITIONS = 2;

    private final EmbeddedBroker broker;
    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final KafkaProducer<byte[], byte[]> producer;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private GivenCluster(EmbeddedBroker broker) {
        this.broker = broker;
        this.producer = new KafkaProducer<>(connection(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A broker with all topics, or with none. */
    public static GivenCluster start(Path dir, boolean withTopics) {
        var cluster = new GivenCluster(EmbeddedBroker.start(dir, Map.of()));
        if (withTopics) {
            cluster.makeTopics(TopicPlan.Mode.LIVE);
        }
        return cluster;
    }

    public void makeTopics(TopicPlan.Mode mode) {
        try (var admin = Admin.create(connection())) {
            new TopicPlan(new TopicPlan.Wanted(topics, PARTITIONS, (short) 1, mode, TopicPlan.DEFAULT_INPUT_RETENTION))
                    .apply(admin);
        }
    }

    public Map<String, Object> connection() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    public String servers() {
        return broker.bootstrapServers();
    }

    public Topics topics() {
        return topics;
    }

    /** Publishes a record; without a value its key is deleted. */
    public void put(Topic topic, String key, @Nullable String value, Instant at) {
        put(topic, null, key, value, at);
    }

    public void put(Topic topic, @Nullable Integer partition, String key, @Nullable String value, Instant at) {
        producer.send(new ProducerRecord<>(
                topics.name(topic),
                partition,
                at.toEpochMilli(),
                key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
        producer.flush();
    }

    /** A record of ours. */
    public void put(Topic topic, Object key, Object value, Instant at) {
        put(
                topic,
                new String(Json.bytes(key), StandardCharsets.UTF_8),
                new String(Json.bytes(value), StandardCharsets.UTF_8),
                at);
    }

    /** Runs a command against this cluster; what it says is {@link #out} and {@link #err}. */
    public int run(String... command) {
        var all = new ArrayList<>(Arrays.asList(command));
        all.addAll(List.of(
                "--bootstrap-servers",
                servers(),
                "--set",
                "topics.partitions=" + PARTITIONS,
                "--set",
                "topics.replication=1"));
        out = new StringWriter();
        err = new StringWriter();
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
    }
}

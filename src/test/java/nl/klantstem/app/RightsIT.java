package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.expose.Exporter;
import nl.klantstem.expose.ExporterSettings;
import nl.klantstem.expose.HttpSettings;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.TopicPlan;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.Yaml;

/** On a broker that denies what was not granted, the users of deploy/kubernetes/strimzi can do their work and no more. */
@Timeout(300)
class RightsIT {

    private static final List<String> USERS =
            List.of("admin", "klantstem-pipeline", "klantstem-exporter", "klantstem-subscriber");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ListAppender<ILoggingEvent> decisions = new ListAppender<>();
    private final Logger authorizer = (Logger) LoggerFactory.getLogger("kafka.authorizer.logger");

    @TempDir
    private Path dir;

    @BeforeEach
    void listens_to_what_is_denied() {
        authorizer.setLevel(Level.INFO);
        authorizer.setAdditive(false);
        authorizer.addAppender(decisions);
        decisions.start();
    }

    @AfterEach
    void listens_no_longer() {
        authorizer.detachAppender(decisions);
        authorizer.setLevel(null);
        authorizer.setAdditive(true);
    }

    @Test
    void each_user_can_do_its_work_and_no_more() throws Exception {
        try (var broker = EmbeddedBroker.start(dir.resolve("broker"), withAuthorizer())) {
            var servers = broker.bootstrapServers();
            makeTopicsAndRights(servers);
            var pipeline = configuration(servers, "klantstem-pipeline");
            try (var admin = KafkaConnection.admin(pipeline.connection())) {
                assertThat(new TopicPlan(pipeline.wantedTopics(TopicPlan.Mode.LIVE)).obstacles(admin))
                        .isEmpty();
            }
            try (var running = RunningPipeline.start(pipeline.pipeline(), pipeline.catalogue());
                    var exporter = exporter(servers)) {
                send(servers, "admin", "voc.survey-responses.v1", "no JSON");
                await().atMost(PATIENCE).until(() -> records(servers, "admin", "voc.dead-letters.v1") > 0);
                await().atMost(PATIENCE)
                        .until(() -> records(servers, "klantstem-subscriber", "voc.insight-progress.v1") > 0);
                await().atMost(PATIENCE).until(() -> exporter.notReady().isEmpty());
                assertThat(running.failure()).isNull();
            }
            assertThat(denied()).as("what they need and are not granted").isEmpty();

            assertRefused(() -> records(servers, "klantstem-subscriber", "voc.linked-responses.v1"));
            assertRefused(() -> records(servers, "klantstem-subscriber", "voc.survey-responses.v1"));
            assertRefused(() -> records(servers, "klantstem-exporter", "voc.dead-letters.v1"));
            assertRefused(() -> records(servers, "klantstem-pipeline", "voc.journey-nps.v1"));
            assertRefused(() -> send(servers, "klantstem-exporter", "voc.journey-nps.v1", "{}"));
            assertRefused(() -> send(servers, "klantstem-subscriber", "voc.plan.v1", "{}"));
            assertThat(denied()).as("the canary: what is denied is heard of").hasSizeGreaterThanOrEqualTo(5);
        }
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private static void assertRefused(Attempt attempt) {
        assertThatThrownBy(attempt::run)
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isInstanceOf(AuthorizationException.class),
                        thrown -> assertThat(thrown).hasCauseInstanceOf(AuthorizationException.class));
    }

    private Set<String> denied() {
        return decisions.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("Denied"))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> withAuthorizer() {
        var settings = new HashMap<String, String>();
        settings.put("listener.security.protocol.map", "BROKER:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put(
                "listener.name.broker.plain.sasl.jaas.config",
                login("admin").replace(";", "")
                        + USERS.stream()
                                .map(user -> " user_" + user + "=\"" + user + "\"")
                                .collect(Collectors.joining())
                        + ";");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:admin;User:ANONYMOUS");
        return settings;
    }

    private static String login(String user) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                + user + "\";";
    }

    private static Map<String, Object> client(String servers, String user) {
        return Map.of(
                "bootstrap.servers",
                servers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login(user));
    }

    private void makeTopicsAndRights(String servers) throws Exception {
        var wanted = configuration(servers, "admin").wantedTopics(TopicPlan.Mode.LIVE);
        try (var admin = Admin.create(client(servers, "admin"))) {
            new TopicPlan(wanted).apply(admin);
            admin.createAcls(bindings()).all().get();
        }
    }

    private static List<AclBinding> bindings() throws IOException {
        var bindings = new ArrayList<AclBinding>();
        var yaml = Files.readString(Path.of("deploy/kubernetes/strimzi/users.yaml"));
        new Yaml().loadAll(yaml).forEach(document -> {
            JsonNode user = Json.MAPPER.valueToTree(document);
            var principal = "User:" + user.at("/metadata/name").asText();
            user.at("/spec/authorization/acls").forEach(acl -> acl.path("operations")
                    .forEach(operation -> bindings.add(new AclBinding(
                            pattern(acl.path("resource")),
                            new AccessControlEntry(
                                    principal, "*", operation(operation.asText()), AclPermissionType.ALLOW)))));
        });
        return bindings;
    }

    private static ResourcePattern pattern(JsonNode resource) {
        var type = ResourceType.fromString(
                resource.path("type").asText().equals("transactionalId")
                        ? "TRANSACTIONAL_ID"
                        : resource.path("type").asText());
        var pattern =
                resource.path("patternType").asText().equals("prefix") ? PatternType.PREFIXED : PatternType.LITERAL;
        return new ResourcePattern(type, resource.path("name").asText(), pattern);
    }

    private static AclOperation operation(String name) {
        var operation = AclOperation.fromString(name.replaceAll("([a-z])([A-Z])", "$1_$2"));
        assertThat(operation).as(name).isNotEqualTo(AclOperation.UNKNOWN);
        return operation;
    }

    private Configuration configuration(String servers, String user) throws IOException {
        var login = Files.writeString(
                dir.resolve(user + ".properties"),
                client(servers, user).entrySet().stream()
                        .filter(setting -> !setting.getKey().equals("bootstrap.servers"))
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n")));
        Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rw-------"));
        var key = dir.resolve("pseudonym.key");
        return Configuration.read(
                null,
                Map.of(
                        "KLANTSTEM_KAFKA_BOOTSTRAP_SERVERS",
                        servers,
                        "KLANTSTEM_KAFKA_CLIENT_FILE",
                        login.toString(),
                        // Soon enough for a test to see whether what was read may be removed.
                        "KLANTSTEM_KAFKA_CLIENT_REPARTITION_PURGE_INTERVAL_MS",
                        "1000",
                        "KLANTSTEM_TOPICS_PARTITIONS",
                        "1",
                        "KLANTSTEM_TOPICS_REPLICATION",
                        "1",
                        "KLANTSTEM_PIPELINE_STATE_DIR",
                        dir.resolve("state").toString(),
                        "KLANTSTEM_PIPELINE_PSEUDONYM_KEY",
                        (Files.exists(key) ? key : Pseudonyms.create(key)).toString()),
                Map.of());
    }

    private static Exporter exporter(String servers) {
        return Exporter.start(
                ExporterSettings.of(
                        client(servers, "klantstem-exporter"),
                        "voc.",
                        new HttpSettings("exporter", "127.0.0.1", 0, Set.of()),
                        null),
                CatalogueFile.starter());
    }

    /** How many records the user sees in a topic, as a member of its own group or, without a right to one, alone. */
    private static int records(String servers, String user, String topic) {
        var settings = new HashMap<>(client(servers, user));
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        boolean member = user.equals("klantstem-subscriber");
        if (member) {
            settings.put("group.id", user);
        }
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (member) {
                consumer.subscribe(List.of(topic));
            } else {
                consumer.assign(List.of(new TopicPartition(topic, 0)));
                consumer.seekToBeginning(consumer.assignment());
            }
            return Stream.generate(() -> consumer.poll(Duration.ofSeconds(1)).count())
                    .limit(8)
                    .filter(count -> count > 0)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static void send(String servers, String user, String topic, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(client(servers, user), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {'k'}, value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }
}

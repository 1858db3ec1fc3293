package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.TopicPlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    private Path dir;

    @Test
    void options_win_over_environment_over_file_over_defaults() throws IOException {
        var file = write("k.yaml", "topics:\n  prefix: file.\n  partitions: 3\npipeline:\n  threads: 2\n");
        var environment = Map.of("KLANTSTEM_TOPICS_PARTITIONS", "4", "KLANTSTEM_PIPELINE_THREADS", "5", "HOME", "x");

        var configuration = Configuration.read(file, environment, Map.of("pipeline.threads", "6"));

        assertThat(configuration.topics().prefix()).isEqualTo("file.");
        assertThat(configuration.wantedTopics(TopicPlan.Mode.LIVE).partitions()).isEqualTo(4);
        assertThat(configuration.get(Settings.THREADS)).isEqualTo(6);
        assertThat(configuration.get(Settings.RETENTION)).isEqualTo(Duration.ofDays(400));
        assertThat(configuration.lines())
                .anySatisfy(line -> assertThat(line).contains("topics.prefix:", "file.", "# " + file + ":2"))
                .anySatisfy(line -> assertThat(line).contains("# environment KLANTSTEM_TOPICS_PARTITIONS"))
                .anySatisfy(line -> assertThat(line).matches("pipeline.threads: +6 +# option"))
                .anySatisfy(line -> assertThat(line).matches("pipeline.retention: +P400D +# default"))
                .anySatisfy(line -> assertThat(line).matches("pipeline.orderRetention: +P120D +# default"));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws IOException {
        var file = write(
                "k.yaml",
                "topics:\n  prefx: a\npipeline:\n  store: DISK\n  threads: [1]\nkafka.client:\n  acks: all\n  akcs: 1\n");

        assertThat(problems(file, Map.of("KLANTSTEM_TOPIC_PREFIX", "a"), Map.of("pipeline.allowance", "5m")))
                .containsExactly(
                        file + ":2: unknown key 'topics.prefx', did you mean 'topics.prefix'?",
                        file + ":5: pipeline.threads expected section.name: value, not a list",
                        file + ":8: kafka.client.akcs is no client setting of Kafka, did you mean 'acks'?",
                        "environment: unknown variable 'KLANTSTEM_TOPIC_PREFIX', did you mean 'KLANTSTEM_TOPICS_PREFIX'?",
                        file + ":4: pipeline.store: 'DISK' is not MEMORY or ROCKSDB",
                        "option: pipeline.allowance: '5m' is not a duration such as PT0.2S, PT5M or P28D");
    }

    @Test
    void a_secret_comes_from_a_file_or_the_environment_and_is_never_shown() throws IOException {
        var secrets = secret("client.properties", "sasl.jaas.config=canary-in-file\nssl.key.password=canary-too\n");
        var environment = Map.of(
                "KLANTSTEM_KAFKA_CLIENT_FILE",
                secrets.toString(),
                "KLANTSTEM_KAFKA_CLIENT_SASL_JAAS_CONFIG",
                "canary-in-environment");

        var configuration = Configuration.read(null, environment, Map.of());

        assertThat(configuration.connection())
                .containsEntry("sasl.jaas.config", "canary-in-environment")
                .containsEntry("ssl.key.password", "canary-too");
        assertThat(configuration.lines())
                .noneMatch(line -> line.contains("canary"))
                .anyMatch(line -> line.contains("****"));
        assertThat(problems(null, Map.of(), Map.of("kafka.client.sasl.jaas.config", "canary")))
                .singleElement()
                .asString()
                .contains("a secret on the command line is seen by everyone")
                .doesNotContain("canary");
    }

    @Test
    void a_secret_that_others_can_read_is_refused() throws IOException {
        var open = write("pseudonym.key", "0123456789abcdef0123456789abcdef");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(problems(null, Map.of(), Map.of("pipeline.pseudonymKey", open.toString())))
                .singleElement()
                .asString()
                .contains("can be read by others: chmod 600 " + open);
    }

    @Test
    void the_pipeline_says_how_to_make_the_key_that_it_lacks() {
        var configuration = Configuration.read(null, Map.of(), Map.of());

        assertThat(catchThrowableOfType(UserMistake.class, configuration::pipeline))
                .hasMessageContaining("pipeline.pseudonymKey")
                .hasMessageContaining("openssl rand -hex 32");
    }

    @Test
    void what_is_set_reaches_the_pipeline() throws IOException {
        var key = secret("pseudonym.key", "0123456789abcdef0123456789abcdef");

        var settings = Configuration.read(
                        null,
                        Map.of(),
                        Map.of(
                                "pipeline.pseudonymKey",
                                key.toString(),
                                "kafka.client.consumer.fetch.max.bytes",
                                "1000"))
                .pipeline();

        assertThat(settings.pseudonymKey()).isEqualTo(key);
        assertThat(settings.commitInterval()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.store()).isEqualTo(PipelineSettings.Store.ROCKSDB);
        assertThat(settings.kafka()).containsExactly(Map.entry("consumer.fetch.max.bytes", "1000"));
    }

    @Test
    void plaintext_does_not_leave_the_machine_unasked() {
        assertThat(problems(null, Map.of(), Map.of("kafka.bootstrapServers", "localhost:9092,broker:9092")))
                .singleElement()
                .asString()
                .contains("would be spoken to unencrypted");
        Configuration.read(null, Map.of(), Map.of("kafka.bootstrapServers", "127.0.0.1:9092,[::1]:9092"));
        Configuration.read(
                null, Map.of(), Map.of("kafka.bootstrapServers", "broker:9092", "kafka.allowPlaintext", "true"));
        Configuration.read(
                null,
                Map.of(),
                Map.of("kafka.bootstrapServers", "broker:9093", "kafka.client.security.protocol", "SASL_SSL"));
    }

    @Test
    void brokers_are_named_with_their_port() {
        for (var servers : List.of("broker", "broker:", ":9092,", "a:1 b:2")) {
            assertThat(problems(null, Map.of(), Map.of("kafka.bootstrapServers", servers)))
                    .as(servers)
                    .first()
                    .asString()
                    .contains("kafka.bootstrapServers: '" + servers + "' is not host:port, separated by commas");
        }
    }

    @Test
    void what_the_pipeline_sets_itself_is_not_passed_on() {
        assertThat(problems(null, Map.of(), Map.of("kafka.client.processing.guarantee", "x")))
                .containsExactly("option: kafka.client.processing.guarantee is set by pipeline.guarantee");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    private Path secret(String name, String text) throws IOException {
        var file = write(name, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static List<String> problems(
            @Nullable Path file, Map<String, String> environment, Map<String, String> options) {
        var mistake = catchThrowableOfType(UserMistake.class, () -> Configuration.read(file, environment, options));
        assertThat(mistake).as("should be refused").isNotNull();
        return mistake.getMessage().lines().toList();
    }
}

package nl.klantstem.house.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.klantstem.expose.Health;
import nl.klantstem.expose.HttpSettings;
import nl.klantstem.expose.MetricsServer;
import nl.klantstem.ingest.Pseudonyms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The image takes what is there, runs as nobody, and its scripts do what they promise. */
@Timeout(60)
class ImageTest {

    private static final String DOCKERFILE = DeployFiles.text(DeployFiles.DEPLOY.resolve("Dockerfile"));
    private static final Pattern COPY = Pattern.compile("(?m)^COPY (?:--\\S+ )*(.+) \\S+$");

    @TempDir
    private Path dir;

    @Test
    void what_is_copied_is_there_and_let_through_to_the_builder() {
        var ignored = DeployFiles.text(Path.of(".dockerignore"));
        var copied = COPY.matcher(DOCKERFILE)
                .results()
                .flatMap(copy -> Pattern.compile(" ").splitAsStream(copy.group(1)))
                .toList();

        assertThat(copied)
                .containsExactlyInAnyOrder("bin/klantstem", "deploy/healthy", "target/klantstem.jar")
                .allSatisfy(file -> assertThat(ignored.lines()).contains("!" + file));
        assertThat(ignored.lines().filter(line -> !line.startsWith("#")).findFirst())
                .as("all else stays here")
                .contains("*");
        assertThat(Path.of("bin/klantstem")).isExecutable();
        assertThat(Path.of("deploy/healthy")).isExecutable();
        assertThat(DeployFiles.text(Path.of("pom.xml"))).contains("<finalName>klantstem</finalName>");
    }

    @Test
    void its_base_is_an_exact_version_and_its_user_a_number() {
        assertThat(DOCKERFILE)
                .containsPattern("(?m)^ARG BASE=eclipse-temurin:\\d+\\.\\d+\\.\\d+_\\d+-jre-noble$")
                .contains("${BASE_DIGEST:+@${BASE_DIGEST}}")
                .containsPattern("(?m)^USER 10001:10001$")
                .doesNotContain(":latest");
    }

    @Test
    void who_is_ready_is_healthy_and_who_is_not_is_not() throws Exception {
        var waits = new Waits();
        try (var server = server("127.0.0.1", waits)) {
            assertThat(healthy("127.0.0.1", server.port())).isFalse();
            waits.over = true;
            assertThat(healthy("localhost", server.port())).isTrue();
        }
    }

    @Test
    void nobody_there_is_not_healthy() throws Exception {
        int port;
        try (var server = server("127.0.0.1", new Waits())) {
            port = server.port();
        }
        assertThat(healthy("127.0.0.1", port)).isFalse();
    }

    @Test
    void who_listens_under_a_name_answers_to_it() throws Exception {
        var name = nameOfThisMachine();
        assumeTrue(name.isPresent(), "this machine's name is not one to listen under");
        var waits = new Waits();
        waits.over = true;
        try (var server = server(name.get(), waits)) {
            assertThat(healthy(name.get(), server.port())).isTrue();
        }
    }

    @Test
    void the_paths_of_the_probes_are_answered() throws Exception {
        var waits = new Waits();
        waits.over = true;
        try (var server = server("127.0.0.1", waits)) {
            for (var path : List.of("/health/live", "/health/ready", "/metrics")) {
                assertThat(status(server.uri().resolve(path))).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void a_key_is_made_once_and_for_its_owner_only() throws Exception {
        var file = dir.resolve("pseudonym.key");

        assertThat(run("sh", "deploy/compose/make-key.sh", file.toString())).isZero();
        var pseudonym = Pseudonyms.fromFile(file).pseudonym("customer");
        assertThat(run("sh", "deploy/compose/make-key.sh", file.toString())).isZero();

        assertThat(Pseudonyms.fromFile(file).pseudonym("customer")).isEqualTo(pseudonym);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(dir).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.new");
    }

    private static Optional<String> nameOfThisMachine() {
        try {
            var name = InetAddress.getLocalHost().getHostName();
            try (var listening = new ServerSocket(0, 1, InetAddress.getByName(name))) {
                return listening.isBound() ? Optional.of(name) : Optional.empty();
            }
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }

    private static MetricsServer server(String bind, Health health) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return MetricsServer.start(new HttpSettings("test", bind, 0, Set.of()), registry, health);
    }

    private static boolean healthy(String host, int port) throws Exception {
        return run("deploy/healthy", host, String.valueOf(port)) == 0;
    }

    private static int run(String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static int status(URI uri) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .build()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static final class Waits implements Health {

        private boolean over;

        @Override
        public Optional<String> notLive() {
            return Optional.empty();
        }

        @Override
        public Optional<String> notReady() {
            return over ? Optional.empty() : Optional.of("not yet");
        }
    }
}

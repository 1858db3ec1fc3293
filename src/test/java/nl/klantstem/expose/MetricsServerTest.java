package nl.klantstem.expose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klantstem.contract.UserMistake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpClient client = HttpClient.newHttpClient();
    private Optional<String> notLive = Optional.empty();
    private Optional<String> notReady = Optional.empty();
    private MetricsServer server;

    @BeforeEach
    void serve() {
        Counter.builder("parcels").description("Parcels.").register(registry).increment();
        var health = new Health() {
            @Override
            public Optional<String> notLive() {
                return notLive;
            }

            @Override
            public Optional<String> notReady() {
                return notReady;
            }
        };
        server = MetricsServer.start(
                new HttpSettings("a server under test", "127.0.0.1", 0, Set.of("metrics.example")), registry, health);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void metrics_come_as_text_or_as_open_metrics() throws Exception {
        var text = get("/metrics", "*/*");
        var open = get("/metrics", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

        assertThat(text.statusCode()).isEqualTo(200);
        assertThat(header(text, "content-type")).startsWith("text/plain; version=0.0.4");
        assertThat(text.body()).contains("parcels_total 1.0").doesNotContain("# EOF");
        assertThat(header(open, "content-type")).startsWith("application/openmetrics-text; version=1.0.0");
        assertThat(open.body()).contains("parcels_total 1.0").endsWith("# EOF\n");
    }

    @Test
    void answers_are_not_kept_nor_guessed_at() throws Exception {
        for (var path : List.of("/", "/metrics", "/health/live", "/nothing")) {
            var response = get(path, "*/*");
            assertThat(header(response, "cache-control")).isEqualTo("no-store");
            assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(response.headers().firstValue("server")).isEmpty();
        }
    }

    @Test
    void health_says_in_a_sentence_what_is_waited_for() throws Exception {
        assertThat(get("/health/ready", "*/*").statusCode()).isEqualTo(200);
        notReady = Optional.of("the insights are being read: 7 records to go");

        var ready = get("/health/ready", "*/*");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEqualTo("the insights are being read: 7 records to go\n");
        assertThat(get("/health/live", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void what_has_died_is_neither_live_nor_ready() throws Exception {
        notLive = Optional.of("reading has stopped");

        assertThat(get("/health/live", "*/*").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready", "*/*").body()).isEqualTo("reading has stopped\n");
    }

    @Test
    void the_index_lists_the_pages_and_other_paths_are_not_there() throws Exception {
        assertThat(get("/", "*/*").body()).contains("a server under test", "/metrics", "/health/live", "/health/ready");
        for (var path : List.of("/nothing", "/metrics/", "/health", "/%2e%2e/etc/passwd")) {
            var response = get(path, "*/*");
            assertThat(response.statusCode()).as(path).isBetween(400, 404);
            assertThat(response.body()).as(path).doesNotContain("parcels").doesNotContain("<");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
    void only_get_and_head_are_answered(String verb) throws Exception {
        var answer = RawHttp.ask(server.port(), verb + " /metrics HTTP/1.1", "Host: localhost", "Content-Length: 0");

        assertThat(answer)
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET, HEAD")
                .doesNotContain("parcels");
    }

    @Test
    void head_has_the_headers_and_no_body() throws Exception {
        var answer = RawHttp.ask(server.port(), "HEAD /metrics HTTP/1.1", "Host: localhost");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: ")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:9464", "127.0.0.1", "10.2.3.4:80", "[::1]:9464", "metrics.example"})
    void an_address_and_an_allowed_name_may_be_asked(String host) throws Exception {
        assertThat(RawHttp.ask(server.port(), "GET /metrics HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "cafe.example:80"})
    void a_name_that_someone_else_gave_this_address_is_refused(String host) throws Exception {
        assertThat(RawHttp.ask(server.port(), "GET /metrics HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 421")
                .doesNotContain("parcels");
    }

    @Test
    void headers_are_bounded() throws Exception {
        var answer = RawHttp.ask(server.port(), "GET /metrics HTTP/1.1", "Host: localhost", "X: " + "x".repeat(70_000));

        assertThat(answer).startsWith("HTTP/1.1 431").doesNotContain("parcels").doesNotContain("<");
    }

    @Test
    void sixty_slow_clients_do_not_block_another() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 60; i++) {
                var socket = RawHttp.open(server.port());
                slow.add(socket);
                RawHttp.send(socket, "GET /metrics HTTP/1.1\r\nHost: local");
            }
            assertThat(get("/metrics", "*/*").statusCode()).isEqualTo(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void a_port_in_use_is_named_with_the_remedy() {
        var same = new HttpSettings("another", "127.0.0.1", server.port(), Set.of());

        assertThatThrownBy(() -> MetricsServer.start(same, registry, health()))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("port " + server.port())
                .hasMessageContaining("in use")
                .hasMessageContaining("--port");
    }

    @Test
    void after_closing_the_port_is_free_again() {
        int port = server.port();
        server.close();

        try (var again =
                MetricsServer.start(new HttpSettings("again", "127.0.0.1", port, Set.of()), registry, health())) {
            assertThat(again.port()).isEqualTo(port);
            assertThat(again.uri()).isEqualTo(URI.create("http://127.0.0.1:" + port + "/"));
        }
    }

    private static Health health() {
        return new Health() {
            @Override
            public Optional<String> notLive() {
                return Optional.empty();
            }

            @Override
            public Optional<String> notReady() {
                return Optional.empty();
            }
        };
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(PATIENCE)
                .header("Accept", accept)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}

package nl.klantstem.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A real Prometheus with its data in a test's folder, asked by its HTTP API. */
public final class PrometheusProcess implements AutoCloseable {

    private static final String COMMAND = "prometheus";

    private final ServerProcess server;

    private PrometheusProcess(ServerProcess server) {
        this.server = server;
    }

    /** Skips the test, and says so, where Prometheus is not installed. */
    public static void assumeInstalled() {
        assumeTrue(
                isInstalled(),
                "prometheus is not installed: nothing is checked against a real one (apt-get install prometheus)");
    }

    public static boolean isInstalled() {
        return ServerProcess.isInstalled(COMMAND);
    }

    /** A port of this machine that nobody listens to now. */
    public static int freePort() {
        return ServerProcess.freePort();
    }

    /** Starts one with this configuration and waits until it is ready. */
    public static PrometheusProcess start(Path configuration, Path folder) {
        int port = ServerProcess.freePort();
        return start(port, configuration, folder.resolve("prometheus-" + port), List.of());
    }

    /** The same with further flags, on data that is there. */
    public static PrometheusProcess start(Path configuration, Path data, List<String> flags) {
        return start(ServerProcess.freePort(), configuration, data, flags);
    }

    private static PrometheusProcess start(int port, Path configuration, Path data, List<String> flags) {
        var command = new ArrayList<>(List.of(
                COMMAND,
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + data,
                "--web.listen-address=127.0.0.1:" + port));
        command.addAll(flags);
        return new PrometheusProcess(
                ServerProcess.start(port, data.resolveSibling("prometheus-" + port + ".log"), command));
    }

    public URI address() {
        return server.address();
    }

    /** The samples that an expression has now: each a {@code metric} (its labels) and a {@code value} (time, number as text). */
    public JsonNode query(String expression) {
        return server.post("/api/v1/query", "query=" + encoded(expression))
                .path("data")
                .path("result");
    }

    /** The same at another time. */
    public JsonNode query(String expression, Instant at) {
        return server.post("/api/v1/query", "query=" + encoded(expression) + "&time=" + at.getEpochSecond())
                .path("data")
                .path("result");
    }

    /** The numbers that an expression has now, by their labels in name order. */
    public Map<Map<String, String>, Double> values(String expression) {
        var values = new HashMap<Map<String, String>, Double>();
        query(expression).forEach(sample -> {
            var labels = new TreeMap<String, String>();
            sample.path("metric")
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asText()));
            values.put(labels, sample.path("value").path(1).asDouble());
        });
        return values;
    }

    /** The alerts that are pending or firing. */
    public JsonNode alerts() {
        return server.get("/api/v1/alerts").path("data").path("alerts");
    }

    /** The groups of rules, each with its rules, their health and their last error. */
    public JsonNode rules() {
        return server.get("/api/v1/rules").path("data").path("groups");
    }

    /** What is scraped, and how that went last. */
    public JsonNode targets() {
        return server.get("/api/v1/targets").path("data").path("activeTargets");
    }

    /** All that it said. */
    public String log() {
        return server.log();
    }

    @Override
    public void close() {
        server.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

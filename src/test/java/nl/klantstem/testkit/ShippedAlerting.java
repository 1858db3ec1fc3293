package nl.klantstem.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The configuration that ships, with the addresses of a test in it and steps of a second instead of a quarter of a minute; all
 * else is as it ships. A text to replace that is not there is a mistake of the test.
 */
public final class ShippedAlerting {

    private static final Path SHIPPED = Path.of("deploy");

    private final Path folder;

    /** In this folder. */
    public ShippedAlerting(Path folder) {
        this.folder = folder;
    }

    /** Prometheus' configuration: it scrapes these exporters and this pipeline, and tells this Alertmanager. */
    public Path prometheus(List<Integer> exporters, URI pipeline, URI alertmanager) {
        String replicas = String.join(
                "\", \"", exporters.stream().map(port -> "127.0.0.1:" + port).toList());
        copy(SHIPPED.resolve("prometheus/rules"));
        write("prometheus/targets/exporter.yml", Map.of("localhost:9464", replicas));
        write("prometheus/targets/pipeline.yml", Map.of("localhost:9465", pipeline.getAuthority()));
        write("prometheus/targets/alertmanager.yml", Map.of("localhost:9093", alertmanager.getAuthority()));
        return write(
                "prometheus/prometheus.yml",
                Map.of(
                        "scrape_interval: 15s",
                        "scrape_interval: 1s",
                        "evaluation_interval: 15s",
                        "evaluation_interval: 1s"));
    }

    /** Alertmanager's configuration: all messages, pages and heartbeats go to this webhook. */
    public Path alertmanager(URI webhook) {
        copy(SHIPPED.resolve("alertmanager/templates"));
        try {
            Path secret = Files.writeString(folder.resolve("chat_url"), webhook + "/chat");
            return write(
                    "alertmanager/alertmanager.yml",
                    Map.of(
                            "/etc/klantstem/chat_url",
                            secret.toString(),
                            "http://localhost:9099",
                            webhook.toString(),
                            "group_interval: 1m",
                            "group_interval: 2s",
                            "group_wait: 10s",
                            "group_wait: 2s"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String name, Map<String, String> replacements) {
        try {
            String text = Files.readString(SHIPPED.resolve(name));
            for (var replacement : replacements.entrySet()) {
                if (!text.contains(replacement.getKey())) {
                    throw new AssertionError(name + " does not have " + replacement.getKey());
                }
                text = text.replace(replacement.getKey(), replacement.getValue());
            }
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path from) {
        Path to = folder.resolve(SHIPPED.relativize(from));
        try (var files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

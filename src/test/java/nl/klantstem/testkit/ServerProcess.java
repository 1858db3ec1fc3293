package nl.klantstem.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.klantstem.topic.Json;

/** A server that is installed on this machine, run for a test on 127.0.0.1, and ended by its own process when closed. */
final class ServerProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final Duration TO_STOP = Duration.ofSeconds(15);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 50;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final Process process;
    private final Path log;

    private ServerProcess(URI address, Process process, Path log) {
        this.address = address;
        this.process = process;
        this.log = log;
    }

    /** Whether a command can be run here. */
    static boolean isInstalled(String command) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** A port of this machine that nobody listens to now. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command that listens to this port, and waits until it is ready. */
    static ServerProcess start(int port, Path log, List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var server = new ServerProcess(URI.create("http://127.0.0.1:" + port), process, log);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    /** What a GET of this path (with its query) answers, as JSON. */
    JsonNode get(String path) {
        return json(
                HttpRequest.newBuilder(address.resolve(path)).timeout(TO_ANSWER).build());
    }

    /** What a POST of a form to this path answers, as JSON. */
    JsonNode post(String path, String form) {
        return json(HttpRequest.newBuilder(address.resolve(path))
                .timeout(TO_ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode json(HttpRequest request) {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body().isBlank() ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + TO_START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new AssertionError("does not start: " + log());
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                close();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(address.resolve("/-/ready"))
                    .timeout(TO_ANSWER)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

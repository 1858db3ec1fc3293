package nl.klantstem.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.klantstem.topic.Json;

/** Takes whatever JSON is posted to it, at any path, and keeps it in the order in which it came. */
public final class Webhook implements AutoCloseable {

    /** What was posted, and to which path. */
    public record Post(String path, JsonNode body) {}

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private Webhook(HttpServer server) {
        this.server = server;
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
                posts.add(new Post(exchange.getRequestURI().getPath(), body));
                byte[] answer = "ok".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    /** Listens to a free port of this machine. */
    public static Webhook open() {
        try {
            return new Webhook(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Post> posts() {
        return List.copyOf(posts);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package nl.klantstem.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A real Alertmanager, alone, with its data in a test's folder, asked by its HTTP API. */
public final class AlertmanagerProcess implements AutoCloseable {

    /** As Debian calls it, and as everybody else does. */
    private static final List<String> COMMANDS = List.of("prometheus-alertmanager", "alertmanager");

    private final ServerProcess server;

    private AlertmanagerProcess(ServerProcess server) {
        this.server = server;
    }

    /** Skips the test, and says so, where Alertmanager is not installed. */
    public static void assumeInstalled() {
        assumeTrue(
                command().findAny().isPresent(),
                "alertmanager is not installed: nothing is sent through a real one"
                        + " (apt-get install prometheus-alertmanager)");
    }

    /** Starts one with this configuration and waits until it is ready. */
    public static AlertmanagerProcess start(Path configuration, Path folder) {
        int port = ServerProcess.freePort();
        return new AlertmanagerProcess(ServerProcess.start(
                port,
                folder.resolve("alertmanager-" + port + ".log"),
                List.of(
                        command().findFirst().orElseThrow(),
                        "--config.file=" + configuration,
                        "--storage.path=" + folder.resolve("alertmanager-" + port),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")));
    }

    public URI address() {
        return server.address();
    }

    /** The alerts that it holds: labels, annotations, and in {@code status} whether they are silenced or inhibited. */
    public JsonNode alerts() {
        return server.get("/api/v2/alerts");
    }

    /** All that it said. */
    public String log() {
        return server.log();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Stream<String> command() {
        return COMMANDS.stream().filter(ServerProcess::isInstalled);
    }
}

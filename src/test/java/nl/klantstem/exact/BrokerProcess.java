package nl.klantstem.exact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kafka.Kafka;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One of several Kafka brokers, each with its controller, in a process of its own; its data outlives it. */
final class BrokerProcess implements AutoCloseable {

    private static final String CLUSTER = "klantstem-under-faults";

    private final Path folder;
    private final Path properties;
    private Process process;

    private BrokerProcess(Path folder, Path properties) throws IOException {
        this.folder = folder;
        this.properties = properties;
        start();
    }

    /**
     * Starts one on a new folder.
     *
     * @param node from 1
     * @param ports of all nodes: where clients connect
     * @param controllers of all nodes: where controllers meet
     */
    static BrokerProcess start(Path folder, int node, List<Integer> ports, List<Integer> controllers) throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        var formatter = new Formatter()
                .setPrintStream(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .setNodeId(node)
                .setClusterId(CLUSTER)
                .setDirectories(List.of(data.toString()))
                .setMetadataLogDirectory(Optional.of(data.toString()))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER");
        formatter.run();
        var voters = new StringBuilder();
        for (int i = 0; i < controllers.size(); i++) {
            voters.append(i == 0 ? "" : ",").append(i + 1).append("@127.0.0.1:").append(controllers.get(i));
        }
        var properties = Files.writeString(folder.resolve("server.properties"), """
                process.roles=broker,controller
                node.id=%d
                log.dirs=%s
                listeners=BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                controller.quorum.voters=%s
                default.replication.factor=3
                min.insync.replicas=2
                offsets.topic.num.partitions=6
                offsets.topic.replication.factor=3
                transaction.state.log.num.partitions=6
                transaction.state.log.replication.factor=3
                transaction.state.log.min.isr=2
                transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
                group.initial.rebalance.delay.ms=0
                auto.create.topics.enable=false
                unclean.leader.election.enable=false
                log.cleaner.dedupe.buffer.size=4194304
                log.retention.ms=-1
                log.message.timestamp.after.max.ms=9223372036854775807
                message.max.bytes=8388608
                replica.lag.time.max.ms=6000
                """.formatted(
                        node, data, ports.get(node - 1), controllers.get(node - 1), voters));
        return new BrokerProcess(folder, properties);
    }

    /** Starts it again on its data. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Asks it to end, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            close();
        }
    }

    /** Ends it at once: SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process: runs until it is killed, or whoever started it is gone. */
    public static void main(String... args) {
        var starter = ProcessHandle.current().parent().orElseThrow();
        starter.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
        Kafka.main(args);
    }
}

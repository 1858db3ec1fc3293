package nl.klantstem.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.FaultHandlerFactory;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import scala.Tuple2;

/**
 * A real Kafka broker with its controller inside this process, on a free port of 127.0.0.1; its data stays in a folder and
 * is there again after a restart. All that is internal to Kafka's server is in this class.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    /** Lets the logging keep quiet about what an orderly end looks like from inside. */
    private static final String LOG_FILTER = "embedded-broker";

    private static final int NODE_ID = 1;
    private static final String HOST = "127.0.0.1";
    private static final String BROKER_LISTENER = "BROKER";
    private static final String CONTROLLER_LISTENER = "CONTROLLER";

    private final Metrics metrics = new Metrics();
    private @Nullable ControllerServer controller;
    private @Nullable BrokerServer broker;
    private @Nullable FileChannel lockFile;

    private EmbeddedBroker() {}

    /**
     * Starts a broker on the data in a folder, which is made and formatted when it is new.
     *
     * @param overrides broker settings beside or instead of ours
     */
    public static EmbeddedBroker start(Path dir, Map<String, String> overrides) {
        EmbeddedBroker embedded = new EmbeddedBroker();
        try {
            embedded.run(dir, overrides);
            return embedded;
        } catch (Throwable failed) {
            try {
                embedded.close();
            } catch (RuntimeException | LinkageError alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            if (failed instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(
                    "the embedded broker did not start on " + dir + ": " + failed.getMessage(), failed);
        }
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        if (broker == null) {
            throw new IllegalStateException("the embedded broker is closed");
        }
        return HOST + ":" + broker.boundPort(ListenerName.normalised(BROKER_LISTENER));
    }

    /** Stops the broker, then its controller; the data stays. */
    @Override
    public void close() {
        BrokerServer runningBroker = broker;
        ControllerServer runningController = controller;
        broker = null;
        controller = null;
        MDC.put(LOG_FILTER, "closing");
        try {
            stop(runningBroker, runningController);
        } finally {
            MDC.remove(LOG_FILTER);
            metrics.close();
            release();
        }
    }

    private static void stop(@Nullable BrokerServer runningBroker, @Nullable ControllerServer runningController) {
        try {
            if (runningBroker != null) {
                runningBroker.shutdown();
                runningBroker.awaitShutdown();
            }
        } finally {
            if (runningController != null) {
                runningController.shutdown();
                runningController.awaitShutdown();
            }
        }
    }

    private void release() {
        try {
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give back the lock of the broker's folder", e);
        }
    }

    private void run(Path dir, Map<String, String> overrides) throws Exception {
        Path data = Files.createDirectories(dir.toAbsolutePath());
        lock(data);
        if (!Files.exists(data.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            format(data);
        }
        KafkaConfig config = KafkaConfig.fromProps(settings(data, overrides), false);
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> initialised =
                KafkaRaftServer.initializeLogDirs(config, LOG, "");
        SharedServer shared = new SharedServer(
                config,
                initialised._1(),
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(Map.of()),
                QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
                faultHandlers(),
                ServerSocketFactory.INSTANCE);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), initialised._2());
        broker = new BrokerServer(shared);
        controller.startup();
        broker.startup();
    }

    /** Kafka locks its folder only when the controller already writes in it. */
    private void lock(Path data) throws IOException {
        lockFile =
                FileChannel.open(data.resolve(".embedded.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked;
        try {
            locked = lockFile.tryLock() != null;
        } catch (OverlappingFileLockException here) {
            locked = false;
        }
        if (!locked) {
            throw new IOException("another embedded broker runs on this folder; stop it or take another folder");
        }
    }

    private static void format(Path data) throws Exception {
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        new Formatter()
                .setPrintStream(new PrintStream(talk, true, StandardCharsets.UTF_8))
                .setNodeId(NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(data.toString()))
                .setMetadataLogDirectory(Optional.of(data.toString()))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(CONTROLLER_LISTENER)
                .setHasDynamicQuorum(true)
                .setInitialControllers(DynamicVoters.parse(NODE_ID + "@" + HOST + ":0:" + Uuid.randomUuid()))
                .run();
    }

    private static Properties settings(Path data, Map<String, String> overrides) {
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", Integer.toString(NODE_ID));
        p.put("log.dirs", data.toString());
        p.put("listeners", BROKER_LISTENER + "://" + HOST + ":0," + CONTROLLER_LISTENER + "://" + HOST + ":0");
        p.put("listener.security.protocol.map", BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        p.put("inter.broker.listener.name", BROKER_LISTENER);
        p.put("controller.listener.names", CONTROLLER_LISTENER);
        p.put("controller.quorum.bootstrap.servers", HOST + ":0");
        for (String log : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            p.put(log + ".num.partitions", "4");
            p.put(log + ".replication.factor", "1");
        }
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("auto.create.topics.enable", "false");
        p.put("log.cleaner.dedupe.buffer.size", "4194304");
        p.put("log.retention.ms", "-1");
        p.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        p.put("message.max.bytes", "2097152");
        p.putAll(overrides);
        return p;
    }

    /** Faults are logged and the process lives on: the caller decides what to do, never Kafka. */
    private static FaultHandlerFactory faultHandlers() {
        return (name, fatal, action) -> (message, cause) -> {
            LOG.error("embedded broker: fault in {}: {}", name, message, cause);
            action.run();
            return new IllegalStateException("fault in " + name + ": " + message, cause);
        };
    }
}

package nl.klantstem.exact;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;

/** Three Kafka brokers that hold every record three times. */
final class Brokers implements AutoCloseable {

    static final int NUMBER = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<Integer> ports;
    private final List<BrokerProcess> brokers = new ArrayList<>();

    private Brokers(List<Integer> ports) {
        this.ports = ports;
    }

    static Brokers start(Path folder) throws Exception {
        List<Integer> free = freePorts(2 * NUMBER);
        var started = new Brokers(free.subList(0, NUMBER));
        try {
            for (int node = 1; node <= NUMBER; node++) {
                started.brokers.add(BrokerProcess.start(
                        folder.resolve("broker-" + node), node, started.ports, free.subList(NUMBER, 2 * NUMBER)));
            }
            started.awaitAll();
            return started;
        } catch (Exception e) {
            started.close();
            throw e;
        }
    }

    String servers() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    Map<String, Object> connection() {
        return Map.of("bootstrap.servers", servers());
    }

    BrokerProcess get(int index) {
        return brokers.get(index);
    }

    /** Waits until all are there, and each partition has all its copies again: then one may be lost. */
    void awaitAll() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var admin = Admin.create(connection())) {
            while (!isListening() || !isWhole(admin)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the brokers are not whole after " + PATIENCE.toSeconds() + " s");
                }
                Thread.sleep(200);
            }
        }
    }

    /** A broker takes connections once it has read its data. */
    private boolean isListening() {
        return ports.stream().allMatch(port -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static boolean isWhole(Admin admin) throws InterruptedException {
        try {
            if (admin.describeCluster().nodes().get().size() < NUMBER) {
                return false;
            }
            var topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition ->
                            partition.isr().size() == partition.replicas().size());
        } catch (ExecutionException e) {
            return false;
        }
    }

    private static List<Integer> freePorts(int number) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < number; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    @Override
    public void close() {
        brokers.forEach(BrokerProcess::close);
    }
}

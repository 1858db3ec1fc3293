package nl.klantstem.exact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import nl.klantstem.app.PipelineSettings.Guarantee;
import nl.klantstem.app.PipelineSettings.Store;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Keeps two instances of a pipeline running on three brokers, and strikes them, and the brokers, one fault after another. */
final class Faults implements AutoCloseable {

    /** What can happen. All of it mends itself, or is mended by what restarts processes. */
    enum Fault {
        INSTANCE_KILLED,
        INSTANCE_KILLED_AND_ITS_DISK_LOST,
        INSTANCE_PAUSED_BEYOND_ITS_SESSION,
        INSTANCE_STOPPED,
        BROKER_KILLED,
        BROKER_STOPPED,
        BROKER_PAUSED,
        INSTANCE_AND_BROKER_KILLED
    }

    /** A fault, and the instance or broker that it strikes. */
    record Strike(Fault fault, int target) {}

    private static final int INSTANCES = 2;
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final Duration INSTANCE_PAUSE = Duration.ofSeconds(8);
    private static final Duration BROKER_PAUSE = Duration.ofSeconds(12);

    private final Brokers brokers;
    private final Topics topics;
    private final Path dir;
    private final Instant from;
    private final Duration span;
    private final List<Strike> strikes;
    private final Random random;
    private final PipelineProcess[] instances = new PipelineProcess[INSTANCES];
    private final Thread thread = new Thread(this::run, "faults");
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile int begun;
    private volatile int struck;
    private volatile boolean over;
    private int endedByThemselves;

    /**
     * @param span of recorded time, from {@code from} on, over which the faults are spread
     */
    Faults(long seed, int number, Brokers brokers, Topics topics, Path dir, Instant from, Duration span)
            throws IOException {
        this.brokers = brokers;
        this.topics = topics;
        this.dir = dir;
        this.from = from;
        this.span = span;
        this.random = new Random(seed);
        this.strikes = strikes(random, number);
        for (int i = 0; i < INSTANCES; i++) {
            Files.createDirectories(folder(i));
            Files.copy(dir.resolve("pseudonym.key"), folder(i).resolve("pseudonym.key"));
            instances[i] = start(i);
        }
        thread.start();
    }

    /** Each fault before any comes a second time, in an order of chance. */
    static List<Strike> strikes(Random random, int number) {
        var strikes = new ArrayList<Strike>();
        while (strikes.size() < number) {
            var round = new ArrayList<>(List.of(Fault.values()));
            Collections.shuffle(round, random);
            for (Fault fault : round) {
                strikes.add(new Strike(fault, random.nextInt(INSTANCES * Brokers.NUMBER)));
            }
        }
        return List.copyOf(strikes.subList(0, number));
    }

    int struck() {
        return struck;
    }

    /** How often an instance ended without being struck. */
    int endedByThemselves() {
        return endedByThemselves;
    }

    @Nullable
    Throwable failure() {
        return failure.get();
    }

    private void run() {
        try (var progress = new ProgressWatch(brokers.connection(), topics)) {
            for (Strike strike : strikes) {
                var moment = moment(begun);
                while (!over && progress.finals().filter(moment::isBefore).isEmpty()) {
                    keepAlive();
                    progress.poll(Duration.ofMillis(20));
                }
                if (over) {
                    return;
                }
                Thread.sleep(random.nextInt(1_000));
                System.out.println("fault " + (struck + 1) + ": " + strike + ", finals out up to "
                        + progress.finals().orElse(null));
                begun = begun + 1;
                long began = System.nanoTime();
                strike(strike.fault(), strike.target() % INSTANCES, strike.target() % Brokers.NUMBER);
                brokers.awaitAll();
                struck = struck + 1;
                System.out.println("  all there again after "
                        + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
            }
            while (!over) {
                keepAlive();
                Thread.sleep(100);
            }
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Is told how far the finals are by who sends the input: it waits here for a fault that is due, not for its end. */
    void pace(Instant finals) {
        try {
            while (!over && failure() == null && begun < strikes.size() && finals.isAfter(moment(begun + 0.5))) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a fault was due", e);
        }
    }

    /** When the fault of this index (from 0) is due, in time of the finals. */
    private Instant moment(double index) {
        return from.plusMillis((long) (span.toMillis() * (index + 1) / (strikes.size() + 1)));
    }

    private void strike(Fault fault, int instance, int broker) throws Exception {
        switch (fault) {
            case INSTANCE_KILLED -> {
                instances[instance].close();
                Thread.sleep(AWAY.toMillis());
                instances[instance] = start(instance);
            }
            case INSTANCE_KILLED_AND_ITS_DISK_LOST -> {
                instances[instance].close();
                delete(folder(instance).resolve("state"));
                instances[instance] = start(instance);
            }
            case INSTANCE_PAUSED_BEYOND_ITS_SESSION -> pause(instances[instance].pid(), INSTANCE_PAUSE);
            case INSTANCE_STOPPED -> {
                instances[instance].stop();
                instances[instance] = start(instance);
            }
            case BROKER_KILLED -> {
                brokers.get(broker).close();
                Thread.sleep(AWAY.toMillis());
                brokers.get(broker).start();
            }
            case BROKER_STOPPED -> {
                brokers.get(broker).stop();
                brokers.get(broker).start();
            }
            case BROKER_PAUSED -> pause(brokers.get(broker).pid(), BROKER_PAUSE);
            case INSTANCE_AND_BROKER_KILLED -> {
                instances[instance].close();
                brokers.get(broker).close();
                Thread.sleep(AWAY.toMillis());
                brokers.get(broker).start();
                instances[instance] = start(instance);
            }
        }
    }

    /** Goes on whatever becomes of this process. */
    private static void pause(long pid, Duration length) throws Exception {
        int exit = new ProcessBuilder(
                        "sh", "-c", "kill -STOP %1$d; sleep %2$d; kill -CONT %1$d".formatted(pid, length.toSeconds()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("process " + pid + " could not be paused");
        }
    }

    private void keepAlive() throws IOException {
        for (int i = 0; i < INSTANCES; i++) {
            if (!instances[i].isAlive()) {
                endedByThemselves++;
                System.out.println("instance " + i + " ended by itself and is started again; its last errors:");
                errors(i).stream().skip(Math.max(0, errors(i).size() - 6)).forEach(System.out::println);
                instances[i] = start(i);
            }
        }
    }

    private List<String> errors(int instance) throws IOException {
        return Files.readAllLines(instances[instance].log().toPath()).stream()
                .filter(line -> line.contains(" ERROR ") || line.startsWith("Caused by"))
                .toList();
    }

    private PipelineProcess start(int instance) throws IOException {
        return PipelineProcess.start(
                brokers.servers(), topics.prefix(), Store.ROCKSDB, Guarantee.EXACTLY_ONCE, folder(instance), null);
    }

    private Path folder(int instance) {
        return dir.resolve("instance-" + instance);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> {
                try {
                    Files.delete(each);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (PipelineProcess instance : instances) {
            instance.close();
        }
    }
}

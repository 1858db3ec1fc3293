package nl.klantstem.exact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import nl.klantstem.app.PipelineSettings.Guarantee;
import nl.klantstem.app.PipelineSettings.Store;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Keeps a pipeline running, and kills it now and then. */
final class Killer implements AutoCloseable {

    /**
     * When it strikes.
     *
     * @param from recorded time
     * @param span of recorded time over which the kills are spread
     * @param every as for a replay: finals only at these moments; null for each minute
     */
    record Plan(
            long seed,
            Instant from,
            Duration span,
            int kills,
            @Nullable Duration every) {}

    private final Plan plan;
    private final Random random;
    private final String servers;
    private final Store store;
    private final Topics topics;
    private final Path dir;
    private final Thread thread = new Thread(this::run, "killer");
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile PipelineProcess pipeline;
    private volatile int kills;
    private volatile boolean over;

    Killer(Plan plan, String servers, Store store, Topics topics, Path dir) throws Exception {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.servers = servers;
        this.store = store;
        this.topics = topics;
        this.dir = dir;
        this.pipeline = start();
        thread.start();
    }

    int kills() {
        return kills;
    }

    @Nullable
    Throwable failure() {
        return failure.get();
    }

    /** Is told how far the finals are by who sends the input: it waits here, so that none of the kills comes after the end. */
    void pace(Instant finals) {
        try {
            while (!over && failure() == null && kills < plan.kills() && finals.isAfter(moment(plan.kills()))) {
                pause(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a kill was due", e);
        }
    }

    /** When the kill of this number (from 1) is due, in time of the finals. */
    private Instant moment(int kill) {
        return plan.from().plus(plan.span().multipliedBy(kill).dividedBy(plan.kills() + 1));
    }

    private PipelineProcess start() throws Exception {
        return PipelineProcess.start(servers, topics.prefix(), store, Guarantee.EXACTLY_ONCE, dir, plan.every());
    }

    /** Each kill at a moment of chance after a part of the finals is out; the last but one may strike while it restores. */
    private void run() {
        try (var progress = new ProgressWatch(Map.of("bootstrap.servers", servers), topics)) {
            for (int kill = 1; kill <= plan.kills() && !over; kill++) {
                var moment = moment(kill);
                while (!over && progress.finals().filter(moment::isBefore).isEmpty()) {
                    checkAlive();
                    progress.poll(Duration.ofMillis(20));
                }
                pause(random.nextInt(400));
                killAndStart("finals out up to " + progress.finals().orElse(null));
                if (kill % 2 == 1 && ++kill <= plan.kills()) {
                    pause(2_000 + random.nextInt(9_000));
                    killAndStart("soon after a start");
                }
            }
            while (!over) {
                checkAlive();
                pause(100);
            }
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        }
    }

    private void killAndStart(String when) throws Exception {
        checkAlive();
        pipeline.close();
        kills = kills + 1;
        System.out.println("seed " + plan.seed() + ", " + store + ": kill " + kills + ", " + when);
        pipeline = start();
    }

    /** What the pipelines warned of, for whoever looks for the cause of a wrong result. */
    List<String> warnings() throws IOException {
        return Files.readAllLines(pipeline.log().toPath()).stream()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .toList();
    }

    private void checkAlive() throws Exception {
        if (!pipeline.isAlive()) {
            Files.readAllLines(pipeline.log().toPath()).forEach(System.out::println);
            throw new IllegalStateException("the pipeline ended by itself; its log is above");
        }
    }

    private static void pause(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pipeline.close();
    }
}

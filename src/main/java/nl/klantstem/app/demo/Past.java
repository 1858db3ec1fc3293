package nl.klantstem.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nl.klantstem.app.Stop;
import nl.klantstem.replay.Merger;
import nl.klantstem.replay.ProgressWatch;
import nl.klantstem.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Loads the shop's past through the pipeline at full speed, and says how far it is. */
final class Past {

    private final Topics topics;
    private final Screen screen;
    private final Stop stop;

    Past(Topics topics, Screen screen, Stop stop) {
        this.topics = topics;
        this.screen = screen;
        this.stop = stop;
    }

    /** Returns when all windows up to now are counted, or when it is asked to stop. */
    void load(String servers, History history, Instant now, Supplier<@Nullable Throwable> failure) {
        long begun = System.nanoTime();
        var sent = new AtomicLong();
        Map<String, Object> connection = Map.of("bootstrap.servers", servers);
        try (var progress = new ProgressWatch(connection, topics);
                var merger = new Merger(
                        connection,
                        topics,
                        Merger.Limits.DEFAULT,
                        progress,
                        () -> stop.asked() ? stop.reason() : failure.get())) {
            merger.run(history, new Merger.Finish(now, now.minus(Duration.ofMinutes(2))), (records, recordedAt) -> {
                sent.set(records);
                screen.progress(String.format(Locale.ROOT, "  %.10s, %,d records", recordedAt, records));
            });
        } catch (IllegalStateException e) {
            if (stop.asked()) {
                return;
            }
            throw e;
        }
        screen.say(
                String.format(Locale.ROOT, "  %,d records in %.1f s", sent.get(), (System.nanoTime() - begun) / 1e9));
    }
}

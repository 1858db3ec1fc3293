package nl.klantstem.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import nl.klantstem.app.Stop;
import nl.klantstem.replay.Merger;
import nl.klantstem.replay.ProgressWatch;
import org.jspecify.annotations.Nullable;

/** Loads the shop's past through a pipeline at full speed, and says how far it is. */
final class Past {

    /** What became known in the last minutes is counted with what happens next. */
    private static final Duration LEFT_OPEN = Duration.ofMinutes(2);

    private final Ground ground;
    private final Screen screen;
    private final Stop stop;
    private long loaded;

    Past(Ground ground, Screen screen, Stop stop) {
        this.ground = ground;
        this.screen = screen;
        this.stop = stop;
    }

    /**
     * Returns when all windows up to then are counted, or when it is asked to stop.
     *
     * @param every how often the pipeline publishes finals; null for as live
     * @param failure why the pipeline stopped, when it did
     */
    void load(History history, Instant upTo, @Nullable Duration every, Supplier<@Nullable Throwable> failure) {
        long before = loaded;
        try (var progress = new ProgressWatch(ground.connection(), Ground.TOPICS);
                var merger = new Merger(
                        ground.connection(),
                        Ground.TOPICS,
                        Merger.Limits.of(every),
                        progress,
                        () -> stop.asked() ? stop.reason() : failure.get())) {
            var finish = new Merger.Finish(upTo, upTo.minus(LEFT_OPEN));
            merger.run(history.upTo(upTo), finish, (records, recordedAt) -> {
                loaded = before + records;
                screen.progress(String.format(Locale.ROOT, "  %.10s, %,d records", recordedAt, loaded));
            });
        } catch (IllegalStateException e) {
            if (!stop.asked()) {
                throw e;
            }
        }
    }

    /** How many records there are now. */
    long loaded() {
        return loaded;
    }
}

package nl.klantstem.expose.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import nl.klantstem.expose.board.Board;
import org.jspecify.annotations.Nullable;

/** The board of now: made when somebody asks, and at most once a second however many ask. */
final class Now {

    /** A little less than the pace of the events, so that each finds a new one. */
    private static final long HOLDS_NANOS = Duration.ofMillis(900).toNanos();

    private final Supplier<Board> boards;
    private final Clock clock;
    private @Nullable Snapshot last;
    private long madeAt;

    /** A board with the moment it was made at. */
    record Snapshot(Board board, Instant at) {}

    Now(Supplier<Board> boards, Clock clock) {
        this.boards = boards;
        this.clock = clock;
    }

    synchronized Snapshot look() {
        long now = System.nanoTime();
        if (last == null || now - madeAt >= HOLDS_NANOS) {
            madeAt = now;
            last = new Snapshot(boards.get(), clock.instant());
        }
        return last;
    }
}

package nl.klantstem.replay;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when to when records were recorded. A plan reaches as far as it likes, and a measure may be as old as it likes: only
 * where there is nothing else do they say when a history begins and ends.
 */
final class Range {

    private @Nullable Span events;
    private @Nullable Span references;

    /** Epoch milliseconds, both inclusive. */
    private record Span(long first, long last) {

        static Span with(@Nullable Span span, long time) {
            return span == null
                    ? new Span(time, time)
                    : new Span(Math.min(span.first, time), Math.max(span.last, time));
        }
    }

    /** Takes a recorded time in, epoch milliseconds. */
    void take(boolean reference, long recordedAt) {
        if (reference) {
            references = Span.with(references, recordedAt);
        } else {
            events = Span.with(events, recordedAt);
        }
    }

    Optional<Instant> first() {
        return Optional.ofNullable(events == null ? references : events)
                .map(span -> Instant.ofEpochMilli(span.first()));
    }

    Optional<Instant> last() {
        return Optional.ofNullable(events == null ? references : events).map(span -> Instant.ofEpochMilli(span.last()));
    }
}

package nl.klantstem.exact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import nl.klantstem.exact.Reference.Window;
import org.jspecify.annotations.Nullable;

/** When windows begin, and at which moments there are finals of them. */
record Windows(ZoneId zone, @Nullable Duration every) {

    static final Duration ALLOWANCE = Duration.ofMinutes(5);

    Instant start(Window window, Instant to) {
        return window.isDay() ? midnightBefore(to) : to.minus(window.length());
    }

    /** The period before: as long, or the day before up to the same time since midnight. */
    Instant[] before(Window window, Instant to) {
        Instant from = start(window, to);
        if (!window.isDay()) {
            return new Instant[] {from.minus(window.length()), from};
        }
        Instant yesterday = midnightBefore(from);
        Instant same = yesterday.plus(Duration.between(from, to));
        return new Instant[] {yesterday, same.isAfter(from) ? from : same};
    }

    private Instant midnightBefore(Instant to) {
        return to.minusSeconds(1).atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** The next moment of a window's finals; steps of a day are counted from its local midnight. */
    Instant next(Window window, Instant to) {
        Duration step = every == null || every.compareTo(window.slide()) < 0 ? window.slide() : every;
        if (step.compareTo(Duration.ofHours(1)) <= 0) {
            return to.plus(step);
        }
        var midnight = to.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
        var tomorrow =
                to.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        if (step.compareTo(Duration.ofDays(1)) >= 0) {
            return tomorrow;
        }
        long steps = Duration.between(midnight, to).dividedBy(step) + 1;
        var next = midnight.plus(step.multipliedBy(steps));
        return next.isAfter(tomorrow) ? tomorrow : next;
    }
}

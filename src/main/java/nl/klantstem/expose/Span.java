package nl.klantstem.expose;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** For which windows a figure is shown: only those in which it says something, for each one costs a series. */
enum Span {
    /** Cumulative totals: no window at all. */
    EVER,
    ALL,
    /** From an hour to 28 days, and today. */
    UP_TO_A_MONTH,
    /** From a day to 28 days. */
    DAY_TO_A_MONTH,
    /** The same, and today. */
    TODAY_TO_A_MONTH,
    /** From seven to 28 days: what takes days to be decided, or is told by few. */
    WEEK_TO_A_MONTH,
    /** The longest that the catalogue has of up to 28 days. */
    LONGEST_UP_TO_A_MONTH,
    /** The longest that the catalogue has: all that is known. */
    LONGEST,
    /** Not the windows themselves, but what lies between them: how old something is. */
    AGES;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(28);

    /** Whether a window of this length may be in; null for the local day. */
    boolean includes(@Nullable Duration length) {
        return switch (this) {
            case EVER -> false;
            case ALL -> true;
            case UP_TO_A_MONTH -> length == null || length.compareTo(MONTH) <= 0;
            case DAY_TO_A_MONTH -> length != null && length.compareTo(DAY) >= 0 && length.compareTo(MONTH) <= 0;
            case TODAY_TO_A_MONTH -> length == null || DAY_TO_A_MONTH.includes(length);
            case WEEK_TO_A_MONTH -> length != null && length.compareTo(WEEK) >= 0 && length.compareTo(MONTH) <= 0;
            case LONGEST -> length != null;
            case LONGEST_UP_TO_A_MONTH, AGES -> length != null && length.compareTo(MONTH) <= 0;
        };
    }
}

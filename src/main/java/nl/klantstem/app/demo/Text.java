package nl.klantstem.app.demo;

import java.util.Locale;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.Share;
import org.jspecify.annotations.Nullable;

/** Figures as they stand in the table; a dash where there is none. */
final class Text {

    static final String NONE = "-";

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;

    private Text() {}

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String plain(double number) {
        return number == Math.rint(number) ? whole((long) number) : String.valueOf(number);
    }

    static String signed(@Nullable Double number) {
        return number == null ? NONE : String.format(Locale.ROOT, "%+.1f", number);
    }

    static String oneDecimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    /** Half of an interval, as what is added and taken off. */
    static String margin(Interval interval) {
        return String.format(Locale.ROOT, "+-%.1f", (interval.high() - interval.low()) / 2);
    }

    /** A share with its interval, and of how many. */
    static String share(Share share) {
        return shareAlone(share) + " of " + whole(share.whole());
    }

    /** A share with its interval. */
    static String shareAlone(Share share) {
        return String.format(
                Locale.ROOT,
                "%.1f%% (%.1f to %.1f)",
                100 * share.share(),
                100 * share.interval().low(),
                100 * share.interval().high());
    }

    /** A part of a whole; none of nothing. */
    static String percent(long part, long whole) {
        return whole == 0 ? NONE : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }

    /** By how much it is more or less than before; none where there was nothing. */
    static String change(long now, long before) {
        return before == 0 ? NONE : String.format(Locale.ROOT, "%+.0f%%", 100.0 * (now - before) / before);
    }

    /** A time in the unit in which it is a small number. */
    static String time(double seconds) {
        if (seconds < 2 * MINUTE) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        if (seconds < 2 * HOUR) {
            return String.format(Locale.ROOT, "%.0f min", seconds / MINUTE);
        }
        return seconds < 2 * DAY
                ? String.format(Locale.ROOT, "%.1f h", seconds / HOUR)
                : String.format(Locale.ROOT, "%.1f d", seconds / DAY);
    }
}

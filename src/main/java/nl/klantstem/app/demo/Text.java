package nl.klantstem.app.demo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as they stand in the table; a dash where there is none. */
final class Text {

    static final String NONE = "-";

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

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
        return seconds < 2 * HOUR
                ? String.format(Locale.ROOT, "%.0f min", seconds / MINUTE)
                : String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
    }
}

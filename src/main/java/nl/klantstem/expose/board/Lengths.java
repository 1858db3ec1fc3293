package nl.klantstem.expose.board;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import nl.klantstem.contract.catalogue.WindowSpec;
import org.jspecify.annotations.Nullable;

/** Which rolling windows the board looks at: of those that a catalogue keeps, the nearest to an hour, a day, 1 and 4 weeks. */
record Lengths(String hour, String day, String week, String month) {

    static Lengths of(List<WindowSpec> windows) {
        return new Lengths(
                nearest(windows, Duration.ofHours(1)),
                nearest(windows, Duration.ofDays(1)),
                nearest(windows, Duration.ofDays(7)),
                nearest(windows, Duration.ofDays(28)));
    }

    private static String nearest(List<WindowSpec> windows, Duration wished) {
        return windows.stream()
                .filter(window -> window.length() != null && window.name() != null)
                .min(Comparator.comparingDouble(window -> distance(window.length(), wished)))
                .map(window -> Objects.requireNonNullElse(window.name(), ""))
                .orElse("");
    }

    private static double distance(@Nullable Duration length, Duration wished) {
        return length == null ? Double.MAX_VALUE : Math.abs(Math.log((double) length.toSeconds() / wished.toSeconds()));
    }
}

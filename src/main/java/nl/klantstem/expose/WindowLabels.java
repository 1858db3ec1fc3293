package nl.klantstem.expose;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/** How the windows of the catalogue are called in labels: 1h 6h 24h 7d 28d 90d, and today for the local day. */
final class WindowLabels {

    static final String TODAY = "today";
    private static final int HOURS_UP_TO = 24;
    private static final Duration LAST = Duration.ofDays(Integer.MAX_VALUE);

    /** A window with its length; null for the local day. */
    private record Named(String label, @Nullable Duration length) {}

    private final Map<String, Named> windows = new LinkedHashMap<>();

    WindowLabels(Collection<WindowSpec> specs) {
        for (var spec : specs) {
            var length = spec.type() == Window.Type.DAY ? null : spec.length();
            var label = label(spec.type(), length);
            windows.put(label, new Named(label, length));
        }
    }

    /** The windows for which figures of this span are shown, the shortest first, and today. */
    List<String> in(Span span) {
        List<String> labels = windows.values().stream()
                .filter(window -> span.includes(window.length()))
                .sorted(Comparator.comparing(window -> Objects.requireNonNullElse(window.length(), LAST)))
                .map(Named::label)
                .toList();
        return span == Span.LONGEST || span == Span.LONGEST_UP_TO_A_MONTH
                ? labels.subList(Math.max(0, labels.size() - 1), labels.size())
                : labels;
    }

    /** The label of an insight's window; nothing when it is none of the catalogue's. */
    Optional<String> of(InsightKey key) {
        try {
            var label = label(key.type(), key.length() == null ? null : Duration.parse(key.length()));
            return Optional.of(label).filter(windows::containsKey);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String label(Window.Type type, @Nullable Duration length) {
        if (type == Window.Type.DAY) {
            return TODAY;
        }
        if (length == null) {
            return "";
        }
        if (length.toMinutes() % 60 != 0) {
            return length.toMinutes() + "m";
        }
        return length.toHours() <= HOURS_UP_TO || length.toHours() % 24 != 0
                ? length.toHours() + "h"
                : length.toDays() + "d";
    }
}

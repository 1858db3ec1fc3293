package nl.klantstem.expose;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/** How the windows of the catalogue are called in labels: 1h 6h 24h 7d 28d 90d, and today for the local day. */
final class WindowLabels {

    static final String TODAY = "today";
    private static final int HOURS_UP_TO = 24;

    private final Set<String> labels = new LinkedHashSet<>();

    WindowLabels(Collection<WindowSpec> windows) {
        windows.forEach(window -> labels.add(label(window.type(), window.length())));
    }

    List<String> all() {
        return Collections.unmodifiableList(new ArrayList<>(labels));
    }

    /** The label of an insight's window; nothing when it is none of the catalogue's. */
    Optional<String> of(InsightKey key) {
        try {
            var label = label(key.type(), key.length() == null ? null : Duration.parse(key.length()));
            return Optional.of(label).filter(labels::contains);
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

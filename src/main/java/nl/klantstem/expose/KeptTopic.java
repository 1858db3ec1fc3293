package nl.klantstem.expose;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** The cells of one topic of windowed insights: those that are shown, and no more than the closed lists have room for. */
final class KeptTopic {

    private final Source<?> source;
    private final ShownScopes shown;
    private final WindowLabels windows;
    private final Map<Scope, Cell> cells = new HashMap<>();
    private long overflow;

    KeptTopic(Source<?> source, Programme programme, CatalogueLabels labels) {
        this.source = source;
        this.shown = new ShownScopes(source.topic(), programme, labels);
        this.windows = labels.windows();
    }

    /** Takes an insight, or without a value forgets it. */
    void accept(InsightKey key, byte @Nullable [] value) throws IOException {
        if (value == null) {
            remove(key);
            return;
        }
        @Nullable Shape shape = shown.shape(key.scope());
        if (shape != null) {
            put(key, shape, source.read(shape, value));
        }
    }

    private void put(InsightKey key, Shape shape, Source.Reading reading) {
        var admission = shown.admit(key.scope());
        admission.leaves().forEach(this::evict);
        var window = windows.of(key);
        if (!admission.in() || window.isEmpty()) {
            overflow++;
            return;
        }
        cells.computeIfAbsent(key.scope(), scope -> new Cell(shape, source.totals(shape)))
                .put(
                        window.get(),
                        key.state(),
                        new Cell.Kept(reading.counts(), reading.to(), reading.asOf(), key.date()),
                        reading.totals());
    }

    private void remove(InsightKey key) {
        @Nullable Cell cell = cells.get(key.scope());
        if (cell == null) {
            return;
        }
        windows.of(key).ifPresent(window -> cell.remove(window, key.state(), key.date()));
        if (cell.keys() == 0) {
            cells.remove(key.scope());
        }
    }

    int keys() {
        return cells.values().stream().mapToInt(Cell::keys).sum();
    }

    long overflow() {
        return overflow;
    }

    Map<Scope, Cell.View> view() {
        var view = new LinkedHashMap<Scope, Cell.View>();
        cells.forEach((scope, cell) -> view.put(scope, cell.view()));
        return view;
    }

    private void evict(ShownScopes.Leaves leaves) {
        cells.entrySet().removeIf(entry -> {
            boolean out = leaves.label().equals(entry.getKey().labels().get(leaves.dimension()));
            overflow += out ? entry.getValue().keys() : 0;
            return out;
        });
    }
}

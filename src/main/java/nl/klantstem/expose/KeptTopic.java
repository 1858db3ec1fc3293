package nl.klantstem.expose;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** The cells of one topic of windowed insights: those that are shown, and no more than the closed lists have room for. */
final class KeptTopic<V> {

    private final ShownScopes shown;
    private final WindowLabels windows;
    private final int totals;
    private final Map<Scope, Cell<V>> cells = new HashMap<>();
    private long overflow;

    KeptTopic(ShownScopes shown, WindowLabels windows, int totals) {
        this.shown = shown;
        this.windows = windows;
        this.totals = totals;
    }

    void put(InsightKey key, Cell.Kept<V> value, List<Long> valueTotals) {
        var judgement = shown.judge(key.scope());
        judgement.leaves().forEach(this::evict);
        if (judgement.verdict() == ShownScopes.Verdict.NOT_MEANT) {
            return;
        }
        var window = windows.of(key);
        if (judgement.verdict() == ShownScopes.Verdict.TURNED_AWAY || window.isEmpty()) {
            overflow++;
            return;
        }
        cells.computeIfAbsent(key.scope(), scope -> new Cell<>(totals))
                .put(window.get(), key.state(), value, valueTotals);
    }

    void remove(InsightKey key) {
        @Nullable Cell<V> cell = cells.get(key.scope());
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

    Map<Scope, Cell.View<V>> view() {
        var view = new LinkedHashMap<Scope, Cell.View<V>>();
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

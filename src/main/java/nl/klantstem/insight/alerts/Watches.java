package nl.klantstem.insight.alerts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.catalogue.AlertRules.WatchRule;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Tally;
import nl.klantstem.stats.Direction;
import nl.klantstem.stats.ManyWatches;

/** All scores that are watched: those of the catalogue's journeys from the first, others since they were heard of. */
final class Watches {

    private static final String KNOWN = "watched";

    private final AlertRules rules;
    private final Blocks blocks;
    private final List<WatchRule> narrowestFirst;
    private final SortedMap<String, WatchedScope> watched = new TreeMap<>();
    /** Who watches the answers of a finer scope. */
    private final Map<Scope, List<WatchedScope>> watchers = new HashMap<>();

    private final Set<Scope> unsaved = new LinkedHashSet<>();

    Watches(CatalogueVersion catalogue, Blocks blocks) {
        this.rules = catalogue.alerts();
        this.blocks = blocks;
        this.narrowestFirst = rules.watches().stream()
                .sorted(Comparator.comparingInt(rule -> -rule.scope().size()))
                .toList();
        for (Journey journey : catalogue.journeys()) {
            var answer = new Scope(
                    new TreeMap<>(Map.of(Scope.AUDIENCE, journey.audience().name(), Scope.JOURNEY, journey.id())));
            rules.watches().stream()
                    .filter(rule -> List.of(Scope.JOURNEY).containsAll(rule.scope()))
                    .forEach(rule -> watch(answer, rule));
        }
        blocks.forEach((name, bytes) -> {
            if (name.startsWith(KNOWN)) {
                Scope scope = Cell.parse(name).scope();
                rules.watches().stream()
                        .filter(rule -> WatchedScope.scopeOf(scope, rule).equals(scope))
                        .forEach(rule -> watch(scope, rule));
            }
        });
        unsaved.clear();
    }

    Collection<WatchedScope> all() {
        return Collections.unmodifiableCollection(watched.values());
    }

    WatchedScope named(String name) {
        WatchedScope found = watched.get(name);
        if (found == null) {
            throw new IllegalStateException("an incident of '" + name + "', which is watched no more: the catalogue's"
                    + " alerts were changed; close it by replaying the history under another prefix");
        }
        return found;
    }

    /** Answers of a finer scope became known in the minute that is closing. */
    void hear(Scope answer, Tally scores) {
        watchers.computeIfAbsent(answer, scope -> rules.watches().stream()
                        .map(rule -> watch(scope, rule))
                        .toList())
                .forEach(each -> each.add(answer, scores));
    }

    /**
     * Who is in alarm. The budget is one over all scopes that are watched by one rule (e-BH): of k that change together each
     * needs only 1/k of the evidence that it needs alone. The narrowest scopes come first: they say best what happened.
     */
    List<WatchedScope> inAlarm(Direction direction) {
        var alarms = new ArrayList<WatchedScope>();
        for (WatchRule rule : narrowestFirst) {
            var evidence = new TreeMap<String, Double>();
            watched.forEach((name, each) -> {
                if (each.rule().equals(rule) && !each.isInIncident()) {
                    each.watch()
                            .years(direction)
                            .ifPresent(years ->
                                    evidence.put(name, years * each.tolerance().falseAlarmsPerYear()));
                }
            });
            if (evidence.values().stream().anyMatch(share -> share * evidence.size() >= 1)) {
                ManyWatches.inAlarm(evidence, evidence.size()).forEach(name -> alarms.add(named(name)));
            }
        }
        return alarms;
    }

    void flush(Blocks to) {
        unsaved.forEach(scope -> to.put(new Cell(KNOWN, scope).id(), new byte[] {1}));
        unsaved.clear();
        watched.values().forEach(each -> each.flush(to));
    }

    private WatchedScope watch(Scope answer, WatchRule rule) {
        Scope scope = WatchedScope.scopeOf(answer, rule);
        return watched.computeIfAbsent(WatchedScope.name(scope, rule), name -> {
            unsaved.add(scope);
            return new WatchedScope(scope, rule, rules, blocks);
        });
    }
}

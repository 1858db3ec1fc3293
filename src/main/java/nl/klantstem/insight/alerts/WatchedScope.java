package nl.klantstem.insight.alerts;

import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.catalogue.AlertRules.Tolerance;
import nl.klantstem.contract.catalogue.AlertRules.WatchRule;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.rolling.Tally;
import nl.klantstem.stats.Answers;
import nl.klantstem.stats.Direction;
import nl.klantstem.stats.Watch;
import nl.klantstem.stats.WatchSettings;
import nl.klantstem.stats.WatchState;
import org.jspecify.annotations.Nullable;

/** A score that is watched: what became known of it in the minute that is closing, and the watch. */
final class WatchedScope {

    private static final String PREFIX = "watches/";

    private final String name;
    private final Scope scope;
    private final IdentityHashMap<Scope, String> segments = new IdentityHashMap<>();
    private final WatchRule rule;
    private final Tolerance tolerance;
    private final Watch watch;
    private final StoredNumbers stored;
    private final Answers answers = new Answers();
    private @Nullable String incident;
    private NpsWatch.@Nullable State last;

    WatchedScope(Scope scope, WatchRule rule, AlertRules rules, Blocks blocks) {
        this.name = name(scope, rule);
        this.scope = scope;
        this.rule = rule;
        this.tolerance = rules.tolerance(scope.labels().get(Scope.JOURNEY));
        WatchSettings usual = WatchSettings.USUAL;
        var settings = new WatchSettings(
                tolerance.falseAlarmsPerYear(),
                tolerance.smallestChange(),
                usual.halfLifeDays(),
                usual.quarantineDays(),
                usual.minAnswers(),
                usual.minDays());
        // Other segments are another baseline: a watch with others is learnt anew.
        this.stored = new StoredNumbers(PREFIX + String.join(",", rule.segments()) + "/" + name);
        @Nullable WatchState state = stored.read(blocks);
        this.watch = state == null ? new Watch(settings, EnumSet.allOf(Direction.class)) : new Watch(settings, state);
    }

    /** The scope that an answer of another, finer scope is watched in by a rule. */
    static Scope scopeOf(Scope answer, WatchRule rule) {
        var labels = new TreeMap<String, String>();
        labels.put(Scope.AUDIENCE, answer.labels().getOrDefault(Scope.AUDIENCE, Scope.UNKNOWN));
        rule.scope()
                .forEach(dimension -> labels.put(dimension, answer.labels().getOrDefault(dimension, Scope.UNKNOWN)));
        return new Scope(labels);
    }

    /** Its name among all that are watched: they are looked at in this order. */
    static String name(Scope scope, WatchRule rule) {
        return String.join(",", rule.scope()) + "/"
                + String.join("/", scope.labels().values());
    }

    String name() {
        return name;
    }

    Scope scope() {
        return scope;
    }

    WatchRule rule() {
        return rule;
    }

    Tolerance tolerance() {
        return tolerance;
    }

    Watch watch() {
        return watch;
    }

    /** The answers of the minute that is closing. */
    Answers answers() {
        return answers;
    }

    /** The segment that an answer of a finer scope is told apart by; few scopes are met, each over and over. */
    String segment(Scope answer) {
        return segments.computeIfAbsent(answer, scope -> DayBook.segment(scope, rule.segments()));
    }

    /** Adds answers that became known in the minute that is closing. */
    void add(Scope answer, Tally scores) {
        long[] dense = scores.dense(Answers.SCORES);
        String segment = segment(answer);
        for (int score = 0; score < dense.length; score++) {
            if (dense[score] > 0) {
                answers.add(segment, score, Math.toIntExact(dense[score]));
            }
        }
    }

    /** The open incident that it is in, by its alertId; null when it is in none. */
    @Nullable
    String incident() {
        return incident;
    }

    boolean isInIncident() {
        return incident != null;
    }

    void incident(@Nullable String alertId) {
        incident = alertId;
    }

    /** Whether it was in another state before, as far as this process knows. */
    boolean changesTo(NpsWatch.State next) {
        boolean changes = next != last;
        last = next;
        return changes;
    }

    void flush(Blocks blocks) {
        stored.write(blocks, watch.state());
    }
}

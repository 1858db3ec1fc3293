package nl.klantstem.insight.effects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.klantstem.contract.in.ImprovementMeasure.MeasureScope;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** Which answers measures bear on: those in any of some scopes, none of which lies within another. */
record Reach(List<MeasureScope> scopes) {

    static final Reach NOTHING = new Reach(List.of());

    private static final Comparator<MeasureScope> ORDER = Comparator.comparing(MeasureScope::toString);

    Reach {
        scopes = List.copyOf(scopes);
    }

    static Reach of(@Nullable MeasureScope scope) {
        return scope == null ? NOTHING : new Reach(List.of(scope));
    }

    /** Both: all answers that either holds. */
    Reach plus(Reach other) {
        var all = new ArrayList<>(scopes);
        all.addAll(other.scopes);
        List<MeasureScope> distinct = all.stream().distinct().sorted(ORDER).toList();
        return new Reach(distinct.stream()
                .filter(scope -> distinct.stream().noneMatch(wider -> !wider.equals(scope) && isWithin(scope, wider)))
                .toList());
    }

    /** Whether answers (or instances) with these labels are in it. */
    boolean holds(Scope labels) {
        return scopes.stream().anyMatch(scope -> holds(scope, labels));
    }

    /** Whether one answer could be in both. */
    boolean overlaps(Reach other) {
        return scopes.stream().anyMatch(one -> other.scopes.stream().anyMatch(two -> overlap(one, two)));
    }

    /** Whether it is whole journeys, and nothing but them. */
    boolean isOfJourneys() {
        return !scopes.isEmpty()
                && scopes.stream()
                        .allMatch(scope ->
                                scope.journeyId() != null && scope.driver() == null && scope.channel() == null);
    }

    private static boolean holds(MeasureScope scope, Scope labels) {
        return is(scope.journeyId(), labels.labels().get(Scope.JOURNEY))
                && is(scope.channel(), labels.labels().get(Scope.CHANNEL))
                && is(scope.audience(), labels.labels().get(Scope.AUDIENCE))
                && isUnder(scope.driver(), labels.labels().get(Scope.DRIVER));
    }

    private static boolean overlap(MeasureScope one, MeasureScope two) {
        return agree(one.journeyId(), two.journeyId())
                && agree(one.channel(), two.channel())
                && agree(one.audience(), two.audience())
                && (one.driver() == null || isUnder(two.driver(), one.driver()) || isUnder(one.driver(), two.driver()));
    }

    private static boolean isWithin(MeasureScope scope, MeasureScope wider) {
        return is(wider.journeyId(), scope.journeyId())
                && is(wider.channel(), scope.channel())
                && is(wider.audience(), scope.audience())
                && isUnder(wider.driver(), scope.driver());
    }

    /** Labels are compared as they are written. */
    private static boolean is(@Nullable Object asked, @Nullable Object label) {
        return asked == null || (label != null && asked.toString().equals(label.toString()));
    }

    private static boolean agree(@Nullable Object one, @Nullable Object two) {
        return two == null || is(one, two);
    }

    /** A driver holds its sublevels. */
    private static boolean isUnder(@Nullable String asked, @Nullable String driver) {
        return asked == null || (driver != null && (driver.equals(asked) || driver.startsWith(asked + "/")));
    }
}

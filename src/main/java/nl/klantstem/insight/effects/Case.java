package nl.klantstem.insight.effects;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.klantstem.contract.in.ImprovementMeasure;

/**
 * Measures that are judged as one: one alone, or a bundle of which nobody can tell who did what.
 *
 * @param measures in the order of their ids
 * @param scope what they bear on
 * @param control what they are held against; it may share answers with the scope, which then count there only
 */
record Case(List<ImprovementMeasure> measures, Course course, Reach scope, Reach control) {

    private record Pair(Case one, Case other) {}

    Case {
        measures = List.copyOf(measures);
    }

    static Case of(ImprovementMeasure measure, ZoneId zone) {
        return new Case(
                List.of(measure),
                Course.of(measure, zone),
                Reach.of(measure.scope()),
                Reach.of(measure.controlScope()));
    }

    /**
     * All cases of some measures: those that share answers and days are put together, until no two cases do. Events that
     * were nobody's doing stand alone.
     */
    static List<Case> all(Collection<ImprovementMeasure> measures, ZoneId zone) {
        var cases = new ArrayList<Case>();
        measures.forEach(measure -> cases.add(of(measure, zone)));
        for (Optional<Pair> pair = entangled(cases); pair.isPresent(); pair = entangled(cases)) {
            Pair found = pair.get();
            cases.remove(found.one());
            cases.remove(found.other());
            cases.add(found.one().with(found.other()));
        }
        cases.sort(Comparator.comparing(each -> each.measures().get(0).measureId()));
        return cases;
    }

    private static Optional<Pair> entangled(List<Case> cases) {
        for (int i = 0; i < cases.size(); i++) {
            for (Case other : cases.subList(i + 1, cases.size())) {
                if (cases.get(i).isEntangledWith(other)) {
                    return Optional.of(new Pair(cases.get(i), other));
                }
            }
        }
        return Optional.empty();
    }

    boolean isExternal() {
        return measures.get(0).type() == ImprovementMeasure.Type.EXTERNAL_EVENT;
    }

    boolean isBundle() {
        return measures.size() > 1;
    }

    private boolean isEntangledWith(Case other) {
        return !isExternal() && !other.isExternal() && course.overlaps(other.course) && scope.overlaps(other.scope);
    }

    private Case with(Case other) {
        var both = new ArrayList<>(measures);
        both.addAll(other.measures);
        both.sort(Comparator.comparing(ImprovementMeasure::measureId));
        return new Case(both, course.with(other.course), scope.plus(other.scope), control.plus(other.control));
    }
}

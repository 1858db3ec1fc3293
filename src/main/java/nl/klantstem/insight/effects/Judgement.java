package nl.klantstem.insight.effects;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.MeasureEffect.Bundle;
import nl.klantstem.contract.out.MeasureEffect.Circumstance;
import nl.klantstem.contract.out.MeasureEffect.Days;
import nl.klantstem.contract.out.MeasureEffect.NpsEffect;
import nl.klantstem.contract.out.MeasureEffect.Period;
import nl.klantstem.contract.out.MeasureEffect.Power;
import nl.klantstem.contract.out.MeasureEffect.Reorders;
import nl.klantstem.contract.out.MeasureEffect.State;
import nl.klantstem.contract.out.MeasureEffect.Verdict;
import nl.klantstem.insight.InsightTerms;
import org.jspecify.annotations.Nullable;

/** Judges measures at the close of a day, by what is known then. */
final class Judgement {

    private final Catalogue catalogue;
    private final EffectFigures figures;
    private final int reorderDays;

    /** What a case shows; the same for each of its measures. */
    private record Findings(
            State state,
            Days days,
            @Nullable NpsEffect nps,
            @Nullable Reorders reorders,
            @Nullable Power power,
            @Nullable Verdict verdict,
            @Nullable Bundle bundle,
            List<Circumstance> during) {}

    Judgement(InsightTerms terms) {
        this.catalogue = terms.catalogue();
        this.figures = new EffectFigures(terms.suppress());
        this.reorderDays = catalogue.versions().stream()
                .mapToInt(version -> version.instances().reorderDays())
                .max()
                .orElseThrow();
    }

    /** A record for each measure of a case. */
    List<MeasureEffect> of(Case judged, List<Circumstance> during, Counting counting, Instant asOf) {
        Course course = judged.course();
        State state = state(course, counting.over());
        Groups groups = counting.groups(judged);
        var findings = new Findings(
                state,
                days(course, counting.over()),
                figures.nps(groups),
                judged.scope().isOfJourneys()
                        ? EffectFigures.reorders(counting.reordered(judged), isSettled(course, counting))
                        : null,
                figures.power(groups),
                state == State.PLANNED ? null : Verdicts.of(groups, state),
                bundle(judged),
                during);
        return judged.measures().stream()
                .map(measure -> record(measure, findings, course, asOf))
                .toList();
    }

    /** The same of a case whose days before are no longer kept. */
    List<MeasureEffect> forgotten(Case judged, List<Circumstance> during, LocalDate over, Instant asOf) {
        Course course = judged.course();
        var findings =
                new Findings(State.FORGOTTEN, days(course, over), null, null, null, null, bundle(judged), during);
        return judged.measures().stream()
                .map(measure -> record(measure, findings, course, asOf))
                .toList();
    }

    private static State state(Course course, LocalDate over) {
        if (!over.isAfter(course.afterFrom())) {
            return State.PLANNED;
        }
        return over.isBefore(course.afterTo()) ? State.INTERIM : State.FINAL;
    }

    private static Days days(Course course, LocalDate over) {
        LocalDate to = over.isBefore(course.afterTo()) ? over : course.afterTo();
        return new Days(
                new Period(course.beforeFrom(), course.beforeTo().minusDays(1)),
                new Period(course.afterFrom(), course.afterTo().minusDays(1)),
                to.isAfter(course.afterFrom()) ? to.minusDays(1) : null);
    }

    /** An order placed again is known to be an outcome, or not, so many times 24 hours after the start. */
    private boolean isSettled(Course course, Counting counting) {
        ZoneId zone = counting.zone();
        Instant known = counting.over().atStartOfDay(zone).toInstant();
        return !known.isBefore(course.afterTo().atStartOfDay(zone).toInstant().plus(reorderDays, ChronoUnit.DAYS));
    }

    private static @Nullable Bundle bundle(Case judged) {
        return judged.isBundle()
                ? new Bundle(
                        judged.measures().stream()
                                .map(ImprovementMeasure::measureId)
                                .toList(),
                        Words.together(judged.measures()))
                : null;
    }

    private MeasureEffect record(ImprovementMeasure measure, Findings found, Course course, Instant asOf) {
        @Nullable Verdict verdict = found.verdict();
        var expectation =
                verdict == null ? null : Verdicts.expectation(verdict, measure.expectedDirection(), found.state());
        var words = new Words();
        @Nullable NpsEffect nps = found.nps();
        if (nps == null) {
            words.forgotten(course);
        } else {
            words.course(found.state(), course, daysOver(found.days()))
                    .nps(nps, found.state())
                    .verdict(verdict, expectation, measure.expectedDirection(), found.state())
                    .power(found.power())
                    .reorders(found.reorders());
        }
        words.bundle(found.bundle()).during(found.during());
        return new MeasureEffect(
                measure.measureId(),
                measure.name(),
                measure.type(),
                measure.experienceValue(),
                measure.scope(),
                measure.controlScope(),
                measure.effectiveAt(),
                measure.expectedDirection(),
                measure.owner(),
                found.state(),
                found.days(),
                nps,
                found.reorders(),
                found.power(),
                verdict,
                expectation,
                found.bundle(),
                found.during(),
                words.text(),
                asOf,
                catalogue.latest().version(),
                MeasureEffect.SCHEMA_VERSION);
    }

    private static long daysOver(Days days) {
        @Nullable LocalDate through = days.through();
        return through == null ? 0 : ChronoUnit.DAYS.between(days.after().first(), through) + 1;
    }
}

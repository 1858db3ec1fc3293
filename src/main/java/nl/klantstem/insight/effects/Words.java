package nl.klantstem.insight.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.in.ImprovementMeasure.ExpectedDirection;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.MeasureEffect.Bundle;
import nl.klantstem.contract.out.MeasureEffect.Circumstance;
import nl.klantstem.contract.out.MeasureEffect.Effect;
import nl.klantstem.contract.out.MeasureEffect.Expectation;
import nl.klantstem.contract.out.MeasureEffect.NpsEffect;
import nl.klantstem.contract.out.MeasureEffect.Power;
import nl.klantstem.contract.out.MeasureEffect.Reorders;
import nl.klantstem.contract.out.MeasureEffect.State;
import nl.klantstem.contract.out.MeasureEffect.Verdict;
import nl.klantstem.contract.out.Score;
import nl.klantstem.contract.out.Share;
import org.jspecify.annotations.Nullable;

/** What a measure brought, in plain sentences: of the figures as they are published, and of nothing else. */
final class Words {

    private final List<String> sentences = new ArrayList<>();

    String text() {
        return String.join(" ", sentences);
    }

    Words forgotten(Course course) {
        return say("The days before, from %s on, are no longer kept: it cannot be judged.", course.beforeFrom());
    }

    /** How far it is; {@code daysOver} of the days after. */
    Words course(State state, Course course, long daysOver) {
        return switch (state) {
            case PLANNED ->
                say(
                        "Nothing to judge yet: the first day after is %s, %d days are compared with %d before.",
                        course.afterFrom(), course.daysAfter(), course.daysBefore());
            case INTERIM ->
                say(
                        "So far: %d of %d days after, against %d before.",
                        daysOver, course.daysAfter(), course.daysBefore());
            case FINAL, FORGOTTEN -> say("%d days after, against %d before.", course.daysAfter(), course.daysBefore());
        };
    }

    Words nps(NpsEffect nps, State state) {
        String after =
                state == State.PLANNED ? "" : ", after " + score(nps.scope().after());
        say("NPS before %s%s.", score(nps.scope().before()), after);
        @Nullable Effect effect = nps.effect();
        if (effect == null) {
            return this;
        }
        Interval interval = state == State.FINAL ? effect.interval() : effect.anytimeInterval();
        return switch (effect.basis()) {
            case BEFORE_AFTER -> say("Change %+.1f points (95%%: %s).", effect.points(), points(interval));
            case AGAINST_CONTROL ->
                say("Change beyond that of the control: %+.1f points (95%%: %s).", effect.points(), points(interval));
        };
    }

    Words verdict(
            @Nullable Verdict verdict, @Nullable Expectation expectation, ExpectedDirection expected, State state) {
        if (verdict == null) {
            return this;
        }
        String yet = state == State.FINAL ? "" : " yet";
        say(
                "%s%s.",
                switch (verdict) {
                    case IMPROVED -> "The score improved";
                    case WORSENED -> "The score got worse";
                    case NO_CHANGE_SEEN -> "No change can be seen" + yet;
                    case TOO_FEW -> "Too few answers to tell" + yet;
                },
                expectation == null ? "" : as(expectation, expected));
        return this;
    }

    private static String as(Expectation expectation, ExpectedDirection expected) {
        return switch (expectation) {
            case KEPT -> ", as was expected";
            case MISSED -> expected == ExpectedDirection.UP ? "; a rise was expected" : "; a fall was expected";
        };
    }

    Words power(@Nullable Power power) {
        if (power == null) {
            return this;
        }
        if (power.detectable() != null) {
            return say("A change of %.1f points would have been seen in four of five cases.", power.detectable());
        }
        return power.detectableAtEnd() == null
                ? this
                : say(
                        "By the end a change of %.1f points would be seen in four of five cases.",
                        power.detectableAtEnd());
    }

    Words reorders(@Nullable Reorders reorders) {
        if (reorders == null) {
            return this;
        }
        @Nullable Interval interval = reorders.interval();
        @Nullable Double difference = reorders.difference();
        say(
                "Ordered again: before %s, after %s%s%s.",
                share(reorders.before()),
                share(reorders.after()),
                interval == null || difference == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %+.1f percentage points (95%%: %+.1f to %+.1f)",
                                100 * difference,
                                100 * interval.low(),
                                100 * interval.high()),
                reorders.settled() ? "" : "; not all of the days after are in");
        return this;
    }

    Words bundle(@Nullable Bundle bundle) {
        return bundle == null ? this : say("%s.", bundle.text());
    }

    /** What a bundle says of itself. */
    static String together(List<ImprovementMeasure> measures) {
        return measures.stream()
                .map(measure -> "'" + measure.name() + "'")
                .collect(Collectors.joining(
                        ", ", "", " bear on the same answers in the same days: they cannot be told apart"));
    }

    Words during(List<Circumstance> during) {
        for (Circumstance other : during) {
            say(
                    "%s %s to %s.",
                    switch (other.kind()) {
                        case PEAK -> "In these days was the peak's " + other.name() + ",";
                        case EXTERNAL_EVENT -> "In these days '" + other.name() + "' happened too,";
                        case MEASURE -> "In these days the measure '" + other.name() + "' bore on the same answers,";
                        case IN_CONTROL -> "'" + other.name() + "' bore on the control,";
                    },
                    other.first(),
                    other.last());
        }
        return this;
    }

    private static String score(@Nullable Score score) {
        if (score == null) {
            return "nobody answered";
        }
        return score.nps() == null
                ? String.format(Locale.ROOT, "%d answers", score.n())
                : String.format(Locale.ROOT, "%+.1f of %d answers", score.nps(), score.n());
    }

    private static String share(@Nullable Share share) {
        return share == null
                ? "none of none"
                : String.format(Locale.ROOT, "%.1f%% of %d", 100 * share.share(), share.whole());
    }

    private static String points(Interval interval) {
        return String.format(Locale.ROOT, "%+.1f to %+.1f", interval.low(), interval.high());
    }

    private Words say(String format, Object... figures) {
        sentences.add(String.format(Locale.ROOT, format, figures));
        return this;
    }
}

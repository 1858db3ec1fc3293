package nl.klantstem.app.demo;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.MeasureEffect.Basis;
import nl.klantstem.contract.out.MeasureEffect.Change;
import nl.klantstem.contract.out.MeasureEffect.Effect;
import nl.klantstem.contract.out.MeasureEffect.Expectation;
import nl.klantstem.contract.out.MeasureEffect.NpsEffect;
import nl.klantstem.contract.out.MeasureEffect.Period;
import nl.klantstem.contract.out.MeasureEffect.Power;
import nl.klantstem.contract.out.MeasureEffect.Reorders;
import nl.klantstem.contract.out.MeasureEffect.State;
import nl.klantstem.contract.out.MeasureEffect.Verdict;
import nl.klantstem.contract.out.Score;
import nl.klantstem.contract.out.Share;
import org.jspecify.annotations.Nullable;

/** What measures brought, as the last records of measure-effects say; those that cannot be told apart once. */
final class StoryEffects {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private StoryEffects() {}

    static List<String> lines(List<MeasureEffect> effects) {
        var lines = new ArrayList<String>();
        var told = new LinkedHashSet<String>();
        for (MeasureEffect effect : effects) {
            if (told.contains(effect.measureId())) {
                continue;
            }
            List<String> together = effect.bundle() == null
                    ? List.of(effect.measureId())
                    : effect.bundle().measureIds();
            told.addAll(together);
            effects.stream()
                    .filter(each -> together.contains(each.measureId()))
                    .forEach(each -> lines.add("- " + each.name()));
            if (together.size() > 1) {
                lines.add("  (they bear on the same answers in the same days: who did what cannot be told apart)");
            }
            lines.addAll(figures(effect));
        }
        return lines;
    }

    private static List<String> figures(MeasureEffect effect) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(row("", days(effect.days().before()), days(effect.days().after()), "change"));
        @Nullable NpsEffect nps = effect.nps();
        if (nps != null) {
            lines.add(score("NPS", nps.scope()));
            if (nps.control() != null) {
                lines.add(score("NPS of the rest", nps.control()));
            }
            lines.addAll(effect(nps.effect()));
        }
        @Nullable Reorders reorders = effect.reorders();
        if (reorders != null) {
            lines.add(row(
                    "ordered again",
                    share(reorders.before()),
                    share(reorders.after()),
                    change(reorders.difference(), reorders.interval(), 100)));
        }
        lines.add("");
        lines.addAll(verdict(effect));
        @Nullable Power power = effect.power();
        if (power != null && power.detectable() != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "With so many answers a change of %.0f points is seen in four of five cases.",
                    power.detectable()));
        }
        return lines;
    }

    private static List<String> effect(@Nullable Effect seen) {
        return seen == null || seen.basis() == Basis.BEFORE_AFTER
                ? List.of()
                : List.of(row("  beyond the rest", "", "", change(seen.points(), seen.interval(), 1)));
    }

    private static List<String> verdict(MeasureEffect effect) {
        @Nullable Verdict verdict = effect.verdict();
        if (verdict == null) {
            return List.of();
        }
        String when = effect.state() == State.FINAL ? "At the end" : "So far";
        @Nullable Expectation expectation = effect.expectation();
        return List.of(when + ": " + verdict + (expectation == null ? "" : as(expectation)) + ".");
    }

    private static String as(Expectation expectation) {
        return switch (expectation) {
            case KEPT -> ", as was expected";
            case MISSED -> ", which was not expected";
        };
    }

    private static String score(String name, Change change) {
        return row(name, score(change.before()), score(change.after()), change(change.points(), change.interval(), 1));
    }

    private static String score(@Nullable Score score) {
        return score == null || score.nps() == null || score.interval() == null
                ? Text.NONE
                : String.format(
                        Locale.ROOT,
                        "%+.1f (%+.1f to %+.1f) of %,d",
                        score.nps(),
                        score.interval().low(),
                        score.interval().high(),
                        score.n());
    }

    private static String share(@Nullable Share share) {
        return share == null ? Text.NONE : Text.share(share);
    }

    private static String change(@Nullable Double change, @Nullable Interval interval, int times) {
        return change == null || interval == null
                ? Text.NONE
                : String.format(
                        Locale.ROOT,
                        "%+.1f (%+.1f to %+.1f)",
                        times * change,
                        times * interval.low(),
                        times * interval.high());
    }

    private static String days(Period period) {
        return DAY.format(period.first()) + " to " + DAY.format(period.last());
    }

    private static String row(String name, String before, String after, String change) {
        return String.format(Locale.ROOT, "%-17s %-29s %-29s %s", name, before, after, change)
                .stripTrailing();
    }
}

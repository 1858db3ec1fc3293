package nl.klantstem.app.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.out.JourneySteps;
import nl.klantstem.contract.out.JourneySteps.Hurt;
import nl.klantstem.contract.out.RankRange;
import nl.klantstem.contract.out.Score;
import org.jspecify.annotations.Nullable;

/** Where it hurts: the steps at which a bad time goes with a low score, the worst first. */
final class HurtLines {

    private final Journey journey;
    private final Period before;
    private final Period after;

    private record Ranked(Journey.Step step, Hurt hurt, RankRange rank) {}

    HurtLines(Journey journey, Period before, Period after) {
        this.journey = journey;
        this.before = before;
        this.after = after;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("where it hurts: NPS of those who had a bad time at a step, against the others who met it");
        lines.add(Board.RULE);
        lines.add("before");
        lines.addAll(of(before));
        lines.add("after");
        lines.addAll(of(after));
        lines.add("This is an association, not a cause: what goes with a low score need not be what makes it low.");
        return lines;
    }

    private List<String> of(Period period) {
        var ranked = new ArrayList<Ranked>();
        for (Journey.Step step : journey.steps()) {
            @Nullable Hurt hurt = period.step(step.id()).map(JourneySteps::hurt).orElse(null);
            if (hurt != null && hurt.rank() != null) {
                ranked.add(new Ranked(step, hurt, hurt.rank()));
            }
        }
        ranked.sort(Comparator.comparingInt((Ranked r) -> r.rank().from())
                .thenComparingInt(r -> r.rank().to())
                .thenComparingDouble(r -> points(r.hurt())));
        return ranked.isEmpty()
                ? List.of("  at no step did enough customers have a bad time to tell")
                : ranked.stream().map(HurtLines::line).toList();
    }

    private static double points(Hurt hurt) {
        return hurt.difference() == null ? 0 : hurt.difference().points();
    }

    private static String line(Ranked ranked) {
        RankRange rank = ranked.rank();
        var difference = ranked.hurt().difference();
        return String.format(
                Locale.ROOT,
                "  %s. %s: %s against %s%s",
                rank.distinguishable() ? String.valueOf(rank.from()) : rank.from() + "-" + rank.to(),
                ranked.step().id() + " " + ranked.step().name().getOrDefault("en", ""),
                score(ranked.hurt().bad()),
                score(ranked.hurt().others()),
                difference == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %+.0f (%+.0f to %+.0f)",
                                difference.points(),
                                difference.interval().low(),
                                difference.interval().high()));
    }

    private static String score(@Nullable Score score) {
        return score == null ? Text.NONE : Text.signed(score.nps()) + " of " + Text.whole(score.n());
    }
}

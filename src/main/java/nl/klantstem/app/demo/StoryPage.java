package nl.klantstem.app.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.JourneyOutcomes;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.Share;
import org.jspecify.annotations.Nullable;

/** The page with which a story ends: what was, what became, and how sure that is. */
final class StoryPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Journey journey;
    private final ZoneId zone;
    private final Period before;
    private final Period after;
    private final List<MeasureEffect> effects;

    StoryPage(Journey journey, ZoneId zone, Period before, Period after, List<MeasureEffect> effects) {
        this.journey = journey;
        this.zone = zone;
        this.before = before;
        this.after = after;
        this.effects = List.copyOf(effects);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(row("90 days up to", day(before.to()), day(after.to())));
        lines.add(Board.RULE);
        lines.add(row("NPS of " + journey.name().getOrDefault("en", journey.id()), nps(Period::nps)));
        lines.add(row("NPS of the company", nps(Period::companyNps)));
        lines.add(row("surveys answered, of those asked", share(Period::responseRate)));
        lines.add("");
        lines.add(row("what came of it", "", ""));
        lines.add(Board.RULE);
        lines.add(row("ordered again within 14 days", share(outcome(JourneyOutcomes::reordered))));
        lines.add(row("  by an agent for the customer", share(outcome(JourneyOutcomes::reorderedByAgent))));
        lines.add(row("credited or obligation waived", share(outcome(JourneyOutcomes::credited))));
        lines.add(row("parcel found", share(outcome(JourneyOutcomes::found))));
        lines.add(row("no order within 60 days (*)", share(outcome(JourneyOutcomes::leakage))));
        lines.add("");
        lines.add("what did the measures bring?");
        lines.add(Board.RULE);
        lines.addAll(StoryEffects.lines(effects));
        lines.add("");
        lines.addAll(new StepLines(journey, before, after).lines());
        lines.add("");
        lines.addAll(new HurtLines(journey, before, after).lines());
        lines.add("");
        lines.add("In brackets: 95% intervals. (*) A proxy of customers who left: some would not have ordered anyway.");
        return lines;
    }

    private String day(Instant time) {
        return DAY.format(time.atZone(zone));
    }

    private Function<Period, String> nps(Function<Period, Optional<JourneyNps>> of) {
        return period -> of.apply(period).map(StoryPage::text).orElse(Text.NONE);
    }

    private static String text(JourneyNps nps) {
        Interval interval = nps.interval();
        return interval == null
                ? Text.signed(nps.nps())
                : String.format(
                        Locale.ROOT,
                        "%s (%+.1f to %+.1f) of %,d",
                        Text.signed(nps.nps()),
                        interval.low(),
                        interval.high(),
                        nps.n());
    }

    private static Function<Period, Optional<Share>> outcome(Function<JourneyOutcomes, @Nullable Share> share) {
        return period -> period.outcomes().map(share);
    }

    private static Function<Period, String> share(Function<Period, Optional<Share>> of) {
        return period -> of.apply(period).map(Text::share).orElse(Text.NONE);
    }

    private String row(String name, Function<Period, String> figure) {
        return row(name, figure.apply(before), figure.apply(after));
    }

    private static String row(String name, String before, String after) {
        return String.format(Locale.ROOT, "%-32s %-31s %s", name, before, after).stripTrailing();
    }
}

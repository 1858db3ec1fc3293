package nl.klantstem.app.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.JourneyOutcomes;
import nl.klantstem.contract.out.JourneySteps;
import org.jspecify.annotations.Nullable;

/** The year month by month: a line for each, as soon as its finals are out. */
final class StoryMonths {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private final StoryFinals finals;
    private final String journeyId;
    private final ZoneId zone;
    private ZonedDateTime next;

    StoryMonths(StoryFinals finals, String journeyId, Instant begins, ZoneId zone) {
        this.finals = finals;
        this.journeyId = journeyId;
        this.zone = zone;
        this.next = begins.atZone(zone).plusMonths(1);
    }

    static List<String> head() {
        return List.of(
                row("last 28 days", "this", "journey", "", "the", "company", "", "told to", "ordered"),
                row("of month", "NPS", "+-", "n", "NPS", "+-", "n", "wait", "again"),
                Board.RULE);
    }

    /** Whether there is one whose windows have ended by then. */
    boolean isOver(Instant time) {
        return !next.toInstant().isAfter(time);
    }

    /** The line of the next month. */
    String next() {
        var month = new Period(finals, journeyId, Board.MONTH, next.toInstant());
        String name = MONTH.format(next.minusMonths(1));
        next = next.toInstant().atZone(zone).plusMonths(1);
        return row(
                name,
                nps(month.nps()),
                margin(month.nps()),
                answers(month.nps()),
                nps(month.companyNps()),
                margin(month.companyNps()),
                answers(month.companyNps()),
                waits(month.steps(), month.outcomes()),
                reordered(month.outcomes()));
    }

    /** Of the journeys that began. */
    private static String waits(Optional<JourneySteps> steps, Optional<JourneyOutcomes> outcomes) {
        @Nullable JourneyOutcomes begun = outcomes.orElse(null);
        if (begun == null) {
            return Text.NONE;
        }
        long waits =
                steps.map(JourneySteps::waits).map(JourneySteps.Waits::imposed).orElse(0L);
        return Text.percent(waits, begun.instances());
    }

    private static String reordered(Optional<JourneyOutcomes> outcomes) {
        return outcomes.map(JourneyOutcomes::reordered)
                .map(share -> Text.percent(share.part(), share.whole()))
                .orElse(Text.NONE);
    }

    private static String nps(Optional<JourneyNps> value) {
        return value.map(JourneyNps::nps).map(Text::signed).orElse(Text.NONE);
    }

    private static String margin(Optional<JourneyNps> value) {
        return value.map(JourneyNps::interval).map(Text::margin).orElse(Text.NONE);
    }

    private static String answers(Optional<JourneyNps> value) {
        return value.map(v -> Text.whole(v.n())).orElse(Text.NONE);
    }

    private static String row(Object... columns) {
        return String.format(Locale.ROOT, "%-16s %7s %7s %5s  %8s %7s %5s  %9s %9s", columns);
    }
}

package nl.klantstem.app.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers of some weeks, many of them known late, revised, moved or withdrawn, in any order; and a count of them by other
 * code than the product's: at a time a response is its highest revision known, at the time of its lowest.
 */
record GivenAnswers(List<Line> lines) {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final LocalDate FIRST = LocalDate.of(2025, 10, 13);
    static final int DAYS = 20;

    private static final List<String> JOURNEYS = List.of("return", "exchange", "lost-in-mail");
    private static final int ALLOWANCE_SECONDS = 300;

    /** A revision of a response. */
    record Line(
            String id,
            int revision,
            Instant at,
            Instant recorded,
            @Nullable Integer nps,
            String journey) {

        String json() {
            return "{\"eventId\":\"%s-%d\",\"occurredAt\":\"%s\",\"recordedAt\":\"%s\",\"source\":\"test\","
                            .formatted(id, revision, at, recorded)
                    + "\"audience\":\"CUSTOMER\",\"responseId\":\"%s\",\"revision\":%d,\"status\":\"%s\","
                            .formatted(id, revision, nps == null ? "WITHDRAWN" : "COMPLETE")
                    + "\"programme\":\"TRANSACTIONAL\",\"customerKey\":\"c-%s\",".formatted(id)
                    + (nps == null ? "" : "\"nps\":" + nps + ",") + "\"journeyId\":\"" + journey + "\"}";
        }
    }

    /** What a response counts as. */
    private record State(Instant at, int nps, String journey) {}

    static GivenAnswers random(long seed) {
        var random = new Random(seed);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < 1_500; i++) {
            Instant at = FIRST.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(DAYS * 86_400));
            boolean late = random.nextInt(6) == 0;
            Instant known = at.plusSeconds(late ? random.nextInt(3 * 86_400) : random.nextInt(60));
            String journey = JOURNEYS.get(random.nextInt(3));
            lines.add(new Line("r" + i, 0, at, known, random.nextInt(11), journey));
            if (random.nextInt(4) == 0) {
                Instant again = at.plusSeconds(60 + random.nextInt(2 * 86_400));
                // Of one in some the revision is known before what it revises.
                Instant when = random.nextInt(5) == 0
                        ? again.plusSeconds(1)
                        : (known.isAfter(again) ? known : again).plusSeconds(5);
                boolean gone = random.nextInt(3) == 0;
                boolean moved = random.nextBoolean();
                lines.add(new Line(
                        "r" + i,
                        1,
                        again,
                        when,
                        gone ? null : random.nextInt(11),
                        moved ? JOURNEYS.get(random.nextInt(3)) : journey));
            }
        }
        lines.sort(Comparator.comparing(Line::recorded).thenComparing(Line::id));
        return new GivenAnswers(List.copyOf(lines));
    }

    /** A day as the report's CSV has it, counted by hand; null when nothing was asked of it. */
    Map<String, Long> day(LocalDate date, @Nullable String journey) {
        Instant from = date.atStartOfDay(ZONE).toInstant();
        Instant to = date.plusDays(1).atStartOfDay(ZONE).toInstant();
        Map<String, State> then = states(to.plusSeconds(ALLOWANCE_SECONDS));
        Map<String, State> now = states(Instant.MAX);
        Predicate<@Nullable State> here = state -> state != null
                && !state.at().isBefore(from)
                && state.at().isBefore(to)
                && (journey == null || journey.equals(state.journey()));
        var counts = new HashMap<String, Long>();
        for (String id : now(lines)) {
            @Nullable State was = then.get(id);
            @Nullable State is = now.get(id);
            if (here.test(was) && was != null) {
                add(counts, "published", was, 1);
            }
            if (here.test(is) && is != null) {
                add(counts, "now", is, 1);
            }
            String cause = here.test(was)
                    ? (here.test(is) ? "revised" : is == null ? "withdrawn" : "moved_out")
                    : here.test(is) ? (was == null ? "late" : "moved_in") : "";
            boolean same = cause.equals("revised") && was != null && is != null && was.nps() == is.nps();
            if (!cause.isEmpty() && !same) {
                counts.merge(cause + "_responses", 1L, Long::sum);
            }
        }
        return counts;
    }

    private static void add(Map<String, Long> counts, String name, State state, long n) {
        String category = state.nps() >= 9 ? "promoters" : state.nps() >= 7 ? "passives" : "detractors";
        counts.merge(name + "_n", n, Long::sum);
        counts.merge(name + "_" + category, n, Long::sum);
    }

    private static List<String> now(List<Line> lines) {
        return lines.stream().map(Line::id).distinct().toList();
    }

    /** What counts as known before a time. */
    private Map<String, State> states(Instant before) {
        var lowest = new HashMap<String, Line>();
        var highest = new HashMap<String, Line>();
        for (Line line : lines) {
            if (line.recorded().isBefore(before)) {
                lowest.merge(line.id(), line, (a, b) -> a.revision() < b.revision() ? a : b);
                highest.merge(line.id(), line, (a, b) -> a.revision() > b.revision() ? a : b);
            }
        }
        var states = new HashMap<String, State>();
        highest.forEach((id, line) -> {
            if (line.nps() != null) {
                states.put(id, new State(lowest.getOrDefault(id, line).at(), line.nps(), line.journey()));
            }
        });
        return states;
    }
}

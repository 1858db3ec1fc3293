package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Holds every published final against a recount, and looks for finals that are missing. */
final class FinalsAgree {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Map<String, Duration> LENGTHS = new LinkedHashMap<>();
    private static final Map<String, Duration> SLIDES = new LinkedHashMap<>();

    static {
        window("PT1H", Duration.ofHours(1), Duration.ofMinutes(1));
        window("PT6H", Duration.ofHours(6), Duration.ofMinutes(5));
        window("PT24H", Duration.ofHours(24), Duration.ofMinutes(15));
        window("P7D", Duration.ofDays(7), Duration.ofHours(1));
        window("P28D", Duration.ofDays(28), Duration.ofHours(1));
        window("P90D", Duration.ofDays(90), Duration.ofHours(1));
        window("DAY", Duration.ZERO, Duration.ofMinutes(15));
    }

    private static void window(String name, Duration length, Duration slide) {
        LENGTHS.put(name, length);
        SLIDES.put(name, slide);
    }

    private final Cells cells;
    private final Instant from;
    private final Instant until;
    private final @Nullable Duration every;
    private final List<String> wrong = new ArrayList<>();
    private long published;
    private long moments;

    /**
     * @param from a whole hour before anything happened
     * @param every the moments of the day at which there are finals, or null for every slide of each window
     */
    FinalsAgree(Cells cells, Instant from, Instant until, @Nullable Duration every) {
        this.cells = cells;
        this.from = from;
        this.until = until;
        this.every = every;
    }

    /** Fails with the first that are wrong. */
    void check(Results results) {
        var byCell = new HashMap<String, Map<String, TreeMap<Instant, String>>>();
        for (Topic topic : List.of(Topic.JOURNEY_NPS, Topic.CONTACT_DRIVERS)) {
            for (var record : results.of(topic)) {
                if (record.isFinal()) {
                    take(topic.shortName(), record, byCell);
                }
            }
        }
        var all = new TreeSet<>(cells.all());
        all.addAll(byCell.keySet());
        for (String cell : all) {
            for (String window : LENGTHS.keySet()) {
                carryForward(cell, window, byCell.getOrDefault(cell, Map.of()).getOrDefault(window, new TreeMap<>()));
            }
        }
        System.out.println("finals published " + published + ", moments recounted " + moments + ", cells " + all.size()
                + ", wrong " + wrong.size());
        assertThat(wrong.stream().limit(5)).as("of " + wrong.size() + " wrong").isEmpty();
    }

    private void take(
            String topic, Results.Published record, Map<String, Map<String, TreeMap<Instant, String>>> byCell) {
        published++;
        var value = record.json();
        String cell = topic + " " + value.path("scope");
        var window = value.path("window");
        String name = window.has("length")
                ? window.path("length").asText()
                : window.path("type").asText();
        Instant to = Instant.parse(window.path("to").asText());
        String said = Cells.said(cell, value);
        String asOf = to.plusSeconds(300).toString();
        expect(
                cell + name + to + " from",
                start(name, to).toString(),
                window.path("from").asText());
        expect(cell + name + to + " asOf", asOf, value.path("asOf").asText());
        expect(cell + name + to + " timestamp", asOf, record.timestamp());
        expect(cell + name + to + " counts", cells.window(cell, start(name, to), to), said);
        expect(cell + name + to + " totals", cells.totals(cell, to), Cells.saidTotals(value));
        if (topic.equals(Cells.NPS)) {
            expect(
                    cell + name + to + " reliability",
                    Cells.reliability(value.path("n").asLong()),
                    value.path("reliability").asText());
        }
        var before = byCell.computeIfAbsent(cell, c -> new HashMap<>())
                .computeIfAbsent(name, n -> new TreeMap<>())
                .put(to, said);
        if (before != null) {
            wrong.add(cell + name + to + " is published twice");
        }
    }

    private void carryForward(String cell, String window, TreeMap<Instant, String> finals) {
        Duration slide = SLIDES.get(window);
        Duration step = every == null || every.compareTo(slide) < 0 ? slide : every;
        var onGrid = new HashSet<Instant>();
        for (Instant to = from; !to.isAfter(until); to = next(to, step)) {
            moments++;
            onGrid.add(to);
            var last = finals.floorEntry(to);
            // A day's final has a key of its own: none of the day before stands for it.
            boolean stands = last != null
                    && (!window.equals("DAY") || start(window, last.getKey()).equals(start(window, to)));
            String must = cells.window(cell, start(window, to), to);
            if (!stands ? !Cells.isEmpty(must) : !must.equals(last.getValue())) {
                wrong.add(cell + " " + window + " " + to + ": must be " + must + ", stands "
                        + (stands ? last.getValue() + " of " + last.getKey() : "nothing"));
            }
        }
        finals.keySet().stream()
                .filter(to -> !onGrid.contains(to))
                .forEach(to -> wrong.add(cell + " " + window + " has a final at an odd moment " + to));
    }

    /** Steps of a day are counted from its local midnight. */
    private static Instant next(Instant to, Duration step) {
        if (step.compareTo(Duration.ofHours(1)) <= 0) {
            return to.plus(step);
        }
        var midnight = to.atZone(ZONE).truncatedTo(ChronoUnit.DAYS).toInstant();
        var tomorrow =
                to.atZone(ZONE).toLocalDate().plusDays(1).atStartOfDay(ZONE).toInstant();
        long steps = Duration.between(midnight, to).dividedBy(step) + 1;
        var next = midnight.plus(step.multipliedBy(steps));
        return next.isAfter(tomorrow) ? tomorrow : next;
    }

    private static Instant start(String window, Instant to) {
        return window.equals("DAY")
                ? to.minusSeconds(1)
                        .atZone(ZONE)
                        .toLocalDate()
                        .atStartOfDay(ZONE)
                        .toInstant()
                : to.minus(LENGTHS.get(window));
    }

    private void expect(String what, String must, String said) {
        if (!must.equals(said)) {
            wrong.add(what + ": must be " + must + ", said " + said);
        }
    }
}

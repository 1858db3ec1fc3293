package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.exact.Cells.Held;
import nl.klantstem.exact.Reference.Window;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Holds every published final against a recount, and looks for finals that are missing. */
final class FinalsAgree {

    static final List<Topic> INSIGHTS = List.of(
            Topic.JOURNEY_NPS,
            Topic.CONTACT_DRIVERS,
            Topic.CONTACT_OUTCOMES,
            Topic.AVOIDABLE_CONTACTS,
            Topic.SERVICE_PARTNERS,
            Topic.DELIVERY_OUTCOMES,
            Topic.JOURNEY_STEPS,
            Topic.JOURNEY_OUTCOMES,
            Topic.SURVEY_HEALTH);

    private static final String NOTHING = "nothing";

    private final Cells cells;
    private final Instant from;
    private final Instant until;
    private final Windows windows;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, List<String>> peers = new HashMap<>();
    private long published;
    private long moments;
    private long recounted;

    /** All that a value shows: its own counts, those of the period before, and those of its peers. */
    private record Shown(List<Held> now, List<Held> before, List<List<Held>> peers) {
        boolean isEmpty() {
            return now.isEmpty() && before.isEmpty();
        }
    }

    /**
     * @param from a whole hour before anything happened
     * @param every the moments of the day at which there are finals, or null for every slide of each window
     */
    FinalsAgree(Cells cells, Instant from, Instant until, @Nullable Duration every) {
        this.cells = cells;
        this.from = from;
        this.until = until;
        this.windows = new Windows(cells.reference().zone(), every);
        for (String cell : cells.all()) {
            peers.computeIfAbsent(withoutSelf(cell), group -> new ArrayList<>()).add(cell);
        }
    }

    /** Fails with the first that are wrong. */
    void check(Results results) {
        INSIGHTS.forEach(topic -> check(topic, results));
        System.out.println("finals published " + published + ", moments recounted " + moments + ", cells " + recounted
                + ", wrong " + wrong.size());
        wrong.sort(Comparator.comparingInt(String::length));
        assertThat(wrong.stream().limit(5)).as("of " + wrong.size() + " wrong").isEmpty();
    }

    private void check(Topic topic, Results results) {
        var byCell = new HashMap<String, Map<String, TreeMap<Instant, String>>>();
        results.forEach(topic, record -> {
            if (record.isFinal()) {
                take(topic.shortName(), record, byCell);
            }
        });
        var all = new TreeSet<>(byCell.keySet());
        cells.all().stream()
                .filter(cell -> cell.startsWith(topic.shortName() + " "))
                .forEach(all::add);
        recounted += all.size();
        for (String cell : all) {
            for (Window window : cells.reference().windows()) {
                carryForward(
                        cell, window, byCell.getOrDefault(cell, Map.of()).getOrDefault(window.name(), new TreeMap<>()));
            }
        }
    }

    private void take(
            String topic, Results.Published record, Map<String, Map<String, TreeMap<Instant, String>>> byCell) {
        published++;
        JsonNode value = record.json();
        String cell = topic + " " + value.path("scope");
        Window window = window(value.path("window"));
        Instant to = Instant.parse(value.path("window").path("to").asText());
        String about = cell + " " + window.name() + " " + to;
        String said = Insights.said(value);
        String asOf = to.plus(Windows.ALLOWANCE).toString();
        expect(
                about + " from",
                windows.start(window, to).toString(),
                value.path("window").path("from").asText());
        expect(about + " asOf", asOf, value.path("asOf").asText());
        expect(about + " timestamp", asOf, record.timestamp());
        expect(about + " counts", must(cell, shown(cell, window, to)), said);
        var totals = cells.totals(cell, Cells.known(to));
        expect(
                about + " totals",
                Insights.mustTotals(cell, totals.counted, totals.corrected),
                Insights.saidTotals(value));
        var before = byCell.computeIfAbsent(cell, c -> new HashMap<>())
                .computeIfAbsent(window.name(), n -> new TreeMap<>())
                .put(to, said);
        if (before != null) {
            wrong.add(about + " is published twice");
        }
    }

    private Window window(JsonNode window) {
        String name = window.has("length")
                ? window.path("length").asText()
                : window.path("type").asText();
        return cells.reference().windows().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Shown shown(String cell, Window window, Instant to) {
        long known = Cells.known(to);
        Instant start = windows.start(window, to);
        var now = cells.in(cell, start, to, known);
        List<Held> before = List.of();
        if (cell.startsWith(Insights.AVOIDABLE)) {
            Instant[] period = windows.before(window, to);
            before = cells.in(cell, period[0], period[1], known);
        }
        List<List<Held>> ofPeers = List.of();
        if (cell.startsWith(Insights.PARTNERS) || cell.startsWith(Insights.STEPS)) {
            ofPeers = peers.getOrDefault(withoutSelf(cell), List.of()).stream()
                    .filter(peer -> !peer.contains("\"unknown\"") && !peer.contains("\"other\""))
                    .map(peer -> cells.in(peer, start, to, known))
                    .toList();
        }
        return new Shown(now, before, ofPeers);
    }

    private String must(String cell, Shown shown) {
        return Insights.must(
                cell,
                Cells.sum(shown.now()),
                Cells.sum(shown.before()),
                shown.peers().stream().map(Cells::sum).toList(),
                cells.reference().botMargin());
    }

    private void carryForward(String cell, Window window, TreeMap<Instant, String> finals) {
        var onGrid = new HashSet<Instant>();
        Shown shown = null;
        String must = "";
        for (Instant to = from; !to.isAfter(until); to = windows.next(window, to)) {
            moments++;
            onGrid.add(to);
            Shown now = shown(cell, window, to);
            if (!now.equals(shown)) {
                shown = now;
                must = must(cell, shown);
            }
            String stands = stands(window, finals, to);
            if (stands.equals(NOTHING) ? !shown.isEmpty() : !must.equals(stands)) {
                wrong.add(cell + " " + window.name() + " " + to + ": must be " + must + ", stands " + stands);
            }
        }
        finals.keySet().stream()
                .filter(to -> !onGrid.contains(to))
                .forEach(to -> wrong.add(cell + " " + window.name() + " has a final at an odd moment " + to));
    }

    /** The last final up to a moment. A day's final has a key of its own: none of the day before stands for it. */
    private String stands(Window window, TreeMap<Instant, String> finals, Instant to) {
        var last = finals.floorEntry(to);
        boolean stands = last != null
                && (!window.isDay() || windows.start(window, last.getKey()).equals(windows.start(window, to)));
        return stands ? last.getValue() : NOTHING;
    }

    /** What a cell shares with those that it is ranked among: all but its partner or step. */
    private static String withoutSelf(String cell) {
        return cell.replaceAll("\"(servicePartnerId|stepId)\":\"[^\"]*\"", "");
    }

    private void expect(String what, String must, String said) {
        if (!must.equals(said)) {
            wrong.add(what + ": must be " + must + ", said " + said);
        }
    }
}

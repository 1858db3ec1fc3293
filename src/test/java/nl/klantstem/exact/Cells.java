package nl.klantstem.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import nl.klantstem.exact.Recount.Counted;
import nl.klantstem.exact.Recount.Step;

/** A recount by cell: what any window of any cell must say, as the texts of the fields that an insight carries. */
final class Cells {

    static final String NPS = "journey-nps";
    static final String DRIVERS = "contact-drivers";

    private static final long ALLOWANCE = Duration.ofMinutes(5).toMinutes();

    /** Counted so from this recorded minute on, up to another. */
    private record Held(Counted counted, long from, long until) {}

    /** A fact that counted as something in one minute: from when on, and when it first did so no more. */
    private record Once(String as, long from, long takenBack) {}

    private final Map<String, List<Held>> held = new HashMap<>();
    private final Map<String, List<Once>> totals = new HashMap<>();

    Cells(Recount recount) {
        recount.histories().values().forEach(this::take);
    }

    private void take(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Counted counted = steps.get(i).counted();
            long until = i + 1 < steps.size() ? steps.get(i + 1).minute() : Long.MAX_VALUE;
            if (counted != null) {
                var now = new Held(counted, steps.get(i).minute(), until);
                cells(counted).forEach(cell -> held.computeIfAbsent(cell, c -> new ArrayList<>())
                        .add(now));
            }
        }
        var asWhat = new TreeSet<String>();
        steps.forEach(step -> asWhat.addAll(countsAs(step)));
        for (String what : asWhat) {
            long from = steps.stream()
                    .filter(step -> countsAs(step).contains(what))
                    .findFirst()
                    .orElseThrow()
                    .minute();
            long takenBack = steps.stream()
                    .filter(step -> step.minute() > from && !countsAs(step).contains(what))
                    .mapToLong(Step::minute)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
            String cell = what.substring(0, what.indexOf('|'));
            totals.computeIfAbsent(cell, c -> new ArrayList<>())
                    .add(new Once(what.substring(what.lastIndexOf('|') + 1), from, takenBack));
        }
    }

    /** Each thing that totals count: in which cell, in which minute, as what. */
    private static Set<String> countsAs(Step step) {
        Counted counted = step.counted();
        String as = counted == null
                ? null
                : counted.response()
                        ? counted.nps() == null ? null : counted.nps().toString()
                        : counted.inbound() ? "inbound" : null;
        var all = new HashSet<String>();
        if (as != null) {
            cells(counted)
                    .forEach(cell -> all.add(cell + "|" + counted.at().truncatedTo(ChronoUnit.MINUTES) + "|" + as));
        }
        return all;
    }

    Set<String> all() {
        return held.keySet();
    }

    /** The fields of a window's counts that an insight must carry: what was recorded before the window's end and the allowance. */
    String window(String cell, Instant from, Instant to) {
        long known = to.getEpochSecond() / 60 + ALLOWANCE;
        var in = held.getOrDefault(cell, List.of()).stream()
                .filter(h -> h.from() < known && h.until() >= known)
                .map(Held::counted)
                .filter(c -> !c.at().isBefore(from) && c.at().isBefore(to))
                .toList();
        return (cell.startsWith(NPS) ? nps(in) : contacts(in)).toString();
    }

    /** Everything that is known in the end, in a slice of event time. */
    String pane(String cell, Instant from, Instant to) {
        var in = held.getOrDefault(cell, List.of()).stream()
                .filter(h -> h.until() == Long.MAX_VALUE)
                .map(Held::counted)
                .filter(c -> !c.at().isBefore(from) && c.at().isBefore(to))
                .toList();
        return (cell.startsWith(NPS) ? nps(in) : contacts(in)).toString();
    }

    /** The cumulative totals that go with a window up to {@code to}. */
    String totals(String cell, Instant to) {
        long known = to.getEpochSecond() / 60 + ALLOWANCE;
        var counted = totals.getOrDefault(cell, List.of()).stream()
                .filter(once -> once.from() < known)
                .toList();
        var json = Line.JSON.createObjectNode();
        if (cell.startsWith(NPS)) {
            var scores = json.putArray("scores");
            var corrected = json.putArray("corrected");
            for (int score = 0; score <= 10; score++) {
                String wanted = Integer.toString(score);
                scores.add(counted.stream()
                        .filter(once -> once.as().equals(wanted))
                        .count());
                corrected.add(counted.stream()
                        .filter(once -> once.as().equals(wanted) && once.takenBack() < known)
                        .count());
            }
        } else {
            json.put("contacts", counted.size());
            json.put(
                    "corrected",
                    counted.stream().filter(once -> once.takenBack() < known).count());
        }
        return json.toString();
    }

    /** The same fields of a published value. */
    static String said(String cell, JsonNode value) {
        var json = Line.JSON.createObjectNode();
        List<String> fields = cell.startsWith(NPS)
                ? List.of("n", "promoters", "passives", "detractors", "scores", "nps", "csat", "ces", "completeness")
                : List.of("contacts", "outbound", "fromIntent", "completeness");
        fields.stream().filter(value::has).forEach(field -> json.set(field, value.get(field)));
        return json.toString();
    }

    static String saidTotals(JsonNode value) {
        return value.path("totals").toString();
    }

    static boolean isEmpty(String fields) {
        return fields.startsWith("{\"n\":0,") || fields.startsWith("{\"contacts\":0,\"outbound\":0,");
    }

    /** The reliability that goes with these fields. */
    static String reliability(long n) {
        return n < 5 ? "SUPPRESSED" : n < 30 ? "LOW_N" : "OK";
    }

    private static ObjectNode nps(List<Counted> all) {
        var in = all.stream().filter(c -> c.nps() != null).toList();
        long promoters = in.stream().filter(c -> c.nps() >= 9).count();
        long detractors = in.stream().filter(c -> c.nps() <= 6).count();
        var json = Line.JSON.createObjectNode();
        json.put("n", in.size()).put("promoters", promoters);
        json.put("passives", in.size() - promoters - detractors).put("detractors", detractors);
        var scores = json.putArray("scores");
        for (int score = 0; score <= 10; score++) {
            int wanted = score;
            scores.add(in.stream().filter(c -> c.nps() == wanted).count());
        }
        if (!in.isEmpty()) {
            json.put("nps", ratio(100 * (promoters - detractors), in.size()));
        }
        mean(json.putObject("csat"), all.stream().filter(c -> c.csat() != null).toList(), Counted::csat);
        mean(json.putObject("ces"), all.stream().filter(c -> c.ces() != null).toList(), Counted::ces);
        json.putObject("completeness")
                .put("late", in.stream().filter(Counted::late).count())
                .put("unmatched", in.stream().filter(Counted::unmatched).count());
        return json;
    }

    private static void mean(ObjectNode json, List<Counted> answered, ToLongFunction<Counted> value) {
        json.put("n", answered.size());
        if (!answered.isEmpty()) {
            json.put("mean", ratio(answered.stream().mapToLong(value).sum(), answered.size()));
        }
    }

    private static double ratio(long sum, long n) {
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(n), 2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static ObjectNode contacts(List<Counted> in) {
        var json = Line.JSON.createObjectNode();
        json.put("contacts", in.stream().filter(Counted::inbound).count());
        json.put("outbound", in.stream().filter(c -> !c.inbound()).count());
        json.put(
                "fromIntent",
                in.stream().filter(c -> c.inbound() && c.fromIntent()).count());
        json.putObject("completeness")
                .put("late", in.stream().filter(Counted::late).count())
                .put("unmatched", 0);
        return json;
    }

    /** The cells of the starter catalogue's cubes; names in the order in which a scope is published. */
    private static List<String> cells(Counted c) {
        var cells = new ArrayList<String>();
        if (c.response()) {
            cells.add(scope(NPS, "audience", c.audience(), "programme", c.programme()));
            cells.add(scope(NPS, "audience", c.audience(), "journeyId", c.journey(), "programme", c.programme()));
            cells.add(scope(
                    NPS,
                    "audience",
                    c.audience(),
                    "channel",
                    c.channel(),
                    "journeyId",
                    c.journey(),
                    "programme",
                    c.programme()));
            return cells;
        }
        cells.add(scope(DRIVERS, "audience", c.audience()));
        cells.add(scope(DRIVERS, "audience", c.audience(), "journeyId", c.journey()));
        cells.add(scope(DRIVERS, "audience", c.audience(), "channel", c.channel(), "journeyId", c.journey()));
        var driver = "";
        int level = 0;
        for (var part : c.driver().split("/")) {
            driver = driver.isEmpty() ? part : driver + "/" + part;
            level++;
            cells.add(scope(DRIVERS, "audience", c.audience(), "driver", driver, "level", level));
            cells.add(
                    scope(DRIVERS, "audience", c.audience(), "channel", c.channel(), "driver", driver, "level", level));
            cells.add(scope(
                    DRIVERS, "audience", c.audience(), "driver", driver, "journeyId", c.journey(), "level", level));
        }
        return cells;
    }

    private static String scope(String topic, Object... labels) {
        var scope = Line.JSON.createObjectNode();
        for (int i = 0; i < labels.length; i += 2) {
            scope.putPOJO((String) labels[i], labels[i + 1]);
        }
        return topic + " " + scope;
    }
}

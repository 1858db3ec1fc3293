package nl.klantstem.app.alerts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.klantstem.app.alerts.Trial.Contender;
import nl.klantstem.app.alerts.Trial.Terms;

/** What the simulation found, as a table and as a JSON object. */
final class AlertsReport {

    private static final double HOURS_PER_YEAR = 8_766;
    private static final String BOUND = "best possible, told the change";

    private final long seed;
    private final List<Row> rows;

    /** All journeys of one kind together. */
    record Row(Terms terms, int journeys, Map<Contender, RuleRecord> records) {

        double journeyYears() {
            return journeys * terms.years();
        }

        RuleRecord of(Contender contender) {
            return Objects.requireNonNull(records.get(contender));
        }

        double falseAlarmsAYear(Contender contender) {
            return of(contender).falseAlarms() / journeyYears();
        }

        /** Hours to the alarm for one that knows everything of the change; of a change at once only. */
        double bound(Change change) {
            var usual = ScoreShape.USUAL;
            return new OptimalCusum(usual, usual.contaminated(change.points()))
                            .answers(terms.perHour() * HOURS_PER_YEAR)
                    / terms.perHour();
        }
    }

    AlertsReport(long seed, List<Row> rows) {
        this.seed = seed;
        this.rows = List.copyOf(rows);
    }

    List<String> table() {
        var lines = new ArrayList<String>();
        for (Row row : rows) {
            if (!row.terms().changes().isEmpty()) {
                delays(row, lines);
                lines.add("");
            }
        }
        lines.add(text(
                "  %-72s %10s %10s %10s", "false alarms a year with nothing wrong", "watch", "threshold", "z-test"));
        for (Row row : rows) {
            lines.add(text(
                    "  %-72s %,10.2f %,10.0f %,10.0f",
                    number(row.terms().perHour()) + " an hour, "
                            + row.terms().ordinary().name(),
                    row.falseAlarmsAYear(Contender.WATCH),
                    row.falseAlarmsAYear(Contender.THRESHOLD),
                    row.falseAlarmsAYear(Contender.Z_TEST)));
        }
        return lines;
    }

    private static void delays(Row row, List<String> lines) {
        lines.add(text(
                "%s answers an hour, %s journey-years, NPS +40, 1 false alarm a year tolerated;"
                        + " hours to the alarm: mean / 95%%",
                number(row.terms().perHour()), number(row.journeyYears())));
        var head = new StringBuilder(text("  %-36s %11s", "", "false/year"));
        row.terms().changes().forEach(change -> head.append(text(" %18s", change.name())));
        lines.add(head.toString());
        for (Contender contender : Contender.values()) {
            var line = new StringBuilder(text("  %-36s %,11.2f", contender.title(), row.falseAlarmsAYear(contender)));
            for (int i = 0; i < row.terms().changes().size(); i++) {
                line.append(text(" %18s", delay(row.of(contender).delays(i))));
            }
            lines.add(line.toString());
        }
        var bound = new StringBuilder(text("  %-36s %11.2f", BOUND, 1.0));
        for (Change change : row.terms().changes()) {
            bound.append(text(" %18s", change.days() > 0 ? "" : hours(row.bound(change))));
        }
        lines.add(bound.toString().stripTrailing());
    }

    private static String delay(DelaySummary delay) {
        String within = delay.p95().isPresent() ? hours(delay.p95().getAsDouble()) : "-";
        return delay.n() == 0 ? "" : hours(delay.mean()) + " / " + within;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? text("%,.0f", value) : String.valueOf(rounded(value));
    }

    private static String hours(double hours) {
        return text(hours < 10 ? "%.1f" : "%.0f", hours);
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("seed", seed);
        json.put("toleratedPerYear", 1);
        json.put("rows", rows.stream().map(AlertsReport::json).toList());
        return json;
    }

    private static Map<String, Object> json(Row row) {
        var json = new LinkedHashMap<String, Object>();
        json.put("answersPerHour", row.terms().perHour());
        json.put("ordinary", row.terms().ordinary().name());
        json.put("journeys", row.journeys());
        json.put("journeyYears", row.journeyYears());
        for (Contender contender : Contender.values()) {
            var rule = new LinkedHashMap<String, Object>();
            rule.put("rule", contender.title());
            rule.put("falseAlarms", row.of(contender).falseAlarms());
            rule.put("falseAlarmsPerYear", rounded(row.falseAlarmsAYear(contender)));
            if (!row.terms().changes().isEmpty()) {
                rule.put("delays", delays(row, contender));
            }
            json.put(contender.key(), rule);
        }
        return json;
    }

    private static List<Map<String, Object>> delays(Row row, Contender contender) {
        var delays = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < row.terms().changes().size(); i++) {
            Change change = row.terms().changes().get(i);
            DelaySummary delay = row.of(contender).delays(i);
            var json = new LinkedHashMap<String, Object>();
            json.put("points", change.points());
            json.put("overDays", change.days());
            json.put("changes", delay.n());
            json.put("notSeen", delay.missed());
            json.put("meanHours", rounded(delay.mean()));
            delay.p95().ifPresent(hours -> json.put("p95Hours", rounded(hours)));
            json.put("meanAnswers", rounded(delay.answers()));
            if (change.days() == 0) {
                json.put("bestPossibleHours", rounded(row.bound(change)));
            }
            delays.add(json);
        }
        return delays;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

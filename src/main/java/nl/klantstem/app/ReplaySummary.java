package nl.klantstem.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.klantstem.app.alerts.RulesOnHistory;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.contract.out.LinkedResponse.LinkMethod;
import nl.klantstem.replay.ForeignLabels;
import nl.klantstem.replay.Inputs;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;

/**
 * What became of a replay's input, stream by stream (read = accepted + duplicates + test + the sum of rejected; late is a
 * part of accepted; ignored are values of optional fields that keep no record from counting), how responses were linked,
 * which labels are foreign to the catalogue, which alerts came of it and how many each rule that people usually write would
 * have raised, and how long it took.
 */
record ReplaySummary(
        Map<String, Stream> streams,
        Map<LinkMethod, Long> links,
        ForeignLabels foreign,
        AlertsOnHistory alerts,
        RulesOnHistory rules,
        double seconds) {

    private static final int LONGEST = 60;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

    /** What became of the records of a stream. */
    record Stream(
            long read,
            long accepted,
            long duplicates,
            long test,
            long late,
            long ignored,
            SortedMap<String, Long> rejected) {

        private static final Stream NOTHING = new Stream(0, 0, 0, 0, 0, 0, new TreeMap<>());

        static Stream of(Records records) {
            return new Stream(
                    records.read(),
                    records.accepted(),
                    records.duplicates(),
                    records.test(),
                    records.late(),
                    records.ignored(),
                    records.rejected());
        }

        long rejectedInAll() {
            return rejected.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** What is told of what was published. */
    record Found(Map<LinkMethod, Long> links, ForeignLabels foreign, AlertsOnHistory alerts, RulesOnHistory rules) {}

    /** Every input stream is there, also one of which nothing was read. */
    static ReplaySummary of(Map<String, Records> inputs, Found found, double seconds) {
        var streams = new LinkedHashMap<String, Stream>();
        Inputs.inputTopics().stream().map(Topic::shortName).forEach(name -> {
            var records = inputs.get(name);
            streams.put(name, records == null ? Stream.NOTHING : Stream.of(records));
        });
        return new ReplaySummary(
                streams,
                found.links(),
                found.foreign(),
                found.alerts(),
                found.rules(),
                Math.round(seconds * 1000) / 1000.0);
    }

    String json() {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a summary must be writable", e);
        }
    }

    /** The summary as it is shown on screen. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        long read = streams.values().stream().mapToLong(Stream::read).sum();
        lines.add(String.format(
                Locale.ROOT,
                "%,d records in %.1f s, %,.0f per second",
                read,
                seconds,
                read / Math.max(seconds, 0.001)));
        lines.add(String.format(
                "%-20s %12s %12s %12s %8s %8s %10s",
                "stream", "read", "accepted", "duplicates", "test", "late", "rejected"));
        streams.forEach((name, s) -> {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-20s %,12d %,12d %,12d %,8d %,8d %,10d",
                    name,
                    s.read(),
                    s.accepted(),
                    s.duplicates(),
                    s.test(),
                    s.late(),
                    s.rejectedInAll()));
            if (!s.rejected().isEmpty()) {
                lines.add("  rejected: " + counts(s.rejected()));
            }
            if (s.ignored() > 0) {
                lines.add(
                        String.format(Locale.ROOT, "  unknown values of optional fields, left out: %,d", s.ignored()));
            }
        });
        lines.add("links: " + counts(links));
        foreign.byDimension().forEach((dimension, labels) -> lines.addAll(foreign(dimension, labels)));
        return lines;
    }

    private static List<String> foreign(String dimension, Map<String, Long> labels) {
        if (labels.isEmpty()) {
            return List.of();
        }
        var printable = new LinkedHashMap<String, Long>();
        labels.forEach((label, n) -> printable.merge(printable(label), n, Long::sum));
        var most = labels.size() == ForeignLabels.MOST ? " (the " + ForeignLabels.MOST + " most frequent)" : "";
        return List.of(dimension + " outside the catalogue" + most + ": " + counts(printable));
    }

    /** A label comes from a foreign file: it must not steer the terminal, nor fill it. */
    private static String printable(String label) {
        var visible = CONTROL.matcher(label).replaceAll("?");
        return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "...";
    }

    private static String counts(Map<?, Long> counts) {
        return counts.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }
}

package nl.klantstem.app.backfill;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klantstem.app.backfill.LedgerHistory.Series;
import nl.klantstem.expose.MetricCatalogue;

/**
 * Writes series as OpenMetrics text with the time of each sample: a metric after the other, a series after the other, each
 * in the order of time.
 */
final class OpenMetrics {

    /** Says of every sample that it came of the ledger: it is never the series of an exporter, whose counters begin elsewhere. */
    private static final String SOURCE = "source=\"ledger\"";

    /** As the exporter calls the windows. */
    static final List<Map.Entry<String, Duration>> WINDOWS = List.of(
            Map.entry("1h", Duration.ofHours(1)),
            Map.entry("6h", Duration.ofHours(6)),
            Map.entry("24h", Duration.ofHours(24)),
            Map.entry("7d", Duration.ofDays(7)),
            Map.entry("28d", Duration.ofDays(28)));

    static final Duration LONGEST = Duration.ofDays(28);

    /** Smaller groups show their number only, which has no series. */
    private static final int SMALLEST_GROUP = 5;

    private static final int CATEGORIES = 3;

    private final Writer out;
    private final Panes panes;
    private final int first;
    private final int step;
    private long samples;

    /**
     * @param first the pane with which the written period begins; those before it are there for the windows
     * @param step how many panes from a sample to the next
     */
    OpenMetrics(Writer out, Panes panes, int first, int step) {
        this.out = out;
        this.panes = panes;
        this.first = first;
        this.step = step;
    }

    /** Writes all; returns how many samples that were. */
    long write(Map<MetricCatalogue, Map<List<String>, Counts>> all) throws IOException {
        for (var metric : all.entrySet()) {
            head(metric.getKey());
            if (metric.getKey() == MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES) {
                windows(metric.getValue());
            } else {
                for (var series : metric.getValue().entrySet()) {
                    counter(
                            new Series(metric.getKey(), series.getKey()),
                            series.getValue().sums(panes.count()));
                }
            }
        }
        out.write("# EOF\n");
        return samples;
    }

    private void head(MetricCatalogue metric) throws IOException {
        boolean counter = metric.fullName().endsWith("_total");
        String family = counter ? metric.fullName().replaceFirst("_total$", "") : metric.fullName();
        out.write("# HELP " + family + " " + metric.help() + "\n");
        out.write("# TYPE " + family + (counter ? " counter\n" : " gauge\n"));
    }

    /** From 0 at the beginning of the period; nothing of a series that has nothing in it. */
    private void counter(Series series, long[] sums) throws IOException {
        long before = sums[first];
        if (sums[panes.count()] == before) {
            return;
        }
        String head = head(series, series.labels());
        for (int pane = first; pane <= panes.count(); pane += step) {
            sample(head, sums[pane] - before, pane);
        }
    }

    /** The three categories of a journey go together: whether a window has too few answers is a matter of all. */
    private void windows(Map<List<String>, Counts> all) throws IOException {
        var labels = List.copyOf(all.keySet());
        for (int i = 0; i + CATEGORIES <= labels.size(); i += CATEGORIES) {
            var sums = new ArrayList<long[]>();
            for (int category = 0; category < CATEGORIES; category++) {
                sums.add(
                        all.getOrDefault(labels.get(i + category), new Counts()).sums(panes.count()));
            }
            for (int category = 0; category < CATEGORIES; category++) {
                for (var window : WINDOWS) {
                    window(labels.get(i + category), window, sums.get(category), sums);
                }
            }
        }
    }

    private void window(
            List<String> labels, Map.Entry<String, Duration> window, long[] category, List<long[]> categories)
            throws IOException {
        var metric = MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES;
        var named = new ArrayList<>(labels);
        named.set(metric.labels().indexOf("window"), window.getKey());
        String head = head(new Series(metric, labels), named);
        int length = (int) window.getValue().dividedBy(Panes.LENGTH);
        for (int pane = Math.max(first, length); pane <= panes.count(); pane += step) {
            long n = 0;
            for (long[] sums : categories) {
                n += sums[pane] - sums[pane - length];
            }
            if (n == 0 || n >= SMALLEST_GROUP) {
                sample(head, category[pane] - category[pane - length], pane);
            }
        }
    }

    private static String head(Series series, List<String> values) {
        var head = new StringBuilder(series.metric().fullName()).append('{');
        for (int i = 0; i < values.size(); i++) {
            head.append(series.metric().labels().get(i))
                    .append("=\"")
                    .append(values.get(i)
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n"))
                    .append("\",");
        }
        return head.append(SOURCE).append("} ").toString();
    }

    private void sample(String head, long value, int pane) throws IOException {
        out.write(head);
        out.write(String.valueOf(value));
        out.write(' ');
        out.write(String.valueOf(panes.begin(pane).getEpochSecond()));
        out.write('\n');
        samples++;
    }
}

package nl.klantstem.expose;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.klantstem.contract.out.Durations;

/**
 * The samples of one metric at one scrape. What is announced starts at zero, what is added to the same labels is summed,
 * and what is hidden is left out whatever was added: a sum of which a part is missing would look like a fall.
 */
final class Samples {

    /** The label of a histogram's sum, after its own labels; its classes have their number there. */
    static final String SUM = "sum";

    private final Metric metric;
    private final int size;
    private final Map<List<String>, Double> values = new HashMap<>();
    private final Set<List<String>> hidden = new HashSet<>();

    Samples(Metric metric) {
        this.metric = metric;
        this.size = metric.labels().size() + (metric.type() == MetricType.HISTOGRAM ? 1 : 0);
    }

    /** Labels, and one more after them. */
    static String[] with(String[] labels, String last) {
        String[] all = Arrays.copyOf(labels, labels.length + 1);
        all[labels.length] = last;
        return all;
    }

    void announce(String... labels) {
        add(0, labels);
    }

    void add(long count, String... labels) {
        add((double) count, labels);
    }

    void add(double value, String... labels) {
        if (labels.length != size) {
            throw new IllegalArgumentException(
                    metric.fullName() + " has the labels " + metric.labels() + ", not " + List.of(labels));
        }
        values.merge(List.of(labels), value, Double::sum);
    }

    void add(long value, boolean hide, String... labels) {
        add(value, labels);
        if (hide) {
            hidden.add(List.of(labels));
        }
    }

    /** The metric with its samples; nothing when there are none. */
    Optional<MetricSnapshot> snapshot() {
        values.keySet().removeAll(hidden);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (metric.type()) {
                    case COUNTER -> counter();
                    case GAUGE -> gauge();
                    case HISTOGRAM -> histogram();
                    case INFO -> info();
                });
    }

    private MetricSnapshot counter() {
        var builder = CounterSnapshot.builder().name(nameWithout("_total")).help(metric.help());
        unit().ifPresent(builder::unit);
        values.forEach((labels, value) -> builder.dataPoint(CounterDataPointSnapshot.builder()
                .labels(named(labels))
                .value(value)
                .build()));
        return builder.build();
    }

    private MetricSnapshot gauge() {
        var builder = GaugeSnapshot.builder().name(metric.fullName()).help(metric.help());
        unit().ifPresent(builder::unit);
        values.forEach((labels, value) -> builder.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(named(labels))
                .value(value)
                .build()));
        return builder.build();
    }

    private MetricSnapshot histogram() {
        var byLabels = new HashMap<List<String>, Map<String, Double>>();
        values.forEach((labels, value) -> byLabels.computeIfAbsent(labels.subList(0, size - 1), own -> new HashMap<>())
                .put(labels.get(size - 1), value));
        var builder = HistogramSnapshot.builder().name(metric.fullName()).help(metric.help());
        unit().ifPresent(builder::unit);
        byLabels.forEach((labels, parts) -> builder.dataPoint(HistogramDataPointSnapshot.builder()
                .labels(named(labels))
                .classicHistogramBuckets(buckets(parts))
                .sum(parts.getOrDefault(SUM, 0.0))
                .build()));
        return builder.build();
    }

    private static ClassicHistogramBuckets buckets(Map<String, Double> parts) {
        var buckets = ClassicHistogramBuckets.builder();
        int classes = Durations.BOUNDS.size();
        for (int i = 0; i <= classes; i++) {
            double bound = i == classes ? Double.POSITIVE_INFINITY : Durations.BOUNDS.get(i);
            buckets.bucket(bound, (long) (double) parts.getOrDefault(String.valueOf(i), 0.0));
        }
        return buckets.build();
    }

    private MetricSnapshot info() {
        var builder = InfoSnapshot.builder().name(nameWithout("_info")).help(metric.help());
        values.keySet()
                .forEach(labels -> builder.dataPoint(
                        InfoDataPointSnapshot.builder().labels(named(labels)).build()));
        return builder.build();
    }

    /** The library adds the ending itself. */
    private String nameWithout(String ending) {
        return metric.fullName().substring(0, metric.fullName().length() - ending.length());
    }

    private Optional<Unit> unit() {
        return metric.unit().isEmpty() ? Optional.empty() : Optional.of(new Unit(metric.unit()));
    }

    private Labels named(List<String> labels) {
        return Labels.of(metric.labels(), labels);
    }
}

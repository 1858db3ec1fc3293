package nl.klantstem.expose;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A metric that we define: type and unit follow from the ending of its name. */
public interface Metric {

    /** Every metric that we define. */
    static Stream<Metric> all() {
        return Stream.<Metric[]>of(
                        MetricCatalogue.values(),
                        AlertMetric.values(),
                        MeasureMetric.values(),
                        SteeringMetric.values(),
                        OperationsMetric.values())
                .flatMap(Arrays::stream);
    }

    /** The name as it is scraped and queried. */
    String fullName();

    String help();

    List<String> labels();

    default MetricType type() {
        if (fullName().endsWith("_total")) {
            return MetricType.COUNTER;
        }
        return fullName().endsWith("_info") ? MetricType.INFO : MetricType.GAUGE;
    }

    /** The ending of the name that OpenMetrics states apart; empty when there is none. */
    default String unit() {
        var ending = fullName().substring(fullName().lastIndexOf('_') + 1);
        return Set.of("seconds", "points", "records", "ratio").contains(ending) ? ending : "";
    }
}

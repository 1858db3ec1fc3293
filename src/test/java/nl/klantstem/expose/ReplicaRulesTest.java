package nl.klantstem.expose;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.testkit.Golden;
import org.junit.jupiter.api.Test;

/** Of all exporters, which show the same, one set of figures: made from the metric catalogue, so that none is forgotten. */
class ReplicaRulesTest {

    private static final String HEAD = """
            # Made from the metric catalogue in the code (docs/metrics.md); change it there.
            # Exporters are replicas: each shows all figures. Here they become one, and everything else reads what is recorded
            # here, as one:voc_...: a sum over two replicas would double every number.
            groups:
              - name: replicas
                rules:
            """;

    @Test
    void each_metric_of_the_exporters_is_recorded_once() {
        String rules = all().flatMap(ReplicaRulesTest::series)
                .map(name -> """
                      - record: one:%s
                        expr: max without (instance, pod) (%s)
                """.formatted(name, name))
                .collect(Collectors.joining());

        Golden.check("deploy/prometheus/rules/replicas.yml", HEAD + rules);
    }

    /** Every metric but those that say how one exporter fares. */
    static Stream<Metric> all() {
        return Metric.all()
                .filter(metric ->
                        !metric.fullName().startsWith("voc_exporter_") && metric != OperationsMetric.BUILD_INFO);
    }

    private static Stream<String> series(Metric metric) {
        return metric.type() == MetricType.HISTOGRAM
                ? Stream.of("_bucket", "_sum", "_count").map(ending -> metric.fullName() + ending)
                : Stream.of(metric.fullName());
    }
}

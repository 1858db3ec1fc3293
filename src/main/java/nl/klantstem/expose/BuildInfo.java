package nl.klantstem.expose;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.jspecify.annotations.Nullable;

/** The version that runs, as the jar says; dev outside of it. */
public final class BuildInfo {

    private static final String OUTSIDE = "dev";

    private BuildInfo() {}

    public static String version() {
        @Nullable String version = BuildInfo.class.getPackage().getImplementationVersion();
        return version == null ? OUTSIDE : version;
    }

    /** Shows the version as a metric. */
    static void register(PrometheusRegistry registry) {
        var info = new Samples(OperationsMetric.BUILD_INFO);
        info.announce(version());
        var snapshots = new MetricSnapshots(info.snapshot().stream().toList());
        registry.register((MultiCollector) () -> snapshots);
    }
}

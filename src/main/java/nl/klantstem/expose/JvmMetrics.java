package nl.klantstem.expose;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;

/** The usual figures of a JVM: memory, garbage collection, threads, processor, open files and uptime. */
final class JvmMetrics implements AutoCloseable {

    /** Prometheus wants seconds, and no count that is not a histogram's. The same is told by other figures here. */
    private static final List<String> NAMED_AGAINST_THE_RULES = List.of("process.cpu.time", "system.cpu.count");

    private final JvmGcMetrics gc = new JvmGcMetrics();

    private JvmMetrics() {}

    static JvmMetrics bindTo(MeterRegistry registry) {
        NAMED_AGAINST_THE_RULES.forEach(name -> registry.config().meterFilter(MeterFilter.denyNameStartsWith(name)));
        var metrics = new JvmMetrics();
        metrics.gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return metrics;
    }

    @Override
    public void close() {
        gc.close();
    }
}

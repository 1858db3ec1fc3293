package nl.klantstem.app.demo;

import java.util.Set;
import java.util.function.IntFunction;
import nl.klantstem.app.PipelineHealth;
import nl.klantstem.app.RunningPipeline;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.expose.Exporter;
import nl.klantstem.expose.ExporterSettings;
import nl.klantstem.expose.HttpSettings;
import org.jspecify.annotations.Nullable;

/** What Prometheus reads of a demo: the exporter on the port asked for, the pipeline on the next, or else on free ones. */
final class Metrics implements AutoCloseable {

    private static final int HIGHEST_PORT = 65_535;

    private final Exporter exporter;
    private final int asked;
    private @Nullable PipelineHealth pipeline;

    private Metrics(Exporter exporter, int asked) {
        this.exporter = exporter;
        this.asked = asked;
    }

    /** Of what is published on a ground, from the first record on. */
    static Metrics start(Ground ground, int port) {
        return new Metrics(exporter(ground, port), port);
    }

    /** Tells of this pipeline too: the one that goes on. Called once. */
    void tellOf(RunningPipeline running) {
        int next = asked == 0 || asked == HIGHEST_PORT ? 0 : asked + 1;
        pipeline = onPort(next, free -> new PipelineHealth(running, HttpSettings.DEFAULT_BIND, free));
    }

    /** Where the page is, and where the pipeline tells how it fares; /metrics is below both. */
    String where() {
        String taken = asked == 0 || asked == exporter.port() ? "" : " (port " + asked + " was taken)";
        @Nullable PipelineHealth health = pipeline;
        return "page: " + exporter.uri() + taken + (health == null ? "" : "   pipeline: " + health.address());
    }

    @Override
    public void close() {
        @Nullable PipelineHealth health = pipeline;
        if (health != null) {
            health.close();
        }
        exporter.close();
    }

    private static Exporter exporter(Ground ground, int port) {
        return onPort(port, free -> Exporter.start(settings(ground, free), Ground.CATALOGUE));
    }

    private static <T> T onPort(int port, IntFunction<T> start) {
        try {
            return start.apply(port);
        } catch (UserMistake taken) {
            if (port == 0) {
                throw taken;
            }
            return start.apply(0);
        }
    }

    private static ExporterSettings settings(Ground ground, int port) {
        return ExporterSettings.of(
                ground.connection(),
                Ground.TOPICS.prefix(),
                new HttpSettings("Klantstem demo", HttpSettings.DEFAULT_BIND, port, Set.of()),
                null);
    }
}

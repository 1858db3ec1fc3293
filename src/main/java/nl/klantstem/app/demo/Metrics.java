package nl.klantstem.app.demo;

import java.util.Set;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.expose.Exporter;
import nl.klantstem.expose.ExporterSettings;
import nl.klantstem.expose.HttpSettings;

/** The exporter of a demo: on the port asked for, else on a free one, and it says which. */
final class Metrics implements AutoCloseable {

    private final Exporter exporter;
    private final int asked;

    private Metrics(Exporter exporter, int asked) {
        this.exporter = exporter;
        this.asked = asked;
    }

    static Metrics start(Ground ground, int port) {
        try {
            return new Metrics(Exporter.start(settings(ground, port), Ground.CATALOGUE), port);
        } catch (UserMistake taken) {
            if (port == 0) {
                throw taken;
            }
            return new Metrics(Exporter.start(settings(ground, 0), Ground.CATALOGUE), port);
        }
    }

    /** Where the page and the metrics are, as a sentence. */
    String where() {
        String place =
                "page: " + exporter.uri() + "   metrics: " + exporter.uri().resolve("/metrics");
        return asked == 0 || asked == exporter.port() ? place : place + " (port " + asked + " was taken)";
    }

    @Override
    public void close() {
        exporter.close();
    }

    private static ExporterSettings settings(Ground ground, int port) {
        return ExporterSettings.of(
                ground.connection(),
                Ground.TOPICS.prefix(),
                new HttpSettings("Klantstem demo", HttpSettings.DEFAULT_BIND, port, Set.of()),
                null);
    }
}

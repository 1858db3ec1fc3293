package nl.klantstem.expose;

import java.time.Duration;
import java.util.Map;
import nl.klantstem.contract.in.Programme;
import org.jspecify.annotations.Nullable;

/**
 * What an exporter needs to know.
 *
 * @param connection settings of a Kafka client, bootstrap.servers among them
 * @param prefix of every topic name
 * @param http where it serves
 * @param maxAge how far behind the wall clock a value may be and still be shown; null where recorded time is not the wall
 *     clock's (a demo, a replay)
 * @param programme the survey programme whose NPS is shown: two are never pooled, so each has an exporter of its own
 * @param journeyCap the most journeys that are shown
 * @param driverCap the most drivers that are shown
 */
public record ExporterSettings(
        Map<String, Object> connection,
        String prefix,
        HttpSettings http,
        @Nullable Duration maxAge,
        Programme programme,
        int journeyCap,
        int driverCap) {

    public static final Duration DEFAULT_MAX_AGE = Duration.ofMinutes(10);
    public static final int DEFAULT_JOURNEY_CAP = 24;
    public static final int DEFAULT_DRIVER_CAP = 48;

    public ExporterSettings {
        connection = Map.copyOf(connection);
        if (!programme.feedsNps()) {
            throw new IllegalArgumentException(programme + " has no NPS: choose TRANSACTIONAL or RELATIONAL");
        }
    }

    /** The usual: transactional NPS, the default caps. */
    public static ExporterSettings of(
            Map<String, Object> connection, String prefix, HttpSettings http, @Nullable Duration maxAge) {
        return new ExporterSettings(
                connection, prefix, http, maxAge, Programme.TRANSACTIONAL, DEFAULT_JOURNEY_CAP, DEFAULT_DRIVER_CAP);
    }
}

package nl.klantstem.contract.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which scores are watched and what is tolerated; docs/alerts.md says what comes of it.
 *
 * @param falseAlarmsPerYear how many alarms without cause are tolerated in a year, of each scope that is watched and in each
 *     direction
 * @param smallestChange the smallest change worth knowing, in NPS points
 * @param newNormalDays an incident that lasts so many days has become the ordinary
 * @param watches what is watched
 * @param journeys what is tolerated in a journey, where it differs, by its id
 * @param surges what is tolerated of surges of contacts
 * @param links where more is to be seen
 */
public record AlertRules(
        double falseAlarmsPerYear,
        double smallestChange,
        int newNormalDays,
        List<WatchRule> watches,
        Map<String, Tolerance> journeys,
        SurgeRules surges,
        Links links) {

    /** Used when a catalogue names none: each journey, and all of them together, by channel and handling. */
    public static final AlertRules DEFAULT = new AlertRules(
            1,
            5,
            28,
            List.of(
                    new WatchRule(List.of(), List.of("journeyId", "channel")),
                    new WatchRule(List.of("journeyId"), List.of("channel", "handling"))),
            Map.of(),
            new SurgeRules(1, 15),
            new Links(null, null));

    /** The dimensions that a scope or its segments may name. */
    public static final List<String> DIMENSIONS = List.of("journeyId", "channel", "handling", "driver");

    /**
     * A score of each scope with these dimensions is watched (none: of everything), told apart by these segments, so that a
     * shift between them is no change of the score.
     */
    public record WatchRule(List<String> scope, List<String> segments) {
        public WatchRule {
            scope = List.copyOf(scope);
            segments = List.copyOf(segments);
        }
    }

    /** What is tolerated; see {@link AlertRules}. */
    public record Tolerance(double falseAlarmsPerYear, double smallestChange) {}

    /**
     * Surges of contacts.
     *
     * @param falseAlarmsPerYear tolerated for each driver in each channel
     * @param binMinutes how many minutes are looked at together; divides an hour
     */
    public record SurgeRules(double falseAlarmsPerYear, int binMinutes) {}

    /** Addresses, in which names in braces stand for what an alert is about: {journeyId}, {audience}, {from}. */
    public record Links(
            @Nullable String dashboard, @Nullable String runbook) {}

    public AlertRules {
        watches = List.copyOf(watches);
        journeys = Map.copyOf(journeys);
    }

    /** What is tolerated in a journey. */
    public Tolerance tolerance(@Nullable String journey) {
        Tolerance everywhere = new Tolerance(falseAlarmsPerYear, smallestChange);
        return journey == null ? everywhere : journeys.getOrDefault(journey, everywhere);
    }
}

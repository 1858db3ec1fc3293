package nl.klantstem.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.catalogue.AlertRules;
import nl.klantstem.contract.catalogue.AlertRules.Links;
import nl.klantstem.contract.catalogue.AlertRules.SurgeRules;
import nl.klantstem.contract.catalogue.AlertRules.Tolerance;
import nl.klantstem.contract.catalogue.AlertRules.WatchRule;

/** Which scores a catalogue has watched, and what it tolerates; what it leaves out is as in {@link AlertRules#DEFAULT}. */
final class AlertRulesReader {

    private static final double LEAST_ALARMS = 0.001;
    private static final double MOST_ALARMS = 1_000;
    private static final double LEAST_POINTS = 1;
    private static final double MOST_POINTS = 100;
    private static final int LEAST_DAYS = 7;
    /** What is heard is kept for nine weeks, and an incident looks back to its beginning. */
    private static final int MOST_DAYS = 42;

    private final Section section;
    private final List<String> journeys;
    private final boolean open;

    /**
     * Reads a section.
     *
     * @param journeys that the catalogue lists
     * @param open whether there may be others
     */
    AlertRulesReader(Section section, List<String> journeys, boolean open) {
        this.section = section;
        this.journeys = journeys;
        this.open = open;
    }

    AlertRules read() {
        AlertRules otherwise = AlertRules.DEFAULT;
        Tolerance everywhere = tolerance(section, otherwise.tolerance(null));
        var rules = new AlertRules(
                everywhere.falseAlarmsPerYear(),
                everywhere.smallestChange(),
                section.between(LEAST_DAYS, MOST_DAYS, "newNormalDays", otherwise.newNormalDays()),
                section.has("watches") ? watches() : otherwise.watches(),
                perJourney(everywhere),
                surges(section.section("surges"), otherwise.surges()),
                links(section.section("links")));
        section.noOthers();
        return rules;
    }

    private static Tolerance tolerance(Section section, Tolerance otherwise) {
        return new Tolerance(
                section.between(LEAST_ALARMS, MOST_ALARMS, "falseAlarmsPerYear", otherwise.falseAlarmsPerYear()),
                section.between(LEAST_POINTS, MOST_POINTS, "smallestChange", otherwise.smallestChange()));
    }

    private List<WatchRule> watches() {
        List<WatchRule> watches = section.each("watches", each -> {
            var watch = new WatchRule(dimensions(each, "scope"), dimensions(each, "segments"));
            watch.scope().stream()
                    .filter(watch.segments()::contains)
                    .forEach(dimension -> each.problem(
                            "segments", "'" + dimension + "' is in the scope: every answer of it has the same"));
            return watch;
        });
        long scopes = watches.stream()
                .map(watch -> Set.copyOf(watch.scope()))
                .distinct()
                .count();
        if (scopes < watches.size()) {
            section.problem("watches", "the same scope is there twice: keep one");
        }
        return watches;
    }

    private static List<String> dimensions(Section watch, String name) {
        List<String> dimensions = watch.oneOrMore(name);
        dimensions.stream()
                .filter(dimension -> !AlertRules.DIMENSIONS.contains(dimension))
                .forEach(dimension -> watch.problem(
                        name,
                        "'" + dimension + "' is no dimension of what is watched"
                                + DidYouMean.hint(dimension, AlertRules.DIMENSIONS)));
        if (Set.copyOf(dimensions).size() < dimensions.size()) {
            watch.problem(name, "a dimension is there twice: keep one");
        }
        return dimensions;
    }

    private Map<String, Tolerance> perJourney(Tolerance everywhere) {
        Map<String, Tolerance> own = new HashMap<>();
        section.each("journeys", each -> {
            String journey = each.text("journeyId");
            if (!journey.isEmpty() && !open && !journeys.contains(journey)) {
                each.problem("journeyId", "'" + journey + "' is no journey" + DidYouMean.hint(journey, journeys));
            }
            if (own.put(journey, tolerance(each, everywhere)) != null && !journey.isEmpty()) {
                each.problem("journeyId", "'" + journey + "' is there already: give each journey one tolerance");
            }
            return journey;
        });
        return own;
    }

    private static SurgeRules surges(Section surges, SurgeRules otherwise) {
        double alarms = surges.between(LEAST_ALARMS, MOST_ALARMS, "falseAlarmsPerYear", otherwise.falseAlarmsPerYear());
        int minutes = surges.between(1, 60, "binMinutes", otherwise.binMinutes());
        if (minutes > 0 && 60 % minutes != 0) {
            surges.problem("binMinutes", minutes + " does not divide an hour: give 5, 10, 15, 20, 30 or 60");
        }
        surges.noOthers();
        return new SurgeRules(alarms, minutes);
    }

    private static Links links(Section links) {
        var read = new Links(links.optionalText("dashboard"), links.optionalText("runbook"));
        links.noOthers();
        return read;
    }
}

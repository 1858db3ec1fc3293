package nl.klantstem.app;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The alerts that a history raised.
 *
 * @param raised how many
 * @param byKind of them DROP and IMPROVED
 * @param byState of them how each stands at the end
 * @param watched how many scores are watched or were about to be
 * @param tooFewAnswers of those, how many had too few answers to be watched yet
 */
record AlertsOnHistory(
        long raised,
        SortedMap<String, Long> byKind,
        SortedMap<String, Long> byState,
        long watched,
        long tooFewAnswers,
        @JsonIgnore List<JsonNode> alerts) {

    private static final int MOST = 10;
    private static final String ROW = "%-34s %-9s %-16s %-16s %8s %-18s %6s  %s";
    private static final String LEARNING = "LEARNING";
    private static final int TO_THE_MINUTE = 16;

    static AlertsOnHistory of(List<JsonNode> alerts, List<JsonNode> watches) {
        return new AlertsOnHistory(
                alerts.size(),
                counts(alerts, "kind"),
                counts(alerts, "state"),
                watches.size(),
                watches.stream()
                        .filter(watch -> watch.path("state").asText().equals(LEARNING))
                        .count(),
                alerts);
    }

    private static SortedMap<String, Long> counts(List<JsonNode> alerts, String field) {
        return alerts.stream()
                .collect(Collectors.groupingBy(
                        alert -> alert.path(field).asText(), TreeMap::new, Collectors.counting()));
    }

    /** As it is shown on screen. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        if (alerts.isEmpty()) {
            lines.add("alerts on this history: none was raised");
        } else {
            lines.add(String.format(
                    Locale.ROOT,
                    "alerts on this history: %,d (%s)",
                    raised,
                    byState.entrySet().stream()
                            .map(state -> String.format(Locale.ROOT, "%s %,d", state.getKey(), state.getValue()))
                            .collect(Collectors.joining(", "))));
            lines.add(String.format(ROW, "scope", "kind", "since", "raised at", "points", "95%", "n", "state"));
            alerts.stream().limit(MOST).forEach(alert -> lines.add(row(alert)));
            if (alerts.size() > MOST) {
                lines.add(String.format(Locale.ROOT, "... and %,d more", alerts.size() - MOST));
            }
        }
        if (watched > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d scores had too few answers to be watched by the end",
                    tooFewAnswers,
                    watched));
        }
        return lines;
    }

    private static String row(JsonNode alert) {
        JsonNode size = alert.path("size");
        return String.format(
                        Locale.ROOT,
                        ROW,
                        scope(alert.path("scope")),
                        alert.path("kind").asText(),
                        time(alert.path("since")),
                        time(alert.path("raisedAt")),
                        points(size.path("points")),
                        size.has("low")
                                ? "(" + points(size.path("low")) + " to " + points(size.path("high")) + ")"
                                : "",
                        alert.path("n").asText("-"),
                        alert.path("state").asText())
                .stripTrailing();
    }

    /** What it is about; that the answers are about something that happened goes without saying. */
    private static String scope(JsonNode scope) {
        Map<String, String> labels = new TreeMap<>();
        scope.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        labels.remove(Scope.PROGRAMME);
        @Nullable String audience = labels.remove(Scope.AUDIENCE);
        @Nullable String journey = labels.remove(Scope.JOURNEY);
        var words = new ArrayList<String>();
        words.add(journey == null ? "all journeys" : journey);
        words.addAll(labels.values());
        if (audience != null) {
            words.add(audience);
        }
        return String.join(" ", words);
    }

    private static String time(JsonNode instant) {
        String text = instant.asText("");
        return text.length() < TO_THE_MINUTE
                ? "-"
                : Instant.parse(text).toString().substring(0, TO_THE_MINUTE).replace('T', ' ');
    }

    private static String points(JsonNode points) {
        return points.isNumber() ? String.format(Locale.ROOT, "%+.1f", points.asDouble()) : "-";
    }
}

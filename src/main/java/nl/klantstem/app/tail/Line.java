package nl.klantstem.app.tail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** A record as one line for people: when, whether it stands, what it is about, its main figures. */
final class Line {

    private static final int LONGEST_TEXT = 160;
    private static final String TEXT = "text";

    /** What every record carries, and what is shown elsewhere in the line. */
    private static final List<String> ENVELOPE =
            List.of("asOf", "provisional", "catalogueVersion", "schemaVersion", "sha256", "partitions");

    private Line() {}

    static String of(Topic topic, Instant at, JsonNode key, @Nullable JsonNode value) {
        var parts = new ArrayList<String>();
        parts.add(at.truncatedTo(ChronoUnit.SECONDS).toString());
        parts.add(mark(key, value));
        JsonNode about = value == null ? key : value;
        addUnlessBlank(parts, window(key, about));
        addUnlessBlank(parts, TopicForm.scope(about));
        if (value == null) {
            addUnlessBlank(parts, fields(key, scalars(key)));
        } else {
            addUnlessBlank(parts, fields(value, figures(topic, value)));
            addUnlessBlank(parts, shortened(value.path(TEXT).asText()));
        }
        return String.join("  ", parts);
    }

    private static String mark(JsonNode key, @Nullable JsonNode value) {
        if (value == null) {
            return "deleted    ";
        }
        if (value.has("provisional")) {
            return value.get("provisional").asBoolean() ? "provisional" : "final      ";
        }
        return key.path("state").asText().equals("CURRENT") ? "provisional" : "-          ";
    }

    private static String window(JsonNode key, JsonNode about) {
        String date = key.path("date").asText();
        if (!date.isEmpty()) {
            return "day " + date;
        }
        String length = key.path("length").asText();
        String pane = about.at("/pane/from").asText(key.path("from").asText());
        if (length.isEmpty()) {
            return pane.isEmpty() ? "" : "15m from " + pane;
        }
        String to = about.at("/window/to").asText();
        return "last " + length + (to.isEmpty() ? "" : " to " + to);
    }

    /** The fields that say most, by topic; for one without a choice of its own all plain fields. */
    private static List<String> figures(Topic topic, JsonNode value) {
        return switch (topic) {
            case JOURNEY_NPS -> List.of("n", "nps", "interval", "reliability");
            case JOURNEY_NPS_LEDGER -> List.of("n", "promoters", "passives", "detractors");
            case CONTACT_DRIVERS -> List.of("contacts", "avoidable", "repeat", "orders", "flow/grossPer1000");
            case CONTACT_LEDGER -> List.of("contacts", "avoidable", "repeat", "orders/placed");
            case CONTACT_OUTCOMES ->
                List.of("contacts", "answered", "abandoned", "serviceLevel/ratio", "firstContact/ratio", "nps/nps");
            case SERVICE_PARTNERS ->
                List.of("contacts", "serviceLevel/ratio", "firstContact/ratio", "nps/nps", "rank/from", "rank/to");
            case AVOIDABLE_CONTACTS -> List.of("contacts", "avoidable", "shareOfKnown", "change");
            case DELIVERY_OUTCOMES -> List.of("shipments", "late", "overdue", "lost", "suspects/open");
            case JOURNEY_STEPS -> List.of("reached", "completed", "open", "contacts", "duration/p50");
            case JOURNEY_OUTCOMES -> List.of("instances", "completed", "abandoned", "reordered/share");
            case SURVEY_HEALTH -> List.of("asked", "answered", "responses", "responseRate/share");
            case NPS_ALERTS, CONTACT_SURGES -> List.of("state");
            case NPS_CHANGE ->
                List.of("score/n", "score/nps", "previous/change/points", "previous/verdict", "norm/verdict");
            case MEASURE_EFFECTS -> List.of("measureId", "state", "verdict");
            case LINKED_RESPONSES -> List.of("responseId", "journeyId", "nps", "method", "status", "late");
            case LOST_IN_MAIL_SUSPECTS ->
                List.of("shipmentId", "carrier", "state", "reason", "hoursPastPromise", "hoursSilent");
            case INSIGHT_PROGRESS ->
                List.of("kind", "stream", "partition", "asOf", "records/read", "records/accepted", "overtaken");
            default -> scalars(value);
        };
    }

    private static List<String> scalars(JsonNode value) {
        var names = new ArrayList<String>();
        value.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getKey().equals(TEXT) && !ENVELOPE.contains(field.getKey())) {
                names.add(field.getKey());
            }
        });
        return names;
    }

    private static String fields(JsonNode value, List<String> names) {
        var shown = new ArrayList<String>();
        for (String name : names) {
            JsonNode field = value.at("/" + name);
            if (field.has("low")) {
                shown.add(name + "=" + field.get("low").asText() + ".."
                        + field.get("high").asText());
            } else if (field.isValueNode()) {
                shown.add(name + "=" + field.asText());
            }
        }
        return String.join(" ", shown);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private static void addUnlessBlank(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part);
        }
    }
}

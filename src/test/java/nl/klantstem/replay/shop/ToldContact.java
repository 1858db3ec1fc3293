package nl.klantstem.replay.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** A contact as its events tell it, read again without the shop's own classes. */
final class ToldContact {

    private static final Set<String> ENDS = Set.of("RESOLVED", "CLOSED", "ABANDONED");

    private final List<JsonNode> events = new ArrayList<>();

    /** All contacts that opened, in that order. */
    static List<ToldContact> of(List<ShopRecord> records) {
        Map<String, ToldContact> byId = new LinkedHashMap<>();
        for (ShopRecord each : records) {
            if (each.topic() == Topic.CONTACT_EVENTS) {
                JsonNode event = Told.json(each);
                byId.computeIfAbsent(event.get("contactId").asText(), id -> new ToldContact())
                        .events
                        .add(event);
            }
        }
        var contacts = new ArrayList<ToldContact>(byId.values());
        contacts.forEach(contact ->
                contact.events.sort(Comparator.comparingInt(e -> e.get("seq").asInt())));
        contacts.removeIf(contact -> !contact.has("OPENED"));
        contacts.sort(Comparator.comparing(ToldContact::openedAt));
        return contacts;
    }

    boolean has(String type) {
        return first(type) != null;
    }

    @Nullable
    JsonNode first(String type) {
        return events.stream().filter(e -> type(e).equals(type)).findFirst().orElse(null);
    }

    /** The last value of a field; null when none was given. */
    @Nullable
    String last(String field) {
        String last = null;
        for (JsonNode event : events) {
            last = event.has(field) ? event.get(field).asText() : last;
        }
        return last;
    }

    /** The last value of a field, or that. */
    String lastOr(String field, String otherwise) {
        String last = last(field);
        return last == null ? otherwise : last;
    }

    /** All values of a field in order. */
    List<String> all(String field) {
        return events.stream()
                .filter(e -> e.has(field))
                .map(e -> e.get(field).asText())
                .toList();
    }

    Instant openedAt() {
        return at(events.get(0));
    }

    Instant endedAt() {
        return at(events.get(events.size() - 1));
    }

    boolean inbound() {
        return "INBOUND".equals(last("direction"));
    }

    boolean ofPartner() {
        return "PARTNER".equals(last("audience"));
    }

    boolean answered() {
        return has("ANSWERED");
    }

    boolean inTheBot() {
        return has("BOT_STARTED");
    }

    boolean handedOver() {
        return has("HANDED_OVER");
    }

    boolean endIsSaid() {
        return events.stream().anyMatch(e -> ENDS.contains(type(e)));
    }

    /** Asked for a person in the bot, in vain. */
    boolean stuck() {
        return has("HUMAN_REQUESTED") && !handedOver();
    }

    /** What an agent or a rule gave, before any correction; null when none did. */
    @Nullable
    String driver() {
        String code = null;
        for (JsonNode event : events) {
            if (event.has("driver") && !type(event).equals("DRIVER_CORRECTED")) {
                code = event.get("driver").get("code").asText();
            }
        }
        return code;
    }

    /** The first level of that. */
    @Nullable
    String level1() {
        String code = driver();
        return code == null ? null : code.substring(0, code.indexOf('/'));
    }

    /** What it is about: its order, else the instance of a journey. */
    @Nullable
    String issue() {
        String order = last("orderId");
        return order != null ? order : last("journeyInstanceId");
    }

    private static String type(JsonNode event) {
        return event.get("type").asText();
    }

    static Instant at(JsonNode event) {
        return Instant.parse(event.get("occurredAt").asText());
    }
}

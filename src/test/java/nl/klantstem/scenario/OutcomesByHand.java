package nl.klantstem.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of the ways that began, counted from orders and parcels. */
final class OutcomesByHand {

    private static final Duration REORDER = Duration.ofDays(14);
    private static final Duration LEAKAGE = Duration.ofDays(60);

    private final Map<String, List<JsonNode>> orders = new TreeMap<>();
    private final List<JsonNode> deliveries;
    private final Instant now;

    OutcomesByHand(List<JsonNode> orders, List<JsonNode> deliveries, Instant now) {
        orders.stream()
                .filter(order -> order.path("type").asText().equals("PLACED"))
                .forEach(order -> this.orders
                        .computeIfAbsent(order.path("customerKey").asText(), who -> new ArrayList<>())
                        .add(order));
        this.deliveries = deliveries.stream()
                .filter(parcel -> parcel.path("type").asText().equals("DELIVERED"))
                .toList();
        this.now = now;
    }

    ObjectNode count(List<WayByHand> begun) {
        ObjectNode value = StoryRecount.object().put("instances", begun.size());
        long completed = StoryRecount.count(begun, way -> way.completedAt() != null);
        long abandoned = StoryRecount.count(begun, WayByHand::abandoned);
        value.put("completed", completed).put("abandoned", abandoned).put("open", begun.size() - completed - abandoned);
        List<WayByHand> due = passed(begun, REORDER);
        NpsByHand.share(value, "reordered", StoryRecount.count(due, way -> reordered(way, false)), due.size());
        NpsByHand.share(value, "reorderedByAgent", StoryRecount.count(due, way -> reordered(way, true)), due.size());
        NpsByHand.share(value, "credited", StoryRecount.count(begun, OutcomesByHand::credited), begun.size());
        NpsByHand.share(value, "found", StoryRecount.count(begun, this::found), begun.size());
        List<WayByHand> leakageDue = passed(begun, LEAKAGE);
        NpsByHand.share(value, "leakage", StoryRecount.count(leakageDue, way -> !ordered(way)), leakageDue.size());
        return value;
    }

    private List<WayByHand> passed(List<WayByHand> begun, Duration time) {
        return begun.stream()
                .filter(way -> !way.startedAt().plus(time).isAfter(now))
                .toList();
    }

    private boolean reordered(WayByHand way, boolean byAgent) {
        Set<String> lost = lost(way);
        boolean resolved = way.contacts().stream()
                .anyMatch(c ->
                        byAgent ? c.is("REORDERED_BY_AGENT") : c.is("REORDERED_BY_AGENT", "REORDERED_BY_CUSTOMER"));
        return resolved
                || orders.getOrDefault(way.customer(), List.of()).stream()
                        .filter(order -> lost.contains(order.path("reorderOf").asText()))
                        .filter(order ->
                                !byAgent || order.path("placedBy").asText().equals("AGENT"))
                        .anyMatch(order -> within(order, way, REORDER));
    }

    private static boolean credited(WayByHand way) {
        return way.contacts().stream().anyMatch(c -> c.is("CREDITED", "OBLIGATION_WAIVED"));
    }

    private boolean found(WayByHand way) {
        Set<String> lost = lost(way);
        return way.contacts().stream().anyMatch(c -> c.is("PARCEL_FOUND"))
                || deliveries.stream()
                        .anyMatch(parcel -> lost.contains(parcel.path("orderId").asText())
                                && !StoryRecount.at(parcel).isBefore(way.startedAt()));
    }

    private boolean ordered(WayByHand way) {
        return orders.getOrDefault(way.customer(), List.of()).stream().anyMatch(order -> within(order, way, LEAKAGE));
    }

    private static boolean within(JsonNode order, WayByHand way, Duration time) {
        Instant at = StoryRecount.at(order);
        return at.isAfter(way.startedAt()) && !at.isAfter(way.startedAt().plus(time));
    }

    private static Set<String> lost(WayByHand way) {
        return way.contacts().stream().map(ContactByHand::order).collect(Collectors.toSet());
    }
}

package nl.klantstem.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One customer's way through the journey, as known at a time. */
record WayByHand(String instance, List<JsonNode> steps, List<ContactByHand> contacts, Instant now) {

    private static final String LAST_STEP = "5";
    private static final Duration ABANDONED_AFTER = Duration.ofDays(30);

    WayByHand {
        steps = steps.stream().sorted(Comparator.comparing(StoryRecount::at)).toList();
        contacts = contacts.stream()
                .sorted(Comparator.comparing(ContactByHand::openedAt))
                .toList();
    }

    String customer() {
        return steps.get(0).path("customerKey").asText();
    }

    Instant startedAt() {
        Instant first = StoryRecount.at(steps.get(0));
        return contacts.isEmpty() || first.isBefore(contacts.get(0).openedAt())
                ? first
                : contacts.get(0).openedAt();
    }

    /** When each step was reached. */
    Map<String, Instant> reached() {
        var reached = new TreeMap<String, Instant>();
        for (JsonNode step : steps) {
            if (!kind(step, "CLOSED")) {
                reached.merge(step.path("stepId").asText(), StoryRecount.at(step), WayByHand::earlier);
            }
        }
        contacts.forEach(contact -> reached.merge(contact.step(), contact.openedAt(), WayByHand::earlier));
        return reached;
    }

    /** When the instance was completed; null when it was not. */
    @Nullable
    Instant completedAt() {
        return steps.stream()
                .filter(step -> kind(step, "CLOSED") || (kind(step, "COMPLETED") && isAt(step, LAST_STEP)))
                .map(StoryRecount::at)
                .findFirst()
                .orElse(null);
    }

    boolean abandoned() {
        var times = new ArrayList<Instant>();
        steps.forEach(step -> times.add(StoryRecount.at(step)));
        contacts.forEach(contact -> times.add(contact.lastAt()));
        Instant last = times.stream().max(Comparator.naturalOrder()).orElseThrow();
        return completedAt() == null && !last.plus(ABANDONED_AFTER).isAfter(now);
    }

    boolean completed(String stepId) {
        Instant reachedAt = reached().get(stepId);
        return steps.stream().anyMatch(step -> kind(step, "COMPLETED") && isAt(step, stepId))
                || reached().entrySet().stream()
                        .anyMatch(later -> later.getKey().compareTo(stepId) > 0
                                && !later.getValue().isBefore(reachedAt))
                || completedAt() != null;
    }

    /** The last that was told of the step; null when nothing was. */
    @Nullable
    String experience(String stepId) {
        String last = null;
        for (JsonNode step : steps) {
            last = isAt(step, stepId) && step.has("experience")
                    ? step.path("experience").asText()
                    : last;
        }
        return last;
    }

    List<ContactByHand> inbound(String stepId) {
        return contacts.stream()
                .filter(contact -> contact.inbound() && contact.step().equals(stepId))
                .toList();
    }

    /** Those at the step that are not the first of the way. */
    long second(String stepId) {
        ContactByHand first =
                contacts.stream().filter(ContactByHand::inbound).findFirst().orElse(null);
        return StoryRecount.count(inbound(stepId), contact -> !contact.equals(first));
    }

    boolean waited(String stepId) {
        return contacts.stream().anyMatch(c -> c.step().equals(stepId) && c.waitUntil() != null);
    }

    static boolean isAt(JsonNode step, String stepId) {
        return step.path("stepId").asText().equals(stepId);
    }

    private static boolean kind(JsonNode step, String kind) {
        return step.path("kind").asText().equals(kind);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}

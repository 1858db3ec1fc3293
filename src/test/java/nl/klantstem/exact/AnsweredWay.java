package nl.klantstem.exact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an answer counts as for the steps that it met. */
final class AnsweredWay {

    private static final Set<String> BAD = Set.of("ANGER", "FRUSTRATION", "DISAPPOINTMENT", "DISCONTENT");

    private final Reference reference;
    private final Event answer;
    private final Instant at;
    private final @Nullable Way way;
    private final String journey;
    /** The steps that it met, and whether badly. */
    private final Map<String, Boolean> met = new TreeMap<>();

    /**
     * @param way the instance that it belongs to
     * @param own the journey of the answer itself, as a label
     */
    AnsweredWay(Reference reference, Event answer, Instant at, @Nullable Way way, String own) {
        this.reference = reference;
        this.answer = answer;
        this.at = at;
        this.way = way;
        this.journey = way == null ? own : way.journey;
        meet();
    }

    /** The latest instance of a customer of the same journey that had started by then, and not too long before. */
    static @Nullable Way latest(Customer customer, @Nullable String journeyId, Instant at) {
        Instant from = at.minus(customer.reference.attribution());
        return customer.ways.stream()
                .filter(way -> journeyId != null && journeyId.equals(way.journeyId))
                .filter(way -> !way.startedAt.isBefore(from) && !way.startedAt.isAfter(at))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private void meet() {
        var labels = new TreeSet<String>();
        if (way != null) {
            way.steps.forEach((label, step) -> {
                if (!step.reachedAt().isAfter(at)) {
                    labels.add(label);
                }
            });
        }
        if (answer.text("stepId") != null) {
            labels.add(reference.step(journey, answer.text("stepId")));
        }
        answer.json().path("emotions").forEach(felt -> labels.add(label(felt)));
        labels.forEach(label -> met.put(label, isBad(label)));
    }

    private String label(JsonNode felt) {
        return reference.step(journey, felt.path("stepId").asText());
    }

    private boolean isBad(String label) {
        Way.Step step = way == null ? null : way.steps.get(label);
        String experience = step == null ? null : Way.experience(step);
        if (experience != null) {
            return experience.equals("NEGATIVE");
        }
        for (JsonNode felt : answer.json().path("emotions")) {
            if (label(felt).equals(label) && BAD.contains(felt.path("emotion").asText())) {
                return true;
            }
        }
        return false;
    }

    void count(Map<Place, Counts> counted, boolean unmatched) {
        String programme = Objects.requireNonNull(answer.text("programme"));
        if (!Set.of("TRANSACTIONAL", "MYSTERY_SHOP").contains(programme)) {
            return;
        }
        var audience = Map.of("audience", Objects.requireNonNull(answer.text("audience")));
        boolean isCustomer = programme.equals("TRANSACTIONAL");
        Place.scopes(reference, "steps", audience, name -> name.equals("stepId") ? null : journey)
                .forEach(scope ->
                        counted.put(Place.of("steps", scope, at), counts(met.keySet(), isCustomer, unmatched)));
        for (String step : met.keySet()) {
            Place.scopes(reference, "steps", audience, name -> name.equals("stepId") ? step : journey).stream()
                    .filter(scope -> scope.containsKey("stepId"))
                    .forEach(scope ->
                            counted.put(Place.of("steps", scope, at), counts(Set.of(step), isCustomer, unmatched)));
        }
    }

    /** What it says of some steps, once. */
    private Counts counts(Set<String> steps, boolean isCustomer, boolean unmatched) {
        String whose = isCustomer ? "answers " : "mystery ";
        var counts = new Counts().one(whose + "n");
        counts.add("late", answer.late() ? 1 : 0).add("unmatched", unmatched ? 1 : 0);
        if (answer.json().hasNonNull("nps")) {
            int score = answer.number("nps");
            String category = score >= 9 ? "promoters" : score >= 7 ? "passives" : "detractors";
            counts.one(whose + category);
            if (isCustomer && !steps.isEmpty()) {
                boolean bad = steps.stream().anyMatch(step -> Objects.requireNonNull(met.get(step)));
                counts.one((bad ? "bad " : "others ") + category);
            }
        }
        answer.json()
                .path("experienceValues")
                .properties()
                .forEach(value -> counts.one(
                        whose + value.getKey() + " " + value.getValue().asInt()));
        var strongest = new TreeMap<String, Integer>();
        for (JsonNode felt : answer.json().path("emotions")) {
            if (steps.contains(label(felt))) {
                strongest.merge(
                        felt.path("emotion").asText(), felt.path("intensity").asInt(), Math::max);
            }
        }
        strongest.forEach((emotion, intensity) -> counts.one(whose + emotion + " " + intensity));
        return counts;
    }
}

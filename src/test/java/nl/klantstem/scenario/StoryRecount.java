package nl.klantstem.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts the story of the lost parcels again, from its files and docs/measures.md alone, as it was known at two midnights. */
final class StoryRecount {

    static final Instant BEFORE = Instant.parse("2014-04-30T22:00:00Z");
    static final Instant AFTER = Instant.parse("2014-10-31T23:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WINDOW = Duration.ofDays(90);
    private static final Duration ALLOWANCE = Duration.ofMinutes(5);
    private static final String JOURNEY = "lost-in-mail";

    private final Map<String, List<JsonNode>> events = new TreeMap<>();

    StoryRecount(Path given) {
        for (String stream : List.of(
                "contact-events",
                "delivery-events",
                "journey-step-events",
                "order-events",
                "survey-invitations",
                "survey-responses")) {
            events.put(
                    stream,
                    Scenario.text(given.resolve(stream + Scenario.ZIPPED))
                            .lines()
                            .map(StoryRecount::read)
                            .toList());
        }
    }

    /** Lines of {@code then/} by topic. */
    Map<String, List<String>> expected() {
        var lines = new LinkedHashMap<String, List<String>>();
        for (Instant to : List.of(BEFORE, AFTER)) {
            add(lines, "journey-nps", JOURNEY, null, to, NpsByHand.of(scores(to, true)));
            add(lines, "journey-nps", null, null, to, NpsByHand.of(scores(to, false)));
            var ways = ways(to);
            var answers = answers(to, true);
            for (int step = 0; step <= 5; step++) {
                String id = String.valueOf(step);
                ObjectNode value = StepByHand.count(id, ways, answers, StoryRecount::inWindow, to);
                add(lines, "journey-steps", JOURNEY, id, to, value);
            }
            var outcomes = new OutcomesByHand(known("order-events", to), known("delivery-events", to), now(to));
            add(lines, "journey-outcomes", JOURNEY, null, to, outcomes.count(begun(ways, to)));
            ObjectNode surveys = SurveysByHand.count(
                    known("survey-invitations", to), known("survey-responses", to), event -> inWindow(event, to));
            add(lines, "survey-health", JOURNEY, null, to, surveys);
        }
        return lines;
    }

    double nps(Instant to, boolean ofJourney) {
        return NpsByHand.of(scores(to, ofJourney)).path("nps").asDouble();
    }

    private List<Integer> scores(Instant to, boolean ofJourney) {
        return answers(to, ofJourney).stream()
                .map(answer -> answer.path("nps").asInt())
                .toList();
    }

    private List<JsonNode> answers(Instant to, boolean ofJourney) {
        return known("survey-responses", to).stream()
                .filter(answer -> inWindow(answer, to))
                .filter(answer ->
                        !ofJourney || answer.path("journeyId").asText().equals(JOURNEY))
                .toList();
    }

    private List<JsonNode> known(String stream, Instant to) {
        return events.get(stream).stream()
                .filter(event -> at(event).isBefore(now(to)))
                .toList();
    }

    private List<WayByHand> ways(Instant to) {
        var steps = new TreeMap<String, List<JsonNode>>();
        known("journey-step-events", to)
                .forEach(e -> steps.computeIfAbsent(e.path("journeyInstanceId").asText(), id -> new ArrayList<>())
                        .add(e));
        var contacts = new TreeMap<String, List<JsonNode>>();
        known("contact-events", to)
                .forEach(e -> contacts.computeIfAbsent(e.path("contactId").asText(), id -> new ArrayList<>())
                        .add(e));
        var byWay = new TreeMap<String, List<ContactByHand>>();
        contacts.values().stream().map(ContactByHand::of).forEach(contact -> byWay.computeIfAbsent(
                        contact.instance(), id -> new ArrayList<>())
                .add(contact));
        return steps.entrySet().stream()
                .map(e -> new WayByHand(e.getKey(), e.getValue(), byWay.getOrDefault(e.getKey(), List.of()), now(to)))
                .toList();
    }

    private static List<WayByHand> begun(List<WayByHand> ways, Instant to) {
        return ways.stream().filter(way -> inWindow(way.startedAt(), to)).toList();
    }

    private static boolean inWindow(JsonNode event, Instant to) {
        return inWindow(at(event), to);
    }

    private static boolean inWindow(Instant at, Instant to) {
        return at.isBefore(to) && !at.isBefore(to.minus(WINDOW));
    }

    private static Instant now(Instant to) {
        return to.plus(ALLOWANCE);
    }

    static Instant at(JsonNode event) {
        return Instant.parse(event.path("occurredAt").asText());
    }

    static <T> long count(List<T> of, Predicate<T> which) {
        return of.stream().filter(which).count();
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static void add(
            Map<String, List<String>> lines,
            String topic,
            @Nullable String journey,
            @Nullable String step,
            Instant to,
            ObjectNode value) {
        ObjectNode line = object();
        ObjectNode key = line.putObject("key");
        ObjectNode scope = key.putObject("scope").put("audience", "CUSTOMER");
        if (journey != null) {
            scope.put("journeyId", journey);
        }
        if (topic.equals("journey-nps") || topic.equals("survey-health")) {
            scope.put("programme", "TRANSACTIONAL");
        }
        if (step != null) {
            scope.put("stepId", step);
        }
        key.put("type", "ROLLING").put("length", "P90D").put("state", "FINAL");
        line.put("to", to.toString()).set("value", value);
        lines.computeIfAbsent(topic, t -> new ArrayList<>()).add(line.toString());
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

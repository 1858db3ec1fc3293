package nl.klantstem.app.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import nl.klantstem.app.DidYouMean;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.JourneyNpsLedger;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.contract.out.LinkedResponseKey;
import nl.klantstem.contract.out.PaneKey;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Reads what a question needs, once, and answers it. */
final class Reading implements Source.Reader {

    /** How far everything is comes first: what is read after it holds at least that much. */
    static final List<Topic> TOPICS =
            List.of(Topic.INSIGHT_PROGRESS, Topic.JOURNEY_NPS, Topic.JOURNEY_NPS_LEDGER, Topic.LINKED_RESPONSES);

    private final Question question;
    private final CatalogueVersion catalogue;
    private final Ledger ledger;
    private final PublishedDays published;
    private final Responses responses;

    Reading(Question question, CatalogueVersion catalogue) {
        this.question = question;
        this.catalogue = catalogue;
        this.ledger = new Ledger(question);
        this.published = new PublishedDays(question);
        this.responses = new Responses(question);
    }

    @Override
    public void take(Topic topic, String key, byte[] value) {
        switch (topic) {
            case JOURNEY_NPS_LEDGER ->
                ledger.take(
                        read(topic, key, PaneKey.class),
                        () -> value.length == 0 ? null : read(topic, value, JourneyNpsLedger.class));
            case JOURNEY_NPS -> {
                InsightKey insight = read(topic, key, InsightKey.class);
                if (value.length > 0 && published.needs(insight)) {
                    published.take(insight, read(topic, value, JourneyNps.class));
                }
            }
            case LINKED_RESPONSES ->
                responses.take(
                        read(topic, key, LinkedResponseKey.class).responseId(),
                        value.length == 0 ? null : read(topic, value, LinkedResponse.class));
            case INSIGHT_PROGRESS -> {
                if (value.length > 0) {
                    published.take(read(topic, key, ProgressKey.class), read(topic, value, InsightProgress.class));
                }
            }
            default -> throw new IllegalStateException("not asked for " + topic);
        }
    }

    /** What was read says; throws UserMistake when the question cannot be answered from it. */
    Report report(String source) {
        if (ledger.isEmpty()) {
            throw new UserMistake("the ledger in " + source + " is empty: nothing was counted there yet");
        }
        refuseUnknownJourney();
        refuseWhatIsNotCounted(source);
        @Nullable String zone = published.zone();
        if (zone != null && !zone.equals(question.period().zone().getId())) {
            throw new UserMistake("the days in " + source + " are those of " + zone + ", and the catalogue's of "
                    + question.period().zone() + ": give the catalogue that it was counted by as --catalogue");
        }
        Period period = question.period();
        Period before = period.before();
        var whole = new Figure(
                "all",
                period,
                ledger.sum(period.from(), period.to()),
                before.from(),
                ledger.sum(before.from(), before.to()));
        var groups = new ArrayList<Figure>();
        for (String label : ledger.labels()) {
            groups.add(new Figure(label, period, ledger.sum(label, period), before.from(), ledger.sum(label, before)));
        }
        return new Report(
                question,
                title(),
                whole,
                groups,
                published.any() ? Reconciliation.of(question, ledger, published, responses) : null,
                published.asOf(),
                source);
    }

    private String title() {
        @Nullable String journey = question.journey();
        return journey == null
                ? Report.ALL
                : catalogue.journeys().stream()
                        .filter(known -> known.id().equals(journey))
                        .map(known -> known.name().get("en"))
                        .filter(name -> name != null)
                        .findFirst()
                        .map(name -> name + " (" + journey + ")")
                        .orElse(journey);
    }

    private void refuseUnknownJourney() {
        @Nullable String journey = question.journey();
        var known = new TreeSet<>(ledger.journeys());
        catalogue.journeys().stream().map(Journey::id).forEach(known::add);
        if (journey != null && !known.contains(journey)) {
            throw new UserMistake("unknown journey '" + journey + "'" + DidYouMean.hint(journey, known));
        }
    }

    private void refuseWhatIsNotCounted(String source) {
        @Nullable String by = question.by();
        if (by == null || ledger.tellsApart()) {
            return;
        }
        var counted = Question.counted(catalogue.cubes().getOrDefault("nps", List.of()), question.journey());
        if (!counted.contains(by)) {
            String cube = question.journey() == null ? "[" + by + "]" : "[journeyId, " + by + "]";
            throw new UserMistake("'" + by + "' is not counted "
                    + (question.journey() == null ? "for all journeys together" : "within a journey") + " in "
                    + source + "; counted are " + (counted.isEmpty() ? "none" : String.join(", ", counted))
                    + "; to count it put " + cube
                    + " under cubes: nps: in the catalogue, and replay the history to have it for the past");
        }
    }

    private static <T> T read(Topic topic, String json, Class<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UserMistake("a key of " + topic.shortName() + " is not what this release publishes", e);
        }
    }

    private static <T> T read(Topic topic, byte[] json, Class<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UserMistake("a record of " + topic.shortName() + " is not what this release publishes", e);
        }
    }
}

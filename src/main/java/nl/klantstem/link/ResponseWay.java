package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.flow.ResponseJourney.Felt;
import nl.klantstem.contract.flow.ResponseJourney.Met;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.in.SurveyResponse.StepEmotion;
import nl.klantstem.link.KnownEvent.Experienced;
import org.jspecify.annotations.Nullable;

/** Which way through a journey a response is about: the steps it met, and how. */
final class ResponseWay {

    private final Moment moment;
    private final AnswerView answer;
    private final Link link;
    private final CatalogueVersion version;
    private final Labels labels;

    ResponseWay(Moment moment, AnswerView answer, Link link, CatalogueVersion version, Labels labels) {
        this.moment = moment;
        this.answer = answer;
        this.link = link;
        this.version = version;
        this.labels = labels;
    }

    /** {@code journey} is the response's own. */
    ResponseJourney of(@Nullable String journey, boolean customerKnown) {
        @Nullable JourneyView instance = customerKnown ? instance(journey) : null;
        @Nullable String way = instance == null ? journey : instance.journeyId(labels);
        StepOrder order = labels.steps(way);
        Experienced told = answer.winner().experienced();
        return new ResponseJourney(
                labels.journey(way),
                met(instance == null ? null : new Way(instance, order), order),
                felt(told.emotions(), order),
                told.values());
    }

    private @Nullable JourneyView instance(@Nullable String journey) {
        @Nullable String named = named();
        return named == null ? latest(journey) : moment.instance(named);
    }

    /** By itself, else by its contact, else by its invitation. */
    private @Nullable String named() {
        @Nullable String own = answer.winner().experienced().journeyInstanceId();
        if (own != null) {
            return own;
        }
        @Nullable
        String byContact = link.contact() == null ? null : link.contact().journeyInstanceId();
        return byContact != null || link.invitation() == null
                ? byContact
                : link.invitation().journeyInstanceId();
    }

    /** The latest of the same journey that started shortly before the answer. */
    private @Nullable JourneyView latest(@Nullable String journey) {
        Instant since = answer.answeredAt().minus(Duration.ofDays(version.attributionDays()));
        return moment.instances().stream()
                .filter(instance -> journey != null && journey.equals(instance.journeyId(labels)))
                .filter(instance -> !instance.startedAt().isAfter(answer.answeredAt())
                        && !instance.startedAt().isBefore(since))
                .max(JourneyView.BY_START)
                .orElse(null);
    }

    private List<Met> met(@Nullable Way way, StepOrder order) {
        Experienced told = answer.winner().experienced();
        Set<String> steps = new TreeSet<>();
        if (told.stepId() != null) {
            steps.add(order.label(told.stepId()));
        }
        told.emotions().forEach(felt -> steps.add(order.label(felt.stepId())));
        if (way != null) {
            way.reached().forEach((step, at) -> {
                if (!at.isAfter(answer.answeredAt())) {
                    steps.add(step);
                }
            });
        }
        return steps.stream()
                .map(step -> new Met(step, badly(step, way, order)))
                .toList();
    }

    /** As the steps' events tell, else as the answer itself does. */
    private boolean badly(String step, @Nullable Way way, StepOrder order) {
        @Nullable Experience there = way == null ? null : way.experience(step);
        return there == null
                ? answer.winner().experienced().emotions().stream()
                        .anyMatch(felt -> felt.emotion().isNegative()
                                && order.label(felt.stepId()).equals(step))
                : there == Experience.NEGATIVE;
    }

    /** Each emotion once at a step, as strong as it was named. */
    private static List<Felt> felt(List<StepEmotion> emotions, StepOrder order) {
        record Where(String step, Emotion emotion) {}
        var strongest =
                new TreeMap<Where, Integer>(Comparator.comparing(Where::step).thenComparing(Where::emotion));
        emotions.forEach(felt ->
                strongest.merge(new Where(order.label(felt.stepId()), felt.emotion()), felt.intensity(), Math::max));
        List<Felt> felt = new ArrayList<>();
        for (Map.Entry<Where, Integer> each : strongest.entrySet()) {
            felt.add(new Felt(each.getKey().step(), each.getKey().emotion(), each.getValue()));
        }
        return felt;
    }
}

package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.flow.ResponseJourney.Felt;
import nl.klantstem.contract.flow.ResponseJourney.Met;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.in.SurveyResponse.StepEmotion;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Invited;
import org.jspecify.annotations.Nullable;

/** The way that an answer is about, by the words of docs/measures.md. */
final class PlainWay {

    private final Answer answer;
    private final Instant answeredAt;
    private final @Nullable String ownJourney;
    private final @Nullable PlainJourney instance;

    PlainWay(
            Answer answer,
            Instant answeredAt,
            @Nullable String ownJourney,
            @Nullable PlainContact contact,
            @Nullable Invited invitation,
            List<PlainJourney> instances) {
        this.answer = answer;
        this.answeredAt = answeredAt;
        this.ownJourney = ownJourney;
        String named = answer.experienced().journeyInstanceId();
        named = named == null && contact != null ? contact.last(ContactStep::journeyInstanceId) : named;
        named = named == null && invitation != null ? invitation.journeyInstanceId() : named;
        PlainJourney found = null;
        for (PlainJourney each : instances) {
            boolean fits = named == null ? shortlyBefore(each) : named.equals(each.id);
            // They come by id: the last of two at the same time has the greater one.
            found = fits && (found == null || !each.start().isBefore(found.start())) ? each : found;
        }
        this.instance = found;
    }

    private boolean shortlyBefore(PlainJourney each) {
        return ownJourney != null
                && ownJourney.equals(each.journey())
                && !each.start().isAfter(answeredAt)
                && !each.start().plus(Duration.ofDays(14)).isBefore(answeredAt);
    }

    private String label(String stepId) {
        return PlainLabels.step(instance == null ? ownJourney : instance.journey(), stepId);
    }

    ResponseJourney way() {
        var steps = new TreeSet<String>();
        if (instance != null) {
            instance.steps().stream()
                    .filter(step -> !instance.reached(step).isAfter(answeredAt))
                    .forEach(steps::add);
        }
        if (answer.experienced().stepId() != null) {
            steps.add(label(answer.experienced().stepId()));
        }
        for (StepEmotion felt : answer.experienced().emotions()) {
            steps.add(label(felt.stepId()));
        }
        return new ResponseJourney(
                PlainLabels.journey(instance == null ? ownJourney : instance.journey()),
                steps.stream().map(step -> new Met(step, badly(step))).toList(),
                felt(),
                answer.experienced().values());
    }

    private boolean badly(String step) {
        Experience told = instance == null ? null : instance.experience(step);
        if (told != null) {
            return told == Experience.NEGATIVE;
        }
        return answer.experienced().emotions().stream()
                .filter(felt -> label(felt.stepId()).equals(step))
                .anyMatch(felt -> List.of("ANGER", "FRUSTRATION", "DISAPPOINTMENT", "DISCONTENT")
                        .contains(felt.emotion().name()));
    }

    private List<Felt> felt() {
        var all = new TreeMap<String, Felt>();
        for (StepEmotion felt : answer.experienced().emotions()) {
            String step = label(felt.stepId());
            Emotion emotion = felt.emotion();
            Felt before = all.get(step + emotion.ordinal());
            if (before == null || before.intensity() < felt.intensity()) {
                all.put(step + emotion.ordinal(), new Felt(step, emotion, felt.intensity()));
            }
        }
        return new ArrayList<>(all.values());
    }
}

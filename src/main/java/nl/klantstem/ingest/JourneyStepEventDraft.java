package nl.klantstem.ingest;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.in.JourneyStepEvent.Kind;
import org.jspecify.annotations.Nullable;

/** A journey step event while it is read. */
final class JourneyStepEventDraft extends EventDraft {

    private static final Map<String, Kind> KIND = Fields.labels(Kind.class);
    private static final Map<String, Experience> EXPERIENCE = Fields.labels(Experience.class);
    private static final Map<String, Emotion> EMOTION = Fields.labels(Emotion.class);

    static final Fields<JourneyStepEventDraft> FIELDS = EventDraft.<JourneyStepEventDraft>envelope()
            .id("journeyInstanceId", (d, in) -> d.journeyInstanceId = in.ownId())
            .required("journeyId", (d, in) -> d.journeyId = in.requiredText())
            .required("stepId", (d, in) -> d.stepId = in.requiredText())
            .required("kind", (d, in) -> d.kind = in.oneOf(KIND))
            .required("customerKey", (d, in) -> d.customerKey = in.requiredReference())
            .optional("experience", (d, in) -> d.experience = in.knownOf(EXPERIENCE))
            .optional("emotion", (d, in) -> d.emotion = in.knownOf(EMOTION));

    private @Nullable String journeyInstanceId;
    private @Nullable String journeyId;
    private @Nullable String stepId;
    private @Nullable Kind kind;
    private @Nullable String customerKey;
    private @Nullable Experience experience;
    private @Nullable Emotion emotion;

    @Override
    JourneyStepEvent event() {
        return new JourneyStepEvent(
                eventId(),
                occurredAt(),
                source(),
                audience(),
                country,
                language,
                isTest(),
                requireNonNull(journeyId),
                requireNonNull(journeyInstanceId),
                requireNonNull(stepId),
                requireNonNull(kind),
                customerKey,
                experience,
                emotion);
    }
}

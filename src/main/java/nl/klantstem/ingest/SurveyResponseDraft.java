package nl.klantstem.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import nl.klantstem.contract.in.SurveyResponse.Status;
import nl.klantstem.contract.in.SurveyResponse.StepEmotion;
import org.jspecify.annotations.Nullable;

/** A survey response while it is read. */
final class SurveyResponseDraft extends EventDraft {

    private static final Map<String, Status> STATUS = Fields.labels(Status.class);
    private static final Map<String, Programme> PROGRAMME = Fields.labels(Programme.class);
    private static final Map<String, ExperienceValue> EXPERIENCE_VALUE = Fields.labels(ExperienceValue.class);
    private static final Map<String, Emotion> EMOTION = Fields.labels(Emotion.class);

    private static final Fields<EmotionDraft> EMOTION_FIELDS = Fields.<EmotionDraft>under("emotions")
            .required("stepId", (d, in) -> d.stepId = in.text())
            .required("emotion", (d, in) -> d.emotion = in.oneOf(EMOTION))
            .required("intensity", (d, in) -> d.intensity = in.whole(1, 3));

    static final Fields<SurveyResponseDraft> FIELDS = EventDraft.<SurveyResponseDraft>envelope()
            .id("responseId", (d, in) -> d.responseId = in.ownId())
            .required("revision", (d, in) -> d.revision = in.whole(0, Integer.MAX_VALUE))
            .required("status", (d, in) -> d.status = in.oneOf(STATUS))
            .required("programme", (d, in) -> d.programme = in.oneOf(PROGRAMME))
            .optional("customerKey", (d, in) -> d.customerKey = in.reference())
            .optional("partnerId", (d, in) -> d.partnerId = in.reference())
            .optional("nps", (d, in) -> d.nps = in.score(0, 10))
            .optional("csat", (d, in) -> d.csat = in.score(1, 5))
            .optional("ces", (d, in) -> d.ces = in.score(1, 7))
            .optional("experienceValues", SurveyResponseDraft::readExperienceValues)
            .optional("emotions", EMOTION_FIELDS, SurveyResponseDraft::readEmotions)
            .optional("comment", (d, in) -> d.comment = in.comment())
            .optional("resolved", (d, in) -> d.resolved = in.bool())
            .optional("invitationId", (d, in) -> d.invitationId = in.reference())
            .optional("contactId", (d, in) -> d.contactId = in.reference())
            .optional("orderId", (d, in) -> d.orderId = in.reference())
            .optional("journeyId", (d, in) -> d.journeyId = in.text())
            .optional("journeyInstanceId", (d, in) -> d.journeyInstanceId = in.reference())
            .optional("stepId", (d, in) -> d.stepId = in.text());

    private @Nullable String responseId;
    private @Nullable Integer revision;
    private @Nullable Status status;
    private @Nullable Programme programme;
    private @Nullable String customerKey;
    private @Nullable String partnerId;
    private @Nullable Integer nps;
    private @Nullable Integer csat;
    private @Nullable Integer ces;
    private Map<ExperienceValue, Integer> experienceValues = Map.of();
    private List<EmotionDraft> emotions = List.of();
    private @Nullable String comment;
    private @Nullable Boolean resolved;
    private @Nullable String invitationId;
    private @Nullable String contactId;
    private @Nullable String orderId;
    private @Nullable String journeyId;
    private @Nullable String journeyInstanceId;
    private @Nullable String stepId;

    @Override
    SurveyResponse event() {
        return new SurveyResponse(
                eventId(),
                occurredAt(),
                source(),
                audience(),
                country,
                language,
                isTest(),
                requireNonNull(responseId),
                requireNonNull(revision),
                requireNonNull(status),
                requireNonNull(programme),
                customerKey,
                partnerId,
                nps,
                csat,
                ces,
                experienceValues,
                emotions.stream().map(EmotionDraft::fact).toList(),
                comment,
                resolved,
                invitationId,
                contactId,
                orderId,
                journeyId,
                journeyInstanceId,
                stepId);
    }

    private static void readExperienceValues(SurveyResponseDraft draft, FieldReader in) throws IOException {
        var values = new EnumMap<ExperienceValue, Integer>(ExperienceValue.class);
        in.eachEntry(name -> {
            var value = in.whole(1, 5);
            var experience = in.known(EXPERIENCE_VALUE, name);
            if (experience != null && value != null) {
                values.put(experience, value);
            }
        });
        draft.experienceValues = values;
    }

    private static void readEmotions(SurveyResponseDraft draft, FieldReader in) throws IOException {
        var emotions = new ArrayList<EmotionDraft>();
        in.eachElement(() -> {
            var emotion = in.object(EMOTION_FIELDS, new EmotionDraft());
            if (emotion != null) {
                emotions.add(emotion);
            }
        });
        draft.emotions = emotions;
    }

    /** An emotion while it is read. */
    private static final class EmotionDraft {
        private @Nullable String stepId;
        private @Nullable Emotion emotion;
        private @Nullable Integer intensity;

        StepEmotion fact() {
            return new StepEmotion(requireNonNull(stepId), requireNonNull(emotion), requireNonNull(intensity));
        }
    }
}

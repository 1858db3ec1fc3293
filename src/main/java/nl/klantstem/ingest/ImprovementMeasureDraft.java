package nl.klantstem.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.in.ImprovementMeasure.ExpectedDirection;
import nl.klantstem.contract.in.ImprovementMeasure.MeasureScope;
import nl.klantstem.contract.in.ReferenceFact;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import org.jspecify.annotations.Nullable;

/** A measure while it is read. What its scope says must be known: a scope that is wider than was meant judges other answers. */
final class ImprovementMeasureDraft extends Draft<ReferenceFact> {

    /** Longer than facts are kept. */
    private static final int MOST_DAYS = 1_000;

    private static final Map<String, ImprovementMeasure.Type> TYPE = Fields.labels(ImprovementMeasure.Type.class);
    private static final Map<String, ExperienceValue> EXPERIENCE_VALUE = Fields.labels(ExperienceValue.class);
    private static final Map<String, ExpectedDirection> DIRECTION = Fields.labels(ExpectedDirection.class);
    private static final Map<String, Channel> CHANNEL = Fields.labels(Channel.class);
    private static final Map<String, Audience> AUDIENCE = Fields.labels(Audience.class);

    private static final Fields<ScopeDraft> SCOPE_FIELDS = scopeUnder("scope");
    private static final Fields<ScopeDraft> CONTROL_FIELDS = scopeUnder("controlScope");

    static final Fields<ImprovementMeasureDraft> FIELDS = Fields.<ImprovementMeasureDraft>ofEvent()
            .id("measureId", (d, in) -> d.measureId = in.ownId())
            .required("name", (d, in) -> d.name = in.requiredText())
            .required("type", (d, in) -> d.type = in.oneOf(TYPE))
            .optional("experienceValue", (d, in) -> d.experienceValue = in.knownOf(EXPERIENCE_VALUE))
            .required("scope", SCOPE_FIELDS, (d, in) -> d.scope = in.object(SCOPE_FIELDS, new ScopeDraft()))
            .optional(
                    "controlScope",
                    CONTROL_FIELDS,
                    (d, in) -> d.controlScope = in.object(CONTROL_FIELDS, new ScopeDraft()))
            .required("effectiveAt", (d, in) -> d.effectiveAt = in.plannedInstant())
            .required("preDays", (d, in) -> d.preDays = in.whole(1, MOST_DAYS))
            .required("washoutDays", (d, in) -> d.washoutDays = in.whole(0, MOST_DAYS))
            .required("postDays", (d, in) -> d.postDays = in.whole(1, MOST_DAYS))
            .required("expectedDirection", (d, in) -> d.expectedDirection = in.oneOf(DIRECTION))
            .required("owner", (d, in) -> d.owner = in.requiredText());

    private @Nullable String measureId;
    private @Nullable String name;
    private ImprovementMeasure.@Nullable Type type;
    private @Nullable ExperienceValue experienceValue;
    private @Nullable ScopeDraft scope;
    private @Nullable ScopeDraft controlScope;
    private @Nullable Instant effectiveAt;
    private @Nullable Integer preDays;
    private @Nullable Integer washoutDays;
    private @Nullable Integer postDays;
    private @Nullable ExpectedDirection expectedDirection;
    private @Nullable String owner;

    private static Fields<ScopeDraft> scopeUnder(String field) {
        return Fields.<ScopeDraft>under(field)
                .optional("journeyId", (d, in) -> d.journeyId = in.requiredReference())
                .optional("driver", (d, in) -> d.driver = in.requiredReference())
                .optional("channel", (d, in) -> d.channel = in.oneOf(CHANNEL))
                .optional("audience", (d, in) -> d.audience = in.oneOf(AUDIENCE));
    }

    @Override
    ImprovementMeasure fact() {
        return new ImprovementMeasure(
                requireNonNull(measureId),
                requireNonNull(name),
                requireNonNull(type),
                experienceValue,
                requireNonNull(scope).scope(),
                controlScope == null ? null : controlScope.scope(),
                requireNonNull(effectiveAt),
                requireNonNull(preDays),
                requireNonNull(washoutDays),
                requireNonNull(postDays),
                requireNonNull(expectedDirection),
                requireNonNull(owner));
    }

    /** A scope while it is read. */
    private static final class ScopeDraft {
        private @Nullable String journeyId;
        private @Nullable String driver;
        private @Nullable Channel channel;
        private @Nullable Audience audience;

        MeasureScope scope() {
            return new MeasureScope(journeyId, driver, channel, audience);
        }
    }
}

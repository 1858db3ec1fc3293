package nl.klantstem.contract.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to make things better, or that happened: what came of it is judged by the answers before and
 * after. The last record of a measureId holds.
 *
 * @param preDays local days before it took effect that it is held against, 1 or more
 * @param washoutDays local days after it took effect that are left out, 0 or more
 * @param postDays local days after those in which it is judged, 1 or more: its planned horizon
 * @param expectedDirection of the score
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImprovementMeasure(
        String measureId,
        String name,
        Type type,
        @Nullable ExperienceValue experienceValue,
        MeasureScope scope,
        @Nullable MeasureScope controlScope,
        Instant effectiveAt,
        int preDays,
        int washoutDays,
        int postDays,
        ExpectedDirection expectedDirection,
        String owner)
        implements ReferenceFact {

    @Override
    public String key() {
        return measureId;
    }

    /** What was done; an EXTERNAL_EVENT was done by nobody here, and is named where others are judged. */
    public enum Type {
        IT,
        PROCESS,
        ROLE,
        COMMUNICATION,
        PARTNER,
        EXTERNAL_EVENT
    }

    /** Where the score is expected to go. */
    public enum ExpectedDirection {
        UP,
        DOWN
    }

    /** What it bears on; a dimension that is absent is not restricted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeasureScope(
            @Nullable String journeyId,
            @Nullable String driver,
            @Nullable Channel channel,
            @Nullable Audience audience) {}
}

package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a score is another than it was: {@code change} = {@code scores} + {@code mix}, each the sum over the segments, exactly,
 * to the last of the 2 decimals. Segments under 5 answers are pooled as "other" where small groups are not shown.
 *
 * @param from of the period before, up to {@code to}
 * @param scores what segments did that scored otherwise than before
 * @param mix what segments did that became a larger or smaller part of the answers
 */
public record ScoreExplanation(
        Instant from,
        Instant to,
        Score before,
        Score after,
        double change,
        double scores,
        double mix,
        List<Segment> segments) {

    /** What one segment did; its labels are joined with a slash. A score is absent of a period without answers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Segment(
            String segment,
            long nBefore,
            long n,
            @Nullable Double npsBefore,
            @Nullable Double nps,
            double scores,
            double mix) {}

    public ScoreExplanation {
        segments = List.copyOf(segments);
    }
}

package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the contacts of one driver do to a score.
 *
 * @param share of all answers, 0..1, rounded to 4 decimals
 * @param impact the score of all minus the score without these, in points rounded to 2 decimals; absent when there are no
 *     others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DetractorDriver(
        String driver,
        long n,
        long detractors,
        double share,
        @Nullable Double nps,
        @Nullable Double impact) {}

package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A change in NPS points with its 95% interval, in [-200, 200], rounded to 2 decimals; absent what too few answers would
 * give away.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PointsChange(
        @Nullable Double points,
        @Nullable Double low,
        @Nullable Double high) {}

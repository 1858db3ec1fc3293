package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The slice of event time that was counted: from inclusive, to exclusive. ROLLING has a length (ISO-8601), DAY a zone and
 * runs from local midnight up to {@code to}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Window(
        Type type,
        @Nullable String length,
        Instant from,
        Instant to,
        @Nullable String zone) {

    /** Rolling by length, or the local day. */
    public enum Type {
        ROLLING,
        DAY
    }
}

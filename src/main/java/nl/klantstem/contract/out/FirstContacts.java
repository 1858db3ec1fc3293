package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * First contacts on an issue that have ended. Of these {@code due} have waited out the days in which a repeat counts,
 * {@code resolved} of which without one; {@code repeated} have a repeat, due or not. Ratios are 0..1, rounded to 4 decimals:
 * {@code ratio} = resolved / due, {@code provisionalRatio} = 1 - repeated / contacts.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FirstContacts(
        long contacts,
        long due,
        long resolved,
        long repeated,
        @Nullable Double ratio,
        double provisionalRatio) {}

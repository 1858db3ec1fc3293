package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Inbound contacts of a scope in a window by whether they were worth having: {@code contacts} = avoidable + value +
 * unknown. {@code change} = avoidable / previous.avoidable - 1; {@code nps} is of the answers about avoidable contacts.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AvoidableContacts(
        Scope scope,
        Window window,
        long contacts,
        long avoidable,
        long value,
        long unknown,
        @Nullable Double shareOfKnown,
        @Nullable Double shareUnknown,
        @Nullable Previous previous,
        @Nullable Double change,
        @Nullable Score nps,
        Totals totals,
        Instant asOf,
        boolean provisional,
        Completeness completeness,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /** The same figures of the period before: of a DAY, the day before up to the same time since midnight. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Previous(
            long contacts,
            long avoidable,
            long value,
            long unknown,
            @Nullable Double shareOfKnown,
            @Nullable Double shareUnknown) {}

    /** Cumulative totals that never fall: avoidable contacts each once, when first known in this scope, and of those the ones taken back since. */
    public record Totals(long avoidable, long corrected) {}
}

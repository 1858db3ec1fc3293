package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a service partner did in a window (IN_HOUSE is one of them): figures as in contact-outcomes, and its rank by NPS
 * among the partners of the same scope, as far as the intervals tell.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServicePartners(
        Scope scope,
        Window window,
        long contacts,
        long offered,
        long answered,
        @Nullable ServiceLevel serviceLevel,
        @Nullable FirstContacts firstContact,
        long transferred,
        @Nullable Double transferredShare,
        @Nullable Score nps,
        @Nullable RankRange rank,
        Instant asOf,
        boolean provisional,
        Completeness completeness,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;
}

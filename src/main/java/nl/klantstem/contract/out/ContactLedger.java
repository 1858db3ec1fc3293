package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The exact contact tally of a scope in one pane, corrected whenever a fact is corrected. Where the scope has a contact
 * rate, {@code orders} has what its parts can be summed from.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactLedger(
        Scope scope,
        Pane pane,
        long contacts,
        long outbound,
        long fromIntent,
        long value,
        long avoidable,
        long demandUnknown,
        long repeat,
        @Nullable Orders orders,
        Completeness completeness,
        Instant asOf,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /**
     * The parts of contact rates.
     *
     * @param placed orders placed in the pane
     * @param firstContacts contacts opened in the pane that are the first about their order
     * @param cohortContacts contacts that came of the orders placed in the pane
     * @param cohortOrders orders placed in the pane of which a contact came
     */
    public record Orders(long placed, long firstContacts, long cohortContacts, long cohortOrders) {}
}

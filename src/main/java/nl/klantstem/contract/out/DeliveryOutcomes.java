package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Shipments of a scope, in the window in which the carrier got them, by how far they came against their promise; exactly
 * one of the figures from {@code onTime} to {@code underway} holds for each. Rates are per 1,000 shipments, rounded to 2
 * decimals, and absent without shipments.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryOutcomes(
        Scope scope,
        Window window,
        long shipments,
        long onTime,
        long late,
        long overdue,
        long lost,
        long returned,
        long delivered,
        long underway,
        @Nullable Double onTimePer1000,
        @Nullable Double pastPromisePer1000,
        @Nullable Double lostPer1000,
        Instant asOf,
        boolean provisional,
        Completeness completeness,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;
}

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
        @Nullable Suspects suspects,
        Instant asOf,
        boolean provisional,
        Completeness completeness,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    /**
     * Those that were suspected to be lost, and those that customers reported.
     *
     * @param suspected ever; of them
     * @param open still
     * @param arrived delivered after all
     * @param reported about which the customer called after the promise, before they were delivered; of them
     * @param suspectedBefore the call
     * @param lead how long before it; absent when none was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Suspects(
            long suspected,
            long open,
            long arrived,
            long reported,
            long suspectedBefore,
            @Nullable Durations lead) {}
}

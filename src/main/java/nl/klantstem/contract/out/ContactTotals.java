package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Cumulative totals that never fall: inbound contacts, of these repeats and avoidable ones, and orders, each as first
 * counted and of that what was taken back since. Orders only where the scope has a contact rate.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactTotals(
        long contacts,
        long corrected,
        long repeat,
        long repeatCorrected,
        long avoidable,
        long avoidableCorrected,
        @Nullable Long orders,
        @Nullable Long ordersCorrected) {}

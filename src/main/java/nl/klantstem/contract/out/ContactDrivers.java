package nl.klantstem.contract.out;

import java.time.Instant;

/**
 * Contacts of a scope in a window, counted at the time they opened. {@code contacts} are inbound, {@code outbound} are
 * counted apart. {@code fromIntent} are the inbound ones whose driver is only a recognised intent.
 */
public record ContactDrivers(
        Scope scope,
        Window window,
        long contacts,
        long outbound,
        long fromIntent,
        ContactTotals totals,
        Instant asOf,
        boolean provisional,
        Completeness completeness,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;
}

package nl.klantstem.contract.out;

import java.time.Instant;

/** The exact contact tally of a scope in one pane, corrected whenever a fact is corrected. */
public record ContactLedger(
        Scope scope,
        Pane pane,
        long contacts,
        long outbound,
        long fromIntent,
        Completeness completeness,
        Instant asOf,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;
}

package nl.klantstem.contract.out;

import java.time.Instant;
import java.util.List;

/** The exact NPS tally of a scope in one pane, corrected whenever a fact is corrected. Any past window is a sum of these. */
public record JourneyNpsLedger(
        Scope scope,
        Pane pane,
        long n,
        long promoters,
        long passives,
        long detractors,
        List<Long> scores,
        Mean csat,
        Mean ces,
        Completeness completeness,
        Instant asOf,
        String catalogueVersion,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;

    public JourneyNpsLedger {
        scores = List.copyOf(scores);
    }
}

package nl.klantstem.contract.out;

import java.time.Instant;

/** A fixed slice of event time, 15 minutes in the ledgers (ISO-8601 length). */
public record Pane(Instant from, String length) {
    public static final String LENGTH = "PT15M";
}

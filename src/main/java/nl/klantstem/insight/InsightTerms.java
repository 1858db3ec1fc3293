package nl.klantstem.insight;

import java.time.Duration;
import java.time.ZoneId;
import nl.klantstem.contract.catalogue.Catalogue;

/**
 * By what the insight stage judges.
 *
 * @param allowance how long after the end of a day it is judged: as finals are
 * @param retention how long days are kept
 * @param suppress whether groups too small for privacy are published with their number only
 */
public record InsightTerms(Catalogue catalogue, Duration allowance, Duration retention, boolean suppress) {

    /** The zone of local days. */
    public ZoneId zone() {
        return catalogue.latest().zone();
    }
}

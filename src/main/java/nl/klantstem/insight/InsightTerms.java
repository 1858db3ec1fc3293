package nl.klantstem.insight;

import java.time.Duration;
import java.time.ZoneId;
import nl.klantstem.contract.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * By what the insight stage judges.
 *
 * @param allowance how long after the end of a day it is judged: as finals are
 * @param retention how long days are kept
 * @param every when given, what moves all the time is told only at these moments of the local day; else each minute
 * @param suppress whether groups too small for privacy are published with their number only
 */
public record InsightTerms(
        Catalogue catalogue,
        Duration allowance,
        Duration retention,
        boolean suppress,
        @Nullable Duration every) {

    /** How often, in minutes since local midnight, it is told what moves all the time. */
    public long everyMinutes() {
        return every == null ? 1 : Math.max(1, every.toMinutes());
    }

    /** The zone of local days. */
    public ZoneId zone() {
        return catalogue.latest().zone();
    }
}

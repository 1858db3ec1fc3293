package nl.klantstem.app.report;

import java.time.Instant;
import java.util.Optional;
import nl.klantstem.stats.NpsDifference;

/**
 * A figure of the report: a period and the one before it.
 *
 * @param label of the group, or the name of the whole
 * @param from of the period before
 */
record Figure(String label, Period period, Tally now, Instant from, Tally before) {

    /** Absent where nobody answered in one of the periods. */
    Optional<NpsDifference> change() {
        return NpsDifference.of(now.split().nps(), before.split().nps());
    }
}

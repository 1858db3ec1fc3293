package nl.klantstem.contract.catalogue;

import java.time.Duration;

/**
 * By which times instances of journeys are judged; docs/measures.md says how each is used.
 *
 * @param abandonedAfter an instance of which nothing more is heard for so long was abandoned
 * @param reorderDays within how many days of its start an order placed again is its outcome
 * @param leakageDays within how many days of its start a customer who places no order at all may have left
 */
public record JourneyRules(Duration abandonedAfter, int reorderDays, int leakageDays) {

    /** The times that are used when a catalogue names none. */
    public static final JourneyRules DEFAULT = new JourneyRules(Duration.ofDays(30), 14, 60);
}

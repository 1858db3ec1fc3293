package nl.klantstem.contract.catalogue;

import java.time.Duration;
import java.util.Map;
import nl.klantstem.contract.in.Channel;
import org.jspecify.annotations.Nullable;

/**
 * By which times and margins contacts are judged; docs/measures.md says how each is used.
 *
 * @param serviceLevels by channel; a channel without one has no service level
 * @param shortAbandon who gives up sooner than this is not counted against the service level
 * @param humanWithin who asks for a person is promised one within this time
 * @param containment how long after a session with the bot the customer must stay away for it to be contained
 * @param repeatDays within how many days of a contact's end another on the same issue repeats it
 * @param orderDays within how many days of an order a contact about it belongs to its cohort
 * @param endsAfter a contact of which nothing more is heard for so long has ended, nobody knows how
 * @param botMargin by how many NPS points the bot may score below people and still do no worse
 */
public record ContactRules(
        Map<Channel, ServiceLevel> serviceLevels,
        Duration shortAbandon,
        Duration humanWithin,
        Duration containment,
        int repeatDays,
        int orderDays,
        Duration endsAfter,
        double botMargin) {

    /** Without service levels; the times that are used when a catalogue names none. */
    public static final ContactRules DEFAULT = new ContactRules(
            Map.of(),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            7,
            30,
            Duration.ofDays(3),
            10);

    /**
     * What a channel promises.
     *
     * @param answerWithin how soon a person answers
     * @param targetRatio which part of the contacts should be answered in time, 0..1
     * @param endsAfter as in the rules, for this channel
     */
    public record ServiceLevel(
            Duration answerWithin,
            @Nullable Double targetRatio,
            @Nullable Duration endsAfter) {}

    public ContactRules {
        serviceLevels = Map.copyOf(serviceLevels);
    }
}

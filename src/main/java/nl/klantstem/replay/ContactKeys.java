package nl.klantstem.replay;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one key that all events of a contact carry although some of them do not name the customer: that of the earliest
 * event that does, else the contact's own id. Memory grows with the contacts that name their customer only in part.
 */
final class ContactKeys {

    /** Contacts that may lack a customer somewhere, by hash: false alarms cost memory, never a wrong key. */
    private static final int BITS = 1 << 26;

    private final Map<String, String> customers = new HashMap<>();
    private @Nullable BitSet incomplete;

    /** Notes an event, in any order. */
    void note(StagedRecord record) {
        if (record.key() == null && record.contactId() != null) {
            if (incomplete == null) {
                incomplete = new BitSet(BITS);
            }
            incomplete.set(bit(record.contactId()));
        }
    }

    /** Whether there is anything to settle. */
    boolean anyIncomplete() {
        return incomplete != null;
    }

    /** Settles the keys once all events are noted, from the events in recorded order. */
    void settle(Iterator<StagedRecord> inOrder) {
        while (inOrder.hasNext()) {
            StagedRecord record = inOrder.next();
            if (record.contactId() != null
                    && record.key() != null
                    && incomplete != null
                    && incomplete.get(bit(record.contactId()))) {
                customers.putIfAbsent(record.contactId(), record.key());
            }
        }
    }

    /** The key of an event: its customer's, else its contact's settled one; null when it names neither. */
    @Nullable
    String keyOf(StagedRecord record) {
        if (record.key() != null || record.contactId() == null) {
            return record.key();
        }
        return customers.getOrDefault(record.contactId(), record.contactId());
    }

    private static int bit(String contactId) {
        int hash = contactId.hashCode() * 0x9E3779B9;
        return (hash ^ (hash >>> 16)) & (BITS - 1);
    }
}

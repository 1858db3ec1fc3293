package nl.klantstem.ingest;

import java.nio.charset.StandardCharsets;
import nl.klantstem.contract.flow.Ingested.Event;
import nl.klantstem.contract.flow.Ingested.Foreign;
import nl.klantstem.contract.flow.Ingested.Outcome;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.topic.Partitions;
import org.jspecify.annotations.Nullable;

/**
 * Whose event it is and in which partition it belongs. The partition follows from the raw key, as every producer computes
 * it; then the pseudonym takes the raw key's place.
 */
final class Ownership {

    private static final String CUSTOMER = "c:";
    private static final String CONTACT = "k:";
    private static final String RESPONSE = "r:";

    private final Pseudonyms pseudonyms;
    private final int partitions;

    Ownership(Pseudonyms pseudonyms, int partitions) {
        this.pseudonyms = pseudonyms;
        this.partitions = partitions;
    }

    Outcome settle(Parsed.Accepted accepted, byte[] recordKey, int partition, boolean late) {
        InputEvent event = accepted.event();
        @Nullable String customer = customer(event, recordKey);
        if (customer == null) {
            return withoutCustomer(accepted, partition, late);
        }
        String pseudonym = pseudonyms.pseudonym(customer);
        InputEvent hidden = hidden(event, pseudonym);
        int home = Partitions.of(customer, partitions);
        boolean foundItsCustomer = event instanceof ContactEvent contact
                && isKeyOf(recordKey, contact.contactId())
                && !customer.equals(contact.contactId());
        if (foundItsCustomer) {
            return new Foreign(
                    home,
                    CUSTOMER + pseudonym,
                    hidden,
                    CONTACT + ((ContactEvent) event).contactId(),
                    accepted.ignored());
        }
        return home == partition
                ? new Event(CUSTOMER + pseudonym, hidden, late, false, accepted.ignored())
                : new Foreign(home, CUSTOMER + pseudonym, hidden, null, accepted.ignored());
    }

    private Outcome withoutCustomer(Parsed.Accepted accepted, int partition, boolean late) {
        InputEvent event = accepted.event();
        String owner;
        String raw;
        if (event instanceof SurveyResponse response) {
            raw = response.contactId() == null ? response.responseId() : response.contactId();
            owner = (response.contactId() == null ? RESPONSE : CONTACT) + raw;
        } else if (event instanceof ContactEvent contact) {
            raw = contact.contactId();
            owner = CONTACT + raw;
        } else {
            throw new IllegalStateException(event.getClass().getSimpleName() + " without a customer passed the parser");
        }
        int home = Partitions.of(raw, partitions);
        InputEvent hidden = hidden(event, null);
        return home == partition
                ? new Event(owner, hidden, late, false, accepted.ignored())
                : new Foreign(home, owner, hidden, null, accepted.ignored());
    }

    /** The customer that the event names; a contact's later event may leave it to the key of its first. */
    private static @Nullable String customer(InputEvent event, byte[] recordKey) {
        if (event.customerKey() != null || !(event instanceof ContactEvent contact)) {
            return event.customerKey();
        }
        return recordKey.length == 0 || isKeyOf(recordKey, contact.contactId())
                ? null
                : new String(recordKey, StandardCharsets.UTF_8);
    }

    private static boolean isKeyOf(byte[] recordKey, String id) {
        return id.equals(new String(recordKey, StandardCharsets.UTF_8));
    }

    /** Until it is redacted, free text goes nowhere. */
    private static InputEvent hidden(InputEvent event, @Nullable String pseudonym) {
        InputEvent hidden = event.withCustomerKey(pseudonym);
        return hidden instanceof SurveyResponse response ? response.withoutComment() : hidden;
    }
}

package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import nl.klantstem.contract.catalogue.ContactRules;
import org.jspecify.annotations.Nullable;

/**
 * The inbound contacts of a customer on the issue of one of them, as known at a moment, in the order they opened: which
 * repeats which. A contact without an issue stands alone.
 *
 * @param contacts in the order they opened
 * @param rules by which each is judged
 */
record Issue(List<ContactView> contacts, Function<ContactView, ContactRules> rules) {

    /** The issue of a contact, among all contacts known at a moment. */
    static Issue of(ContactView contact, Moment moment, Function<ContactView, ContactRules> rules) {
        ContactView.@Nullable Subject issue = contact.issue();
        return new Issue(issue == null ? List.of(contact) : moment.on(issue), rules);
    }

    /** The earlier contact that this one repeats, or null. */
    @Nullable
    ContactView repeated(ContactView contact) {
        return repeated(at(contact));
    }

    private @Nullable ContactView repeated(int at) {
        return at > 0 && repeats(contacts.get(at), contacts.get(at - 1)) ? contacts.get(at - 1) : null;
    }

    private int at(ContactView contact) {
        return Collections.binarySearch(contacts, contact, ContactView.BY_OPENING);
    }

    /** Whether another contact repeats this one. */
    boolean isRepeated(ContactView contact) {
        @Nullable ContactView next = next(contact);
        return next != null && repeated(next) != null;
    }

    /** Whether the customer was back on the issue by a moment. */
    boolean returned(ContactView contact, Instant until) {
        @Nullable ContactView next = next(contact);
        return next != null && !next.openedAt().isAfter(until);
    }

    /** One for a contact that repeats none, else one more than the contact it repeats; counted no further than a most. */
    int contactsNeeded(ContactView contact, int most) {
        int needed = 1;
        for (int at = at(contact); needed < most && repeated(at) != null; at--) {
            needed++;
        }
        return needed;
    }

    private @Nullable ContactView next(ContactView contact) {
        int at = at(contact);
        return at < 0 || at + 1 == contacts.size() ? null : contacts.get(at + 1);
    }

    /**
     * Opened no later than the days after the earlier one's end, or before that had ended. One of which no end was heard had
     * not ended as long as it might have been silent: so mere passing of time makes and unmakes no repeat.
     */
    private boolean repeats(ContactView later, ContactView earlier) {
        ContactRules judged = rules.apply(earlier);
        Duration within = Duration.ofDays(judged.repeatDays());
        ContactLife life = earlier.life();
        if (life.endedAt() != null) {
            return !later.openedAt().isAfter(life.endedAt().plus(within));
        }
        Instant silentUntil = life.lastAt().plus(endsAfter(earlier, judged));
        return later.openedAt().isBefore(silentUntil)
                || !later.openedAt().isAfter(life.lastAt().plus(within));
    }

    /** How long a contact of this one's channel may be silent before it has ended. */
    static Duration endsAfter(ContactView contact, ContactRules rules) {
        return rules.serviceLevels().entrySet().stream()
                .filter(level -> level.getKey().name().equals(contact.channel()))
                .map(level -> level.getValue().endsAfter())
                .filter(own -> own != null)
                .findFirst()
                .orElse(rules.endsAfter());
    }
}

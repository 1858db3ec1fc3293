package nl.klantstem.link;

import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.link.KnownEvent.Snapshot;
import org.jspecify.annotations.Nullable;

/** What the contact of a response was like: the contact itself, else what the invitation's snapshot says of it. */
final class Context {

    private static final int MANY = 3;

    private Context() {}

    /** {@code issue} is null when the contact's customer is not known. */
    static ResponseContext of(Link link, Labels labels, @Nullable Issue issue) {
        @Nullable ContactView contact = link.contact();
        @Nullable Snapshot snapshot = Linker.snapshot(link);
        if (contact != null) {
            return of(contact, labels, issue);
        }
        return snapshot == null ? ResponseContext.NONE : of(snapshot, labels);
    }

    private static ResponseContext of(ContactView contact, Labels labels, @Nullable Issue issue) {
        return new ResponseContext(
                labels.driver(contact.driver()),
                handling(contact),
                labels.servicePartner(contact.servicePartnerId()),
                Labels.orUnknown(contact.resolution()),
                yesOrNo(contact.life().waitImposed()),
                contact.proofAsked() == null ? Scope.UNKNOWN : yesOrNo(contact.proofAsked()),
                issue == null || !contact.inbound() ? Scope.UNKNOWN : needed(issue.contactsNeeded(contact, MANY)),
                labels.demand(
                        contact.driver(), contact.demandType(), contact.avoidableCause(), contact.owningDepartment()));
    }

    private static ResponseContext of(Snapshot snapshot, Labels labels) {
        @Nullable String handler = snapshot.handler();
        return new ResponseContext(
                labels.driver(snapshot.driver()),
                handler == null
                        ? Scope.UNKNOWN
                        : handler.equals(Handler.BOT.name()) ? ResponseContext.BOT_ONLY : ResponseContext.HUMAN_ONLY,
                labels.servicePartner(snapshot.servicePartnerId()),
                Labels.orUnknown(snapshot.resolution()),
                Scope.UNKNOWN,
                Scope.UNKNOWN,
                Scope.UNKNOWN,
                labels.demand(snapshot.driver(), null, null, null));
    }

    private static String handling(ContactView contact) {
        ContactLife life = contact.life();
        if (life.inBot()) {
            return life.handedOver() ? ResponseContext.HANDED_OVER : ResponseContext.BOT_ONLY;
        }
        return contact.handler() == null && life.answeredAt() == null ? Scope.UNKNOWN : ResponseContext.HUMAN_ONLY;
    }

    private static String needed(int contacts) {
        return contacts < MANY ? Integer.toString(contacts) : MANY + "+";
    }

    private static String yesOrNo(boolean yes) {
        return yes ? ResponseContext.YES : ResponseContext.NO;
    }
}

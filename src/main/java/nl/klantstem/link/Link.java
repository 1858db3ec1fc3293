package nl.klantstem.link;

import nl.klantstem.contract.out.LinkedResponse.LinkMethod;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.link.KnownEvent.Invited;
import org.jspecify.annotations.Nullable;

/**
 * How a response hangs together with a contact: with the contact itself, or with what the invitation says of it. The
 * confidences are stated, not measured: an id given by the sender 1, the invitation's 0.95, the same order 0.8, the same
 * customer and journey 0.6, the same customer 0.5.
 */
record Link(
        LinkMethod method,
        double confidence,
        @Nullable UnmatchedReason reason,
        @Nullable ContactView contact,
        @Nullable Invited invitation) {

    static final double BY_CONTACT = 1.0;
    static final double BY_INVITATION = 0.95;
    static final double BY_ORDER = 0.8;
    static final double BY_CUSTOMER_AND_JOURNEY = 0.6;
    static final double BY_CUSTOMER = 0.5;

    static Link to(ContactView contact, LinkMethod method, double confidence, @Nullable Invited invitation) {
        return new Link(method, confidence, null, contact, invitation);
    }

    static Link toSnapshot(Invited invitation) {
        return new Link(LinkMethod.INVITATION, BY_INVITATION, null, null, invitation);
    }

    static Link none(UnmatchedReason reason, @Nullable Invited invitation) {
        return new Link(LinkMethod.UNMATCHED, 0, reason, null, invitation);
    }

    boolean unmatched() {
        return method == LinkMethod.UNMATCHED;
    }
}

package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.out.LinkedResponse.JourneySource;
import nl.klantstem.contract.out.LinkedResponse.LinkMethod;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.link.KnownEvent.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Which contact a response is about: a pure function of what is known at a recorded minute. By
 * contactId, else the invitation, else the order, else (only when it names no contact) the customer's latest contact in
 * the attribution window, one of the same journey first.
 */
final class Linker {

    private final Rulebook rules;

    /** A response's journey and where it was taken from. */
    record JourneyOf(@Nullable String journeyId, JourneySource source) {}

    Linker(Rulebook rules) {
        this.rules = rules;
    }

    Link link(Moment moment, AnswerView answer, boolean customerKnown) {
        Answer winner = answer.winner();
        @Nullable String named = winner.contactId();
        @Nullable ContactView byId = named == null ? null : moment.contact(named);
        @Nullable Invited invitation = moment.invitation(winner.invitationId());
        if (byId != null) {
            return Link.to(byId, LinkMethod.CONTACT_ID, Link.BY_CONTACT, invitation);
        }
        @Nullable Link byInvitation = byInvitation(moment, invitation);
        if (byInvitation != null) {
            return byInvitation;
        }
        List<ContactView> before = moment.contacts().stream()
                .filter(contact -> !contact.openedAt().isAfter(answer.answeredAt()))
                .toList();
        @Nullable ContactView byOrder = byOrder(before, winner, invitation);
        if (byOrder != null) {
            return Link.to(byOrder, LinkMethod.ORDER, Link.BY_ORDER, invitation);
        }
        if (named != null || !customerKnown) {
            return Link.none(customerKnown ? UnmatchedReason.CONTACT_UNKNOWN : UnmatchedReason.NO_CUSTOMER, invitation);
        }
        return byCustomer(before, answer, invitation, rules.version(moment.minute()));
    }

    JourneyOf journey(Answer answer, Link link, CatalogueVersion version) {
        if (answer.journeyId() != null) {
            return new JourneyOf(answer.journeyId(), JourneySource.RESPONSE);
        }
        @Nullable ContactView contact = link.contact();
        if (contact != null && contact.journeyId() != null) {
            return new JourneyOf(contact.journeyId(), JourneySource.CONTACT);
        }
        @Nullable Invited invitation = link.invitation();
        if (invitation != null && invitation.journeyId() != null) {
            return new JourneyOf(invitation.journeyId(), JourneySource.CONTACT);
        }
        @Nullable String byDriver = rules.labels(version).journeyOf(driver(link));
        return new JourneyOf(byDriver, byDriver == null ? JourneySource.NONE : JourneySource.DRIVER);
    }

    String journeyLabel(@Nullable String journeyId, CatalogueVersion version) {
        return rules.labels(version).journey(journeyId);
    }

    String driverLabel(Link link, CatalogueVersion version) {
        return rules.labels(version).driver(driver(link));
    }

    static String channel(Link link) {
        if (link.contact() != null) {
            return Labels.orUnknown(link.contact().channel());
        }
        @Nullable Snapshot snapshot = snapshot(link);
        return snapshot == null || snapshot.channel() == null
                ? Scope.UNKNOWN
                : snapshot.channel().name();
    }

    static @Nullable Snapshot snapshot(Link link) {
        return link.contact() != null || link.unmatched() || link.invitation() == null
                ? null
                : link.invitation().snapshot();
    }

    static @Nullable String driver(Link link) {
        if (link.contact() != null) {
            return link.contact().driver();
        }
        @Nullable Snapshot snapshot = snapshot(link);
        return snapshot == null ? null : snapshot.driver();
    }

    /** To the contact that an invitation names, else to its snapshot; null when it tells of neither. */
    static @Nullable Link byInvitation(Moment moment, @Nullable Invited invitation) {
        if (invitation == null) {
            return null;
        }
        @Nullable ContactView invited = invitation.contactId() == null ? null : moment.contact(invitation.contactId());
        if (invited != null) {
            return Link.to(invited, LinkMethod.INVITATION, Link.BY_INVITATION, invitation);
        }
        return invitation.snapshot() == null ? null : Link.toSnapshot(invitation);
    }

    private static @Nullable ContactView byOrder(
            List<ContactView> before, Answer answer, @Nullable Invited invitation) {
        @Nullable
        String order = answer.orderId() != null || invitation == null ? answer.orderId() : invitation.orderId();
        return order == null
                ? null
                : before.stream()
                        .filter(contact -> order.equals(contact.orderId()))
                        .findFirst()
                        .orElse(null);
    }

    private Link byCustomer(
            List<ContactView> before, AnswerView answer, @Nullable Invited invitation, CatalogueVersion version) {
        Instant since = answer.answeredAt().minus(Duration.ofDays(version.attributionDays()));
        List<ContactView> window = before.stream()
                .filter(contact -> !contact.openedAt().isBefore(since))
                .toList();
        @Nullable String journey = answer.winner().journeyId();
        for (ContactView contact : window) {
            if (journey != null && journey.equals(contact.journeyId())) {
                return Link.to(contact, LinkMethod.CUSTOMER, Link.BY_CUSTOMER_AND_JOURNEY, invitation);
            }
        }
        return window.isEmpty()
                ? Link.none(UnmatchedReason.NO_CONTACT, invitation)
                : Link.to(window.get(0), LinkMethod.CUSTOMER, Link.BY_CUSTOMER, invitation);
    }
}

package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.out.LinkedResponse.JourneySource;
import nl.klantstem.contract.out.LinkedResponse.LinkMethod;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.link.KnownEvent.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Which contact a response is about, and what both count as: a pure function of the timeline and a recorded minute. By
 * contactId, else the invitation, else the order, else (only when it names no contact) the customer's latest contact in
 * the attribution window, one of the same journey first.
 */
final class Linker {

    private final Catalogue catalogue;
    private final Map<String, Labels> labels = new HashMap<>();

    /** A response's journey and where it was taken from. */
    record JourneyOf(@Nullable String journeyId, JourneySource source) {}

    Linker(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.versions().forEach(version -> labels.put(version.version(), new Labels(version)));
    }

    /** The version in force at a recorded minute. */
    CatalogueVersion version(long minute) {
        return catalogue.at(Instant.ofEpochSecond(minute * 60));
    }

    @Nullable
    ContactFact contactFact(Timeline timeline, String contactId, long minute) {
        @Nullable ContactView contact = timeline.contact(contactId, minute);
        if (contact == null) {
            return null;
        }
        CatalogueVersion version = version(minute);
        Labels closed = labels(version);
        @Nullable
        String journey = contact.journeyId() == null ? closed.journeyOf(contact.driver()) : contact.journeyId();
        return new ContactFact(
                contact.openedAt(),
                contact.audience(),
                contact.inbound(),
                orUnknown(contact.channel()),
                orUnknown(contact.handler()),
                closed.journey(journey),
                closed.driver(contact.driver()),
                contact.fromIntent(),
                contact.late(),
                ContactCourse.NONE,
                version.version());
    }

    @Nullable
    ResponseFact responseFact(Timeline timeline, AnswerView answer, boolean customerKnown, long minute) {
        if (!answer.counts()) {
            return null;
        }
        Link link = link(timeline, answer, customerKnown, minute);
        Answer winner = answer.winner();
        CatalogueVersion version = version(minute);
        return new ResponseFact(
                answer.answeredAt(),
                winner.programme(),
                winner.audience(),
                labels(version).journey(journey(winner, link, version).journeyId()),
                channel(link),
                winner.nps(),
                winner.csat(),
                winner.ces(),
                winner.at().late(),
                link.unmatched(),
                ResponseContext.NONE,
                version.version());
    }

    Link link(Timeline timeline, AnswerView answer, boolean customerKnown, long minute) {
        Answer winner = answer.winner();
        @Nullable String named = winner.contactId();
        @Nullable ContactView byId = named == null ? null : timeline.contact(named, minute);
        @Nullable Invited invitation = timeline.invitation(winner.invitationId(), minute);
        if (byId != null) {
            return Link.to(byId, LinkMethod.CONTACT_ID, Link.BY_CONTACT, invitation);
        }
        if (invitation != null) {
            @Nullable
            ContactView invited =
                    invitation.contactId() == null ? null : timeline.contact(invitation.contactId(), minute);
            if (invited != null) {
                return Link.to(invited, LinkMethod.INVITATION, Link.BY_INVITATION, invitation);
            }
            if (invitation.snapshot() != null) {
                return Link.toSnapshot(invitation);
            }
        }
        List<ContactView> before = timeline.contactsAt(minute).stream()
                .filter(contact -> !contact.openedAt().isAfter(answer.answeredAt()))
                .toList();
        @Nullable ContactView byOrder = byOrder(before, winner, invitation);
        if (byOrder != null) {
            return Link.to(byOrder, LinkMethod.ORDER, Link.BY_ORDER, invitation);
        }
        if (named != null || !customerKnown) {
            return Link.none(customerKnown ? UnmatchedReason.CONTACT_UNKNOWN : UnmatchedReason.NO_CUSTOMER, invitation);
        }
        return byCustomer(before, answer, invitation, version(minute));
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
        @Nullable String byDriver = labels(version).journeyOf(driver(link));
        return new JourneyOf(byDriver, byDriver == null ? JourneySource.NONE : JourneySource.DRIVER);
    }

    String journeyLabel(@Nullable String journeyId, CatalogueVersion version) {
        return labels(version).journey(journeyId);
    }

    String driverLabel(Link link, CatalogueVersion version) {
        return labels(version).driver(driver(link));
    }

    static String channel(Link link) {
        if (link.contact() != null) {
            return orUnknown(link.contact().channel());
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

    private static @Nullable String driver(Link link) {
        if (link.contact() != null) {
            return link.contact().driver();
        }
        @Nullable Snapshot snapshot = snapshot(link);
        return snapshot == null ? null : snapshot.driver();
    }

    private Labels labels(CatalogueVersion version) {
        return labels.computeIfAbsent(version.version(), name -> new Labels(version));
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

    private static String orUnknown(@Nullable String label) {
        return label == null ? Scope.UNKNOWN : label;
    }
}

package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.SurveyRules;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.flow.InvitationFact.Reached;
import nl.klantstem.contract.in.SurveyInvitation.Status;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.link.KnownEvent.Invited;
import org.jspecify.annotations.Nullable;

/** What invitations count as. */
record InvitationFacts(Rulebook rules) {

    private static final Reached NOWHERE = new Reached(false, false, false, false, false, false, false);

    Standing at(Moment moment, String invitationId) {
        @Nullable InvitationView invitation = moment.invitations().of(invitationId);
        if (invitation == null) {
            return Standing.NOTHING;
        }
        CatalogueVersion version = rules.version(invitation.knownMinute());
        Labels labels = rules.labels(version);
        var due = new Due(moment.minute());
        boolean asked = invitation.asked();
        Invited counted = invitation.counted();
        @Nullable Link link = Linker.byInvitation(moment, moment.invitation(invitationId));
        var fact = new InvitationFact(
                invitation.askedAt(),
                counted.programme(),
                counted.audience(),
                labels.journey(journey(invitation, link, labels)),
                link == null ? Scope.UNKNOWN : Linker.channel(link),
                asked ? InvitationFact.NONE : labels.suppressionReason(invitation.suppressionReason()),
                asked ? reached(invitation, moment, version.surveys(), due) : NOWHERE,
                asked ? answerSeconds(invitation, moment) : InvitationFact.UNKNOWN_SECONDS,
                asked && again(invitation, moment, version.surveys()),
                counted.at().late(),
                version.version());
        return new Standing(fact, due.minute());
    }

    private static @Nullable String journey(InvitationView invitation, @Nullable Link link, Labels labels) {
        if (invitation.journeyId() != null) {
            return invitation.journeyId();
        }
        if (link == null) {
            return null;
        }
        @Nullable ContactView contact = link.contact();
        return contact != null && contact.journeyId() != null
                ? contact.journeyId()
                : labels.journeyOf(Linker.driver(link));
    }

    private static Reached reached(InvitationView invitation, Moment moment, SurveyRules survey, Due due) {
        @Nullable Instant answeredAt = moment.invitations().answeredAt(invitation.invitationId());
        boolean answered = answeredAt != null;
        boolean delivered = invitation.delivered() || answered;
        Instant until = invitation.askedAt().plus(Duration.ofDays(survey.answerDays()));
        return new Reached(
                delivered,
                !delivered && invitation.statuses().contains(Status.BOUNCED),
                invitation.opened() || answered,
                !answered && invitation.statuses().contains(Status.EXPIRED),
                answered,
                due.passed(until),
                answeredAt != null && !answeredAt.isAfter(until));
    }

    /** Clocks differ: an answer from before the asking came at once. */
    private static int answerSeconds(InvitationView invitation, Moment moment) {
        @Nullable Instant answeredAt = moment.invitations().answeredAt(invitation.invitationId());
        return answeredAt == null
                ? InvitationFact.UNKNOWN_SECONDS
                : (int) Math.max(
                        0, Duration.between(invitation.askedAt(), answeredAt).toSeconds());
    }

    private static boolean again(InvitationView invitation, Moment moment, SurveyRules survey) {
        @Nullable InvitationView before = moment.invitations().askedBefore(invitation);
        return before != null
                && Duration.between(before.askedAt(), invitation.askedAt())
                                .compareTo(Duration.ofDays(survey.quarantineDays()))
                        < 0;
    }
}

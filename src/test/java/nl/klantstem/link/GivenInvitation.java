package nl.klantstem.link;

import static nl.klantstem.link.GivenEvents.at;

import java.time.Instant;
import java.util.Objects;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyInvitation.Status;
import nl.klantstem.link.KnownEvent.Identity;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.link.KnownEvent.Snapshot;
import nl.klantstem.topic.Topic;

/** An event of an invitation, to be told further; minutes count from noon of 2 March 2026. */
final class GivenInvitation {

    private final String invitationId;
    private final Status status;
    private final Instant occurredAt;
    private String eventId;
    private long knownAt;
    private long place;
    private boolean late;
    private Programme programme = Programme.TRANSACTIONAL;
    private String reason;
    private String contactId;
    private String journeyId;
    private Snapshot snapshot;

    private GivenInvitation(String invitationId, Status status, Instant occurredAt) {
        this.invitationId = invitationId;
        this.status = status;
        this.occurredAt = occurredAt;
        this.eventId = invitationId + "/" + status + "/" + occurredAt;
        this.knownAt = Math.floorDiv(occurredAt.getEpochSecond() - GivenEvents.NOON.getEpochSecond(), 60);
    }

    static GivenInvitation invitation(String id, Status status, long minute) {
        return new GivenInvitation(id, status, at(minute));
    }

    static GivenInvitation invitation(String id, Status status, Instant occurredAt) {
        return new GivenInvitation(id, status, occurredAt);
    }

    GivenInvitation event(String id) {
        eventId = id;
        return this;
    }

    GivenInvitation knownAt(long known, long inLog) {
        knownAt = known;
        place = inLog;
        return this;
    }

    GivenInvitation late(boolean afterItsWindows) {
        late = afterItsWindows;
        return this;
    }

    GivenInvitation of(Programme which) {
        programme = which;
        return this;
    }

    GivenInvitation because(String why) {
        reason = why;
        return this;
    }

    GivenInvitation about(String contact, Snapshot told) {
        contactId = contact;
        snapshot = told;
        return this;
    }

    GivenInvitation journey(String id) {
        journeyId = id;
        return this;
    }

    Invited told() {
        var known = GivenEvents.known(knownAt, Topic.SURVEY_INVITATIONS.rank(), place);
        return new Invited(
                new Identity("test", eventId, Objects.hash(invitationId, status, occurredAt, journeyId)),
                new Known(known.recordedAt(), known.topic(), known.place(), late),
                occurredAt,
                invitationId,
                programme,
                Audience.CUSTOMER,
                status,
                reason,
                contactId,
                null,
                journeyId,
                null,
                snapshot);
    }
}

package nl.klantstem.replay.shop;

import static nl.klantstem.replay.shop.Transcript.HOUR;
import static nl.klantstem.replay.shop.Transcript.MINUTE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.Resolution;
import nl.klantstem.topic.Topic;

/** Tells how a survey gets to a customer, as far as the mail tells it, or why it does not. */
final class InvitationStory {

    private static final double SUPPRESSED = 0.1;
    private static final double BOUNCED = 0.03;
    private static final double EXPIRED = 0.15;

    private final Dice dice;
    private final Ids ids;

    InvitationStory(Dice dice, Ids ids) {
        this.dice = dice;
        this.ids = ids;
    }

    List<Draft> answered(Visit visit, ContactStory contact, String invitationId, long sentAt, long answeredAt) {
        var drafts = new ArrayList<Draft>();
        Draft sent = invitation(visit, contact, invitationId, sentAt);
        drafts.add(sent);
        seen(drafts, sent, (sentAt + answeredAt) / 2, 0.4);
        return drafts;
    }

    List<Draft> unanswered(Visit visit, ContactStory contact, String invitationId, long sentAt) {
        var drafts = new ArrayList<Draft>();
        Draft sent = invitation(visit, contact, invitationId, sentAt);
        drafts.add(sent);
        if (dice.chance(BOUNCED)) {
            drafts.add(status(sent, "BOUNCED", sentAt + (long) MINUTE));
            return drafts;
        }
        seen(drafts, sent, sentAt + (long) (5 * HOUR), 0.2);
        if (dice.chance(EXPIRED)) {
            drafts.add(status(sent, "EXPIRED", sentAt + (long) (14 * 24 * HOUR)));
        }
        return drafts;
    }

    /** Of some that are not asked it is said why. */
    List<Draft> suppressed(Visit visit, ContactStory contact) {
        if (!dice.chance(SUPPRESSED)) {
            return List.of();
        }
        return List.of(invitation(visit, contact, ids.next("i"), contact.endedAt() + (long) MINUTE)
                .set("status", "SUPPRESSED")
                .set("suppressionReason", dice.oneOf("QUARANTINE", "OPT_OUT", "TECHNICAL")));
    }

    private void seen(List<Draft> drafts, Draft sent, long at, double known) {
        if (dice.chance(known)) {
            drafts.add(status(sent, dice.chance(0.6) ? "OPENED" : "DELIVERED", at));
        }
    }

    private Draft status(Draft sent, String status, long at) {
        return sent.at(at).set("eventId", ids.next("e")).set("status", status).set("snapshot", null);
    }

    private Draft invitation(Visit visit, ContactStory contact, String invitationId, long sentAt) {
        return new Draft(Topic.SURVEY_INVITATIONS, visit.key(), sentAt)
                .set("eventId", ids.next("e"))
                .set("source", "surveys")
                .set("audience", visit.issue().journey().audience())
                .set("invitationId", invitationId)
                .set("surveyId", "after-contact-3")
                .set("programme", Programme.TRANSACTIONAL)
                .set("customerKey", visit.customerKey())
                .set("partnerId", visit.partnerId())
                .set("contactId", visit.contactId())
                .set("journeyId", visit.issue().journey().journeyId())
                .set("journeyInstanceId", visit.issue().journeyInstanceId())
                .set("status", "SENT")
                .set("snapshot", snapshot(visit, contact));
    }

    private static Map<String, Object> snapshot(Visit visit, ContactStory contact) {
        var snapshot = new LinkedHashMap<String, Object>();
        snapshot.put("channel", visit.channel().name());
        snapshot.put("driver", visit.issue().driver());
        Handler handler = contact.handler();
        Resolution resolution = contact.resolution();
        String servicePartnerId = visit.servicePartner().id;
        if (handler != null) {
            snapshot.put("handler", handler.name());
        }
        if (handler == Handler.HUMAN && servicePartnerId != null) {
            snapshot.put("servicePartnerId", servicePartnerId);
        }
        if (resolution != null) {
            snapshot.put("resolution", resolution.name());
        }
        return snapshot;
    }
}

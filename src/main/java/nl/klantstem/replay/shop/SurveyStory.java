package nl.klantstem.replay.shop;

import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Tells what a customer is asked after a contact, and what comes back: linked in every way in which answers are. */
final class SurveyStory {

    private static final double MINUTE = 60_000;
    private static final double HOUR = 60 * MINUTE;
    private static final double LONGEST = 300 * 24 * HOUR;
    private static final String[] COMMENTS = {
        "Snel geholpen, dank u wel.",
        "Ik moest drie keer bellen.",
        "Vriendelijke medewerker.",
        "Waar blijft mijn pakket?"
    };

    /** How an answer says what it is about. */
    private enum Link {
        CONTACT,
        INVITATION,
        CUSTOMER,
        NOTHING
    }

    private static final double[] LINKS = {0.55, 0.25, 0.12, 0.08};

    private final Dice dice;
    private final Ids ids;
    private final Oddities oddities;
    private final InvitationStory invitations;
    private final WayStory ways;
    private final @Nullable Incident incident;

    SurveyStory(Dice dice, Ids ids, InvitationStory invitations, WayStory ways, ShopSettings settings) {
        this.dice = dice;
        this.invitations = invitations;
        this.ways = ways;
        this.ids = ids;
        this.oddities = settings.oddities();
        this.incident = settings.incident();
    }

    /** Invitation, answer and what becomes of the answer; empty when nobody is asked. */
    List<Draft> about(Visit visit, ContactStory contact) {
        var drafts = new ArrayList<Draft>();
        if (visit.customerKey() == null) {
            return drafts;
        }
        if (!dice.chance(0.6)) {
            drafts.addAll(invitations.suppressed(visit, contact));
            return drafts;
        }
        String invitationId = ids.next("i");
        long sentAt = contact.endedAt() + (long) (10 * MINUTE + dice.exponential(20 * MINUTE));
        if (dice.chance(0.4)) {
            long answeredAt = sentAt + (long) Math.min(MINUTE + dice.logNormal(1.5 * HOUR, 1.8), LONGEST);
            drafts.addAll(invitations.answered(visit, contact, invitationId, sentAt, answeredAt));
            answer(
                    drafts,
                    linked(visit, invitationId, answeredAt),
                    visit.issue().journey(),
                    visit.issue().way(),
                    discontent(visit, contact, answeredAt));
        } else {
            drafts.addAll(invitations.unanswered(visit, contact, invitationId, sentAt));
        }
        return drafts;
    }

    private double discontent(Visit visit, ContactStory contact, long answeredAt) {
        @Nullable Incident wrong = incident;
        return Math.max(contact.discontent(), wrong == null ? 0 : wrong.discontent(visit.issue(), answeredAt));
    }

    /** One who was paid to try it out: no customer, and never counted among them. */
    Draft mysteryShopper(long answeredAt) {
        JourneyProfile journey = JourneyProfiles.CUSTOMERS.get(dice.below(JourneyProfiles.CUSTOMERS.size()));
        String who = "mystery-shopper-" + dice.below(50);
        int nps = journey.score(dice, 0);
        Draft draft = response(who, answeredAt, Programme.MYSTERY_SHOP)
                .set("customerKey", who)
                .set("journeyId", journey.journeyId())
                .set("nps", nps);
        return ways.feelings(draft, Way.of(journey, ""), nps);
    }

    /** An answer to the yearly question about the shop as a whole: about no contact and no journey. */
    List<Draft> relational(String customerKey, long answeredAt) {
        var drafts = new ArrayList<Draft>();
        Draft draft = response(customerKey, answeredAt, Programme.RELATIONAL).set("customerKey", customerKey);
        answer(drafts, draft, JourneyProfiles.CUSTOMERS.get(2), null, 0);
        return drafts;
    }

    private Draft linked(Visit visit, String invitationId, long answeredAt) {
        Link link = Link.values()[dice.weighted(LINKS)];
        String journeyId = visit.issue().journey().journeyId();
        if (link == Link.NOTHING) {
            Draft unknown = response(null, answeredAt, Programme.TRANSACTIONAL);
            return unknown.set("audience", visit.issue().journey().audience()).set("journeyId", journeyId);
        }
        Draft draft = response(visit.key(), answeredAt, Programme.TRANSACTIONAL)
                .set("audience", visit.issue().journey().audience())
                .set("customerKey", visit.customerKey())
                .set("partnerId", visit.partnerId());
        if (link == Link.CONTACT) {
            draft.set("contactId", visit.contactId());
        }
        if (link != Link.CUSTOMER) {
            draft.set("invitationId", invitationId);
            ways.named(draft, visit);
        }
        return dice.chance(0.6) ? draft.set("journeyId", journeyId) : draft;
    }

    private Draft response(@Nullable String key, long answeredAt, Programme programme) {
        String responseId = ids.next("r");
        return new Draft(Topic.SURVEY_RESPONSES, key == null ? responseId : key, answeredAt)
                .set("eventId", ids.next("e"))
                .set("source", "surveys")
                .set("audience", "CUSTOMER")
                .set("country", dice.chance(0.85) ? "NL" : "BE")
                .set("language", "nl")
                .set("responseId", responseId)
                .set("revision", 0)
                .set("status", "COMPLETE")
                .set("programme", programme);
    }

    /** What is felt on the way is told too, when there is one. */
    private void answer(List<Draft> drafts, Draft draft, JourneyProfile journey, @Nullable Way way, double discontent) {
        double how = dice.below(100);
        if (how < 4) {
            drafts.add(draft.set("status", "DISMISSED"));
            return;
        }
        int nps = journey.score(dice, discontent);
        if (how < 10) {
            draft.set("status", "PARTIAL");
        }
        scores(draft, nps);
        drafts.add(way == null ? draft : ways.feelings(draft, way, nps));
        if (dice.chance(oddities.revised())) {
            drafts.add(scores(again(draft), Math.max(0, Math.min(10, nps - 2 + dice.below(5)))));
        } else if (dice.chance(oddities.withdrawn() / (1 - oddities.revised()))) {
            drafts.add(again(draft).set("status", "WITHDRAWN"));
        }
    }

    private Draft scores(Draft draft, int nps) {
        draft.set("nps", nps);
        if (dice.chance(0.5)) {
            draft.set("csat", Math.max(1, Math.min(5, 1 + (nps * 4 + dice.below(10)) / 10)));
        }
        if (dice.chance(0.2)) {
            draft.set("ces", 1 + dice.below(7));
        }
        if (dice.chance(0.1)) {
            draft.set("comment", COMMENTS[dice.below(COMMENTS.length)]);
        }
        return draft.set("resolved", nps > 4);
    }

    private Draft again(Draft draft) {
        return draft.at(draft.occurredAt + (long) (MINUTE + dice.exponential(8 * HOUR)))
                .set("eventId", ids.next("e"))
                .set("revision", 1);
    }
}

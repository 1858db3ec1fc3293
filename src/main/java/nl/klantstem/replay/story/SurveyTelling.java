package nl.klantstem.replay.story;

import static nl.klantstem.replay.story.Moment.DAY;
import static nl.klantstem.replay.story.Moment.HOUR;
import static nl.klantstem.replay.story.Moment.MINUTE;

import java.util.List;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.replay.shop.Dice;
import nl.klantstem.replay.shop.Draft;
import nl.klantstem.replay.shop.Ids;
import nl.klantstem.topic.Topic;

/** Tells of the surveys: who is asked about a lost parcel, and what is answered about it and about the other journeys. */
final class SurveyTelling {

    private static final long LONGEST = 13 * DAY;

    private final Telling telling;
    private final Dice dice;
    private final Ids ids;

    SurveyTelling(Telling telling, Dice dice, Ids ids) {
        this.telling = telling;
        this.dice = dice;
        this.ids = ids;
    }

    /** Two mornings after it is over. */
    Asked ask(Trouble trouble) {
        long morning = Moment.on(Moment.day(trouble.settledAt()).plusDays(2), 10);
        long sentAt = Moment.between(dice, morning, morning + HOUR);
        long delay = Math.min(LONGEST, 2 * MINUTE + Math.round(dice.logNormal(7 * 60, 1.3)) * MINUTE);
        double fate = dice.below(1000) / 1000.0;
        return new Asked(
                ids.next("i"),
                trouble.calls().get(trouble.calls().size() - 1).contactId(),
                sentAt,
                fate < 0.03 ? "QUARANTINE" : null,
                fate > 0.98,
                fate < 0.7,
                false,
                sentAt + delay,
                dice.gaussian());
    }

    void invite(Trouble trouble, Asked asked) {
        if (asked.suppressionReason() != null) {
            status(trouble, asked, SurveyInvitation.Status.SUPPRESSED, asked.sentAt())
                    .set("suppressionReason", asked.suppressionReason());
            return;
        }
        status(trouble, asked, SurveyInvitation.Status.SENT, asked.sentAt());
        if (asked.bounced()) {
            status(trouble, asked, SurveyInvitation.Status.BOUNCED, asked.sentAt() + MINUTE);
        } else if (asked.opened()) {
            long openedAt = asked.sentAt() + (asked.answerAt() - asked.sentAt()) / 2 / 1000 * 1000;
            status(trouble, asked, SurveyInvitation.Status.OPENED, openedAt);
        }
        if (!asked.answered() && dice.chance(0.7)) {
            status(trouble, asked, SurveyInvitation.Status.EXPIRED, asked.sentAt() + 14 * DAY);
        }
    }

    private Draft status(Trouble trouble, Asked asked, SurveyInvitation.Status status, long at) {
        return telling.tell(Topic.SURVEY_INVITATIONS, "surveys", trouble.customerKey(), at)
                .set("invitationId", asked.invitationId())
                .set("surveyId", "lost-in-mail-1")
                .set("programme", Programme.TRANSACTIONAL)
                .set("contactId", asked.contactId())
                .set("journeyId", Telling.JOURNEY)
                .set("journeyInstanceId", trouble.instanceId())
                .set("stepId", "5")
                .set("status", status);
    }

    void answer(Trouble trouble, Asked asked, Feelings feelings, int score) {
        Draft answer = answer(trouble.customerKey(), Telling.JOURNEY, asked.answerAt(), score)
                .set("invitationId", asked.invitationId())
                .set("contactId", dice.chance(0.7) ? asked.contactId() : null)
                .set("journeyInstanceId", trouble.instanceId())
                .set("experienceValues", dice.chance(0.7) ? feelings.values() : null);
        List<Feelings.Felt> felt =
                feelings.felt().stream().filter(f -> dice.chance(0.8)).toList();
        if (!felt.isEmpty()) {
            answer.set("emotions", felt);
        }
    }

    /** Of a customer about a journey, and no more than that. */
    Draft answer(String customerKey, String journeyId, long at, int score) {
        return telling.tell(Topic.SURVEY_RESPONSES, "surveys", customerKey, at)
                .set("responseId", ids.next("r"))
                .set("revision", 0)
                .set("status", SurveyResponse.Status.COMPLETE)
                .set("programme", Programme.TRANSACTIONAL)
                .set("journeyId", journeyId)
                .set("nps", score);
    }
}

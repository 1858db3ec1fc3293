package nl.klantstem.replay.shop;

import static nl.klantstem.replay.shop.Transcript.HOUR;
import static nl.klantstem.replay.shop.Transcript.MINUTE;

import java.time.Instant;
import java.util.List;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.contract.in.Resolution;
import org.jspecify.annotations.Nullable;

/** Tells the life of one contact, from OPENED to CLOSED and the correction after it. */
final class ContactStory {

    /** What makes up for the discontent of those who were not helped well: together the journeys score as they should. */
    private static final double CONTENT = -0.025;

    /** With a lost parcel waiting and coming back are usual. */
    private static final double CONTENT_WHEN_LOST = -0.06;

    private static final double BOT_BEFORE_CHAT = 0.6;

    private final Visit visit;
    private final Dice dice;
    private final Ids ids;
    private final Transcript transcript;
    private final DeskStory desk;
    private Ending ending = Ending.HELPED;
    private long endedAt;

    @Nullable
    private Handler handler;

    ContactStory(Visit visit, Dice dice, Ids ids) {
        this.visit = visit;
        this.dice = dice;
        this.ids = ids;
        this.transcript = new Transcript(visit, ids);
        this.desk = new DeskStory(visit, dice, transcript);
    }

    /** The events in order of occurrence; {@code corrected} is the chance that the driver is put right afterwards. */
    List<Draft> tell(double corrected) {
        open();
        ending = visit.outbound() ? desk.tellOutbound() : inbound();
        if (ending == Ending.HELPED || ending == Ending.TOLD_TO_WAIT) {
            handler = Handler.HUMAN;
        }
        close();
        if (ending == Ending.HELPED && dice.chance(0.012)) {
            reopened();
        }
        endedAt = transcript.now();
        if (ending != Ending.GAVE_UP && dice.chance(corrected)) {
            transcript.after(dice.exponential(6 * HOUR));
            transcript
                    .event(ContactEvent.Type.DRIVER_CORRECTED)
                    .set(
                            "driver",
                            Labels.byAgent(JourneyProfiles.any(
                                    dice, visit.issue().journey().audience())));
        }
        return transcript.events();
    }

    Ending ending() {
        return ending;
    }

    /** Epoch milliseconds. */
    long endedAt() {
        return endedAt;
    }

    /** Who handled it in the end; absent when nobody did. */
    @Nullable
    Handler handler() {
        return handler;
    }

    /** Absent when it ended without one. */
    @Nullable
    Resolution resolution() {
        return desk.resolution();
    }

    /** Until when the customer was told to wait; absent when not. */
    @Nullable
    Instant waitUntil() {
        return desk.waitUntil();
    }

    /** Which share of the journey's promoters becomes detractors by how this contact went; below zero the other way. */
    double discontent() {
        double desks = handler == Handler.HUMAN ? visit.servicePartner().discontent + desk.discontent() : 0;
        boolean lost = visit.issue().driver().equals("delivery/lost");
        return (lost ? CONTENT_WHEN_LOST : CONTENT) + ending.discontent + desks + (visit.time() > 1 ? 0.05 : 0);
    }

    private Ending inbound() {
        boolean bot =
                visit.channel() == Channel.BOT || (visit.channel() == Channel.CHAT && dice.chance(BOT_BEFORE_CHAT));
        if (!bot) {
            return desk.tell(0.05);
        }
        var story = new BotStory(visit, dice, transcript);
        Ending inTheBot = story.tell();
        if (inTheBot == null) {
            return desk.tell(story.understood() ? 0.04 : 0.2);
        }
        handler = Handler.BOT;
        return inTheBot;
    }

    private void open() {
        Issue issue = visit.issue();
        Order order = issue.order();
        Draft opened = transcript
                .event(ContactEvent.Type.OPENED)
                .set("partnerId", visit.partnerId())
                .set("direction", visit.outbound() ? "OUTBOUND" : "INBOUND")
                .set("channel", visit.channel())
                .set(
                        "initiator",
                        visit.outbound() ? "CUSTOMER_AGENT" : issue.journey().audience())
                .set("journeyInstanceId", issue.journeyInstanceId())
                .set(
                        "stepId",
                        issue.journeyInstanceId() == null ? null : issue.way().stepId());
        if (order != null) {
            opened.set("orderId", ids.of("o", order.number()))
                    .set("sellerType", order.sellerType())
                    .set("fulfilment", order.fulfilment());
            if (issue.driver().startsWith("delivery/") && dice.chance(0.5)) {
                opened.set("shipmentId", ids.of("s", order.number()));
            }
        }
        if (dice.chance(0.7)) {
            opened.set("journeyId", issue.journey().journeyId());
        }
    }

    /** Not every system says that it is over, and who gave up said so already. */
    private void close() {
        transcript.after(dice.exponential(MINUTE / 2));
        boolean saidSo = ending == Ending.GAVE_UP || ending == Ending.LEFT_THE_BOT;
        if (dice.chance(saidSo ? 0.3 : 0.9)) {
            transcript.event(ContactEvent.Type.CLOSED);
        } else {
            transcript.unnoticed(ContactEvent.Type.CLOSED);
        }
    }

    private void reopened() {
        transcript.after(dice.exponential(20 * HOUR));
        transcript.event(ContactEvent.Type.REOPENED);
        transcript.after(dice.exponential(2 * HOUR));
        transcript.event(ContactEvent.Type.ANSWERED).set("handler", Handler.HUMAN);
        transcript.after(dice.exponential(5 * MINUTE));
        transcript.event(ContactEvent.Type.RESOLVED).set("resolution", Resolution.OTHER);
        transcript.after(dice.exponential(MINUTE / 2));
        transcript.event(ContactEvent.Type.CLOSED);
    }
}

package nl.klantstem.replay.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.contract.in.Resolution;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Tells the life of one contact, from OPENED to CLOSED and the correction after it. */
final class ContactStory {

    private static final double MINUTE = 60_000;
    private static final double HOUR = 60 * MINUTE;

    private final Visit visit;
    private final Dice dice;
    private final Ids ids;
    private final List<Draft> events = new ArrayList<>();
    private long now;
    private int seq;
    private Handler handler = Handler.HUMAN;

    @Nullable
    private Resolution resolution;

    ContactStory(Visit visit, Dice dice, Ids ids) {
        this.visit = visit;
        this.dice = dice;
        this.ids = ids;
        this.now = visit.openedAt();
    }

    /** The events in order of occurrence; {@code corrected} is the chance that the driver is put right afterwards. */
    List<Draft> tell(double corrected) {
        open();
        boolean bot = visit.channel() == Channel.BOT || (visit.channel() == Channel.CHAT && dice.chance(0.6));
        if (!(bot && contained()) && !abandoned()) {
            answered();
        }
        after(dice.exponential(MINUTE / 2));
        event(ContactEvent.Type.CLOSED);
        if (visit.driver() != null && dice.chance(corrected)) {
            long closedAt = now;
            after(dice.exponential(6 * HOUR));
            event(ContactEvent.Type.DRIVER_CORRECTED)
                    .set(
                            "driver",
                            label(JourneyProfiles.CUSTOMERS.get(dice.below(7)).driver(dice), "AGENT"));
            now = closedAt;
        }
        return events;
    }

    long closedAt() {
        return now;
    }

    /** Who handled it in the end. */
    Handler handler() {
        return handler;
    }

    /** Absent when it ended without one. */
    @Nullable
    Resolution resolution() {
        return resolution;
    }

    private void open() {
        Draft opened = event(ContactEvent.Type.OPENED)
                .set("partnerId", visit.partnerId())
                .set("direction", visit.outbound() ? "OUTBOUND" : "INBOUND")
                .set("channel", visit.channel())
                .set(
                        "initiator",
                        visit.outbound() ? "CUSTOMER_AGENT" : visit.journey().audience())
                .set("servicePartnerId", visit.servicePartnerId())
                .set("orderId", visit.orderId())
                .set("sellerType", dice.chance(0.6) ? "PARTNER" : "OWN");
        if (dice.chance(0.7)) {
            opened.set("journeyId", visit.journey().journeyId());
        }
    }

    /** The bot's part; true when it needed no human. */
    private boolean contained() {
        handler = Handler.BOT;
        after(1_000);
        event(ContactEvent.Type.BOT_STARTED).set("handler", Handler.BOT);
        after(dice.exponential(MINUTE / 3));
        if (visit.driver() != null) {
            event(ContactEvent.Type.INTENT_RECOGNIZED).set("intent", new Intent(visit.driver(), 60 + dice.below(40)));
        }
        after(dice.exponential(2 * MINUTE));
        if (visit.channel() == Channel.BOT || !visit.staffed() || dice.chance(0.45)) {
            return true;
        }
        event(ContactEvent.Type.HUMAN_REQUESTED).set("humanReason", dice.oneOf("COMPLEX", "EMOTIONAL", "PREFERENCE"));
        after(2_000);
        event(ContactEvent.Type.HANDED_OVER).set("handler", Handler.HUMAN);
        handler = Handler.HUMAN;
        return false;
    }

    /** The wait for a human; true when the customer gave up. */
    private boolean abandoned() {
        if (handler == Handler.BOT) {
            return true;
        }
        after(dice.exponential(5_000));
        event(ContactEvent.Type.QUEUED);
        after(visit.channel() == Channel.EMAIL ? dice.logNormal(4 * HOUR, 0.9) : dice.exponential(1.5 * MINUTE));
        if (visit.channel() == Channel.PHONE && dice.chance(0.05)) {
            event(ContactEvent.Type.ABANDONED);
            return true;
        }
        return false;
    }

    private void answered() {
        event(ContactEvent.Type.ANSWERED).set("handler", Handler.HUMAN);
        if (dice.chance(0.06)) {
            after(dice.exponential(3 * MINUTE));
            event(ContactEvent.Type.TRANSFERRED);
        }
        after(dice.logNormal(5 * MINUTE, 0.6));
        if (visit.journey().journeyId().equals("lost-in-mail") && dice.chance(0.3)) {
            Instant until = Instant.ofEpochMilli(now + (long) (96 * HOUR));
            event(ContactEvent.Type.WAIT_IMPOSED)
                    .set("waitUntil", until.toString())
                    .set("driver", label(visit.driver(), "AGENT"));
            return;
        }
        Resolution how = visit.journey().resolution(dice);
        resolution = how;
        event(ContactEvent.Type.RESOLVED)
                .set("resolution", how)
                .set("driver", label(visit.driver(), dice.chance(0.9) ? "AGENT" : "RULE"));
    }

    private Draft event(ContactEvent.Type type) {
        Draft event = new Draft(Topic.CONTACT_EVENTS, visit.key(), now)
                .set("eventId", ids.next("e"))
                .set("source", "contact-centre")
                .set("audience", visit.journey().audience())
                .set("contactId", visit.contactId())
                .set("seq", seq)
                .set("type", type)
                .set("customerKey", visit.customerKey());
        seq++;
        events.add(event);
        return event;
    }

    private static @Nullable Object label(@Nullable String driver, String source) {
        return driver == null ? null : new Label(driver, source);
    }

    private void after(double millis) {
        now += 1 + (long) millis;
    }

    private record Label(String code, String source) {}

    private record Intent(String code, double confidence, String modelVersion) {
        Intent(String code, int percent) {
            this(code, percent / 100.0, "intents-7");
        }
    }
}

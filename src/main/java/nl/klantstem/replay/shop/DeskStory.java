package nl.klantstem.replay.shop;

import static nl.klantstem.replay.shop.Transcript.HOUR;
import static nl.klantstem.replay.shop.Transcript.MINUTE;
import static nl.klantstem.replay.shop.Transcript.SECOND;

import java.time.Instant;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.Resolution;
import org.jspecify.annotations.Nullable;

/** Tells the people's part of a contact: queue, routing, answer, transfers, and what they make of it. */
final class DeskStory {

    private static final double WAIT_IMPOSED_HOURS = 96;

    private final Visit visit;
    private final Dice dice;
    private final Transcript transcript;
    private double discontent;

    @Nullable
    private Resolution resolution;

    private @Nullable Instant waitUntil;

    DeskStory(Visit visit, Dice dice, Transcript transcript) {
        this.visit = visit;
        this.dice = dice;
        this.transcript = transcript;
    }

    /** @param misrouted how likely the wrong party gets it */
    Ending tell(double misrouted) {
        transcript.after(dice.exponential(3 * SECOND));
        if (dice.chance(0.97)) {
            transcript.event(ContactEvent.Type.QUEUED).set("servicePartnerId", visit.servicePartner().id);
        }
        Party right = visit.issue().owner();
        boolean wrong = dice.chance(misrouted);
        transcript.after(dice.exponential(2 * SECOND));
        if (dice.chance(0.96)) {
            transcript.event(ContactEvent.Type.ROUTED).set("routedTo", wrong ? other(right) : right);
        }
        Ending waited = waits();
        if (waited != null) {
            return waited;
        }
        answered();
        if (wrong ? dice.chance(0.8) : dice.chance(0.05)) {
            transferred(wrong ? right : null);
        }
        return handled();
    }

    /** The shop comes to the customer: nobody waits. */
    Ending tellOutbound() {
        transcript.after(dice.exponential(10 * SECOND));
        answered();
        return handled();
    }

    /** Which share of promoters becomes detractors by how it went here. */
    double discontent() {
        return discontent;
    }

    /** Absent when it ended without one. */
    @Nullable
    Resolution resolution() {
        return resolution;
    }

    /** Absent when the customer was not told to wait. */
    @Nullable
    Instant waitUntil() {
        return waitUntil;
    }

    /** The end, when nobody answers; else null. */
    private @Nullable Ending waits() {
        double factor = visit.servicePartner().wait;
        if (visit.channel() == Channel.EMAIL) {
            if (dice.chance(0.02)) {
                transcript.after(dice.exponential(30 * HOUR));
                return Ending.NEVER_ANSWERED;
            }
            transcript.after(dice.logNormal(4 * HOUR * factor, 0.9));
            return null;
        }
        double how = dice.below(1000) / 1000.0;
        if (how < 0.065) {
            transcript.after(how < 0.015 ? dice.below(5000) : 10 * SECOND + dice.exponential(3 * MINUTE));
            transcript.event(ContactEvent.Type.ABANDONED);
            return Ending.GAVE_UP;
        }
        double mean = visit.channel() == Channel.PHONE ? 55 * SECOND : 40 * SECOND;
        transcript.after(dice.exponential(mean * factor));
        return null;
    }

    private void answered() {
        Draft answered = transcript
                .event(ContactEvent.Type.ANSWERED)
                .set("handler", Handler.HUMAN)
                .set("servicePartnerId", visit.servicePartner().id);
        if (dice.chance(0.2)) {
            answered.set("aiAssist", new String[] {"SUMMARY"});
        }
    }

    private void transferred(@Nullable Party to) {
        discontent += 0.04;
        transcript.after(dice.exponential(3 * MINUTE));
        transcript.event(ContactEvent.Type.TRANSFERRED);
        if (to != null) {
            transcript.after(SECOND);
            transcript.event(ContactEvent.Type.ROUTED).set("routedTo", to);
        }
        transcript.after(dice.exponential(2 * MINUTE));
        transcript.event(ContactEvent.Type.ANSWERED).set("handler", Handler.HUMAN);
    }

    private Ending handled() {
        transcript.after(dice.logNormal(5 * MINUTE, 0.6));
        String driver = visit.issue().driver();
        boolean lost = driver.equals("delivery/lost");
        Draft end = transcript.event(
                lost && dice.chance(0.35) ? ContactEvent.Type.WAIT_IMPOSED : ContactEvent.Type.RESOLVED);
        if (dice.chance(0.96)) {
            end.set("driver", dice.chance(0.9) ? Labels.byAgent(driver) : Labels.byRule(driver));
        }
        if (visit.time() > 1 && dice.chance(0.3)) {
            end.set("demandType", "FAILURE").set("avoidableCause", "NOT_RESOLVED");
        }
        asked(end, lost || driver.equals("delivery/damaged") || driver.startsWith("warranty/"));
        if (ContactEvent.Type.WAIT_IMPOSED.name().equals(end.get("type"))) {
            waitUntil = Instant.ofEpochMilli(transcript.now() + (long) (WAIT_IMPOSED_HOURS * HOUR));
            end.set("waitUntil", waitUntil.toString());
            return Ending.TOLD_TO_WAIT;
        }
        resolution = visit.issue().journey().resolution(dice);
        end.set("resolution", resolution);
        return Ending.HELPED;
    }

    /** For proof, or to fill in forms. */
    private void asked(Draft event, boolean often) {
        double chance = often ? 0.12 : 0.01;
        boolean proof = dice.chance(chance);
        boolean forms = dice.chance(chance / 2);
        if (proof) {
            event.set("proofRequested", true);
        }
        if (forms) {
            event.set("formsRequested", 1 + dice.below(3));
        }
        if (proof || forms) {
            discontent += 0.05;
        }
    }

    private static Party other(Party party) {
        return party == Party.PLATFORM ? Party.PARTNER : Party.PLATFORM;
    }
}

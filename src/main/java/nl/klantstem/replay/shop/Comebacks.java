package nl.klantstem.replay.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import nl.klantstem.contract.in.Channel;
import org.jspecify.annotations.Nullable;

/** Those who will come back with the same issue, within a week of the contact that did not settle it. */
final class Comebacks {

    private static final long LONGEST = Duration.ofHours(150).toMillis();
    private static final long SOONEST = Duration.ofMinutes(1).toMillis();
    private static final int MOST = 100_000;
    private static final double BEFORE_THE_WAIT_IS_OVER = 0.2;
    private static final double GROWN = 0.2;

    private final Dice dice;
    private final PriorityQueue<Comeback> planned =
            new PriorityQueue<>(Comparator.comparingLong(Comeback::at).thenComparing(Comeback::after));

    /** Someone comes back after a contact, from then on. */
    record Comeback(long at, String after, Issue issue, int time, Channel channelBefore) {}

    Comebacks(Dice dice) {
        this.dice = dice;
    }

    /** Whoever was not helped may come back, and those who already did more so. */
    void after(Visit visit, ContactStory contact) {
        Ending ending = contact.ending();
        double chance = ending.comeback * (ending == Ending.HELPED ? visit.servicePartner().comeback : 1)
                + (visit.time() > 1 ? 0.08 : 0);
        if (visit.outbound() || visit.customerKey() == null || planned.size() >= MOST || !dice.chance(chance)) {
            return;
        }
        Issue issue = dice.chance(GROWN) ? visit.issue().grown() : visit.issue();
        planned.add(new Comeback(when(contact), visit.contactId(), issue, visit.time() + 1, visit.channel()));
    }

    /** Who comes back now, if anyone. */
    @Nullable
    Comeback due(long now) {
        Comeback next = planned.peek();
        return next == null || next.at() > now ? null : planned.poll();
    }

    private long when(ContactStory contact) {
        long ended = contact.endedAt();
        Instant waitUntil = contact.waitUntil();
        long from = waitUntil != null && !dice.chance(BEFORE_THE_WAIT_IS_OVER) ? waitUntil.toEpochMilli() : ended;
        long later = SOONEST + (long) dice.exponential(contact.ending().soon.toSeconds() * 1000.0);
        return Math.min(from + later, ended + LONGEST);
    }
}

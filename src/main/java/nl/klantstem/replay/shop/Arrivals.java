package nl.klantstem.replay.shop;

import java.util.function.LongToDoubleFunction;

/** When they come: a Poisson process whose rate is constant within a quarter of an hour, from an opening to a close. */
final class Arrivals {

    private final Dice dice;
    private final LongToDoubleFunction perMilli;
    private final long until;
    private double clock;
    private long next;

    Arrivals(Dice dice, LongToDoubleFunction perMilli, long from, long until) {
        this.dice = dice;
        this.perMilli = perMilli;
        this.until = until;
        this.clock = from;
        this.next = from;
        await();
    }

    /** None. */
    static Arrivals never(Dice dice) {
        return new Arrivals(dice, millis -> 0, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** When the next one comes (epoch milliseconds); at or after the close when none does. */
    long next() {
        return next;
    }

    /** The next one has come: waits for the one after it. Past the end of a quarter, chance starts anew. */
    void await() {
        while (next < until) {
            long end = (Math.floorDiv(next, Rhythm.QUARTER) + 1) * Rhythm.QUARTER;
            clock += dice.exponential(1 / perMilli.applyAsDouble(next));
            if (clock < end) {
                next = (long) clock;
                return;
            }
            clock = end;
            next = end;
        }
    }
}

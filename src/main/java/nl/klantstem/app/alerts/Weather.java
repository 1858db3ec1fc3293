package nl.klantstem.app.alerts;

/** How far an ordinary journey lies from its mean right now, in NPS points, in steps of ten minutes. */
final class Weather {

    static final int STEP = 10;

    private static final int STEPS_PER_HOUR = 6;
    private static final int MINUTES_PER_DAY = 1_440;

    private final Ordinary ordinary;
    private final Dice dice;
    private final double kept;
    private double wobble;
    private double burst;
    private double drift;

    Weather(Ordinary ordinary, Dice dice) {
        this.ordinary = ordinary;
        this.dice = dice;
        kept = StrictMath.exp(-1 / (ordinary.wobbleHours() * STEPS_PER_HOUR));
        wobble = ordinary.wobble() * dice.normal();
    }

    private Weather(Weather other, Dice dice) {
        ordinary = other.ordinary;
        this.dice = dice;
        kept = other.kept;
        wobble = other.wobble;
        burst = other.burst;
        drift = other.drift;
    }

    /** The same now; how it goes on these dice decide. */
    Weather goingOn(Dice other) {
        return new Weather(this, other);
    }

    /** The ten minutes that begin with this one. */
    double points(long minute) {
        if (ordinary.wobble() > 0) {
            wobble = kept * wobble + Math.sqrt(1 - kept * kept) * ordinary.wobble() * dice.normal();
        }
        if (ordinary.burst() > 0 && minute % 60 == 0) {
            burst = ordinary.burst() * dice.normal();
        }
        if (ordinary.drift() > 0 && minute % MINUTES_PER_DAY == 0) {
            drift += ordinary.drift() * dice.normal();
        }
        double cycle = ordinary.cycle() == 0
                ? 0
                : ordinary.cycle() * StrictMath.sin(2 * Math.PI * (minute % MINUTES_PER_DAY) / MINUTES_PER_DAY);
        return wobble + burst + drift + cycle;
    }
}

package nl.klantstem.app.alerts;

import nl.klantstem.stats.Answers;

/** The answers of one simulated journey, minute by minute, with a day's rhythm. */
final class Journey {

    /** How many answers come in each hour of the day, the mean being 1. */
    private static final double[] RHYTHM = rhythm(
            .25, .12, .10, .10, .10, .15, .35, .8, 1.2, 1.5, 1.65, 1.65, 1.6, 1.6, 1.6, 1.6, 1.6, 1.55, 1.5, 1.55, 1.6,
            1.45, 1.0, .55);

    private static final int MINUTES_PER_DAY = 1_440;
    private static final int DAYS_PER_YEAR = 365;
    private static final int PEAK_FROM = 200;
    private static final int PEAK_DAYS = 40;
    private static final double PEAK_VOLUME = 4;

    /** Where a shift of the mix is simulated: half of the answers from a segment 20 points lower, in the peak 85%. */
    private static final double SEGMENT_DISTANCE = 20;

    private static final double PARTNERS = .5;
    private static final double PARTNERS_IN_PEAK = .85;

    private final double perHour;
    private final Ordinary ordinary;
    private final Dice dice;
    private final Weather weather;
    private final Change change;
    private final long changeFrom;
    private double mean;
    private double none;
    private double partners;
    private double[] own = {};
    private double[] partner = {};

    Journey(double perHour, Ordinary ordinary, Dice dice) {
        this(perHour, ordinary, dice, new Weather(ordinary, dice.others()), Change.NONE, 0);
    }

    private Journey(double perHour, Ordinary ordinary, Dice dice, Weather weather, Change change, long changeFrom) {
        this.perHour = perHour;
        this.ordinary = ordinary;
        this.dice = dice;
        this.weather = weather;
        this.change = change;
        this.changeFrom = changeFrom;
    }

    /** The same journey, in which something goes wrong from now on; what comes these dice decide. */
    Journey going(Change wrong, long from, Dice other) {
        var journey = new Journey(perHour, ordinary, other, weather.goingOn(other.others()), wrong, from);
        journey.set(from);
        return journey;
    }

    /** Puts the minute's answers in place of those before. */
    void answers(long minute, Answers into) {
        if (minute % Weather.STEP == 0 || own.length == 0) {
            set(minute);
        }
        into.clear();
        for (int left = dice.poisson(mean, none); left > 0; left--) {
            if (partners > 0 && dice.share() < partners) {
                into.add("partner", dice.pick(partner));
            } else {
                into.add("own", dice.pick(own));
            }
        }
    }

    private void set(long minute) {
        int day = (int) (minute / MINUTES_PER_DAY % DAYS_PER_YEAR);
        boolean inPeak = ordinary.peak() && day >= PEAK_FROM && day < PEAK_FROM + PEAK_DAYS;
        mean = perHour / 60 * RHYTHM[(int) (minute % MINUTES_PER_DAY / 60)] * (inPeak ? PEAK_VOLUME : 1);
        none = StrictMath.exp(-mean);
        double points = weather.points(minute);
        var today = ordinary.veryBad() ? ScoreShape.USUAL.contaminated(-points) : ScoreShape.USUAL.shifted(points);
        var shape = today.contaminated(change.pointsAfter(minute - changeFrom));
        if (ordinary.peak()) {
            partners = inPeak ? PARTNERS_IN_PEAK : PARTNERS;
            own = shape.shifted(SEGMENT_DISTANCE / 2).shares();
            partner = shape.shifted(-SEGMENT_DISTANCE / 2).shares();
        } else {
            own = shape.shares();
        }
    }

    private static double[] rhythm(double... hours) {
        double sum = 0;
        for (double hour : hours) {
            sum += hour;
        }
        for (int i = 0; i < hours.length; i++) {
            hours[i] *= hours.length / sum;
        }
        return hours;
    }
}

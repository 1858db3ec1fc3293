package nl.klantstem.app.alerts;

/**
 * What goes on in a journey without anything being wrong.
 *
 * @param name for people
 * @param wobble standard deviation of a slow coming and going, in NPS points
 * @param wobbleHours how long that lasts: its correlation has fallen to 1/e
 * @param cycle NPS points by which the day's best hour lies above its mean and the worst below
 * @param burst standard deviation from hour to hour, in NPS points
 * @param drift standard deviation of a walk from day to day that never comes back, in NPS points
 * @param veryBad all of this is made by more or fewer customers with a very bad experience, else by more promoters and
 *     fewer detractors or the reverse
 * @param peak once a year 40 days at four times the volume in which more answers come from the segment that scores lower
 */
record Ordinary(
        String name,
        double wobble,
        double wobbleHours,
        double cycle,
        double burst,
        double drift,
        boolean veryBad,
        boolean peak) {

    static final Ordinary QUIET = new Ordinary("quiet", 0, 1, 0, 0, 0, false, false);
    static final Ordinary WOBBLE = new Ordinary("wobble of 4 points over 12 h", 4, 12, 0, 0, 0, false, false);
    static final Ordinary BAD_WOBBLE =
            new Ordinary("the same, made of very bad experiences", 4, 12, 0, 0, 0, true, false);
    static final Ordinary CYCLE =
            new Ordinary("daily cycle of 5 points, wobble of 2 points over 12 h", 2, 12, 5, 0, 0, false, false);
    static final Ordinary BURSTS = new Ordinary("bursts of 8 points for an hour", 0, 1, 0, 8, 0, false, false);
    static final Ordinary DRIFT = new Ordinary("drift of .5 points per root day", 0, 1, 0, 0, .5, false, false);
    static final Ordinary PEAK = new Ordinary("peak of 40 days with another mix", 0, 1, 0, 0, 0, false, true);
    static final Ordinary SLOW_WOBBLE = new Ordinary("wobble of 3 points over 2 days", 3, 48, 0, 0, 0, false, false);
}

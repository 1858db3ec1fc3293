package nl.klantstem.stats;

/**
 * How a journey is watched.
 *
 * @param toleratedPerYear false alarms in a year that may be, on average
 * @param smallest the smallest change worth knowing, in NPS points
 * @param halfLifeDays after so many days a day weighs half in the baseline
 * @param quarantineDays so long nothing is learnt from a day, in which a slow change may still show
 * @param minAnswers before so many are learnt nothing is watched
 * @param minDays before so many days are learnt nothing is watched
 */
public record WatchSettings(
        double toleratedPerYear,
        double smallest,
        double halfLifeDays,
        int quarantineDays,
        double minAnswers,
        int minDays) {

    /** One false alarm a year, changes from 5 points, a half-life of eight weeks, a week of quarantine. */
    public static final WatchSettings USUAL = new WatchSettings(1, 5, 56, 7, 200, 7);

    public WatchSettings {
        check(toleratedPerYear > 0, "toleratedPerYear", toleratedPerYear);
        check(smallest > 0 && smallest <= 100, "smallest", smallest);
        check(halfLifeDays > 0, "halfLifeDays", halfLifeDays);
        check(quarantineDays >= 0, "quarantineDays", quarantineDays);
        check(minAnswers >= 1, "minAnswers", minAnswers);
        check(minDays >= 1, "minDays", minDays);
    }

    /** The same, tolerating so many false alarms in a year. */
    public WatchSettings tolerating(double perYear) {
        return new WatchSettings(perYear, smallest, halfLifeDays, quarantineDays, minAnswers, minDays);
    }

    /** The evidence, in years, at which the alarm goes. */
    double threshold() {
        return 1 / toleratedPerYear;
    }

    /** What is left of a day's weight a day later. */
    double keptPerDay() {
        return StrictMath.pow(2, -1 / halfLifeDays);
    }

    private static void check(boolean right, String name, double value) {
        if (!right) {
            throw new IllegalArgumentException(name + " is " + value);
        }
    }
}

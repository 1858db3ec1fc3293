package nl.klantstem.stats;

/**
 * How the contacts of a driver are watched.
 *
 * @param toleratedPerYear false alarms in a year that may be, on average
 * @param binMinutes how many minutes are looked at together; divides an hour
 * @param halfLifeDays after so many days a day weighs half in what is usual
 * @param quarantineDays so long nothing is learnt from a day, in which a slow surge may still show
 * @param minContacts before so many are learnt nothing is watched
 * @param minDays before so many days are learnt nothing is watched
 */
public record SurgeSettings(
        double toleratedPerYear,
        int binMinutes,
        double halfLifeDays,
        int quarantineDays,
        double minContacts,
        int minDays) {

    private static final int MINUTES_PER_HOUR = 60;

    /** One false alarm a year, quarters of an hour, a half-life of eight weeks, a week of quarantine. */
    public static final SurgeSettings USUAL = new SurgeSettings(1, 15, 56, 7, 200, 14);

    public SurgeSettings {
        check(toleratedPerYear > 0, "toleratedPerYear", toleratedPerYear);
        check(binMinutes > 0 && MINUTES_PER_HOUR % binMinutes == 0, "binMinutes", binMinutes);
        check(halfLifeDays > 0, "halfLifeDays", halfLifeDays);
        check(quarantineDays >= 0, "quarantineDays", quarantineDays);
        check(minContacts >= 1, "minContacts", minContacts);
        check(minDays >= 1, "minDays", minDays);
    }

    /** The same, tolerating so many false alarms in a year and looking at so many minutes together. */
    public SurgeSettings with(double perYear, int minutes) {
        return new SurgeSettings(perYear, minutes, halfLifeDays, quarantineDays, minContacts, minDays);
    }

    int binsPerHour() {
        return MINUTES_PER_HOUR / binMinutes;
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

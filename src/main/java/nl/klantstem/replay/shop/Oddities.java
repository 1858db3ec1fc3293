package nl.klantstem.replay.shop;

/**
 * How much goes wrong on the way, each as a share 0..1.
 *
 * @param late of all events: known later than a window waits
 * @param duplicate of all events: delivered twice
 * @param conflict of the duplicates: the second one says something else
 * @param revised of the responses: changed by the customer afterwards
 * @param withdrawn of the responses: taken back afterwards
 * @param corrected of the contacts: the driver is corrected afterwards
 * @param test of all events: an extra one that is marked as a test
 * @param bad of all events: an extra one that must be refused
 * @param foreignKey of all events: sent under a key that is not the customer's
 */
public record Oddities(
        double late,
        double duplicate,
        double conflict,
        double revised,
        double withdrawn,
        double corrected,
        double test,
        double bad,
        double foreignKey) {

    /** A feed without any fault. */
    public static final Oddities NONE = new Oddities(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** What real feeds do. */
    public static final Oddities USUAL = new Oddities(0.01, 0.01, 0.3, 0.03, 0.01, 0.03, 0.002, 0.002, 0.002);

    /** What real feeds do, from systems that all use the customer's key. */
    public static final Oddities RIGHT_KEYS = new Oddities(0.01, 0.01, 0.3, 0.03, 0.01, 0.03, 0.002, 0.002, 0);

    public Oddities {
        share("late", late);
        share("duplicate", duplicate);
        share("conflict", conflict);
        share("revised", revised);
        share("withdrawn", withdrawn);
        share("corrected", corrected);
        share("test", test);
        share("bad", bad);
        share("foreignKey", foreignKey);
        if (revised + withdrawn > 1) {
            throw new IllegalArgumentException("revised and withdrawn together are more than all responses");
        }
    }

    private static void share(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be a share from 0 to 1, not " + share);
        }
    }
}

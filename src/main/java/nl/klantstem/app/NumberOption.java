package nl.klantstem.app;

import nl.klantstem.contract.UserMistake;

/** The check of a number that the user gave. */
public final class NumberOption {

    private NumberOption() {}

    public static void between(String option, long value, long least, long most) {
        check(value >= least && value <= most, option, value, least, most);
    }

    public static void between(String option, double value, double least, double most) {
        check(value >= least && value <= most, option, plain(value), plain(least), plain(most));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static void check(boolean right, String option, Object value, Object least, Object most) {
        if (!right) {
            throw new UserMistake(option + " is " + value + ": give a number from " + least + " to " + most);
        }
    }
}

package nl.klantstem.house.dashboards;

import nl.klantstem.expose.Metric;

/** The formulas of the product in PromQL, each computed from counts after adding. */
final class Formula {

    /** Below so many answers a score swings so much that it is not shown as a line. */
    static final int LEAST_ANSWERS = 30;

    private static final String PROMOTERS = "category=\"promoter\"";
    private static final String DETRACTORS = "category=\"detractor\"";

    private final Metric answers;
    private final String by;
    private final String[] selectors;

    private Formula(Metric answers, String by, String... selectors) {
        this.answers = answers;
        this.by = by;
        this.selectors = selectors;
    }

    /** The score of answers by category, apart by some labels (none: of all together). */
    static Formula score(Metric answers, String by, String... selectors) {
        return new Formula(answers, by, selectors);
    }

    /** The Net Promoter Score; absent where nobody answered. */
    String nps() {
        return "100 * (%s - %s) / (%s > 0)".formatted(counted(PROMOTERS), counted(DETRACTORS), n());
    }

    /** The same where enough answered to draw a line. */
    String npsOfEnough() {
        return "100 * (%s - %s) / (%s >= %d)".formatted(counted(PROMOTERS), counted(DETRACTORS), n(), LEAST_ANSWERS);
    }

    /** How many answered. */
    String n() {
        return counted();
    }

    /** Half the width of the 95% interval (adjusted Wald: 3/4 promoter, 3/2 passive and 3/4 detractor added). */
    String margin() {
        return "196 * sqrt(%s / (%s + 3)) and %s > 0".formatted(variance(), n(), n());
    }

    String low() {
        return "clamp_min(100 * %s - 196 * sqrt(%s / (%s + 3)), -100) and %s >= %d"
                .formatted(middle(), variance(), n(), n(), LEAST_ANSWERS);
    }

    String high() {
        return "clamp_max(100 * %s + 196 * sqrt(%s / (%s + 3)), 100) and %s >= %d"
                .formatted(middle(), variance(), n(), n(), LEAST_ANSWERS);
    }

    /** A part of a whole; absent where there is nothing. */
    static String share(String part, String whole) {
        return "%s / (%s > 0)".formatted(part, whole);
    }

    static String sum(String series) {
        return "sum(" + series + ")";
    }

    static String sumBy(String labels, String series) {
        return "sum by (" + labels + ") (" + series + ")";
    }

    private String middle() {
        return "((%s - %s) / (%s + 3))".formatted(counted(PROMOTERS), counted(DETRACTORS), n());
    }

    private String variance() {
        return "((%s + %s + 1.5) / (%s + 3) - %s ^ 2)"
                .formatted(counted(PROMOTERS), counted(DETRACTORS), n(), middle());
    }

    private String counted(String... more) {
        var all = new String[selectors.length + more.length];
        System.arraycopy(selectors, 0, all, 0, selectors.length);
        System.arraycopy(more, 0, all, selectors.length, more.length);
        var series = Series.of(answers, all);
        return by.isEmpty() ? sum(series) : sumBy(by, series);
    }
}

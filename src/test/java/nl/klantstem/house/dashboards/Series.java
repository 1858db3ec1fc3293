package nl.klantstem.house.dashboards;

import nl.klantstem.expose.Metric;

/**
 * Series of our metrics, as the recording rules in deploy/prometheus have them: once, however many exporters show the same
 * numbers. Added as they are scraped, two would show everything twice.
 */
final class Series {

    private static final String ONCE = "one:";

    private Series() {}

    /** What a metric says now, once however many exporters there are. */
    static String of(Metric metric, String... selectors) {
        return ONCE + metric.fullName() + selector(selectors);
    }

    /** How much a counter grew in a time. */
    static String growth(Metric counter, String time, String... selectors) {
        return "increase(%s%s%s[%s])".formatted(ONCE, counter.fullName(), selector(selectors), time);
    }

    /** How much the buckets of a histogram grew in a time. */
    static String buckets(Metric histogram, String time, String... selectors) {
        return "increase(%s%s_bucket%s[%s])".formatted(ONCE, histogram.fullName(), selector(selectors), time);
    }

    private static String selector(String... selectors) {
        return selectors.length == 0 ? "" : "{" + String.join(", ", selectors) + "}";
    }
}

package nl.klantstem.house.dashboards;

import nl.klantstem.expose.Metric;

/**
 * Series of our metrics. Several exporters show the same numbers: the greatest of them is taken before anything is added, or
 * two would show everything twice.
 */
final class Series {

    private Series() {}

    /** What a metric says now, once however many exporters there are. */
    static String of(Metric metric, String... selectors) {
        return once(metric.fullName() + selector(selectors));
    }

    /** How much a counter grew in a time. */
    static String growth(Metric counter, String time, String... selectors) {
        return once("increase(%s%s[%s])".formatted(counter.fullName(), selector(selectors), time));
    }

    /** How much the buckets of a histogram grew in a time. */
    static String buckets(Metric histogram, String time, String... selectors) {
        return once("increase(%s_bucket%s[%s])".formatted(histogram.fullName(), selector(selectors), time));
    }

    private static String once(String series) {
        return "max without (instance, pod) (" + series + ")";
    }

    private static String selector(String... selectors) {
        return "{" + String.join(", ", selectors) + "}";
    }
}

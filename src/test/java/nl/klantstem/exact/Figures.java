package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Ratios, scores and quantiles from counts, as docs/measures.md has them; nothing is put where nothing was counted. */
final class Figures {

    private static final double Z = 1.959963984540054;

    private Figures() {}

    /** Centre and variance of a score with 3/4 promoter, 3/2 passive and 3/4 detractor added. */
    record Adjusted(double mean, double variance) {
        static Adjusted of(Scores scores) {
            double n = scores.n() + 3;
            double mean = (scores.promoters() - scores.detractors()) / n;
            return new Adjusted(mean, ((scores.promoters() + scores.detractors() + 1.5) / n - mean * mean) / n);
        }

        double low() {
            return Math.max(-100, 100 * (mean - Z * Math.sqrt(variance)));
        }

        double high() {
            return Math.min(100, 100 * (mean + Z * Math.sqrt(variance)));
        }
    }

    /** Answers by what they count as. */
    record Scores(long promoters, long passives, long detractors) {
        static Scores of(Counts counts, String prefix) {
            return new Scores(
                    counts.of(prefix + "promoters"), counts.of(prefix + "passives"), counts.of(prefix + "detractors"));
        }

        long n() {
            return promoters + passives + detractors;
        }

        Scores plus(Scores other) {
            return new Scores(promoters + other.promoters, passives + other.passives, detractors + other.detractors);
        }
    }

    static void ratio(ObjectNode json, String field, long part, long whole) {
        if (whole != 0) {
            json.put(field, quotient(part, whole, 4));
        }
    }

    static void per1000(ObjectNode json, String field, long part, long whole) {
        if (whole != 0) {
            json.put(field, quotient(1000 * part, whole, 2));
        }
    }

    static double quotient(long part, long whole, int decimals) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }

    static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }

    static String reliability(long n) {
        return n < 5 ? "SUPPRESSED" : n < 30 ? "LOW_N" : "OK";
    }

    /** The score of some answers; null without any. */
    static @Nullable ObjectNode score(Scores scores) {
        if (scores.n() == 0) {
            return null;
        }
        ObjectNode json = Line.JSON.createObjectNode();
        json.put("n", scores.n()).put("promoters", scores.promoters());
        json.put("passives", scores.passives()).put("detractors", scores.detractors());
        json.put("nps", quotient(100 * (scores.promoters() - scores.detractors()), scores.n(), 2));
        interval(json, Adjusted.of(scores).low(), Adjusted.of(scores).high());
        return json.put("reliability", reliability(scores.n()));
    }

    static void interval(ObjectNode json, double low, double high) {
        json.putObject("interval").put("low", rounded(low)).put("high", rounded(high));
    }

    /** The bot held against people; nothing when either has no answers. */
    static void difference(ObjectNode json, Scores bot, Scores human, double margin) {
        if (bot.n() == 0 || human.n() == 0) {
            return;
        }
        var one = Adjusted.of(bot);
        var other = Adjusted.of(human);
        double half = Z * Math.sqrt(one.variance() + other.variance());
        double low = Math.max(-200, 100 * (one.mean() - other.mean() - half));
        double high = Math.min(200, 100 * (one.mean() - other.mean() + half));
        double points = 100.0 * (bot.promoters() - bot.detractors()) / bot.n()
                - 100.0 * (human.promoters() - human.detractors()) / human.n();
        var difference = json.putObject("botAgainstHuman").put("difference", rounded(points));
        interval(difference, low, high);
        String verdict = low > -margin ? "NOT_WORSE" : high < -margin ? "WORSE" : "UNDECIDED";
        difference.put("verdict", bot.n() < 30 || human.n() < 30 ? "TOO_FEW" : verdict);
    }

    /** Times by class, with their quantiles; nothing when there are none. */
    static void durations(ObjectNode json, String name, Counts counts) {
        durations(json, name, CountedContact.CLASSES, counts);
    }

    static void durations(ObjectNode json, String name, int[] bounds, Counts counts) {
        var classes = new long[bounds.length + 1];
        long n = 0;
        for (int i = 0; i < classes.length; i++) {
            classes[i] = counts.of(name + " " + i);
            n += classes[i];
        }
        if (n == 0) {
            return;
        }
        var times = json.putObject(name).put("n", n).put("sum", counts.of(name + " sum"));
        var array = times.putArray("counts");
        for (long count : classes) {
            array.add(count);
        }
        times.put("p50", rounded(quantile(bounds, classes, 0.5 * n)))
                .put("p90", rounded(quantile(bounds, classes, 0.9 * n)));
    }

    private static double quantile(int[] bounds, long[] classes, double rank) {
        double below = 0;
        for (int i = 0; i < bounds.length; i++) {
            if (below + classes[i] >= rank) {
                double low = i == 0 ? 0 : bounds[i - 1];
                return low + (bounds[i] - low) * (rank - below) / classes[i];
            }
            below += classes[i];
        }
        return bounds[bounds.length - 1];
    }
}

package nl.klantstem.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A Net Promoter Score and a share with their intervals, by the formulas alone. */
final class NpsByHand {

    private static final double Z = 1.959963984540054;

    private NpsByHand() {}

    static ObjectNode of(List<Integer> scores) {
        long promoters = StoryRecount.count(scores, score -> score >= 9);
        long detractors = StoryRecount.count(scores, score -> score <= 6);
        long n = scores.size();
        ObjectNode nps = StoryRecount.object()
                .put("n", n)
                .put("promoters", promoters)
                .put("passives", n - promoters - detractors)
                .put("detractors", detractors);
        if (n > 0) {
            nps.put("nps", ratio(100 * (promoters - detractors), n, 2));
            // Three more answers: 3/4 promoter, 3/2 passive, 3/4 detractor.
            double mean = (promoters - detractors) / (n + 3.0);
            double half = Z * Math.sqrt(((promoters + detractors + 1.5) / (n + 3.0) - mean * mean) / (n + 3.0));
            nps.putObject("interval")
                    .put("low", rounded(Math.max(-100, 100 * (mean - half)), 2))
                    .put("high", rounded(Math.min(100, 100 * (mean + half)), 2));
        }
        return nps;
    }

    /** Null of nothing: no share is published then. */
    static void share(ObjectNode into, String name, long part, long whole) {
        if (whole == 0) {
            into.putNull(name);
            return;
        }
        // Two successes and two failures more.
        double mean = (part + 2) / (whole + 4.0);
        double half = Z * Math.sqrt(mean * (1 - mean) / (whole + 4.0));
        into.putObject(name)
                .put("part", part)
                .put("whole", whole)
                .put("share", ratio(part, whole, 4))
                .putObject("interval")
                .put("low", rounded(Math.max(0, mean - half), 4))
                .put("high", rounded(Math.min(1, mean + half), 4));
    }

    static double ratio(long part, long whole, int decimals) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static double rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }
}

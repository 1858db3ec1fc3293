package nl.klantstem.replay.shop;

import java.util.List;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Resolution;

/**
 * What a journey is like: its share of its audience's contacts, which part of the answers are promoters and detractors in
 * truth, the drivers it comes with, and how it ends.
 */
record JourneyProfile(
        String journeyId,
        Audience audience,
        double share,
        double promoters,
        double detractors,
        List<Cause> causes,
        List<Resolution> resolutions) {

    /** A driver and how often it is the one. */
    record Cause(String driver, double share) {}

    /** How the scores are spread within detractors (0..6), passives (7, 8) and promoters (9, 10). */
    private static final double[] WITHIN = {.12, .07, .08, .10, .13, .20, .30, .40, .60, .42, .58};

    JourneyProfile {
        causes = List.copyOf(causes);
        resolutions = List.copyOf(resolutions);
    }

    /** The NPS that the journey has in truth, -100..100. */
    double trueNps() {
        return 100 * (promoters - detractors);
    }

    /** Whether more of it comes with the returns after Christmas. */
    boolean returning() {
        return journeyId.equals("return") || journeyId.equals("exchange");
    }

    /** {@code discontent} is the share of all answers that moves from the promoters to the detractors. */
    int score(Dice dice, double discontent) {
        double[] weights = new double[WITHIN.length];
        for (int score = 0; score < weights.length; score++) {
            double group = score <= 6
                    ? detractors + discontent
                    : score <= 8 ? 1 - promoters - detractors : promoters - discontent;
            weights[score] = group * WITHIN[score];
        }
        return dice.weighted(weights);
    }

    String driver(Dice dice) {
        return causes.get(
                        dice.weighted(causes.stream().mapToDouble(Cause::share).toArray()))
                .driver();
    }

    Resolution resolution(Dice dice) {
        return resolutions.get(dice.below(resolutions.size()));
    }
}

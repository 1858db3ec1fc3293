package nl.klantstem.insight.alerts;

import java.util.Optional;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.NpsShift;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/**
 * Answers that were heard, and what they would usually add up to.
 *
 * @param usual the sum of what their contributions usually are, for their segments and hours
 * @param usualVariance the variance of the usual mean
 */
record Heard(long promoters, long passives, long detractors, double usual, double usualVariance) {

    static final Heard NOTHING = new Heard(0, 0, 0, 0, 0);

    /** Answers by score, each of which usually contributes so much. */
    static Heard of(long[] scores, double usually) {
        var categories = new long[3];
        long n = 0;
        for (int score = 0; score < scores.length; score++) {
            categories[Nps.category(score)] += scores[score];
            n += scores[score];
        }
        return new Heard(categories[0], categories[1], categories[2], n * usually, 0);
    }

    Heard plus(Heard other) {
        return new Heard(
                promoters + other.promoters,
                passives + other.passives,
                detractors + other.detractors,
                usual + other.usual,
                Math.max(usualVariance, other.usualVariance));
    }

    Heard with(double variance) {
        return new Heard(promoters, passives, detractors, usual, variance);
    }

    Nps nps() {
        return new Nps(Math.max(0, promoters), Math.max(0, passives), Math.max(0, detractors));
    }

    /** How far they lie from what is usual; empty without answers. */
    Optional<NpsShift> shift(double variance) {
        Nps nps = nps();
        return nps.n() == 0 ? Optional.empty() : NpsShift.of(nps, usual / nps.n(), variance);
    }

    void write(BinaryWriter out) {
        out.number(promoters).number(passives).number(detractors);
        put(out, usual, usualVariance);
    }

    static Heard read(BinaryReader in) {
        return new Heard(in.number(), in.number(), in.number(), get(in), get(in));
    }

    /** Numbers bit by bit. */
    static void put(BinaryWriter out, double... numbers) {
        for (double number : numbers) {
            out.number(Double.doubleToLongBits(number));
        }
    }

    static double get(BinaryReader in) {
        return Double.longBitsToDouble(in.number());
    }
}

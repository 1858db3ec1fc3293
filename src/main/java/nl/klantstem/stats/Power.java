package nl.klantstem.stats;

import java.util.List;

/**
 * How many answers a comparison needs: 2 v (1.96 + .842)^2 / (D / 100)^2 in each of two groups, to see a change of D points
 * in four of five cases at 95% (v the variance of one contribution; the usual formula for two means).
 */
public final class Power {

    /** The 80% quantile of the normal distribution. */
    private static final double Z80 = 0.8416212335729143;

    private Power() {}

    /**
     * The answers that each group needs.
     *
     * @param points the change to be seen, in NPS points, more than 0
     * @param variance of a contribution, see {@link Nps#variance()}
     */
    public static long answersPerGroup(double points, double variance) {
        if (!(points > 0)) {
            throw new IllegalArgumentException("a change of " + points + " points cannot be planned for");
        }
        double inErrors = (Nps.Z975 + Z80) * 100 / points;
        return (long) Math.ceil(2 * variance * inErrors * inErrors);
    }

    /**
     * The smallest change, in NPS points, that would be seen in four of five cases at 95% with the answers that there are:
     * (1.96 + .842) 100 sqrt(v1 / n1 + v2 / n2 + ...), over all groups whose means the change is made of (2, or 4 against a
     * control). It is the formula above, solved for D with groups of any size; infinite when a group has no answers.
     */
    public static double detectable(List<Group> groups) {
        double error = 0;
        for (Group group : groups) {
            error += group.variance() / group.n();
        }
        return (Nps.Z975 + Z80) * 100 * Math.sqrt(error);
    }

    /**
     * Answers that are compared.
     *
     * @param variance of a contribution, see {@link Nps#variance()}
     * @param n how many there are, 0 or more
     */
    public record Group(double variance, long n) {}
}

package nl.klantstem.stats;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one driver does to the score of all, by leaving it out.
 *
 * @param own the driver's own answers
 * @param rest all other answers; what the score would be if the driver scored like the rest is the rest's score
 */
public record Impact(Nps own, Nps rest) {

    /** Per driver that has answers, in the order of their names. */
    public static SortedMap<String, Impact> of(Map<String, Nps> drivers) {
        Nps all = drivers.values().stream().reduce(new Nps(0, 0, 0), Nps::plus);
        var impacts = new TreeMap<String, Impact>();
        drivers.forEach((driver, own) -> {
            if (own.n() > 0) {
                impacts.put(driver, new Impact(own, all.minus(own)));
            }
        });
        return impacts;
    }

    /** The driver's part of all answers, more than 0, at most 1. */
    public double share() {
        return (double) own.n() / (own.n() + rest.n());
    }

    /** The score of all minus the score without the driver, in NPS points; absent when there is nothing besides it. */
    public OptionalDouble points() {
        if (rest.n() == 0) {
            return OptionalDouble.empty();
        }
        Nps all = rest.plus(own);
        return OptionalDouble.of(all.score().orElseThrow() - rest.score().orElseThrow());
    }
}

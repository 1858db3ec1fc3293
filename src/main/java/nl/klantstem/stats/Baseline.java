package nl.klantstem.stats;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was learnt from the days of a journey, the old ones weighing less. */
final class Baseline {

    /** From so many days on the distance of a day from the baseline says something. */
    private static final int DAYS_BEFORE_WOBBLE = 7;

    /** From so many days on the wobble is known well enough to be used. */
    private static final int DAYS_BEFORE_WOBBLE_IS_KNOWN = 21;

    /** From so many days on hours are compared with the baseline. */
    private static final int DAYS_BEFORE_BURSTS = 2;

    private final SortedMap<String, AnswerSums> segments = new TreeMap<>();
    private final HourSums[] hours;
    private final Bursts bursts;
    private final Wobbles wobbles;
    private double squaredWeights;
    private int days;
    private @Nullable Norm norm;

    Baseline() {
        hours = Day.noHours();
        bursts = new Bursts();
        wobbles = new Wobbles();
    }

    Baseline(StateReader from) {
        from.segments(segments);
        hours = from.hours();
        bursts = new Bursts(from);
        wobbles = new Wobbles(from);
        squaredWeights = from.next();
        days = (int) from.nextLong();
        norm = read();
    }

    void write(StateWriter to) {
        to.segments(segments).hours(hours);
        bursts.write(to);
        wobbles.write(to);
        to.put(squaredWeights).put(days);
    }

    /**
     * Learns a day.
     *
     * @param keep what is left of the weight of earlier days
     */
    void learn(Day day, double keep) {
        double n = day.n();
        if (n > 0) {
            if (norm != null && days >= DAYS_BEFORE_WOBBLE) {
                compare(day, n, norm, keep);
            }
            days++;
        }
        segments.values().forEach(sums -> sums.fade(keep));
        day.segments().forEach((name, sums) -> segments.computeIfAbsent(name, none -> new AnswerSums())
                .add(sums));
        for (int hour = 0; hour < hours.length; hour++) {
            hours[hour].fade(keep);
            hours[hour].add(day.hour(hour));
        }
        bursts.fade(keep);
        bursts.add(day.bursts());
        squaredWeights = squaredWeights * keep * keep + n;
        norm = read();
    }

    /** How far the day's means lie from what is usual for its own mix of segments. */
    private void compare(Day day, double n, Norm norm, double keep) {
        Levels distance = Levels.ZERO;
        for (var segment : day.segments().entrySet()) {
            AnswerSums sums = segment.getValue();
            distance =
                    distance.plus(sums.sum().minus(norm.usual(segment.getKey()).times(sums.n())));
        }
        wobbles.addDay(distance.times(1 / n), n, norm, keep);
    }

    /** How a journey's days and hours differ belongs to the journey and not to its level. */
    void takeOver(Baseline before) {
        bursts.add(before.bursts);
        wobbles.add(before.wobbles);
    }

    /** Days with answers that were learnt. */
    int days() {
        return days;
    }

    boolean knowsHours() {
        return days >= DAYS_BEFORE_BURSTS;
    }

    /** What is usual; null as long as nothing was learnt. */
    @Nullable
    Norm norm() {
        return norm;
    }

    private @Nullable Norm read() {
        if (segments.values().stream().allMatch(sums -> sums.n() <= 0)) {
            return null;
        }
        return Norm.of(segments, Arrays.stream(hours).map(HourSums::effect).toList(), squaredWeights);
    }

    /** The variance of whole days beyond chance that is believed in, in each view, in the spread of contributions. */
    Levels dayVariance() {
        return days >= DAYS_BEFORE_WOBBLE_IS_KNOWN ? wobbles.believed() : Levels.ZERO;
    }

    /** See {@link Bursts#designEffect}. */
    double designEffect(Norm norm) {
        double betweenDays = days >= DAYS_BEFORE_WOBBLE_IS_KNOWN ? wobbles.seen() : 0;
        return bursts.designEffect(norm.variance().contribution(), betweenDays);
    }
}

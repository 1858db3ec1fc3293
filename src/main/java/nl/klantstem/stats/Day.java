package nl.klantstem.stats;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What one local day says about the ordinary; it waits in quarantine before anything is learnt from it. */
final class Day {

    static final int HOURS = 24;

    private final SortedMap<String, AnswerSums> segments = new TreeMap<>();
    private final HourSums[] hours;
    private Bursts bursts;
    private long lastMinute;
    private boolean spoilt;

    Day(boolean spoilt) {
        this.hours = noHours();
        this.bursts = new Bursts();
        this.lastMinute = Long.MIN_VALUE;
        this.spoilt = spoilt;
    }

    Day(StateReader from) {
        from.segments(segments);
        hours = from.hours();
        bursts = new Bursts(from);
        lastMinute = from.nextLong();
        spoilt = from.next() > 0;
    }

    void write(StateWriter to) {
        to.segments(segments).hours(hours);
        bursts.write(to);
        to.put(lastMinute).put(spoilt ? 1 : 0);
    }

    static HourSums[] noHours() {
        return IntStream.range(0, HOURS).mapToObj(hour -> new HourSums()).toArray(HourSums[]::new);
    }

    void reached(long minute) {
        lastMinute = minute;
    }

    AnswerSums segment(String name) {
        return segments.computeIfAbsent(name, none -> new AnswerSums());
    }

    SortedMap<String, AnswerSums> segments() {
        return segments;
    }

    HourSums hour(int hour) {
        return hours[hour];
    }

    Bursts bursts() {
        return bursts;
    }

    double n() {
        return segments.values().stream().mapToDouble(AnswerSums::n).sum();
    }

    /** Something was wrong on this day: it is no example of the ordinary. */
    boolean isSpoilt() {
        return spoilt;
    }

    void spoilSince(long minute) {
        spoilt |= lastMinute >= minute;
    }

    /** The level of this day is the ordinary one from now on: what all its hours deviate by is no deviation. */
    void recentre() {
        double n = 0;
        Levels sum = Levels.ZERO;
        for (HourSums hour : hours) {
            n += hour.n();
            sum = sum.plus(hour.deviation());
        }
        if (n > 0) {
            for (HourSums hour : hours) {
                hour.recentre(sum.times(1 / n));
            }
        }
        bursts = new Bursts();
        spoilt = false;
    }
}

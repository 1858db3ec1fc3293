package nl.klantstem.insight.steering;

import java.util.stream.Stream;
import nl.klantstem.contract.out.DaySteering.Figure;
import nl.klantstem.contract.out.ServiceLevel;
import nl.klantstem.rolling.Figures;
import nl.klantstem.stats.Ratio;
import org.jspecify.annotations.Nullable;

/** Answers that were due, those that came in time, and how many should have by the targets. */
record Answered(long due, long inTime, double wanted) {

    static final Answered NONE = new Answered(0, 0, 0);

    Answered plus(Answered other) {
        return new Answered(due + other.due, inTime + other.inTime, wanted + other.wanted);
    }

    static Answered sum(Stream<Answered> all) {
        return all.reduce(NONE, Answered::plus);
    }

    /** How many more should have come in time; below 0 when more did. */
    double shortfall() {
        return wanted - inTime;
    }

    /** Absent when none were due. */
    @Nullable
    ServiceLevel level() {
        @Nullable Double ratio = ratio();
        return ratio == null ? null : new ServiceLevel(due, inTime, ratio);
    }

    private @Nullable Double ratio() {
        return Figures.ratio(inTime, due);
    }

    /** Held against the target, and against other times; what was not due is absent. */
    Figure against(Answered lastWeek, Answered lastPeak) {
        if (due == 0) {
            return new Figure(null, null, null, null, lastWeek.ratio(), lastPeak.ratio());
        }
        return new Figure(
                ratio(),
                Ratio.of(wanted / due),
                Ratio.of(-shortfall() / due),
                wanted > 0 ? (Double) Ratio.of(-shortfall() / wanted) : null,
                lastWeek.ratio(),
                lastPeak.ratio());
    }
}

package nl.klantstem.insight.steering;

import java.util.OptionalDouble;
import nl.klantstem.contract.out.DaySteering.Figure;
import nl.klantstem.stats.Ratio;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/** Counts of an hour and of the day so far, held against plan, last week and last peak. */
record Comparing(Times times) {

    /** Absent when only the day is told. */
    @Nullable
    Figure hour(Counted counted, Planned planned) {
        return times.whole()
                ? null
                : figure(
                        counted,
                        planned,
                        times.now().hour(),
                        at(counted, times.lastWeek().hour(), times.lastWeek()),
                        at(counted, times.lastPeak().hour(), times.lastPeak()));
    }

    Figure today(Counted counted, Planned planned) {
        return figure(
                counted,
                planned,
                times.now().soFar(),
                at(counted, times.lastWeek().soFar(), times.lastWeek()),
                at(counted, times.lastPeak().soFar(), times.lastPeak()));
    }

    /** All that is planned for the day. */
    @Nullable
    Double plannedDay(Planned planned) {
        return rounded(planned.in(times.now().day()));
    }

    private static @Nullable Double at(Counted counted, Span span, Stretch on) {
        return counted.isKnown(span, on.day()) ? (Double) (double) counted.in(span) : null;
    }

    private static Figure figure(
            Counted counted, Planned planned, Span span, @Nullable Double lastWeek, @Nullable Double lastPeak) {
        OptionalDouble plan = planned.in(span);
        double deviation = plan.isPresent() ? planned.actual(counted, span) - plan.getAsDouble() : 0;
        return new Figure(
                (double) counted.in(span),
                rounded(plan),
                plan.isPresent() ? (Double) TwoDecimals.of(deviation) : null,
                plan.isPresent() && plan.getAsDouble() > 0 ? (Double) Ratio.of(deviation / plan.getAsDouble()) : null,
                lastWeek,
                lastPeak);
    }

    static @Nullable Double rounded(OptionalDouble value) {
        return value.isPresent() ? (Double) TwoDecimals.of(value.getAsDouble()) : null;
    }
}

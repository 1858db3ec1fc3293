package nl.klantstem.insight.steering;

import java.util.HashMap;
import java.util.OptionalDouble;

/** What is planned of something for the hour that begins at a minute; empty when nothing is said of it. */
interface Planned {

    OptionalDouble at(long hour);

    /** The same, which reckons each hour once: an hour is asked for over and over. */
    default Planned remembered() {
        var known = new HashMap<Long, OptionalDouble>();
        return hour -> known.computeIfAbsent(hour, this::at);
    }

    /** All that is planned for the hours of a span; empty when it is for none of them. */
    default OptionalDouble in(Span span) {
        double sum = 0;
        boolean any = false;
        for (long hour : span.hours()) {
            OptionalDouble planned = at(hour);
            if (planned.isPresent()) {
                sum += planned.getAsDouble();
                any = true;
            }
        }
        return any ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    /** What came in those hours of a span that have a plan. */
    default long actual(Counted counted, Span span) {
        long sum = 0;
        long from = span.from();
        for (long hour : span.hours()) {
            if (at(hour).isEmpty()) {
                sum += counted.in(new Span(from, hour));
                from = hour + Span.HOUR;
            }
        }
        return sum + counted.in(new Span(from, span.to()));
    }
}

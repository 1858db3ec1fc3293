package nl.klantstem.link;

import java.util.Comparator;

/**
 * When and where an event became known: the order among a customer's records is recorded time, then topic, then place in
 * the log. {@code late} when its windows had closed by then.
 */
record Known(long recordedAt, int topic, long place, boolean late) implements Comparable<Known> {

    private static final Comparator<Known> ORDER = Comparator.comparingLong(Known::recordedAt)
            .thenComparing(Known::topic)
            .thenComparing(Known::place);

    /** The minute of recorded time, since the epoch. */
    long minute() {
        return Math.floorDiv(recordedAt, 60_000);
    }

    @Override
    public int compareTo(Known other) {
        return ORDER.compare(this, other);
    }
}

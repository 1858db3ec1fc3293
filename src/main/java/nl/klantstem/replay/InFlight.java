package nl.klantstem.replay;

import java.time.Instant;
import java.util.ArrayDeque;

/**
 * How many records were sent whose finals are still to come. Only closed minutes count: a minute that is still being sent
 * cannot become final, however long one waits.
 */
final class InFlight {

    private static final long MINUTE = 60_000;

    /** The records of one minute of recorded time. */
    private static final class Minute {
        private final long minute;
        private long records;

        Minute(long minute) {
            this.minute = minute;
        }
    }

    private final ArrayDeque<Minute> minutes = new ArrayDeque<>();
    private long closed;
    private long finalMinute = Long.MIN_VALUE;

    /** Counts a record; recorded times never go back. */
    void sent(long recordedAt) {
        reach(recordedAt);
        Minute last = minutes.peekLast();
        long minute = Math.floorDiv(recordedAt, MINUTE);
        if (last == null || last.minute != minute) {
            last = new Minute(minute);
            minutes.add(last);
        }
        last.records++;
    }

    /** Everything before this recorded time has been sent. */
    void reach(long recordedAt) {
        Minute last = minutes.peekLast();
        if (last != null && last.minute < Math.floorDiv(recordedAt, MINUTE)) {
            closed += last.records;
            minutes.add(new Minute(Math.floorDiv(recordedAt, MINUTE)));
            forgetFinal();
        }
    }

    /** Everything known before this recorded time is final. */
    void finalBefore(Instant asOf) {
        finalMinute = Math.floorDiv(asOf.toEpochMilli(), MINUTE);
        forgetFinal();
    }

    private void forgetFinal() {
        while (minutes.size() > 1 && minutes.element().minute < finalMinute) {
            closed -= minutes.remove().records;
        }
    }

    /** Records in closed minutes that are not final. */
    long waiting() {
        return closed;
    }
}

package nl.klantstem.link;

import java.util.HashMap;
import java.util.Map;
import nl.klantstem.contract.flow.Arrival;

/** How far all topics of a task were read: the least of the newest recorded times. Unknown until each was heard from. */
final class TaskTime {

    /** No minute is known to be over. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private final int sources;
    private final Map<Integer, Long> newest = new HashMap<>();

    TaskTime(int sources) {
        this.sources = sources;
    }

    void take(Arrival at) {
        newest.merge(at.order(), at.recordedAt(), Math::max);
    }

    /** The newest recorded minute (since the epoch) that is over in every topic. */
    long over() {
        return newest.size() < sources
                ? UNKNOWN
                : Math.floorDiv(
                                newest.values().stream()
                                        .mapToLong(Long::longValue)
                                        .min()
                                        .orElse(0),
                                60_000)
                        - 1;
    }
}

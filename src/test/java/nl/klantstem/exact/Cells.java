package nl.klantstem.exact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.klantstem.exact.Recount.Step;
import org.jspecify.annotations.Nullable;

/** A recount by cell: what counts in any slice of event time as known at any minute, and the totals over all time. */
final class Cells {

    /** Counts in a minute of event time, from this recorded minute on and up to another. */
    record Held(long minute, Counts counts, long from, long until) {}

    /** What totals gain in a recorded minute. */
    private record Gain(long known, Counts counted, Counts corrected) {}

    private final Reference reference;
    private final Map<String, List<Held>> held = new HashMap<>();
    private final Map<String, List<Gain>> gains = new HashMap<>();
    private final Map<String, TotalsUpTo> totals = new HashMap<>();

    Cells(Recount recount, Instant until) {
        this.reference = recount.reference();
        recount.histories(until.plus(Windows.ALLOWANCE), this::take);
        held.values().forEach(all -> all.sort(Comparator.comparingLong(Held::minute)));
        gains.values().forEach(all -> all.sort(Comparator.comparingLong(Gain::known)));
    }

    private void take(List<Step> steps) {
        var places = new TreeSet<>(Comparator.comparing(Place::cell).thenComparing(Place::minute));
        steps.forEach(step -> places.addAll(step.counts().keySet()));
        places.forEach(place -> take(place, steps));
    }

    /** At every place a fact counts once in the totals, when it is first known there, and is taken back once. */
    private void take(Place place, List<Step> steps) {
        var ever = new Counts();
        var lost = new Counts();
        Counts now = null;
        long since = 0;
        for (Step step : steps) {
            Counts next = step.counts().get(place);
            if (now == null ? next == null : now.equals(next)) {
                continue;
            }
            hold(place, now, since, step.minute());
            now = next;
            since = step.minute();
            Counts stands = next == null ? new Counts() : next;
            Counts most = ever.most(stands);
            Counts missing = lost.most(most.beyond(stands));
            gains.computeIfAbsent(place.cell(), c -> new ArrayList<>())
                    .add(new Gain(step.minute(), most.beyond(ever), missing.beyond(lost)));
            ever = most;
            lost = missing;
        }
        hold(place, now, since, Long.MAX_VALUE);
    }

    private void hold(Place place, @Nullable Counts counts, long from, long until) {
        if (counts != null) {
            held.computeIfAbsent(place.cell(), c -> new ArrayList<>())
                    .add(new Held(place.minute(), counts, from, until));
        }
    }

    Reference reference() {
        return reference;
    }

    Set<String> all() {
        return held.keySet();
    }

    /** What counts from one moment of event time to another, of what was recorded before a minute. */
    List<Held> in(String cell, Instant from, Instant to, long known) {
        var all = held.getOrDefault(cell, List.of());
        var in = new ArrayList<Held>();
        long last = minute(to);
        for (int i = firstFrom(all, minute(from)); i < all.size() && all.get(i).minute() < last; i++) {
            if (all.get(i).from() < known && all.get(i).until() >= known) {
                in.add(all.get(i));
            }
        }
        return in;
    }

    static Counts sum(List<Held> in) {
        return Counts.sum(in.stream().map(Held::counts).toList());
    }

    private static int firstFrom(List<Held> all, long minute) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).minute() < minute) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What was counted so far, and what of that was taken back, of what was recorded before a minute. */
    TotalsUpTo totals(String cell, long known) {
        var upTo = totals.get(cell);
        if (upTo == null || upTo.known > known) {
            upTo = new TotalsUpTo();
            totals.put(cell, upTo);
        }
        var all = gains.getOrDefault(cell, List.of());
        while (upTo.next < all.size() && all.get(upTo.next).known() < known) {
            upTo.counted.add(all.get(upTo.next).counted());
            upTo.corrected.add(all.get(upTo.next).corrected());
            upTo.next++;
        }
        upTo.known = known;
        return upTo;
    }

    /** Totals as they stand at a minute. */
    static final class TotalsUpTo {
        final Counts counted = new Counts();
        final Counts corrected = new Counts();
        private int next;
        private long known;
    }

    static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 60L);
    }

    /** The minute before which everything is in that a final up to a moment shows. */
    static long known(Instant to) {
        return minute(to) + Duration.ofMinutes(5).toMinutes();
    }
}

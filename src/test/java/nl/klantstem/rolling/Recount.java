package nl.klantstem.rolling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.out.Window;
import nl.klantstem.rolling.GivenEngine.Look;
import org.jspecify.annotations.Nullable;

/** What should have been published, by adding up from scratch at every boundary. It knows nothing of how the engine works. */
final class Recount {

    private static final int WIDTH = GivenStream.WIDTH;

    private final Minutes own;
    private final SortedMap<String, Minutes> all = new TreeMap<>();
    private final ZoneId zone;
    private final long allowance;
    private final Look look;
    private final TreeMap<Long, Long> days = new TreeMap<>();

    /**
     * A result: the counts of a window up to {@code to} with what was known before {@code asOf}, both in minutes.
     *
     * @param previous the counts of the period before, empty when the two are not compared
     * @param peers label and counts of those that count anything, empty when it counts nothing itself
     */
    record Final(
            String window,
            long from,
            long to,
            List<Long> counts,
            List<Long> previous,
            List<String> peers,
            List<Long> totals,
            long asOf) {

        /** What has to be said again when it changed. */
        List<Object> said() {
            return List.of(counts, previous, peers);
        }

        boolean isEmpty() {
            return counts.equals(zeros(WIDTH)) && (previous.isEmpty() || previous.equals(zeros(WIDTH)));
        }
    }

    Recount(List<Delta> deltas, String cell, ZoneId zone, long allowance, Look look) {
        deltas.forEach(delta -> all.computeIfAbsent(delta.cell(), id -> new Minutes(deltas, id)));
        this.own = all.getOrDefault(cell, new Minutes(List.of(), cell));
        this.zone = zone;
        this.allowance = allowance;
        this.look = look;
    }

    /** All finals of a window up to the moment that recorded time ends. */
    List<Final> finals(WindowSpec spec, @Nullable Duration every, long start, long end) {
        var finals = new ArrayList<Final>();
        List<Object> last = List.of(zeros(WIDTH), look.periods() ? zeros(WIDTH) : List.of(), List.of());
        long lastFrom = Long.MIN_VALUE;
        for (long to = start; to + allowance <= end; to++) {
            if (!isBoundary(spec, every, to)) {
                continue;
            }
            boolean day = spec.type() == Window.Type.DAY;
            long from = day ? midnight(to - 1) : to - spec.length().toMinutes();
            long asOf = to + allowance;
            var now = new Final(
                    day ? "DAY" : spec.name(),
                    from,
                    to,
                    counts(from, to, asOf),
                    previous(day, from, to, asOf),
                    peers(from, to, asOf),
                    own.totals(asOf),
                    asOf);
            if (!now.said().equals(last) || (day && from != lastFrom && !now.isEmpty())) {
                finals.add(now);
            }
            last = now.said();
            lastFrom = from;
        }
        return finals;
    }

    /** The net counts of the minutes from (inclusive) to (exclusive) as known before a minute. */
    List<Long> counts(long from, long to, long knownBefore) {
        return own.counts(from, to, knownBefore);
    }

    /** Who counts anything in these minutes, in the order of their names, if the cell itself does. */
    List<String> peers(long from, long to, long knownBefore) {
        var peers = new ArrayList<String>();
        if (look.peers() && !counts(from, to, knownBefore).equals(zeros(WIDTH))) {
            all.forEach((cell, minutes) -> {
                List<Long> counts = minutes.counts(from, to, knownBefore);
                if (!counts.equals(zeros(WIDTH))) {
                    peers.add(Cell.parse(cell).scope().labels().get(GivenStream.RANKED) + counts);
                }
            });
        }
        return peers;
    }

    /** The period before: as long a window before this one, or yesterday for as long as today has lasted. */
    List<Long> previous(boolean day, long from, long to, long knownBefore) {
        if (!look.periods()) {
            return List.of();
        }
        if (!day) {
            return counts(from - (to - from), from, knownBefore);
        }
        long yesterday = midnight(from - 1);
        return counts(yesterday, Math.min(yesterday + (to - from), from), knownBefore);
    }

    private boolean isBoundary(WindowSpec spec, @Nullable Duration every, long to) {
        long slide = spec.slide().toMinutes();
        if (every == null || every.toMinutes() < slide) {
            return to % slide == 0 || (spec.type() == Window.Type.DAY && to == midnight(to));
        }
        return (to - midnight(to)) % every.toMinutes() == 0;
    }

    private long midnight(long minute) {
        var known = days.floorEntry(minute);
        if (known == null || known.getValue() <= minute) {
            LocalDate day = Instant.ofEpochSecond(minute * 60).atZone(zone).toLocalDate();
            long start = day.atStartOfDay(zone).toEpochSecond() / 60;
            days.put(start, day.plusDays(1).atStartOfDay(zone).toEpochSecond() / 60);
            return start;
        }
        return known.getKey();
    }

    private static List<Long> zeros(int n) {
        return Collections.nCopies(n, 0L);
    }

    /** What was ever said of one cell, by minute. */
    private static final class Minutes {
        private final List<Delta> byMinute;
        private final long[][] changes;

        Minutes(List<Delta> deltas, String cell) {
            byMinute = deltas.stream()
                    .filter(delta -> delta.cell().equals(cell))
                    .sorted(Comparator.comparingLong(Delta::minute))
                    .toList();
            changes = byMinute.stream()
                    .map(delta -> delta.change().dense(3 * WIDTH))
                    .toArray(long[][]::new);
        }

        List<Long> counts(long from, long to, long knownBefore) {
            var counts = new long[WIDTH];
            for (int i = firstAt(from); i < byMinute.size() && byMinute.get(i).minute() < to; i++) {
                if (byMinute.get(i).known() < knownBefore) {
                    for (int position = 0; position < WIDTH; position++) {
                        counts[position] += changes[i][position];
                    }
                }
            }
            return Arrays.stream(counts).boxed().toList();
        }

        /** First counted and corrected, as known before a minute. */
        List<Long> totals(long knownBefore) {
            var totals = new long[2 * WIDTH];
            for (int i = 0; i < byMinute.size(); i++) {
                if (byMinute.get(i).known() < knownBefore) {
                    for (int position = 0; position < 2 * WIDTH; position++) {
                        totals[position] += changes[i][WIDTH + position];
                    }
                }
            }
            return Arrays.stream(totals).boxed().toList();
        }

        private int firstAt(long minute) {
            int low = 0;
            int high = byMinute.size();
            while (low < high) {
                int middle = (low + high) / 2;
                if (byMinute.get(middle).minute() < minute) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}

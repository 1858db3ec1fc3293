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
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/** What should have been published, by adding up from scratch at every boundary. It knows nothing of how the engine works. */
final class Recount {

    private static final int WIDTH = GivenStream.WIDTH;

    private final List<Delta> byMinute;
    private final long[][] changes;
    private final ZoneId zone;
    private final long allowance;
    private long dayStart = 1;
    private long dayEnd;

    /** A result: the counts of a window up to {@code to} with what was known before {@code asOf}, both in minutes. */
    record Final(String window, long from, long to, List<Long> counts, List<Long> totals, long asOf) {}

    Recount(List<Delta> deltas, String cell, ZoneId zone, long allowance) {
        this.byMinute = deltas.stream()
                .filter(delta -> delta.cell().equals(cell))
                .sorted(Comparator.comparingLong(Delta::minute))
                .toList();
        this.changes =
                byMinute.stream().map(delta -> delta.change().dense(3 * WIDTH)).toArray(long[][]::new);
        this.zone = zone;
        this.allowance = allowance;
    }

    /** All finals of a window up to the moment that recorded time ends. */
    List<Final> finals(WindowSpec spec, @Nullable Duration every, long start, long end) {
        var finals = new ArrayList<Final>();
        List<Long> last = zeros(WIDTH);
        long lastFrom = Long.MIN_VALUE;
        for (long to = start; to + allowance <= end; to++) {
            if (!isBoundary(spec, every, to)) {
                continue;
            }
            boolean day = spec.type() == Window.Type.DAY;
            long from = day ? midnight(to - 1) : to - spec.length().toMinutes();
            List<Long> counts = counts(from, to, to + allowance);
            boolean newKey = day && from != lastFrom && !counts.equals(zeros(WIDTH));
            if (!counts.equals(last) || newKey) {
                finals.add(
                        new Final(day ? "DAY" : spec.name(), from, to, counts, totals(to + allowance), to + allowance));
            }
            last = counts;
            lastFrom = from;
        }
        return finals;
    }

    /** The net counts of the minutes from (inclusive) to (exclusive) as known before a minute. */
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
    private List<Long> totals(long knownBefore) {
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

    private boolean isBoundary(WindowSpec spec, @Nullable Duration every, long to) {
        long slide = spec.slide().toMinutes();
        if (every == null || every.toMinutes() < slide) {
            return to % slide == 0 || (spec.type() == Window.Type.DAY && to == midnight(to));
        }
        return (to - midnight(to)) % every.toMinutes() == 0;
    }

    private long midnight(long minute) {
        if (minute < dayStart || minute >= dayEnd) {
            LocalDate day = Instant.ofEpochSecond(minute * 60).atZone(zone).toLocalDate();
            dayStart = day.atStartOfDay(zone).toEpochSecond() / 60;
            dayEnd = day.plusDays(1).atStartOfDay(zone).toEpochSecond() / 60;
        }
        return dayStart;
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

    private static List<Long> zeros(int n) {
        return Collections.nCopies(n, 0L);
    }
}

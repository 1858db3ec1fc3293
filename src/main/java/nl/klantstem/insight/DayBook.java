package nl.klantstem.insight;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Delta;
import nl.klantstem.rolling.Tallies;
import nl.klantstem.rolling.Tally;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** The counts of a signal by cell and local day, as known now. A day is named by its first minute since the epoch. */
public final class DayBook {

    /** Between the labels of a segment. */
    public static final String BETWEEN = "/";

    private static final char SEPARATOR = '\u001f';
    private static final long PAGE_MINUTES = 32L * 24 * 60;

    private final Signal signal;
    private final long retentionMinutes;
    private final SortedMap<String, Row> rows = new TreeMap<>();
    private final Set<Page> dirty = new LinkedHashSet<>();

    private record Row(Scope scope, Tallies days) {}

    private record Page(String cell, long number) {}

    /** The book as it is stored; empty when it is not. */
    DayBook(Signal signal, long retentionMinutes, Blocks blocks) {
        this.signal = signal;
        this.retentionMinutes = retentionMinutes;
        blocks.forEach((name, bytes) -> {
            if (name.startsWith(prefix())) {
                restore(name.substring(prefix().length()), bytes);
            }
        });
    }

    static boolean isOf(Signal signal, String cell) {
        return cell.startsWith(signal.toString() + SEPARATOR);
    }

    /** What was counted in all scopes like that, from a day up to another, which is not in. */
    public long[] sum(Predicate<Scope> like, long from, long to) {
        var sum = new long[signal.width()];
        rows.values().forEach(row -> {
            if (like.test(row.scope())) {
                row.days().sum(from, to, 1, sum);
            }
        });
        return sum;
    }

    /**
     * The same apart by the labels of some dimensions, which are joined with {@link #BETWEEN}: those that count anything, in
     * the order of their labels.
     */
    public SortedMap<String, long[]> sums(List<String> dimensions, Predicate<Scope> like, long from, long to) {
        var sums = new TreeMap<String, long[]>();
        rows.values().forEach(row -> {
            if (like.test(row.scope()) && row.days().next(from) < to) {
                row.days()
                        .sum(
                                from,
                                to,
                                1,
                                sums.computeIfAbsent(
                                        segment(row.scope(), dimensions), none -> new long[signal.width()]));
            }
        });
        return sums;
    }

    /** The labels of a scope in some dimensions, joined. */
    public static String segment(Scope scope, List<String> dimensions) {
        return dimensions.stream()
                .map(dimension -> scope.labels().getOrDefault(dimension, Scope.UNKNOWN))
                .collect(Collectors.joining(BETWEEN));
    }

    void take(Delta delta) {
        row(delta.cell()).days().add(delta.minute(), delta.change());
        dirty.add(new Page(delta.cell(), Math.floorDiv(delta.minute(), PAGE_MINUTES)));
    }

    /** Forgets the days that are older than is kept. */
    void forget(long now) {
        long before = Math.floorDiv(now - retentionMinutes, PAGE_MINUTES) * PAGE_MINUTES;
        rows.forEach((cell, row) -> {
            for (long day = row.days().next(Long.MIN_VALUE);
                    day < before;
                    day = row.days().next(day + 1)) {
                dirty.add(new Page(cell, Math.floorDiv(day, PAGE_MINUTES)));
            }
            row.days().removeBefore(before);
        });
    }

    void flush(Blocks blocks) {
        for (Page page : dirty) {
            long first = page.number() * PAGE_MINUTES;
            var out = new BinaryWriter();
            row(page.cell()).days().forEach(first, first + PAGE_MINUTES, (day, tally) -> {
                out.number(day - first);
                tally.write(out);
            });
            blocks.put(prefix() + page.cell() + SEPARATOR + page.number(), out.size() == 0 ? null : out.toBytes());
        }
        dirty.clear();
    }

    private void restore(String name, byte[] bytes) {
        int end = name.lastIndexOf(SEPARATOR);
        long first = Long.parseLong(name.substring(end + 1)) * PAGE_MINUTES;
        Tallies days = row(name.substring(0, end)).days();
        var in = new BinaryReader(bytes);
        while (in.hasMore()) {
            days.put(first + in.number(), Tally.read(in));
        }
    }

    private Row row(String cell) {
        return rows.computeIfAbsent(cell, id -> new Row(Cell.parse(id).scope(), new Tallies()));
    }

    private String prefix() {
        return "days/" + signal + "/";
    }

    /** Whether a scope has all these labels. */
    public static Predicate<Scope> like(Map<String, String> labels) {
        return scope -> scope.labels().entrySet().containsAll(labels.entrySet());
    }
}

package nl.klantstem.insight;

import java.time.Duration;
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

/**
 * The counts of a signal by cell and pane of time, as known now. A pane is named by its first minute since the epoch: of a
 * signal that is dated by days that is the first minute of the local day.
 */
public final class DayBook {

    /** Between the labels of a segment. */
    public static final String BETWEEN = "/";

    private static final char SEPARATOR = '\u001f';

    private final Signal signal;
    private final Layout layout;
    private final SortedMap<String, Row> rows = new TreeMap<>();
    private final Set<Page> dirty = new LinkedHashSet<>();

    /**
     * How a book is kept.
     *
     * @param pane minutes that are counted together
     * @param page minutes that are stored together
     * @param retention minutes after which panes are forgotten, a page at a time
     */
    public record Layout(long pane, long page, long retention) {

        /** Days, a month of them to a page. */
        static Layout days(Duration retention) {
            return new Layout(1, Duration.ofDays(32).toMinutes(), retention.toMinutes());
        }

        /** Quarters of an hour, a day of them to a page. */
        public static Layout quarters(Duration retention) {
            return new Layout(15, Duration.ofDays(1).toMinutes(), retention.toMinutes());
        }

        /** Hours, a day of them to a page. */
        public static Layout hours(Duration retention) {
            return new Layout(60, Duration.ofDays(1).toMinutes(), retention.toMinutes());
        }
    }

    /** Receives what was counted in a scope in a pane. */
    public interface Entries {
        void take(Scope scope, long pane, Tally tally);
    }

    private record Row(Scope scope, Tallies days) {}

    private record Page(String cell, long number) {}

    /** The book as it is stored; empty when it is not. */
    public DayBook(Signal signal, Layout layout, Blocks blocks) {
        this.signal = signal;
        this.layout = layout;
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

    /** What was counted in all scopes like that, from a pane up to another, which is not in. */
    public void forEach(Predicate<Scope> like, long from, long to, Entries entries) {
        rows.values().forEach(row -> {
            if (like.test(row.scope())) {
                row.days().forEach(from, to, (pane, tally) -> entries.take(row.scope(), pane, tally));
            }
        });
    }

    /** The first pane in which anything was counted, or {@link Tallies#NONE}. */
    public long first() {
        long first = Tallies.NONE;
        for (Row row : rows.values()) {
            first = Math.min(first, row.days().next(Long.MIN_VALUE));
        }
        return first;
    }

    /** The first minute of the pane that holds a minute. */
    public long pane(long minute) {
        return Math.floorDiv(minute, layout.pane()) * layout.pane();
    }

    /** The labels of a scope in some dimensions, joined. */
    public static String segment(Scope scope, List<String> dimensions) {
        return dimensions.stream()
                .map(dimension -> scope.labels().getOrDefault(dimension, Scope.UNKNOWN))
                .collect(Collectors.joining(BETWEEN));
    }

    public void take(Delta delta) {
        row(delta.cell()).days().add(pane(delta.minute()), delta.change());
        dirty.add(new Page(delta.cell(), Math.floorDiv(delta.minute(), layout.page())));
    }

    /** Forgets what is older than is kept. */
    public void forget(long now) {
        long before = Math.floorDiv(now - layout.retention(), layout.page()) * layout.page();
        rows.forEach((cell, row) -> {
            for (long day = row.days().next(Long.MIN_VALUE);
                    day < before;
                    day = row.days().next(day + 1)) {
                dirty.add(new Page(cell, Math.floorDiv(day, layout.page())));
            }
            row.days().removeBefore(before);
        });
    }

    public void flush(Blocks blocks) {
        for (Page page : dirty) {
            long first = page.number() * layout.page();
            var out = new BinaryWriter();
            row(page.cell()).days().forEach(first, first + layout.page(), (day, tally) -> {
                out.number(day - first);
                tally.write(out);
            });
            blocks.put(prefix() + page.cell() + SEPARATOR + page.number(), out.size() == 0 ? null : out.toBytes());
        }
        dirty.clear();
    }

    private void restore(String name, byte[] bytes) {
        int end = name.lastIndexOf(SEPARATOR);
        long first = Long.parseLong(name.substring(end + 1)) * layout.page();
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
        return "book/" + signal + "/";
    }

    /** Whether a scope has all these labels. */
    public static Predicate<Scope> like(Map<String, String> labels) {
        List<Map.Entry<String, String>> wanted = List.copyOf(labels.entrySet());
        return scope -> {
            for (Map.Entry<String, String> label : wanted) {
                if (!label.getValue().equals(scope.labels().get(label.getKey()))) {
                    return false;
                }
            }
            return true;
        };
    }
}

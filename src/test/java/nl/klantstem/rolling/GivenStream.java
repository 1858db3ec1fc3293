package nl.klantstem.rolling;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.klantstem.contract.out.Scope;

/**
 * A random input log as the second half meets it: facts that come late, are corrected, moved, withdrawn and overtaken, from
 * several input partitions that are read at their own speeds, in frames of any size.
 */
final class GivenStream {

    static final String MEASURE = "answers";
    static final String RANKED = Scope.SERVICE_PARTNER;
    static final int WIDTH = 3;
    static final int PARTITIONS = 4;

    private static final List<String> CELLS = List.of(cell("return"), cell("delivery"), cell("rare"));

    private final Random random;
    private final List<Delta> deltas = new ArrayList<>();
    private final List<ArrayDeque<Record>> partitions = new ArrayList<>();
    private final List<Record> records = new ArrayList<>();

    /** A record of an input partition and what it changed. */
    private record Record(int partition, long recordedAt, List<Delta> deltas) {}

    /** A stretch of recorded time with so many facts. */
    record Stretch(Instant from, Instant to, int facts) {}

    GivenStream(Random random, List<Stretch> stretches, Instant end) {
        this.random = random;
        for (Stretch stretch : stretches) {
            for (int i = 0; i < stretch.facts(); i++) {
                fact(between(minute(stretch.from()), minute(stretch.to())), minute(end) - 10);
            }
        }
        for (int partition = 0; partition < PARTITIONS; partition++) {
            // Ticks at the very beginning and the very end, so that every partition is heard from.
            long first = minute(stretches.get(0).from()) * 60_000;
            records.add(new Record(partition, first, List.of()));
            records.add(new Record(partition, end.toEpochMilli(), List.of()));
            partitions.add(new ArrayDeque<>());
        }
        records.sort(Comparator.comparingLong(Record::recordedAt));
        records.forEach(record -> partitions.get(record.partition()).add(record));
    }

    /** Cells that can be ranked among each other. */
    static String cell(String partner) {
        return new Cell(MEASURE, new Scope(new TreeMap<>(Map.of("audience", "CUSTOMER", RANKED, partner)))).id();
    }

    /** Everything that is ever said. */
    List<Delta> deltas() {
        return Collections.unmodifiableList(deltas);
    }

    boolean hasMore() {
        return partitions.stream().anyMatch(partition -> !partition.isEmpty());
    }

    /** The next frame: a batch from one or more partitions, each read as far as the task happened to. */
    Frame next() {
        var marks = new ArrayList<Frame.Mark>();
        var said = new ArrayList<Delta>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            ArrayDeque<Record> left = partitions.get(partition);
            if (left.isEmpty() || random.nextInt(3) == 0) {
                continue;
            }
            long newest = 0;
            for (int n = 1 + random.nextInt(40); n > 0 && !left.isEmpty(); n--) {
                Record record = left.remove();
                newest = record.recordedAt();
                said.addAll(record.deltas());
            }
            marks.add(new Frame.Mark(partition % 2, partition / 2, newest));
        }
        Collections.shuffle(said, random);
        return new Frame(PARTITIONS, marks, said);
    }

    /** A fact's life: first counted, then perhaps counted otherwise, elsewhere, or not at all. */
    private void fact(long known, long end) {
        String cell = CELLS.get(Math.min(random.nextInt(12) / 5, 2));
        long minute = known - delay();
        long[] counts = counts();
        Tally first = Tally.of(counts);
        long at = known;
        say(cell, minute, at, first.plus(first.shift(WIDTH)), at);
        Tally standing = first;
        for (int revision = 0; random.nextInt(4) == 0 && at < end; revision++) {
            at = Math.min(end, at + (random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(60_000)));
            Tally taken = standing.negate();
            say(cell, minute, at, revision == 0 ? taken.plus(first.shift(2 * WIDTH)) : taken, at);
            standing = random.nextInt(3) == 0 ? Tally.ZERO : Tally.of(counts());
            minute = random.nextInt(5) == 0 ? minute - random.nextInt(100) : minute;
            cell = random.nextInt(5) == 0 ? CELLS.get(random.nextInt(CELLS.size())) : cell;
            say(cell, minute, at, standing, at);
            if (standing.isZero()) {
                return;
            }
        }
    }

    private void say(String cell, long minute, long known, Tally change, long readAt) {
        Delta delta = new Delta(cell, minute, known, change);
        emit(delta, readAt);
        if (random.nextInt(6) == 0) {
            // A step that a record read later, but recorded before, overtakes: it is said and taken back.
            long later = known + random.nextInt(200);
            emit(new Delta(cell, minute, later, change), readAt);
            emit(new Delta(cell, minute, later, change.negate()), readAt);
        }
    }

    private void emit(Delta delta, long readAt) {
        deltas.add(delta);
        long recordedAt = readAt * 60_000 + random.nextInt(60_000);
        records.add(new Record(random.nextInt(PARTITIONS), recordedAt, List.of(delta)));
    }

    /** Mostly at once or early within what clocks may be apart, sometimes late, now and then very late. */
    private long delay() {
        return switch (random.nextInt(10)) {
            case 0 -> -random.nextInt(5);
            case 1, 2 -> random.nextInt(12);
            case 3 -> random.nextInt(2_000);
            case 4 -> random.nextInt(12) == 0 ? random.nextInt(400_000) : random.nextInt(20_000);
            default -> 0;
        };
    }

    private long[] counts() {
        var counts = new long[WIDTH];
        counts[random.nextInt(2)] = 1;
        counts[2] = random.nextInt(4) == 0 ? random.nextInt(5) : 0;
        return counts;
    }

    private long between(long from, long to) {
        return from + random.nextInt((int) (to - from));
    }

    private static long minute(Instant time) {
        return time.getEpochSecond() / 60;
    }
}

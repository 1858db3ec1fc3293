package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.rolling.FactCounts.Place;
import nl.klantstem.topic.Partitions;
import nl.klantstem.topic.Topic;

/**
 * What a source task counted since its last commit: deltas summed by cell, minute and known minute, what became of the
 * records, and how far each input partition was read.
 */
final class Combiner {

    private final Map<Known, Tally> deltas = new HashMap<>();
    private final Map<List<Integer>, Long> newest = new TreeMap<>((a, b) ->
            a.get(0).equals(b.get(0)) ? a.get(1).compareTo(b.get(1)) : a.get(0).compareTo(b.get(0)));
    private final Map<InputRecords.Partition, InputRecords> records = new HashMap<>();
    private final Map<Known, Tally> signals = new HashMap<>();
    private final int topics;
    private final FactCounts facts;
    private final SignalCounts signalCounts;
    private boolean marked;

    private record Known(Place place, long known) {}

    /**
     * For one task.
     *
     * @param topics how many topics it reads
     */
    Combiner(Counting counting, int topics) {
        this.topics = topics;
        this.facts = new FactCounts(counting);
        this.signalCounts = new SignalCounts(counting);
    }

    /** Takes in what a record changed. */
    void take(Linked linked) {
        Arrival at = linked.ingested().at();
        if (movesTime(linked.fate())) {
            newest.merge(List.of(at.order(), at.partition()), at.recordedAt(), Math::max);
        }
        if (isRecord(linked.fate())) {
            boolean rekeyed = at.order() == Topic.REKEYED.rank();
            records(at.stream(), at.partition()).take(linked, rekeyed);
        }
        if (linked.orphaned() > 0) {
            records(Topic.CONTACT_EVENTS.shortName(), at.partition()).orphan(linked.orphaned());
        }
        for (FactChange change : linked.changes()) {
            facts.tell(change, (place, known, tally) -> add(deltas, place, known, tally));
            signalCounts.tell(change, (place, known, tally) -> add(signals, place, known, tally));
        }
    }

    /**
     * A refused record may bring any time along: it must not move the watermark. What comes to pass before a record may
     * leave in a frame of its own, and more of it may follow: only the record itself says that all before it is out.
     */
    private static boolean movesTime(Linked.Fate fate) {
        return fate != Linked.Fate.REFUSED && fate != Linked.Fate.PASSED;
    }

    private static boolean isRecord(Linked.Fate fate) {
        return fate != Linked.Fate.TICK && fate != Linked.Fate.PASSED;
    }

    private InputRecords records(String stream, int partition) {
        return records.computeIfAbsent(new InputRecords.Partition(stream, partition), p -> new InputRecords());
    }

    private static void add(Map<Known, Tally> changes, Place place, long known, Tally change) {
        if (!change.isZero()) {
            changes.merge(new Known(place, known), change, Tally::plus);
        }
    }

    /** True the first time after each commit: one marker is enough. */
    boolean mark() {
        boolean first = !marked;
        marked = true;
        return first;
    }

    /** Takes out the deltas by the partition that owns their cell, and begins anew. */
    Map<Integer, List<Delta>> drain(int targets) {
        var byTarget = new TreeMap<Integer, List<Delta>>();
        deltas.forEach((at, change) -> {
            if (!change.isZero()) {
                Cell cell = at.place().cell();
                byTarget.computeIfAbsent(Partitions.of(cell.subject(), targets), t -> new ArrayList<>())
                        .add(new Delta(cell.id(), at.place().minute(), at.known(), change));
            }
        });
        deltas.clear();
        marked = false;
        return byTarget;
    }

    /** Takes out the signals, and begins anew. */
    List<Delta> drainSignals() {
        var drained = new ArrayList<Delta>();
        signals.forEach((at, change) -> {
            if (!change.isZero()) {
                drained.add(new Delta(at.place().cell().id(), at.place().minute(), at.known(), change));
            }
        });
        signals.clear();
        return drained;
    }

    /**
     * How far each partition was read, once the task has heard from all since it began: until then nothing comes to pass in
     * it (what is due waits for the topic that is behind), so no minute may count as complete. Marks of an earlier life of
     * the task stay with whoever got them, and would make up the rest.
     */
    List<Frame.Mark> marks() {
        if (newest.size() < topics) {
            return List.of();
        }
        var marks = new ArrayList<Frame.Mark>();
        newest.forEach((partition, time) -> marks.add(new Frame.Mark(partition.get(0), partition.get(1), time)));
        return marks;
    }

    /** What became of the records by input partition since the last call. */
    Map<InputRecords.Partition, InputRecords> takeRecords() {
        var taken = new HashMap<>(records);
        records.clear();
        return taken;
    }
}

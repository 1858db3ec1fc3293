package nl.klantstem.rolling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.topic.Partitions;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What a source task counted since its last commit: deltas summed by cell, minute and known minute, what became of the
 * records, and how far each input partition was read.
 */
final class Combiner {

    private final Map<Place, Tally> deltas = new HashMap<>();
    private final Map<List<Integer>, Long> newest = new TreeMap<>((a, b) ->
            a.get(0).equals(b.get(0)) ? a.get(1).compareTo(b.get(1)) : a.get(0).compareTo(b.get(0)));
    private final Map<InputRecords.Partition, InputRecords> records = new HashMap<>();
    private boolean marked;

    private record Place(String cell, long minute, long known) {}

    /** Takes in what a record changed. */
    void take(Linked linked, Counting counting) {
        Arrival at = linked.ingested().at();
        if (!hasUnbelievableTime(linked)) {
            newest.merge(List.of(at.order(), at.partition()), at.recordedAt(), Math::max);
        }
        if (linked.fate() != Linked.Fate.TICK) {
            var partition = new InputRecords.Partition(at.stream(), at.partition());
            boolean rekeyed = at.order() == Topic.REKEYED.rank();
            records.computeIfAbsent(partition, p -> new InputRecords()).take(linked, rekeyed);
        }
        for (FactChange change : linked.changes()) {
            count(change, counting);
        }
    }

    /** A record whose own time was refused must not move the watermark. */
    private static boolean hasUnbelievableTime(Linked linked) {
        return linked.ingested().outcome() instanceof Ingested.Refused refused && "recordedAt".equals(refused.field());
    }

    private void count(FactChange change, Counting counting) {
        FactStep step = change.step();
        int sign = change.sign();
        if (step.before() != null) {
            add(step.before(), step.known(), -sign, 0, counting);
        }
        if (step.after() != null) {
            add(step.after(), step.known(), sign, 0, counting);
            if (step.first()) {
                add(step.after(), step.known(), sign, 1, counting);
            }
        }
        @Nullable Fact takenBack = step.takenBack();
        if (takenBack != null) {
            add(takenBack, step.known(), sign, 2, counting);
        }
    }

    /** Adds a fact's contributions to the net change (part 0), what was first counted (1), or taken back (2). */
    private void add(Fact fact, long known, int sign, int part, Counting counting) {
        for (Contribution contribution : counting.contributions(fact)) {
            Cell cell = contribution.cell();
            Tally shifted = contribution.tally().shift(part * counting.width(cell.measure()));
            deltas.merge(
                    new Place(cell.id(), contribution.minute(), known),
                    sign > 0 ? shifted : shifted.negate(),
                    Tally::plus);
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
        deltas.forEach((place, change) -> {
            if (!change.isZero()) {
                int target = Partitions.of(Cell.parse(place.cell()).subject(), targets);
                byTarget.computeIfAbsent(target, t -> new ArrayList<>())
                        .add(new Delta(place.cell(), place.minute(), place.known(), change));
            }
        });
        deltas.clear();
        marked = false;
        return byTarget;
    }

    List<Frame.Mark> marks() {
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

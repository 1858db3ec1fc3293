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
        // A refused record may bring any time along: it must not move the watermark. Ticks and good records do.
        if (linked.fate() != Linked.Fate.REFUSED) {
            newest.merge(List.of(at.order(), at.partition()), at.recordedAt(), Math::max);
        }
        if (linked.fate() != Linked.Fate.TICK) {
            boolean rekeyed = at.order() == Topic.REKEYED.rank();
            records(at.stream(), at.partition()).take(linked, rekeyed);
        }
        if (linked.orphaned() > 0) {
            records(Topic.CONTACT_EVENTS.shortName(), at.partition()).orphan(linked.orphaned());
        }
        for (FactChange change : linked.changes()) {
            count(change, counting);
        }
    }

    private InputRecords records(String stream, int partition) {
        return records.computeIfAbsent(new InputRecords.Partition(stream, partition), p -> new InputRecords());
    }

    private void count(FactChange change, Counting counting) {
        FactStep step = change.step();
        int sign = change.sign();
        Map<Place, Tally> before = places(step.before(), step.known(), counting);
        Map<Place, Tally> after = places(step.after(), step.known(), counting);
        before.forEach((place, tally) -> add(place, tally, -sign));
        after.forEach((place, tally) -> add(place, tally, sign));
        if (step.countsFirst()) {
            after.forEach((place, tally) -> add(place, tally.shift(width(place, counting)), sign));
        } else {
            standing(step, counting).forEach((place, stands) -> {
                Tally lost = stands.above(after.getOrDefault(place, Tally.ZERO));
                add(place, lost.shift(2 * width(place, counting)), sign);
            });
        }
    }

    /** What the fact first counted and has counted ever since. */
    private static Map<Place, Tally> standing(FactStep step, Counting counting) {
        var standing = new HashMap<Place, Tally>();
        for (int i = 0; i < step.stood().size(); i++) {
            Map<Place, Tally> then = places(step.stood().get(i), step.known(), counting);
            if (i == 0) {
                standing.putAll(then);
            } else {
                standing.replaceAll((place, first) -> first.least(then.getOrDefault(place, Tally.ZERO)));
            }
        }
        return standing;
    }

    private static Map<Place, Tally> places(@Nullable Fact fact, long known, Counting counting) {
        if (fact == null) {
            return Map.of();
        }
        var places = new HashMap<Place, Tally>();
        for (Contribution contribution : counting.contributions(fact)) {
            places.put(new Place(contribution.cell().id(), contribution.minute(), known), contribution.tally());
        }
        return places;
    }

    private void add(Place place, Tally tally, int sign) {
        if (!tally.isZero()) {
            deltas.merge(place, sign > 0 ? tally : tally.negate(), Tally::plus);
        }
    }

    private static int width(Place place, Counting counting) {
        return counting.width(place.cell().substring(0, place.cell().indexOf(Cell.SEPARATOR)));
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

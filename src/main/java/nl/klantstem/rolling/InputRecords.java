package nl.klantstem.rolling;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** What became of the records of one input partition: read = accepted + duplicates + test + rejected + rekeyed, always. */
final class InputRecords {

    private long read;
    private long accepted;
    private long duplicates;
    private long conflicts;
    private long test;
    private long late;
    private long rekeyed;
    private long orphaned;
    private long ignored;
    private long newest = Long.MIN_VALUE;
    private final SortedMap<String, Long> rejected = new TreeMap<>();

    /** The stream's short name and the partition. */
    record Partition(String stream, int partition) {}

    /** Counts a record; one that came through the rekeyed topic was read where it first arrived. */
    void take(Linked linked, boolean fromRekeyed) {
        newest = Math.max(newest, linked.ingested().at().recordedAt());
        switch (linked.fate()) {
            case TICK, COPY -> {
                return;
            }
            case TEST -> test++;
            case REKEYED -> rekeyed++;
            case DUPLICATE -> duplicates++;
            case CONFLICT -> {
                duplicates++;
                conflicts++;
            }
            case ACCEPTED -> {
                accepted++;
                if (linked.ingested().outcome() instanceof Ingested.Event event) {
                    late += event.late() ? 1 : 0;
                    ignored += event.ignored().size();
                }
            }
            case REFUSED -> {
                if (linked.ingested().outcome() instanceof Ingested.Refused refused) {
                    rejected.merge(refused.reason().name(), 1L, Long::sum);
                }
            }
        }
        if (fromRekeyed) {
            rekeyed--;
        } else {
            read++;
        }
    }

    /** Counts contact events that were forgotten because their contact never opened, whichever record came by then. */
    void orphan(int events) {
        orphaned += events;
    }

    InputRecords plus(InputRecords other) {
        var sum = new InputRecords();
        sum.read = read + other.read;
        sum.accepted = accepted + other.accepted;
        sum.duplicates = duplicates + other.duplicates;
        sum.conflicts = conflicts + other.conflicts;
        sum.test = test + other.test;
        sum.late = late + other.late;
        sum.rekeyed = rekeyed + other.rekeyed;
        sum.orphaned = orphaned + other.orphaned;
        sum.ignored = ignored + other.ignored;
        sum.newest = Math.max(newest, other.newest);
        sum.rejected.putAll(rejected);
        other.rejected.forEach((reason, n) -> sum.rejected.merge(reason, n, Long::sum));
        return sum;
    }

    long newest() {
        return newest;
    }

    InsightProgress.Records published() {
        return new InsightProgress.Records(
                read, accepted, duplicates, conflicts, test, late, rekeyed, orphaned, ignored, new TreeMap<>(rejected));
    }

    byte[] toBytes() {
        var out = new BinaryWriter();
        out.number(read).number(accepted).number(duplicates).number(conflicts).number(test);
        out.number(late).number(rekeyed).number(orphaned).number(newest).number(rejected.size());
        for (Map.Entry<String, Long> reason : rejected.entrySet()) {
            out.text(reason.getKey()).number(reason.getValue());
        }
        out.number(ignored);
        return out.toBytes();
    }

    static InputRecords of(byte[] bytes) {
        var in = new BinaryReader(bytes);
        var records = new InputRecords();
        records.read = in.number();
        records.accepted = in.number();
        records.duplicates = in.number();
        records.conflicts = in.number();
        records.test = in.number();
        records.late = in.number();
        records.rekeyed = in.number();
        records.orphaned = in.number();
        records.newest = in.number();
        for (int n = in.integer(); n > 0; n--) {
            records.rejected.put(in.text(), in.number());
        }
        records.ignored = in.number();
        return records;
    }
}

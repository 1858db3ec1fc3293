package nl.klantstem.rolling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.IngestedReference;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;

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
    record Partition(String stream, int partition) {

        /** Under which its counts are stored. */
        byte[] name() {
            return (stream + "|" + partition).getBytes(StandardCharsets.UTF_8);
        }

        static Partition of(byte[] name) {
            List<String> parts = Arrays.asList(new String(name, StandardCharsets.UTF_8).split("\\|", -1));
            return new Partition(parts.get(0), Integer.parseInt(parts.get(1)));
        }
    }

    /** Counts a record; one that came through the rekeyed topic was read where it first arrived. */
    void take(Linked linked, boolean fromRekeyed) {
        newest = Math.max(newest, linked.ingested().at().recordedAt());
        switch (linked.fate()) {
            case TICK, PASSED, COPY -> {
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

    /** Counts a record of reference data. */
    void take(IngestedReference reference) {
        newest = Math.max(newest, reference.at().recordedAt());
        read++;
        if (reference.outcome() instanceof IngestedReference.Says says) {
            accepted++;
            ignored += says.ignored().size();
        } else if (reference.outcome() instanceof IngestedReference.Refused refused) {
            rejected.merge(refused.reason().name(), 1L, Long::sum);
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

    /** What is published of an input partition. */
    Published progress(Partition of, int partitions) {
        var key = new ProgressKey(InsightProgress.Kind.INPUT, of.stream(), of.partition());
        var value = new InsightProgress(
                InsightProgress.Kind.INPUT,
                of.stream(),
                of.partition(),
                partitions,
                Instant.ofEpochMilli(newest),
                records(),
                null,
                InsightProgress.SCHEMA_VERSION);
        return Published.json(Topic.INSIGHT_PROGRESS, key, value, newest);
    }

    private InsightProgress.Records records() {
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

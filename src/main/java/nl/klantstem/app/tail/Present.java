package nl.klantstem.app.tail;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.UserMistake;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a topic says at present: of a compacted topic the last record of each key, of another one every record. */
final class Present {

    private static final int MOST = 200_000;

    private final boolean compacted;
    private final int newest;
    private final Map<Object, ConsumerRecord<byte[], byte[]>> records = new LinkedHashMap<>();

    /** Keeps no more than that many, the newest. */
    Present(boolean compacted, int newest) {
        this.compacted = compacted;
        this.newest = newest;
    }

    void put(ConsumerRecord<byte[], byte[]> record) {
        Object key = compacted && record.key() != null ? ByteBuffer.wrap(record.key()) : record;
        records.remove(key);
        records.put(key, record);
        if (newest < MOST && records.size() > 2 * newest + 1000) {
            var kept = newest();
            records.values().retainAll(new HashSet<>(kept));
        }
        if (records.size() > MOST) {
            throw new UserMistake("more than " + MOST
                    + " records match: narrow it down with --scope or --since, or ask for the newest with -n");
        }
    }

    void remove(byte[] key) {
        records.remove(ByteBuffer.wrap(key));
    }

    /** By time, the newest last. */
    List<ConsumerRecord<byte[], byte[]>> newest() {
        var sorted = new ArrayList<>(records.values());
        sorted.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp)
                .thenComparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return sorted.subList(Math.max(0, sorted.size() - newest), sorted.size());
    }
}

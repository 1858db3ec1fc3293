package nl.klantstem.rolling;

import java.util.Comparator;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/**
 * A checked record of reference data (a measure, a plan): what its key says from its recorded time on.
 *
 * @param topic by its short name
 * @param recordedAt epoch milliseconds
 * @param partition and offset: where it stands in the log, which orders records of one recorded time
 * @param value as JSON; absent when the key says nothing any more
 */
public record Reference(
        String topic, String key, long recordedAt, int partition, long offset, byte @Nullable [] value) {

    /** Recorded time, then the place in the log. */
    static final Comparator<Reference> LOG_ORDER = Comparator.comparingLong(Reference::recordedAt)
            .thenComparing(Reference::topic)
            .thenComparingInt(Reference::partition)
            .thenComparingLong(Reference::offset);

    private static final byte[] NONE = {};

    void write(BinaryWriter out) {
        out.text(topic).text(key).number(recordedAt).number(partition).number(offset);
        out.flag(value != null).blob(value == null ? NONE : value);
    }

    static Reference read(BinaryReader in) {
        String topic = in.text();
        String key = in.text();
        long recordedAt = in.number();
        int partition = in.integer();
        long offset = in.number();
        boolean says = in.flag();
        byte[] value = in.blob();
        return new Reference(topic, key, recordedAt, partition, offset, says ? value : null);
    }
}

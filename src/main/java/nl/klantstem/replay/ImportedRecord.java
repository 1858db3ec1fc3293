package nl.klantstem.replay;

import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A line of an input on its way to a topic.
 *
 * @param recordedAt the record's timestamp: milliseconds since 1970, always between 1980 and the start of the replay
 * @param origin the file and line it comes from
 * @param refuse why it is to be refused, when only the importer can see that
 */
public record ImportedRecord(
        Topic topic,
        byte[] key,
        byte[] value,
        long recordedAt,
        String origin,
        @Nullable RejectReason refuse) {}

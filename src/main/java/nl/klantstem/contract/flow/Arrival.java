package nl.klantstem.contract.flow;

import org.jspecify.annotations.Nullable;

/**
 * Where and when a record arrived.
 *
 * @param stream the short name of the stream it belongs to
 * @param order the rank of the topic it was read from: breaks ties of recorded time
 * @param topic the full name of the topic it was read from
 * @param recordedAt the record's timestamp, epoch milliseconds
 * @param origin the file and line it was imported from, when it was
 */
public record Arrival(
        String stream,
        int order,
        String topic,
        int partition,
        long offset,
        long recordedAt,
        @Nullable String origin) {}

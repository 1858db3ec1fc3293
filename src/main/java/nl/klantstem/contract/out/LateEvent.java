package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An accepted event that became known after its windows had closed: counted, but finals that were out stand. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LateEvent(
        String stream,
        String eventId,
        Instant occurredAt,
        Instant recordedAt,
        long lateSeconds,
        String topic,
        int partition,
        long offset,
        @Nullable String origin,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;
}

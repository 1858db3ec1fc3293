package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * A refused record: why, which field, where the original stands, and the SHA-256 of its bytes (hex). Never its payload.
 * {@code origin} is the file and line it was imported from, when it was.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
        String stream,
        RejectReason reason,
        @Nullable String field,
        String topic,
        int partition,
        long offset,
        Instant recordedAt,
        String sha256,
        int bytes,
        @Nullable String origin,
        int schemaVersion) {
    public static final int SCHEMA_VERSION = 1;
}

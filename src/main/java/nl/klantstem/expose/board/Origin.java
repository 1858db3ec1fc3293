package nl.klantstem.expose.board;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import nl.klantstem.contract.out.Window;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * The topic record that a figure came from.
 *
 * @param topic its full name
 * @param key JSON, as it is in the topic
 * @param window what it was counted over; absent when it is of no window
 * @param asOf the recorded time up to which everything is in
 */
public record Origin(
        String topic, @JsonRawValue String key, @Nullable Window window, Instant asOf) {

    static Origin of(Told<?, ?> told, @Nullable Window window, Instant asOf) {
        return new Origin(told.topic(), Json.text(told.key()), window, asOf);
    }
}

package nl.klantstem.expose;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteering.Kind;
import nl.klantstem.contract.out.DaySteeringKey;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/** Of day-steering the latest hour: earlier ones and days are for those who look back. */
final class LatestHour {

    private static final ObjectReader KEY = Json.MAPPER.readerFor(DaySteeringKey.class);
    private static final ObjectReader VALUE = Json.MAPPER.readerFor(DaySteering.class);

    private @Nullable DaySteering latest;

    void accept(byte[] keyBytes, byte @Nullable [] bytes) throws IOException {
        DaySteeringKey key = KEY.readValue(keyBytes);
        if (key == null || key.kind() == null) {
            throw new IOException("without kind");
        }
        if (key.kind() == Kind.DAY) {
            return;
        }
        if (bytes == null) {
            if (latest != null && latest.from().equals(key.hour())) {
                latest = null;
            }
            return;
        }
        DaySteering value = VALUE.readValue(bytes);
        if (value == null || value.from() == null || value.to() == null || value.asOf() == null) {
            throw new IOException("without from, to or asOf");
        }
        if (latest == null || !value.from().isBefore(latest.from())) {
            latest = value;
        }
    }

    @Nullable
    DaySteering value() {
        return latest;
    }

    int keys() {
        return latest == null ? 0 : 1;
    }
}

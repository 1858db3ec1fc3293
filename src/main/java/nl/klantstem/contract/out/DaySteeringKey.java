package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The key of a day-steering record: the local day, or an hour of it by its beginning. The last value of a key wins. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DaySteeringKey(
        DaySteering.Kind kind, LocalDate date, @Nullable Instant hour) {}

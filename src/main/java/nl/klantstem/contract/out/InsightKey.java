package nl.klantstem.contract.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The key of a windowed insight. The last value of a key wins; for DAY the key holds the local date. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InsightKey(
        Scope scope,
        Window.Type type,
        @Nullable String length,
        @Nullable LocalDate date,
        State state) {

    /** CURRENT is provisional and moves within seconds; FINAL stands. */
    public enum State {
        CURRENT,
        FINAL
    }
}

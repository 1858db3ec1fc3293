package nl.klantstem.rolling;

import java.time.LocalDate;
import java.time.ZoneId;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/** The key under which a window's counts are published: one that every measure shares. */
public final class InsightKeys {

    private InsightKeys() {}

    public static InsightKey of(Measure.WindowCounts counts) {
        return of(counts.scope(), counts.window(), counts.provisional());
    }

    /** The key of what is said of a scope in a window. */
    public static InsightKey of(Scope scope, Window window, boolean provisional) {
        @Nullable String zone = window.zone();
        @Nullable
        LocalDate date =
                zone == null ? null : window.from().atZone(ZoneId.of(zone)).toLocalDate();
        return new InsightKey(
                scope,
                window.type(),
                window.length(),
                date,
                provisional ? InsightKey.State.CURRENT : InsightKey.State.FINAL);
    }
}

package nl.klantstem.rolling;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/**
 * What the engine counts and when it publishes.
 *
 * @param windows the windows of every cell, and the zone of local days
 * @param every when given, finals only at these moments of the local day and nothing provisional
 */
public record EngineRules(
        CatalogueVersion windows,
        Duration allowance,
        @Nullable Duration every,
        Map<String, Measure> measures) {

    public EngineRules {
        measures = Map.copyOf(measures);
    }

    long allowanceMinutes() {
        return allowance.toMinutes();
    }

    boolean provisional() {
        return every == null;
    }

    /** The measure of that name; its absence is a bug. */
    public Measure measure(String name) {
        return Objects.requireNonNull(measures.get(name), () -> "no measure is named '" + name + "'");
    }

    List<WindowRule> windowRules() {
        var days = new LocalDays(windows.zone());
        return windows.windows().stream().map(spec -> rule(spec, days)).toList();
    }

    private WindowRule rule(WindowSpec spec, LocalDays days) {
        var slide = new WindowRule.Slide(spec.slide().toMinutes(), every, days);
        return spec.type() == Window.Type.DAY
                ? new WindowRule.Day(days, slide)
                : new WindowRule.Rolling(
                        Objects.requireNonNull(spec.name()),
                        Objects.requireNonNull(spec.length()).toMinutes(),
                        slide);
    }
}

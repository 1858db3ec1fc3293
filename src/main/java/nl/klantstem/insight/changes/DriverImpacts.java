package nl.klantstem.insight.changes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import nl.klantstem.contract.out.NpsChange.DriverImpact;
import nl.klantstem.contract.out.NpsChange.Drivers;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.stats.Impact;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.Ratio;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/** What the drivers of answers do to the score: those of most impact, whichever way. */
final class DriverImpacts {

    private static final int LISTED = 10;

    private static final Comparator<Entry<String, Impact>> LARGEST_FIRST = Comparator.comparingDouble(
                    (Entry<String, Impact> impact) ->
                            -Math.abs(impact.getValue().points().orElse(0)))
            .thenComparing(Entry::getKey);

    private DriverImpacts() {}

    /** Of the segments by driver; {@code before} are all answers of the period before. */
    static Drivers of(Segments drivers, Nps before) {
        Map<String, Impact> impacts = Impact.of(drivers.in(Scores::now));
        List<DriverImpact> largest = impacts.entrySet().stream()
                .sorted(LARGEST_FIRST)
                .limit(LISTED)
                .map(impact -> told(drivers.get(impact.getKey()), impact.getValue(), before))
                .toList();
        return new Drivers(largest, impacts.size() - largest.size());
    }

    private static DriverImpact told(Segments.Segment driver, Impact impact, Nps before) {
        double share = impact.share();
        @Nullable
        Double shareChange = before.n() == 0
                ? null
                : (Double) Ratio.of(share - (double) driver.scores().previous().n() / before.n());
        return new DriverImpact(
                driver.labels().labels().getOrDefault(Scope.DRIVER, Scope.UNKNOWN),
                driver.pooled(),
                impact.own().n(),
                Ratio.of(impact.own().n(), impact.own().n() + impact.rest().n()).orElseThrow(),
                impact.own().rounded().orElseThrow(),
                impact.points().isPresent()
                        ? (Double) TwoDecimals.of(impact.points().getAsDouble())
                        : null,
                ChangeFigures.points(impact.rest()),
                shareChange);
    }
}

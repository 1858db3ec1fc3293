package nl.klantstem.expose.board;

import java.util.Comparator;
import java.util.List;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteering.Kind;
import nl.klantstem.contract.out.DaySteeringKey;
import org.jspecify.annotations.Nullable;

/**
 * What day steering says: the newest of each kind.
 *
 * @param hour the newest hour, with its day up to its end and whether tomorrow can be met; absent before one is told
 * @param day the newest day that is closed, likewise
 */
public record DaySteeringTold(
        @Nullable Told<DaySteeringKey, DaySteering> hour,
        @Nullable Told<DaySteeringKey, DaySteering> day) {

    static DaySteeringTold of(List<Told<DaySteeringKey, DaySteering>> all) {
        return new DaySteeringTold(newest(all, Kind.HOUR), newest(all, Kind.DAY));
    }

    /** Whether all is there that is shown of a record. */
    static boolean isWhole(DaySteering value) {
        return value.from() != null
                && value.to() != null
                && value.date() != null
                && value.readiness() != null
                && value.tomorrow() != null
                && value.lastWeek() != null
                && value.lastPeak() != null
                && value.rows().stream().allMatch(DaySteeringTold::isWhole);
    }

    private static boolean isWhole(DaySteering.Row row) {
        return row.area() != null
                && row.today() != null
                && row.readiness() != null
                && row.reasons().stream().allMatch(reason -> reason.code() != null);
    }

    private static @Nullable Told<DaySteeringKey, DaySteering> newest(
            List<Told<DaySteeringKey, DaySteering>> all, Kind kind) {
        return all.stream()
                .filter(told -> told.key().kind() == kind)
                .max(Comparator.comparing(told -> told.value().from()))
                .orElse(null);
    }
}

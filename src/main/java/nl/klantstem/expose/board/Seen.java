package nl.klantstem.expose.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.ContactSurgeKey;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteeringKey;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.MeasureEffectKey;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsAlertKey;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.NpsWatchKey;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/** What is kept, at a moment. */
record Seen(
        List<Told<InsightKey, JourneyNps>> nps,
        List<Told<InsightKey, ContactDrivers>> drivers,
        List<Told<InsightKey, ContactOutcomes>> outcomes,
        List<Told<NpsAlertKey, NpsAlert>> alerts,
        List<Told<NpsWatchKey, NpsWatch>> watches,
        List<Told<ContactSurgeKey, ContactSurge>> surges,
        List<Told<MeasureEffectKey, MeasureEffect>> measures,
        List<Told<DaySteeringKey, DaySteering>> steering,
        @Nullable Instant upTo,
        @Nullable Instant movedAt) {

    /** Of a rolling window: the current value, unless the final one reaches further (then silence has moved it on). */
    static <V> @Nullable Told<InsightKey, V> rolling(
            List<Told<InsightKey, V>> of, Scope scope, String length, Function<V, Window> window) {
        return of.stream()
                .filter(told -> told.key().scope().equals(scope)
                        && told.key().type() == Window.Type.ROLLING
                        && length.equals(told.key().length()))
                .max(Comparator.comparing((Told<InsightKey, V> told) ->
                                window.apply(told.value()).to())
                        .thenComparing(told -> told.key().state() == InsightKey.State.CURRENT))
                .orElse(null);
    }

    /** Of local days, the value of each: current for the last day, final for those before. */
    static <V> Stream<Told<InsightKey, V>> days(List<Told<InsightKey, V>> of, Scope scope, InsightKey.State state) {
        return of.stream()
                .filter(told -> told.key().scope().equals(scope)
                        && told.key().date() != null
                        && told.key().state() == state)
                .sorted(Comparator.comparing(told -> date(told.key())));
    }

    static LocalDate date(InsightKey key) {
        LocalDate date = key.date();
        return date == null ? LocalDate.EPOCH : date;
    }
}

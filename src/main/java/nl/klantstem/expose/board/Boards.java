package nl.klantstem.expose.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.NpsAlert;
import org.jspecify.annotations.Nullable;

/** Makes a board of what is kept, when asked. */
public final class Boards {

    /** How long the data may stand still before that is said. */
    static final Duration STILL = Duration.ofSeconds(60);

    /** The most alerts, surges and measures of each; the rest is in their topics. */
    private static final int MOST = 50;

    private final BoardInsights insights;
    private final Supplier<Reading> reading;
    private final Catalogue catalogue;
    private final Terms terms;

    /**
     * What a board is made under.
     *
     * @param maxAge how far behind the clock the data may be; null where recorded time is not the clock's
     */
    public record Terms(
            String title, Programme programme, @Nullable Duration maxAge, Clock clock) {}

    public Boards(BoardInsights insights, Supplier<Reading> reading, Catalogue catalogue, Terms terms) {
        this.insights = insights;
        this.reading = reading;
        this.catalogue = catalogue;
        this.terms = terms;
    }

    /** The board of now. */
    public Board make() {
        var seen = insights.seen();
        var version = seen.upTo() == null ? catalogue.latest() : catalogue.at(seen.upTo());
        var lengths = Lengths.of(version.windows());
        return new Board(
                terms.title(),
                terms.programme(),
                version.zone().getId(),
                timeliness(seen),
                seen.upTo() == null
                        ? null
                        : Peak.on(seen.upTo().atZone(version.zone()).toLocalDate(), version.peaks())
                                .orElse(null),
                new Tiles(seen, terms.programme(), lengths).all(),
                new JourneyRows(seen, terms.programme(), lengths, version).all(),
                new DriverRows(seen, lengths, version).all(),
                ordered(seen.alerts(), alert -> alert.state() == NpsAlert.State.OPEN, NpsAlert::since),
                ordered(seen.surges(), surge -> surge.state() == ContactSurge.State.OPEN, ContactSurge::since),
                ordered(seen.measures(), measure -> false, MeasureEffect::effectiveAt),
                DaySteeringTold.of(seen.steering()));
    }

    private Timeliness timeliness(Seen seen) {
        var now = terms.clock().instant();
        var maxAge = terms.maxAge();
        @Nullable
        Long age = maxAge == null || seen.upTo() == null
                ? null
                : Math.max(0, Duration.between(seen.upTo(), now).toSeconds());
        var how = reading.get();
        var state =
                switch (how.phase()) {
                    case CONNECTING, TOPIC_MISSING, BROKERS_SILENT, READING -> Timeliness.State.READING;
                    case STOPPED -> Timeliness.State.STOPPED;
                    case FOLLOWING -> followed(seen, now);
                };
        return new Timeliness(state, seen.upTo(), age, seen.movedAt(), how);
    }

    private Timeliness.State followed(Seen seen, Instant now) {
        if (seen.upTo() == null || seen.movedAt() == null) {
            return Timeliness.State.EMPTY;
        }
        boolean still = seen.movedAt().isBefore(now.minus(STILL));
        boolean behind = terms.maxAge() != null && seen.upTo().isBefore(now.minus(terms.maxAge()));
        return still || behind ? Timeliness.State.STALE : Timeliness.State.LIVE;
    }

    private static <K, V> List<Told<K, V>> ordered(
            List<Told<K, V>> all, Predicate<V> isOpen, Function<V, Instant> since) {
        return all.stream()
                .sorted(Comparator.comparing((Told<K, V> told) -> !isOpen.test(told.value()))
                        .thenComparing(told -> since.apply(told.value()), Comparator.reverseOrder()))
                .limit(MOST)
                .toList();
    }
}

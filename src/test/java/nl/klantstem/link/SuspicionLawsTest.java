package nl.klantstem.link;

import static nl.klantstem.link.GivenCatalogue.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Suspicion;
import nl.klantstem.contract.out.LostInMailSuspect;
import nl.klantstem.contract.out.LostInMailSuspect.Reason;
import nl.klantstem.contract.out.LostInMailSuspect.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In whatever order the records of a parcel are read, and however time passes between them, what was suspected of it went
 * the same way, and the same is published of it, each step once.
 */
class SuspicionLawsTest {

    private static final String CUSTOMER = "c:pseudonym";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_order_of_reading_gives_the_plain_recount_and_publishes_its_steps(long seed) {
        System.out.println("suspicions: seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            List<KnownEvent> events = RandomParcel.events(random, 2 + random.nextInt(9));
            long end = last(events) + random.nextInt(180);
            Map<String, List<FactStep>> plain = PlainSteps.of(new PlainLinking(events, true), end);
            for (int order = 0; order < 8; order++) {
                Collections.shuffle(events, random);
                var written = new WrittenHistory(CATALOGUE, CUSTOMER, events, random).passTo(end);
                assertThat(written.histories()).as(told(events)).isEqualTo(WrittenHistory.inOrder(plain.values()));
                assertThat(written.suspects)
                        .as(told(events))
                        .extracting(SuspicionLawsTest::published)
                        .isEqualTo(published(plain.get("shipment " + RandomParcel.PARCEL)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void every_order_of_reading_publishes_the_same_records_to_the_letter(long seed) {
        System.out.println("suspicions: seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<KnownEvent> events = RandomParcel.events(random, 2 + random.nextInt(12));
            long end = last(events) + random.nextInt(2_000);
            var expected = new WrittenHistory(CATALOGUE, CUSTOMER, events).passTo(end).suspects;
            for (int order = 0; order < 10; order++) {
                Collections.shuffle(events, random);
                assertThat(new WrittenHistory(CATALOGUE, CUSTOMER, events, random).passTo(end).suspects)
                        .as(told(events))
                        .isEqualTo(expected);
            }
        }
    }

    /** Records that come behind a minute that was over: brokers whose clocks went back. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void what_comes_behind_time_that_is_over_is_counted_right_and_publishes_nothing_twice(long seed) {
        System.out.println("suspicions: seed " + seed);
        var random = new Random(seed);
        int takenBack = 0;
        for (int round = 0; round < 200; round++) {
            List<KnownEvent> events = RandomParcel.events(random, 2 + random.nextInt(9));
            long end = last(events) + 1 + random.nextInt(180);
            Map<String, List<FactStep>> plain = PlainSteps.of(new PlainLinking(events, true), end);
            Collections.shuffle(events, random);
            var written = new WrittenHistory(CATALOGUE, CUSTOMER, List.of());
            long over = events.get(0).at().minute() - 1;
            for (KnownEvent event : events) {
                if (random.nextBoolean()) {
                    over = Math.min(end - 1, over + random.nextInt(120));
                    written.passTo(over);
                }
                written.write(List.of(event));
            }
            written.passTo(end);

            assertThat(written.histories()).as(told(events)).isEqualTo(WrittenHistory.inOrder(plain.values()));
            once(written.suspects, told(events));
            Suspicion last = suspicion(plain.get("shipment " + RandomParcel.PARCEL));
            State state = written.suspects.isEmpty()
                    ? null
                    : written.suspects.get(written.suspects.size() - 1).state();
            if (last.withdrawnAt() != null) {
                assertThat(state).as(told(events)).isEqualTo(State.WITHDRAWN);
            } else if (last.suspectedAt() != null) {
                assertThat(state).as(told(events)).isNotNull();
            } else if (state == State.WITHDRAWN) {
                takenBack++;
            }
            if (delivered(plain.get("shipment " + RandomParcel.PARCEL))) {
                assertThat(state).as(told(events)).isNotEqualTo(State.SUSPECTED);
            }
        }
        assertThat(takenBack).as("parcels that would not have been suspected").isPositive();
    }

    @Test
    void the_histories_hold_every_way_that_a_suspicion_may_go() {
        var random = new Random(31);
        Set<Object> seen = new HashSet<>();
        for (int round = 0; round < 200; round++) {
            List<KnownEvent> events = RandomParcel.events(random, 2 + random.nextInt(9));
            new WrittenHistory(CATALOGUE, CUSTOMER, events)
                    .passTo(last(events) + 2_000)
                    .suspects
                    .forEach(suspect -> {
                        seen.add(suspect.state());
                        seen.add(suspect.reason() == null ? "none" : suspect.reason());
                        seen.add(suspect.carrier());
                        seen.add(suspect.offers());
                    });
        }
        assertThat(seen).contains((Object[]) State.values()).contains((Object[]) Reason.values());
        assertThat(seen).contains("carrier-1", "carrier-2", "other", "none");
    }

    private static void once(List<LostInMailSuspect> suspects, String events) {
        assertThat(suspects).as(events).hasSizeLessThan(3);
        if (!suspects.isEmpty()) {
            assertThat(suspects.get(0).state()).as(events).isEqualTo(State.SUSPECTED);
        }
        if (suspects.size() == 2) {
            assertThat(suspects.get(1).state()).as(events).isEqualTo(State.WITHDRAWN);
            assertThat(suspects.get(1).suspectedAt())
                    .as(events)
                    .isEqualTo(suspects.get(0).suspectedAt());
            assertThat(suspects.get(1).asOf())
                    .as(events)
                    .isAfterOrEqualTo(suspects.get(0).asOf());
        }
    }

    private record Said(State state, Instant suspectedAt, Instant withdrawnAt, Reason reason, Instant asOf) {}

    private static Said published(LostInMailSuspect suspect) {
        return new Said(
                suspect.state(), suspect.suspectedAt(), suspect.withdrawnAt(), suspect.reason(), suspect.asOf());
    }

    /** What must be published of a history: each step of the suspicion when it became so. */
    private static List<Said> published(List<FactStep> steps) {
        var said = new ArrayList<Said>();
        for (FactStep step : steps) {
            Suspicion now = ((ShipmentFact) step.fact()).suspicion();
            Instant end = Due.end(step.known());
            if (said.isEmpty() && now.suspectedAt() != null) {
                said.add(new Said(State.SUSPECTED, end, null, null, end));
            }
            if (said.size() == 1 && now.withdrawnAt() != null) {
                said.add(new Said(State.WITHDRAWN, now.suspectedAt(), end, now.withdrawn(), end));
            }
        }
        return said;
    }

    private static Suspicion suspicion(List<FactStep> steps) {
        return ((ShipmentFact) steps.get(steps.size() - 1).fact()).suspicion();
    }

    private static boolean delivered(List<FactStep> steps) {
        return switch (((ShipmentFact) steps.get(steps.size() - 1).fact()).delivery()) {
            case ON_TIME, LATE, DELIVERED -> true;
            case UNDERWAY, OVERDUE, LOST, RETURNED -> false;
        };
    }

    private static long last(List<KnownEvent> events) {
        return events.stream().mapToLong(event -> event.at().minute()).max().orElseThrow();
    }

    private static String told(List<KnownEvent> events) {
        return events.stream().map(KnownEvent::toString).reduce("", (a, b) -> a + "\n" + b);
    }
}

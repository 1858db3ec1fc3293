package nl.klantstem.link;

import static nl.klantstem.link.GivenEvents.at;
import static nl.klantstem.link.GivenEvents.known;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.ordered;
import static nl.klantstem.link.GivenEvents.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Suspicion;
import nl.klantstem.contract.in.DeliveryEvent.Type;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.Resolution;
import nl.klantstem.contract.out.LostInMailSuspect;
import nl.klantstem.contract.out.LostInMailSuspect.Reason;
import nl.klantstem.contract.out.LostInMailSuspect.State;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

/**
 * A parcel that went off at noon and was promised for half past: it is suspected to be lost as soon as an hour is silent, by
 * a rule of this catalogue.
 */
class SuspicionsTest {

    private static final Suspicion SUSPECTED = new Suspicion(at(60), null, null, null);

    @Test
    void it_is_suspected_when_its_promise_and_the_last_that_was_heard_of_it_are_far_enough_back() {
        assertThat(Told.of(sent()).passTo(58).suspicions("s")).containsExactly(Suspicion.NONE);
        assertThat(Told.of(sent()).passTo(59).suspicions("s"))
                .as("minute 59 ends an hour after noon")
                .containsExactly(Suspicion.NONE, SUSPECTED);
        assertThat(Told.of(sent(), parcel(Type.SCAN, 20, 20)).passTo(200).suspicions("s"))
                .as("an hour after the scan")
                .containsExactly(Suspicion.NONE, new Suspicion(at(80), null, null, null));
        assertThat(Told.of(promised(0, 90)).passTo(200).suspicions("s"))
                .as("not before its promise")
                .containsExactly(Suspicion.NONE, new Suspicion(at(90), null, null, null));
    }

    @Test
    void one_without_a_promise_or_that_came_to_an_end_is_never_suspected() {
        assertThat(Told.of(parcel(Type.SCAN, 0, 0)).passTo(9_000).suspicions("s"))
                .containsExactly(Suspicion.NONE);
        for (Type end : List.of(Type.DELIVERED, Type.DELIVERED_NEIGHBOUR, Type.LOST_CONFIRMED, Type.RETURNED)) {
            assertThat(Told.of(sent(), parcel(end, 10, 59)).passTo(9_000).suspicions("s"))
                    .containsExactly(Suspicion.NONE);
        }
    }

    @Test
    void its_order_may_have_promised_it() {
        var ordered = ordered("o", OrderEvent.Type.PLACED, at(0), at(90), known(0, Topic.ORDER_EVENTS.rank(), 1));

        assertThat(Told.of(ordered, parcel(Type.SCAN, 0, 0)).passTo(200).suspicions("s"))
                .contains(new Suspicion(at(90), null, null, null));
    }

    @Test
    void a_carrier_may_have_a_rule_of_its_own() {
        var careful = shipped("s", "o", Type.SCAN, at(0), at(30), known(0, Topic.DELIVERY_EVENTS.rank(), 3));
        var quick = shipped("s", "o", Type.SCAN, at(0), at(30), known(0, Topic.DELIVERY_EVENTS.rank(), 4));

        assertThat(Told.of(careful).passTo(9_000).suspicions("s"))
                .contains(new Suspicion(at(30 + 24 * 60), null, null, null));
        assertThat(Told.of(quick).passTo(9_000).suspicions("s")).contains(new Suspicion(at(30), null, null, null));
    }

    @Test
    void it_is_withdrawn_for_good_when_the_customer_calls() {
        var told = Told.of(sent())
                .passTo(99)
                .then(opened("k", 100).order("o").step())
                .passTo(9_000);

        assertThat(told.suspicions("s"))
                .containsExactly(Suspicion.NONE, SUSPECTED, new Suspicion(at(60), at(101), Reason.CALLED, at(100)));
        assertThat(told.suspects())
                .extracting(LostInMailSuspect::state)
                .containsExactly(State.SUSPECTED, State.WITHDRAWN);
    }

    @Test
    void who_calls_about_the_parcel_or_its_order_after_the_promise_reports_it_and_nobody_else() {
        assertThat(called(opened("k", 40).order("o"))).isEqualTo(at(40));
        assertThat(called(opened("k", 40).shipment("s"))).isEqualTo(at(40));
        assertThat(called(opened("k", 30).shipment("s"))).as("at its promise").isNull();
        assertThat(called(opened("k", 20).shipment("s").order("o")))
                .as("asks when it will come")
                .isNull();
        assertThat(called(opened("k", 40).shipment("another").order("other"))).isNull();
        assertThat(called(opened("k", 40).order("o").outbound())).isNull();
    }

    @Test
    void who_reported_it_before_needs_no_suspicion_but_who_asked_before_the_promise_does() {
        assertThat(Told.of(sent(), opened("k", 40).order("o").step())
                        .passTo(9_000)
                        .suspicions("s"))
                .containsExactly(Suspicion.NONE, new Suspicion(null, null, null, at(40)));
        assertThat(Told.of(sent(), opened("k", 20).shipment("s").step())
                        .passTo(9_000)
                        .suspicions("s"))
                .containsExactly(Suspicion.NONE, SUSPECTED);
    }

    @Test
    void what_is_asked_about_a_parcel_that_was_delivered_is_no_report() {
        KnownEvent[] events = {
            sent(), parcel(Type.DELIVERED, 50, 50), opened("k", 50).order("o").step()
        };
        assertThat(Told.of(events).suspicions("s")).containsExactly(Suspicion.NONE);
        assertThat(Told.of(events)
                        .then(opened("k1", 49).order("o").knownAt(55, 8).step())
                        .suspicions("s"))
                .as("a call before it was delivered, known after it")
                .contains(new Suspicion(null, null, null, at(49)));
        assertThat(Told.of(
                                sent(),
                                parcel(Type.LOST_CONFIRMED, 50, 50),
                                opened("k", 60).order("o").step())
                        .suspicions("s"))
                .as("one that was lost is missed all the same")
                .contains(new Suspicion(null, null, null, at(60)));
    }

    @Test
    void an_end_that_was_before_the_suspicion_and_becomes_known_after_it_withdraws_it_then() {
        var told = Told.of(sent(), parcel(Type.DELIVERED_NEIGHBOUR, 50, 70)).passTo(200);

        assertThat(told.suspicions("s"))
                .containsExactly(Suspicion.NONE, SUSPECTED, new Suspicion(at(60), at(71), Reason.DELIVERED, null));
        assertThat(((ShipmentFact) told.shipment("s")).delivery()).isEqualTo(ShipmentFact.Delivery.LATE);
    }

    @Test
    void of_several_reasons_in_one_minute_the_end_counts_before_the_call_and_the_call_before_what_was_seen() {
        var call = opened("k", 70).order("o").step();

        assertThat(last(sent(), parcel(Type.SCAN, 70, 70), call)).isEqualTo(Reason.CALLED);
        assertThat(last(sent(), parcel(Type.SCAN, 70, 70), call, parcel(Type.RETURNED, 70, 70)))
                .isEqualTo(Reason.RETURNED);
        assertThat(last(sent(), parcel(Type.SCAN, 70, 70), parcel(Type.LOST_CONFIRMED, 70, 70)))
                .isEqualTo(Reason.LOST_CONFIRMED);
    }

    @Test
    void it_is_withdrawn_when_something_is_heard_that_shows_that_it_was_not_silent() {
        assertThat(last(sent(), parcel(Type.SCAN, 90, 90))).isEqualTo(Reason.SEEN);
        assertThat(last(sent(), parcel(Type.SCAN, 1, 90)))
                .as("59 minutes before it was suspected")
                .isEqualTo(Reason.SEEN);
        assertThat(last(sent(), parcel(Type.SCAN, 0, 90)))
                .as("as long ago as the silence must be")
                .isNull();
    }

    @Test
    void once_withdrawn_it_is_never_suspected_again() {
        assertThat(Told.of(sent(), parcel(Type.SCAN, 90, 90)).passTo(9_000).suspicions("s"))
                .containsExactly(Suspicion.NONE, SUSPECTED, new Suspicion(at(60), at(91), Reason.SEEN, null));
    }

    @Test
    void it_is_published_when_its_minute_is_over_with_all_that_who_acts_needs() {
        var told = Told.of(sent());
        assertThat(told.passTo(58).suspects()).isEmpty();

        assertThat(told.passTo(59).suspects())
                .containsExactly(new LostInMailSuspect(
                        "s",
                        "o",
                        "other",
                        "unknown",
                        State.SUSPECTED,
                        at(60),
                        null,
                        null,
                        at(30),
                        Type.HANDED_TO_CARRIER,
                        at(0),
                        0,
                        1,
                        List.of(Resolution.COURIER),
                        "promised for 2026-03-02T12:30:00Z (0 h ago), last heard of at 2026-03-02T12:00:00Z (1 h ago):"
                                + " HANDED_TO_CARRIER",
                        at(60),
                        "v1",
                        LostInMailSuspect.SCHEMA_VERSION));
        assertThat(told.passTo(9_000).suspects()).hasSize(1);
    }

    @Test
    void what_is_read_ahead_of_the_other_topics_is_not_published_before_they_are_read_as_far() {
        var told = Told.of(sent(), parcel(Type.SCAN, 10, 90));
        assertThat(told.suspicions("s")).as("told ahead of time").hasSize(2);
        assertThat(told.suspects()).isEmpty();

        told.then(parcel(Type.DELIVERED, 58, 58)).passTo(200);

        assertThat(told.suspicions("s")).containsExactly(Suspicion.NONE);
        assertThat(told.suspects()).isEmpty();
    }

    @Test
    void a_record_behind_time_that_is_over_takes_a_suspicion_back_once() {
        var told =
                Told.of(sent()).passTo(80).then(parcel(Type.DELIVERED, 50, 55)).passTo(9_000);

        assertThat(told.suspicions("s")).as("the figures are right").containsExactly(Suspicion.NONE);
        assertThat(told.suspects())
                .extracting(LostInMailSuspect::state, LostInMailSuspect::asOf, LostInMailSuspect::reason)
                .containsExactly(
                        tuple(State.SUSPECTED, at(60), null), tuple(State.WITHDRAWN, at(81), Reason.DELIVERED));
    }

    @Test
    void a_suspicion_that_was_published_without_cause_is_withdrawn_as_soon_as_there_is_one() {
        var told = Told.of(sent()).passTo(80).then(promised(50, 5_000)).passTo(100);
        assertThat(told.suspicions("s")).containsExactly(Suspicion.NONE);
        assertThat(told.suspects()).hasSize(1);

        told.then(parcel(Type.OUT_FOR_DELIVERY, 120, 120)).passTo(200);

        assertThat(told.suspects()).hasSize(2).last().satisfies(last -> {
            assertThat(last.reason()).isEqualTo(Reason.SEEN);
            assertThat(last.suspectedAt()).isEqualTo(at(60));
            assertThat(last.promisedTo()).as("as it was published").isEqualTo(at(30));
        });
        assertThat(told.passTo(99_000).suspects()).hasSize(2);
    }

    @Test
    void what_was_published_is_forgotten_with_the_parcel() {
        var timeline = Told.of(sent()).passTo(80).timeline();
        assertThat(timeline.announced()).containsOnlyKeys("s");

        timeline.drop(story -> true);

        assertThat(timeline.announced()).isEmpty();
        assertThat(timeline.isEmpty()).isTrue();
    }

    private static Instant called(GivenEvents.Stepped call) {
        return ((ShipmentFact) Told.of(sent(), call.step()).shipment("s"))
                .suspicion()
                .reportedAt();
    }

    private static Reason last(KnownEvent... events) {
        return ((ShipmentFact) Told.of(events).passTo(200).shipment("s"))
                .suspicion()
                .withdrawn();
    }

    private static ShipmentStep sent() {
        return promised(0, 30);
    }

    private static ShipmentStep promised(long minute, long promise) {
        return shipped(
                "s",
                "o",
                Type.HANDED_TO_CARRIER,
                at(minute),
                at(promise),
                known(minute, Topic.DELIVERY_EVENTS.rank(), 5 + 10 * minute));
    }

    private static ShipmentStep parcel(Type type, long minute, long known) {
        return shipped("s", "o", type, at(minute), null, known(known, Topic.DELIVERY_EVENTS.rank(), 15 + 10 * known));
    }
}

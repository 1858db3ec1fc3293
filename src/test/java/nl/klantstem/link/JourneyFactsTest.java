package nl.klantstem.link;

import static nl.klantstem.contract.in.JourneyStepEvent.Kind.CLOSED;
import static nl.klantstem.contract.in.JourneyStepEvent.Kind.COMPLETED;
import static nl.klantstem.contract.in.JourneyStepEvent.Kind.REACHED;
import static nl.klantstem.contract.in.JourneyStepEvent.Kind.STARTED;
import static nl.klantstem.link.GivenEvents.again;
import static nl.klantstem.link.GivenEvents.at;
import static nl.klantstem.link.GivenEvents.known;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.ordered;
import static nl.klantstem.link.GivenEvents.shipped;
import static nl.klantstem.link.GivenEvents.stage;
import static nl.klantstem.link.GivenEvents.stepped;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Outcome;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.flow.JourneyFact.Step;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.link.GivenEvents.Stepped;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

/**
 * Instances of journeys as docs/measures.md defines them. "return" goes s0, s1, s2; an instance is abandoned after 12 silent
 * minutes, a new order is its outcome for 1 day, and who orders nothing for 2 days may have left.
 */
class JourneyFactsTest {

    private static final long DAY = 24 * 60;

    // ---- how far it came

    @Test
    void its_steps_are_reached_one_after_another_and_each_completes_the_one_before() {
        Told told = Told.of(
                stage("j", "s0", STARTED, 0).step(),
                stage("j", "s1", REACHED, 3).step(),
                stage("j", "s2", REACHED, 5).step());

        JourneyFact journey = told.journey("j");

        assertThat(journey.journey()).isEqualTo("return");
        assertThat(journey.startedAt()).isEqualTo(at(0));
        assertThat(journey.passage()).isEqualTo(Passage.OPEN);
        assertThat(steps(journey)).containsExactly("s0 at 0 COMPLETED 180", "s1 at 3 COMPLETED 120", "s2 at 5 OPEN -1");
    }

    @Test
    void a_step_that_is_told_late_corrects_what_was_told() {
        Told told = Told.of(
                stage("j", "s0", STARTED, 0).step(),
                stage("j", "s2", REACHED, 8).step());
        assertThat(steps(told.journey("j"))).containsExactly("s0 at 0 COMPLETED 480", "s2 at 8 OPEN -1");

        told.then(stage("j", "s1", REACHED, 2).knownAt(15, 5).step());

        assertThat(steps(told.journey("j")))
                .containsExactly("s0 at 0 COMPLETED 120", "s1 at 2 COMPLETED 360", "s2 at 8 OPEN -1");
    }

    @Test
    void a_step_that_was_gone_back_to_is_completed_by_what_follows_it_only() {
        Told told = Told.of(
                stage("j", "s1", REACHED, 0).step(),
                stage("j", "s0", REACHED, 4).step());

        assertThat(steps(told.journey("j"))).containsExactly("s0 at 4 OPEN -1", "s1 at 0 OPEN -1");
    }

    @Test
    void its_own_completion_says_when_whatever_follows() {
        Told told = Told.of(
                stage("j", "s0", STARTED, 0).step(),
                stage("j", "s1", REACHED, 1).step(),
                stage("j", "s0", COMPLETED, 4).step());

        assertThat(steps(told.journey("j"))).containsExactly("s0 at 0 COMPLETED 240", "s1 at 1 OPEN -1");
    }

    @Test
    void it_is_completed_by_its_end_or_by_the_completion_of_its_last_step() {
        Told closed = Told.of(
                stage("j", "s1", STARTED, 0).step(), stage("j", "s2", CLOSED, 6).step());
        Told last = Told.of(
                stage("j", "s2", COMPLETED, 6).step(),
                stage("j", "no-such", REACHED, 1).step());
        Told notLast = Told.of(stage("j", "s1", COMPLETED, 6).step());

        assertThat(closed.journey("j").passage()).isEqualTo(Passage.COMPLETED);
        assertThat(steps(closed.journey("j"))).as("an end reaches nothing").containsExactly("s1 at 0 COMPLETED 360");
        assertThat(last.journey("j").passage()).isEqualTo(Passage.COMPLETED);
        assertThat(steps(last.journey("j")))
                .as("what is not in the catalogue ends with the whole")
                .containsExactly("other at 1 COMPLETED 300", "s2 at 6 COMPLETED 0");
        assertThat(notLast.journey("j").passage()).isEqualTo(Passage.OPEN);
    }

    @Test
    void one_that_never_ends_is_abandoned_after_a_silence_and_taken_up_again_by_any_event() {
        Told told = Told.of(
                stage("j", "s0", COMPLETED, 0).step(),
                stage("j", "s1", REACHED, 2).step());

        told.passTo(12);
        assertThat(told.journey("j").passage()).isEqualTo(Passage.OPEN);
        told.passTo(13);
        assertThat(told.journey("j").passage()).isEqualTo(Passage.ABANDONED);
        assertThat(steps(told.journey("j"))).containsExactly("s0 at 0 COMPLETED 0", "s1 at 2 ABANDONED -1");

        told.then(stage("j", "s2", REACHED, 30).step());
        assertThat(told.journey("j").passage()).isEqualTo(Passage.OPEN);
        assertThat(steps(told.journey("j")))
                .containsExactly("s0 at 0 COMPLETED 0", "s1 at 2 COMPLETED 1680", "s2 at 30 OPEN -1");
    }

    @Test
    void a_contact_that_goes_on_is_no_silence() {
        Told told = Told.of(
                stage("j", "s0", STARTED, 0).step(),
                of("j", "k", 2).step(),
                stepped("k", 1, ContactEvent.Type.ANSWERED, 9).step());

        assertThat(told.passTo(19).journey("j").passage()).isEqualTo(Passage.OPEN);
        assertThat(told.passTo(20).journey("j").passage()).isEqualTo(Passage.ABANDONED);
    }

    @Test
    void two_instances_of_one_customer_at_once_are_two() {
        Told told = Told.of(
                stage("j1", "s0", STARTED, 0).step(),
                stage("j2", "s0", STARTED, 1).journey("delivery").step(),
                stage("j1", "s1", REACHED, 2).step());

        assertThat(steps(told.journey("j1"))).containsExactly("s0 at 0 COMPLETED 120", "s1 at 2 OPEN -1");
        assertThat(steps(told.journey("j2"))).containsExactly("s0 at 1 OPEN -1");
        assertThat(told.journey("j2").journey()).isEqualTo("delivery");
    }

    // ---- contacts

    @Test
    void one_that_only_contacts_tell_of_is_there_once_they_opened() {
        Told told = Told.of(
                stepped("k", 1, ContactEvent.Type.CLOSED, 4).instance("j").step());
        assertThat(told.journeys()).isEmpty();

        told.then(of("j", "k", 1).because("returns/how", false).knownAt(6, 1).step());

        assertThat(told.journey("j").startedAt()).isEqualTo(at(1));
        assertThat(told.journey("j").journey()).as("of its driver").isEqualTo("return");
        assertThat(steps(told.journey("j"))).containsExactly("unknown at 1 OPEN -1");
    }

    @Test
    void a_contact_that_turns_out_to_be_of_another_instance_leaves_the_first() {
        Told told = Told.of(of("j1", "k", 1).step());
        told.then(stepped("k", 1, ContactEvent.Type.DRIVER_CORRECTED, 3)
                .instance("j2")
                .step());

        assertThat(told.journey("j1")).isNull();
        assertThat(steps(told.journey("j2"))).containsExactly("unknown at 1 OPEN -1");
    }

    @Test
    void a_contact_of_nobody_belongs_to_no_instance_until_it_is_moved_to_its_customer() {
        assertThat(Told.ofNobody(of("j", "k0", 1).step()).journeys()).isEmpty();
        assertThat(Told.of(of("j", "k0", 1).step()).journeys()).containsExactly("j");
    }

    @Test
    void a_contact_is_at_the_step_it_names_else_at_the_one_reached_last_when_it_opened() {
        Told told = Told.of(
                of("j", "early", 0).step(),
                stage("j", "s0", STARTED, 1).step(),
                of("j", "second", 2).step(),
                stage("j", "s1", REACHED, 3).step(),
                stage("j", "s2", REACHED, 3).step(),
                of("j", "tied", 4).step(),
                of("j", "named", 5).atStep("s0").step(),
                of("j", "outbound", 6).outbound().step());

        assertThat(told.journey("j").steps())
                .extracting(step -> step.step() + " " + step.contacts() + " " + step.secondContacts())
                .containsExactly("s0 2 2", "s1 0 0", "s2 1 1", "unknown 1 0");
    }

    @Test
    void a_contact_reaches_the_step_it_names() {
        Told told = Told.of(
                stage("j", "s1", REACHED, 5).step(),
                of("j", "k", 2).atStep("s1").step());

        assertThat(steps(told.journey("j"))).containsExactly("s1 at 2 OPEN -1");
    }

    @Test
    void waits_imposed_at_a_step_are_one_from_the_first_to_the_latest_end() {
        Told told = Told.of(
                of("j", "k1", 1).journey("return").atStep("s1").step(),
                stepped("k1", 1, ContactEvent.Type.WAIT_IMPOSED, 2).step(),
                of("j", "k2", 4).atStep("s1").waitsUntil(at(20)).step(),
                stepped("k2", 1, ContactEvent.Type.WAIT_IMPOSED, 5)
                        .waitsUntil(at(12))
                        .step(),
                of("j", "k3", 6).atStep("s2").waits(true).step());

        assertThat(told.journey("j").steps())
                .extracting(step -> step.step() + " " + step.waitImposed() + " " + step.waitSeconds())
                .containsExactly("s1 true " + 18 * 60, "s2 true -1");
    }

    @Test
    void how_a_step_was_experienced_is_told_last_and_every_emotion_stays() {
        Told told = Told.of(
                stage("j", "s0", REACHED, 4)
                        .felt(Experience.POSITIVE, Emotion.JOY)
                        .step(),
                stage("j", "s0", STARTED, 0)
                        .felt(Experience.NEGATIVE, Emotion.ANGER)
                        .knownAt(5, 1)
                        .step(),
                stage("j", "s0", COMPLETED, 6).step());

        Step step = told.journey("j").steps().get(0);

        assertThat(step.experience()).isEqualTo(Experience.POSITIVE);
        assertThat(step.observed()).containsExactly(Emotion.JOY, Emotion.ANGER);
    }

    // ---- what came of it

    @Test
    void an_order_placed_again_within_the_days_is_its_outcome_and_an_agent_may_have_placed_it() {
        Told told = Told.of(of("j", "k", 0).order("o0").step());
        assertThat(told.journey("j").outcome().reordered()).isFalse();

        told.then(again(placed("o1", DAY - 2), "o0", OrderEvent.PlacedBy.CUSTOMER));
        assertThat(told.journey("j").outcome())
                .extracting(Outcome::due, Outcome::reordered, Outcome::byAgent)
                .containsExactly(false, true, false);

        told.then(again(placed("o2", DAY - 1), "o0", OrderEvent.PlacedBy.AGENT));
        assertThat(told.passTo(DAY).journey("j").outcome())
                .extracting(Outcome::due, Outcome::reordered, Outcome::byAgent)
                .containsExactly(true, true, true);
    }

    @Test
    void an_order_placed_again_before_its_start_or_after_the_days_is_not() {
        Told told = Told.of(
                of("j", "k", 5).order("o0").step(),
                again(placed("o1", 4), "o0", OrderEvent.PlacedBy.AGENT),
                again(placed("o2", DAY + 6), "o0", OrderEvent.PlacedBy.AGENT),
                again(placed("o3", 7), "another", OrderEvent.PlacedBy.AGENT));

        assertThat(told.journey("j").outcome().reordered()).isFalse();
        assertThat(told.journey("j").outcome().ordered()).isTrue();
    }

    @Test
    void a_resolution_tells_of_a_new_order_when_it_was_given_within_the_days() {
        Told inTime = Told.of(of("j", "k", 0).resolved("REORDERED_BY_AGENT").step());
        Told late = Told.of(
                of("j", "k", 0).step(),
                stepped("k", 1, ContactEvent.Type.RESOLVED, DAY + 1)
                        .resolved("REORDERED_BY_CUSTOMER")
                        .step());

        assertThat(inTime.journey("j").outcome())
                .extracting(Outcome::reordered, Outcome::byAgent)
                .containsExactly(true, true);
        assertThat(late.journey("j").outcome().reordered()).isFalse();
        assertThat(late.journey("j").outcome().resolution()).isEqualTo("REORDERED_BY_CUSTOMER");
    }

    @Test
    void its_resolution_is_that_of_its_latest_contact_that_has_one_and_any_of_them_credits() {
        Told told = Told.of(
                of("j", "k1", 0).resolved("CREDITED").step(),
                of("j", "k2", 3).resolved("INFORMED").step(),
                of("j", "k3", 5).step());

        assertThat(told.journey("j").outcome())
                .extracting(Outcome::resolution, Outcome::credited)
                .containsExactly("INFORMED", true);
    }

    @Test
    void what_was_lost_is_found_when_it_is_delivered_after_the_start_and_kept_unless_it_goes_back() {
        Told told = Told.of(of("j", "k", 5).order("o0").step(), shipped("s", DeliveryEvent.Type.DELIVERED, 4, 1));
        assertThat(told.journey("j").outcome().found()).isFalse();

        told.then(shipped("s", DeliveryEvent.Type.DELIVERED_NEIGHBOUR, 9, 2));
        assertThat(told.journey("j").outcome())
                .extracting(Outcome::found, Outcome::kept, Outcome::refunded)
                .containsExactly(true, true, false);

        told.then(ordered("o0", OrderEvent.Type.RETURN_REQUESTED, 12, 3));
        assertThat(told.journey("j").outcome())
                .extracting(Outcome::found, Outcome::kept, Outcome::refunded)
                .containsExactly(true, false, false);

        told.then(ordered("o0", OrderEvent.Type.RETURN_RECEIVED, 14, 4));
        assertThat(told.journey("j").outcome().refunded()).isTrue();
    }

    @Test
    void who_orders_nothing_for_days_may_have_left_until_an_order_turns_up_after_all() {
        Told told = Told.of(of("j", "k", 0).step(), placed("o0", 0));

        assertThat(told.passTo(2 * DAY - 1).journey("j").outcome())
                .extracting(Outcome::leakageDue, Outcome::ordered)
                .containsExactly(true, false);

        told.then(ordered("o1", OrderEvent.Type.PLACED, at(2 * DAY), null, known(3 * DAY, 3, 7)));
        assertThat(told.journey("j").outcome())
                .extracting(Outcome::leakageDue, Outcome::ordered)
                .containsExactly(true, true);
    }

    @Test
    void it_is_late_when_what_it_starts_with_was() {
        Told told = Told.of(stage("j", "s0", STARTED, 3).late(true).step());
        assertThat(told.journey("j").late()).isTrue();

        told.then(of("j", "k", 1).step());
        assertThat(told.journey("j").late()).isFalse();
    }

    private static Stepped of(String instance, String contactId, long minute) {
        return opened(contactId, minute).instance(instance);
    }

    private static KnownEvent.OrderStep placed(String orderId, long minute) {
        return ordered(
                orderId,
                OrderEvent.Type.PLACED,
                at(minute),
                null,
                known(minute, Topic.ORDER_EVENTS.rank(), orderId.hashCode() % 50 + 50));
    }

    private static List<String> steps(JourneyFact journey) {
        return journey.steps().stream()
                .map(step -> step.step() + " at " + minute(step) + " " + step.passage() + " " + step.seconds())
                .toList();
    }

    private static long minute(Step step) {
        return (step.reachedAt().getEpochSecond() - at(0).getEpochSecond()) / 60;
    }
}

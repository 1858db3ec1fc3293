package nl.klantstem.link;

import static nl.klantstem.contract.in.JourneyStepEvent.Kind.REACHED;
import static nl.klantstem.contract.in.JourneyStepEvent.Kind.STARTED;
import static nl.klantstem.link.GivenEvents.again;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.ordered;
import static nl.klantstem.link.GivenEvents.shipped;
import static nl.klantstem.link.GivenEvents.stage;
import static nl.klantstem.link.GivenEvents.stepped;
import static org.assertj.core.api.Assertions.assertThat;

import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.OrderEvent;
import org.junit.jupiter.api.Test;

/** What is kept for another's sake, when facts are kept for 10 days and orders for 6; days are counted from noon. */
class ForgettingTest {

    private static final int DAY = 24 * 60;
    private static final long NOON = GivenEvents.NOON.getEpochSecond() / 60;
    private static final String CUSTOMER = "c:1";

    private final Keeping keeping = new Keeping(10 * DAY, 6 * DAY);
    private final Forgetting forgetting = new Forgetting(keeping);
    private final Chronicle chronicle = new Chronicle(new Facts(GivenCatalogue.CATALOGUE));
    private Timeline timeline = new Timeline();
    private long place;

    @Test
    void an_instance_that_only_contacts_tell_of_is_kept_as_long_as_they_are() {
        write(opened("k", 0).instance("j").step());
        write(stepped("k", 1, ContactEvent.Type.CLOSED, 4 * DAY).step());

        passTo(13);
        assertThat(timeline.journeys()).containsOnlyKeys("j");

        passTo(45);
        assertThat(timeline.isEmpty()).isTrue();
    }

    @Test
    void contacts_are_kept_as_long_as_the_instance_that_they_name() {
        write(opened("k", 0).instance("j").step());
        write(opened("other", 0).step());
        write(stage("j", "s1", REACHED, 8 * DAY).step());

        passTo(17);
        assertThat(timeline.contacts()).containsOnlyKeys("k");

        passTo(50);
        assertThat(timeline.isEmpty()).isTrue();
    }

    @Test
    void a_contact_that_left_an_instance_for_another_keeps_both() {
        write(opened("k", 0).instance("j1").step());
        write(stepped("k", 1, ContactEvent.Type.DRIVER_CORRECTED, 1)
                .instance("j2")
                .step());
        write(stage("j2", "s1", REACHED, 8 * DAY).step());

        passTo(17);
        assertThat(timeline.journeys()).containsOnlyKeys("j1", "j2");

        passTo(50);
        assertThat(timeline.isEmpty()).isTrue();
    }

    @Test
    void orders_and_shipments_that_an_instance_may_count_are_kept_as_long_as_it() {
        write(ordered("before", OrderEvent.Type.PLACED, 0, place++));
        write(ordered("o0", OrderEvent.Type.PLACED, 0, place++));
        write(shipped("s", DeliveryEvent.Type.DELIVERED, 2 * DAY, place++));
        write(opened("k", DAY).instance("j").order("o0").step());
        write(ordered("after", OrderEvent.Type.PLACED, 3 * DAY, place++));

        passTo(10);
        assertThat(timeline.orders()).containsOnlyKeys("o0", "after");
        assertThat(timeline.shipments()).containsOnlyKeys("s");

        passTo(45);
        assertThat(timeline.isEmpty()).isTrue();
    }

    @Test
    void a_late_event_does_not_unmake_what_came_of_an_instance() {
        write(opened("k", 0).instance("j").order("o0").step());
        write(again(ordered("o1", OrderEvent.Type.PLACED, 5, place++), "o0", OrderEvent.PlacedBy.AGENT));
        passTo(9);
        JourneyFact before = journey();
        assertThat(before.outcome().byAgent()).isTrue();

        write(stepped("k", 1, ContactEvent.Type.CLOSED, 30)
                .knownAt(9 * DAY + 60, place++)
                .step());

        assertThat(journey().outcome()).isEqualTo(before.outcome());
    }

    @Test
    void an_instance_that_goes_on_for_ever_keeps_nothing_for_ever() {
        write(stage("j", "s0", STARTED, 0).step());
        for (int day = 1; day <= 100; day++) {
            write(opened("k" + day, (long) day * DAY)
                    .instance("j")
                    .order("o" + day)
                    .step());
            write(ordered("o" + day, OrderEvent.Type.PLACED, (long) day * DAY, place++));
            passTo(day);
        }

        assertThat(timeline.contacts())
                .as("10 days, 10 more, and a month until it is looked at")
                .hasSizeLessThan(60);
        assertThat(timeline.orders()).hasSizeLessThan(60);

        passTo(160);
        assertThat(timeline.isEmpty()).isTrue();
    }

    private JourneyFact journey() {
        Story<?> story = timeline.journeys().get("j");
        return (JourneyFact) story.steps().get(story.steps().size() - 1).fact();
    }

    private void write(KnownEvent event) {
        chronicle.write(timeline, CUSTOMER, event, TaskTime.UNKNOWN);
        forgetting.plan(timeline, event);
        timeline = TimelineCodec.decode(TimelineCodec.encode(timeline));
    }

    /** As a task does that hears of a day: what is due comes to pass, and what is over is forgotten, at most once a month. */
    private void passTo(int day) {
        long minute = NOON + (long) day * DAY;
        chronicle.pass(timeline, CUSTOMER, minute);
        if (timeline.forgetAt() <= minute) {
            forgetting.forget(timeline, minute);
        }
    }
}

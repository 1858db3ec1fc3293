package nl.klantstem.link;

import static nl.klantstem.link.GivenEvents.answered;
import static nl.klantstem.link.GivenEvents.at;
import static nl.klantstem.link.GivenEvents.known;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.ordered;
import static nl.klantstem.link.GivenEvents.shipped;
import static nl.klantstem.link.GivenEvents.stepped;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactCourse.Answer;
import nl.klantstem.contract.flow.ContactCourse.BotOutcome;
import nl.klantstem.contract.flow.ContactCourse.Ending;
import nl.klantstem.contract.flow.ContactCourse.FirstContact;
import nl.klantstem.contract.flow.ContactCourse.Level;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.ContactEvent.Type;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.link.GivenEvents.Stepped;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

/** What contacts, orders and shipments count as, and from which minute on: one story at a time. */
class ContactScenariosTest {

    private static final long DAY = 24 * 60;
    private static final String K = "k0";

    // ---- people

    @Test
    void a_late_answer_is_told_when_it_is_heard_and_counts_from_then_on() {
        Told told = Told.of(opened(K, 0).step())
                .passTo(7)
                .then(stepped(K, 1, Type.ANSWERED, 0).second(45).knownAt(8, 1).step());

        assertThat(told.history(K, course -> course.reach().level()))
                .as("the target of a minute ran out, and was met after all")
                .containsExactly("0 MISSED", "8 IN_TIME");
        assertThat(told.history(K, course -> course.reach().answer())).containsExactly("0 WAITING", "8 ANSWERED");
    }

    @Test
    void an_answer_is_in_time_up_to_the_very_second_of_the_target() {
        assertThat(answeredAfter(1, 0).reach().level()).isEqualTo(Level.IN_TIME);
        assertThat(answeredAfter(1, 1).reach().level()).isEqualTo(Level.MISSED);
        assertThat(answeredAfter(1, 1).reach().answerSeconds()).isEqualTo(61);
    }

    private static ContactCourse answeredAfter(long minute, int second) {
        return Told.of(
                        opened(K, 0).step(),
                        stepped(K, 1, Type.ANSWERED, minute).second(second).step())
                .course(K);
    }

    @Test
    void a_target_has_run_out_at_the_end_of_the_minute_in_which_it_does() {
        // CHAT: 30 seconds. At 12:03:30 it runs out, in minute 3; at 12:03:00 at the end of minute 2.
        assertThat(Told.of(opened(K, 3).by("CHAT", null).second(0).step())
                        .passTo(3)
                        .history(K, course -> course.reach().level()))
                .containsExactly("3 MISSED");
        assertThat(Told.of(opened(K, 3).by("CHAT", null).second(30).step())
                        .passTo(3)
                        .history(K, course -> course.reach().level()))
                .as("12:04:00 is the end of minute 3")
                .containsExactly("3 MISSED");
        assertThat(Told.of(opened(K, 3).by("CHAT", null).second(31).step())
                        .passTo(4)
                        .history(K, course -> course.reach().level()))
                .containsExactly("3 NONE", "4 MISSED");
    }

    @Test
    void who_gives_up_in_less_than_ten_seconds_is_held_against_nobody() {
        assertThat(abandoned(9).answer()).isEqualTo(Answer.ABANDONED_SHORT);
        assertThat(abandoned(9).level()).isEqualTo(Level.NONE);
        assertThat(abandoned(10).answer()).isEqualTo(Answer.ABANDONED);
        assertThat(abandoned(10).level()).isEqualTo(Level.MISSED);
    }

    private static ContactCourse.Reach abandoned(int second) {
        return Told.of(
                        opened(K, 0).step(),
                        stepped(K, 1, Type.ABANDONED, 0).second(second).step(),
                        stepped(K, 2, Type.CLOSED, 5).step())
                .passTo(30)
                .course(K)
                .reach();
    }

    @Test
    void a_person_who_was_asked_for_is_due_within_two_minutes() {
        Told told = Told.of(
                        opened(K, 0).by("BOT", null).step(),
                        stepped(K, 1, Type.HUMAN_REQUESTED, 1)
                                .reason("EMOTIONAL")
                                .step())
                .passTo(9);

        assertThat(told.history(K, course -> course.reach().human())).containsExactly("0 NONE", "2 MISSED");
        assertThat(told.history(K, course -> course.reach().stuck())).containsExactly("0 false", "2 true");
        assertThat(told.course(K).reach().asked()).isEqualTo("EMOTIONAL");
        told.then(stepped(K, 2, Type.ANSWERED, 3).knownAt(10, 1).step());
        assertThat(told.course(K).reach().human())
                .as("exactly two minutes later")
                .isEqualTo(Level.IN_TIME);
        assertThat(told.course(K).reach().stuck()).isFalse();
    }

    @Test
    void who_is_kept_by_the_bot_waits_in_no_queue_of_people() {
        Told told = Told.of(
                        opened(K, 0).by("CHAT", null).step(),
                        stepped(K, 1, Type.BOT_STARTED, 0).step(),
                        stepped(K, 2, Type.HUMAN_REQUESTED, 1).step())
                .passTo(5);

        assertThat(told.course(K).reach().level())
                .as("nobody of the desk could answer: that the bot keeps them is told as stuck")
                .isEqualTo(Level.NONE);
        assertThat(told.course(K).reach().stuck()).isTrue();
        told.then(stepped(K, 3, Type.HANDED_OVER, 5).knownAt(6, 1).step());
        assertThat(told.course(K).reach().level())
                .as("once handed over they have waited since they asked")
                .isEqualTo(Level.MISSED);
    }

    // ---- its end

    @Test
    void a_contact_of_which_no_end_is_heard_ends_unknown_until_the_end_arrives() {
        Told told = Told.of(opened(K, 0).step(), stepped(K, 1, Type.ANSWERED, 4).step())
                .passTo(200);
        assertThat(told.history(K, course -> course.life().ending()))
                .as("twenty minutes after it was last heard of")
                .containsExactly("0 OPEN", "23 UNKNOWN");

        told.then(stepped(K, 2, Type.CLOSED, 9).knownAt(300, 1).step());
        assertThat(told.history(K, course -> course.life().ending()))
                .containsExactly("0 OPEN", "23 UNKNOWN", "300 CLOSED");
    }

    @Test
    void an_end_that_was_recorded_before_the_patience_ran_out_takes_the_unknown_end_back() {
        Told told = Told.of(opened(K, 0).step())
                .passTo(9)
                .then(stepped(K, 1, Type.CLOSED, 9).knownAt(30, 1).step());
        assertThat(told.history(K, course -> course.life().ending())).containsExactly("0 OPEN", "30 CLOSED");

        told.passTo(29);
        assertThat(told.history(K, course -> course.life().ending()))
                .as("time had not passed over minute 19 when the end was read")
                .containsExactly("0 OPEN", "19 UNKNOWN", "30 CLOSED");

        told.then(stepped(K, 2, Type.ROUTED, 10).knownAt(12, 2).step());
        assertThat(told.history(K, course -> course.life().ending()))
                .containsExactly("0 OPEN", "29 UNKNOWN", "30 CLOSED");
    }

    @Test
    void what_is_reopened_is_open_again_and_may_fall_silent_again() {
        Told told = Told.of(
                        opened(K, 0).step(),
                        stepped(K, 1, Type.RESOLVED, 5).step(),
                        stepped(K, 2, Type.REOPENED, 50).step())
                .passTo(100);

        assertThat(told.history(K, course -> course.life().ending()))
                .containsExactly("0 OPEN", "5 RESOLVED", "50 OPEN", "69 UNKNOWN");
        assertThat(told.history(K, course -> course.issue().firstContact())).containsExactly("0 NONE");
    }

    @Test
    void who_gave_up_and_was_closed_gave_up() {
        Told told = Told.of(
                        about(opened(K, 0)).step(),
                        stepped(K, 1, Type.ABANDONED, 1).step(),
                        stepped(K, 2, Type.CLOSED, 2).step())
                .passTo(3 * DAY);

        assertThat(told.course(K).life().ending()).isEqualTo(Ending.ABANDONED);
        assertThat(told.course(K).issue().firstContact()).isEqualTo(FirstContact.NONE);
    }

    // ---- the bot

    @Test
    void a_session_is_contained_when_the_customer_stayed_away_and_returned_when_not() {
        Told away = session().passTo(30);
        assertThat(away.history(K, course -> course.bot().outcome()))
                .containsExactly("0 OPEN", "2 CONTAINED_ASSUMED", "6 CONTAINED_CONFIRMED");

        Told back = session().then(about(opened("k1", 7)).step()).passTo(30);
        assertThat(back.history(K, course -> course.bot().outcome()))
                .as(
                        "back within five minutes of its end, which is known at the same minute's end as that they have passed")
                .containsExactly("0 OPEN", "2 CONTAINED_ASSUMED", "6 CONTAINED_CONFIRMED", "7 RETURNED");

        Told later = session().then(about(opened("k1", 7)).second(1).step()).passTo(30);
        assertThat(later.course(K).bot().outcome()).isEqualTo(BotOutcome.CONTAINED_CONFIRMED);
    }

    @Test
    void a_handover_heard_of_after_containment_was_assumed_was_a_handover() {
        Told told = session()
                .passTo(4)
                .then(stepped(K, 2, Type.HANDED_OVER, 1).knownAt(5, 1).step())
                .passTo(30);

        assertThat(told.history(K, course -> course.bot().outcome()))
                .containsExactly("0 OPEN", "2 CONTAINED_ASSUMED", "5 HANDED_OVER");
    }

    @Test
    void a_handover_heard_of_after_containment_was_confirmed_takes_it_back() {
        Told told = session()
                .passTo(30)
                .then(stepped(K, 2, Type.HANDED_OVER, 1).knownAt(31, 1).step());

        assertThat(told.history(K, course -> course.bot().outcome()))
                .containsExactly("0 OPEN", "2 CONTAINED_ASSUMED", "6 CONTAINED_CONFIRMED", "31 HANDED_OVER");
    }

    @Test
    void without_a_customer_nobody_knows_whether_the_bot_contained_it() {
        Told told = Told.ofNobody(
                        about(opened(K, 0)).by("BOT", null).step(),
                        stepped(K, 9, Type.CLOSED, 2).step())
                .passTo(3 * DAY);

        assertThat(told.history(K, course -> course.bot().outcome())).containsExactly("0 OPEN", "2 CONTAINED_ASSUMED");
        assertThat(told.course(K).issue()).isEqualTo(new ContactCourse.Issue(null, FirstContact.NONE, false, false, 0));
    }

    private static Told session() {
        return Told.of(
                about(opened(K, 0)).by("BOT", null).step(),
                stepped(K, 9, Type.CLOSED, 2).step());
    }

    // ---- repeats

    @Test
    void a_first_contact_is_resolved_when_its_days_have_passed_and_a_repeat_heard_of_later_takes_that_back() {
        Told told = Told.of(
                        about(opened(K, 0)).step(),
                        stepped(K, 1, Type.RESOLVED, 5).step())
                .passTo(2 * DAY);
        assertThat(told.history(K, course -> course.issue().firstContact()))
                .containsExactly("0 NONE", "5 PENDING", (DAY + 4) + " RESOLVED");

        told.then(about(opened("k1", 300))
                .by("EMAIL", null)
                .knownAt(2 * DAY + 9, 1)
                .step());
        assertThat(told.history(K, course -> course.issue().firstContact()))
                .containsExactly("0 NONE", "5 PENDING", (DAY + 4) + " RESOLVED", (2 * DAY + 9) + " REPEATED");
        assertThat(told.course("k1").issue().repeatOf()).isEqualTo("PHONE");
    }

    @Test
    void a_repeat_is_one_up_to_the_very_second_that_the_days_are_over() {
        assertThat(repeat(opened("k1", DAY + 5))).isEqualTo("PHONE");
        assertThat(repeat(opened("k1", DAY + 5).second(1))).isNull();
        assertThat(repeat(opened("k1", 20).outbound())).isNull();
    }

    private static String repeat(Stepped second) {
        return Told.of(
                        about(opened(K, 0)).step(),
                        stepped(K, 1, Type.RESOLVED, 5).step(),
                        about(second).step())
                .passTo(3 * DAY)
                .course("k1")
                .issue()
                .repeatOf();
    }

    @Test
    void who_came_back_before_the_earlier_contact_fell_silent_for_good_came_back_for_good() {
        // An e-mail may be silent for 25 hours, which is longer than the day within which a contact repeats another.
        Told told = Told.of(
                        about(opened("k0", 0)).by("EMAIL", null).step(),
                        about(opened("k1", DAY + 58)).second(59).step())
                .passTo(3 * DAY);
        assertThat(told.history("k0", course -> course.life().ending()))
                .containsExactly("0 OPEN", (DAY + 59) + " UNKNOWN");
        assertThat(told.history("k1", course -> "" + course.issue().repeatOf())).containsExactly((DAY + 58) + " EMAIL");
        assertThat(told.course("k0").issue().firstContact()).isEqualTo(FirstContact.REPEATED);

        Told tooLate = Told.of(
                        about(opened("k0", 0)).by("EMAIL", null).step(),
                        about(opened("k1", DAY + 60)).knownAt(DAY + 59, 1).step())
                .passTo(3 * DAY);
        assertThat(tooLate.course("k1").issue().repeatOf()).isNull();
        assertThat(tooLate.course("k0").issue().firstContact()).isEqualTo(FirstContact.RESOLVED);
    }

    @Test
    void a_wait_that_was_imposed_and_the_second_contact_that_it_caused() {
        Told told = Told.of(
                        about(opened(K, 0)).step(),
                        stepped(K, 1, Type.WAIT_IMPOSED, 1).step())
                .then(about(opened("k1", 15)).step());

        assertThat(told.history(K, course -> course.issue().waitImposed())).containsExactly("0 false", "1 true");
        assertThat(told.history(K, course -> course.issue().secondContact())).containsExactly("0 false", "15 true");
    }

    @Test
    void of_two_contacts_opened_at_the_same_instant_the_lesser_id_was_first() {
        Told told = Told.of(
                about(opened("k1", 0)).step(),
                about(opened("k0", 0)).by("CHAT", null).step());

        assertThat(told.course("k0").issue().repeatOf()).isNull();
        assertThat(told.course("k1").issue().repeatOf()).isEqualTo("CHAT");
        assertThat(told.course("k0").issue().firstOfOrder()).isEqualTo(7);
        assertThat(told.course("k1").issue().firstOfOrder()).isZero();
    }

    @Test
    void a_response_tells_how_many_contacts_were_needed_up_to_the_one_it_is_about() {
        Told told = Told.of(
                about(opened("k0", 0)).step(),
                about(opened("k1", 5)).step(),
                about(opened("k2", 9)).step(),
                about(opened("k3", 12)).step(),
                answered("r0", 20).about("k0", null, null).answer(),
                answered("r1", 20).about("k1", null, null).answer(),
                answered("r2", 20).about("k2", null, null).answer(),
                answered("r3", 20).about("k3", null, null).answer());

        assertThat(Stream.of("r0", "r1", "r2", "r3").map(id -> told.response(id).contactsNeeded()))
                .containsExactly("1", "2", "3+", "3+");
        told.then(stepped("k1", 3, Type.DRIVER_CORRECTED, 21)
                .because("returns/how", false)
                .step());
        assertThat(Stream.of("r0", "r1", "r2", "r3").map(id -> told.response(id).contactsNeeded()))
                .as("k1 was about something else")
                .containsExactly("1", "1", "2", "3+");
        told.then(
                about(opened("k4", 3 * DAY)).step(),
                answered("r4", 3 * DAY + 5).about("k4", null, null).answer());
        assertThat(told.response("r4").contactsNeeded())
                .as("on the same issue, days later")
                .isEqualTo("1");
    }

    @Test
    void a_driver_corrected_after_the_fact_moves_the_contact_to_another_issue() {
        Told told = Told.of(
                opened("k0", 0).because("delivery/late", true).step(),
                opened("k1", 5).because("delivery/late", true).step(),
                opened("k2", 9).because("delivery/late", true).by("CHAT", null).step());
        assertThat(told.course("k2").issue().repeatOf()).isEqualTo("PHONE");

        told.then(
                stepped("k0", 3, Type.DRIVER_CORRECTED, 12)
                        .because("returns/how", false)
                        .step(),
                stepped("k1", 3, Type.DRIVER_CORRECTED, 12)
                        .because("returns/how", false)
                        .knownAt(13, 1)
                        .step());

        assertThat(told.contact("k0").driver()).isEqualTo("returns/how");
        assertThat(told.history("k1", course -> "" + course.issue().repeatOf()))
                .containsExactly("5 PHONE", "12 null", "13 PHONE");
        assertThat(told.history("k2", course -> "" + course.issue().repeatOf()))
                .as("of k1 until that moved too")
                .containsExactly("9 PHONE", "13 null");
    }

    // ---- orders and shipments

    @Test
    void an_order_without_contacts_counts() {
        Told told = Told.of(ordered("o0", OrderEvent.Type.PLACED, at(3), null, known(4, Topic.ORDER_EVENTS.rank(), 1)));

        assertThat(told.order("o0")).isEqualTo(new OrderFact(at(3), Audience.CUSTOMER, new TreeMap<>(), false, "v1"));
    }

    @Test
    void contacts_belong_to_an_orders_cohort_from_its_placing_until_its_days_are_over() {
        Told told = Told.of(
                ordered("o0", OrderEvent.Type.PLACED, at(3), null, known(4, Topic.ORDER_EVENTS.rank(), 1)),
                about(opened("k0", 2)).second(59).step(),
                about(opened("k1", 3)).step(),
                about(opened("k2", DAY + 3)).step(),
                about(opened("k3", DAY + 3)).second(1).step(),
                about(opened("k4", 9)).outbound().step());

        assertThat(((OrderFact) told.order("o0")).contacts()).isEqualTo(Map.of("delivery/late", 2));
    }

    @Test
    void a_shipment_is_overdue_when_its_promise_has_passed_and_late_when_it_arrives_after_it() {
        Told told = Told.of(
                        shipment(DeliveryEvent.Type.HANDED_TO_CARRIER, at(0), null, 0),
                        ordered("o0", OrderEvent.Type.PLACED, at(0), at(10), known(1, Topic.ORDER_EVENTS.rank(), 1)))
                .passTo(8);
        assertThat(delivery(told)).isEqualTo(Delivery.UNDERWAY);
        assertThat(delivery(told.passTo(9))).as("10:00 is the end of minute 9").isEqualTo(Delivery.OVERDUE);

        told.then(shipment(DeliveryEvent.Type.DELIVERED, at(10), null, 20));
        assertThat(delivery(told)).as("at the promise").isEqualTo(Delivery.ON_TIME);
        told.then(shipment(DeliveryEvent.Type.DELIVERED_NEIGHBOUR, at(10).plusSeconds(1), null, 21));
        assertThat(delivery(told)).isEqualTo(Delivery.LATE);
        told.then(shipment(DeliveryEvent.Type.LOST_CONFIRMED, at(5), null, 22));
        assertThat(delivery(told)).as("said to be lost, and delivered later").isEqualTo(Delivery.LATE);
        told.then(shipment(DeliveryEvent.Type.RETURNED, at(30), null, 30));
        assertThat(delivery(told)).isEqualTo(Delivery.RETURNED);
    }

    private static KnownEvent shipment(DeliveryEvent.Type type, Instant occurred, Instant promised, long minute) {
        return shipped("s0", "o0", type, occurred, promised, known(minute, Topic.DELIVERY_EVENTS.rank(), minute));
    }

    private static Delivery delivery(Told told) {
        return ((ShipmentFact) told.shipment("s0")).delivery();
    }

    private static Stepped about(Stepped contact) {
        return contact.because("delivery/late", false).order("o0");
    }
}

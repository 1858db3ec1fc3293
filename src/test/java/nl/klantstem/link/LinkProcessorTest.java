package nl.klantstem.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import nl.klantstem.contract.flow.ContactCourse.Ending;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.contract.flow.Linked.Fate;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.contract.out.LostInMailSuspect;
import nl.klantstem.contract.out.LostInMailSuspect.State;
import nl.klantstem.topic.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is due comes to pass by the mere going on of recorded time, once, whatever happens to the task meanwhile. */
class LinkProcessorTest {

    private GivenTask task = new GivenTask();

    @AfterEach
    void close() {
        task.close();
    }

    @Test
    void in_silence_ticks_alone_let_come_to_pass_what_is_due() {
        opened("c:1", "k1", 0);

        assertThat(told(task.ticks(2)))
                .as("the minute in which the target ran out was told of with the opening")
                .isEmpty();
        assertThat(told(task.ticks(20))).singleElement().satisfies(change -> {
            assertThat(ending(change)).isEqualTo(Ending.UNKNOWN);
            assertThat(minute(change)).as("known at its due minute").isEqualTo(19);
        });
        assertThat(told(task.ticks(300))).isEmpty();
    }

    @Test
    void time_is_that_of_the_topic_that_was_read_the_least_far() {
        opened("c:1", "k1", 0);

        assertThat(told(task.read(GivenTask.CONTACTS, 40, new Ingested.Tick()))).isEmpty();
        assertThat(told(task.read(GivenTask.ANSWERS, 19, new Ingested.Tick())))
                .as("minute 19 is not over")
                .isEmpty();
        assertThat(told(task.read(GivenTask.ANSWERS, 20, new Ingested.Tick()))).hasSize(1);
    }

    @Test
    void no_time_passes_on_the_word_of_a_refused_record() {
        opened("c:1", "k1", 0);
        task.ticks(3);

        var refused = new Ingested.Refused(RejectReason.FUTURE, "occurredAt");
        assertThat(told(task.read(GivenTask.CONTACTS, 9_000, refused))).isEmpty();
        assertThat(told(task.read(GivenTask.ANSWERS, 9_000, refused))).isEmpty();
    }

    @Test
    void many_owners_that_are_due_at_once_all_go_on_in_records_of_a_bounded_size_ahead_of_the_tick() {
        int owners = 1_203;
        for (int i = 0; i < owners; i++) {
            opened("c:" + i, "k" + i, 0);
        }

        List<Linked> linked = task.ticks(20);

        assertThat(linked).hasSize(4);
        assertThat(linked.stream().map(one -> one.changes().size())).containsExactly(500, 500, 203, 0);
        assertThat(linked)
                .extracting(Linked::fate)
                .as("only the tick itself says that it was read")
                .containsExactly(Fate.PASSED, Fate.PASSED, Fate.PASSED, Fate.TICK);
        assertThat(told(linked)).allMatch(change -> ending(change) == Ending.UNKNOWN && minute(change) == 19);
        assertThat(told(task.ticks(25))).isEmpty();
        assertThat(task.size(LinkStage.TIMERS))
                .as("one for each, for when it is to be forgotten, and the catalogue's seal")
                .isEqualTo(owners + 1);
    }

    @Test
    void a_task_that_starts_again_tells_nothing_twice_and_forgets_nothing() {
        opened("c:1", "k1", 0);
        opened("c:2", "k2", 5);
        assertThat(told(task.ticks(20))).extracting(LinkProcessorTest::minute).containsExactly(19L);

        task = task.restarted();

        assertThat(told(task.read(GivenTask.CONTACTS, 40, new Ingested.Tick())))
                .as("how far the other topic was read is not known yet")
                .isEmpty();
        assertThat(told(task.read(GivenTask.ANSWERS, 21, new Ingested.Tick()))).isEmpty();
        assertThat(told(task.read(GivenTask.ANSWERS, 40, new Ingested.Tick())))
                .extracting(LinkProcessorTest::minute)
                .containsExactly(24L);
        assertThat(told(task.ticks(90))).isEmpty();
    }

    @Test
    void what_is_written_after_a_restart_finds_what_was_told_before_it() {
        opened("c:1", "k1", 0);
        task.ticks(30);
        task = task.restarted();

        List<FactChange> changes = told(task.read(GivenTask.CONTACTS, 31, "c:1", event("k1", "CLOSED", 1, 9)));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.gone()).isEmpty();
            assertThat(ending(change.kept().get(change.kept().size() - 1))).isEqualTo(Ending.UNKNOWN);
            assertThat(ending(change)).isEqualTo(Ending.CLOSED);
        });
        assertThat(told(task.ticks(90))).isEmpty();
    }

    @Test
    void a_suspicion_and_its_withdrawal_are_published_once_whatever_happens_to_the_task_between_them() {
        task.read(GivenTask.ANSWERS, 0, "c:1", parcel("HANDED_TO_CARRIER", 0));
        assertThat(suspects(task.ticks(59))).isEmpty();

        task = task.restarted();
        assertThat(suspects(task.ticks(60))).containsExactly(State.SUSPECTED);

        task = task.restarted();
        assertThat(suspects(task.ticks(70))).isEmpty();
        assertThat(suspects(task.read(GivenTask.ANSWERS, 80, "c:1", parcel("DELIVERED", 75))))
                .as("minute 80 is not over")
                .isEmpty();

        task = task.restarted();
        assertThat(suspects(task.read(GivenTask.CONTACTS, 90, new Ingested.Tick())))
                .as("how far the other topic was read is not known yet")
                .isEmpty();
        assertThat(suspects(task.read(GivenTask.ANSWERS, 90, new Ingested.Tick())))
                .containsExactly(State.WITHDRAWN);
        task = task.restarted();
        assertThat(suspects(task.ticks(9_000))).isEmpty();
    }

    @Test
    void every_change_was_told_once_in_the_end_however_the_ticks_fall() {
        for (long minute = 0; minute < 60; minute += 7) {
            opened("c:" + minute, "k" + minute, minute);
            task.ticks(minute + 3);
        }
        var steps = new HashSet<String>();
        for (long minute = 60; minute < 200; minute += 11) {
            told(task.ticks(minute))
                    .forEach(change -> assertThat(steps.add(change.toString())).isTrue());
        }

        assertThat(steps).as("those that opened last").hasSize(3);
        assertThat(task.size(LinkStage.TIMERS)).isEqualTo(9 + 1);
    }

    private void opened(String owner, String contactId, long minute) {
        task.read(GivenTask.CONTACTS, minute, owner, event(contactId, "OPENED", 0, minute));
    }

    private static ContactEvent event(String contactId, String type, int seq, long minute) {
        try {
            return Json.MAPPER.readValue(
                    """
                    {"eventId": "%s/%d", "occurredAt": "%s", "source": "t", "audience": "CUSTOMER", "contactId": "%s",
                     "seq": %d, "type": "%s", "direction": "INBOUND", "channel": "PHONE", "initiator": "CUSTOMER",
                     "aiAssist": []}
                    """.formatted(contactId, seq, GivenEvents.at(minute), contactId, seq, type), ContactEvent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DeliveryEvent parcel(String type, long minute) {
        try {
            return Json.MAPPER.readValue(
                    """
                    {"eventId": "%s", "occurredAt": "%s", "source": "t", "audience": "CUSTOMER", "shipmentId": "s1",
                     "orderId": "o1", "type": "%s", "carrier": "elsewhere", "promisedTo": "%s"}
                    """.formatted(type, GivenEvents.at(minute), type, GivenEvents.at(30)), DeliveryEvent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<State> suspects(List<Linked> linked) {
        return linked.stream()
                .flatMap(one -> one.suspects().stream())
                .map(LostInMailSuspect::state)
                .toList();
    }

    private static List<FactChange> told(List<Linked> linked) {
        return linked.stream().flatMap(one -> one.changes().stream()).toList();
    }

    private static Ending ending(FactChange change) {
        return ending(change.fresh().get(0));
    }

    private static Ending ending(FactStep step) {
        return ((ContactFact) step.fact()).course().life().ending();
    }

    private static long minute(FactChange change) {
        return change.fresh().get(0).known() - GivenEvents.NOON.getEpochSecond() / 60;
    }
}

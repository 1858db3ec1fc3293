package nl.klantstem.link;

import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.stepped;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactCourse.Answer;
import nl.klantstem.contract.flow.ContactCourse.BotOutcome;
import nl.klantstem.contract.flow.ContactCourse.Ending;
import nl.klantstem.contract.in.ContactEvent.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The state machine as a table: what each event leads to from each state, and what the order of events comes to. */
class ContactLifeTest {

    private static final String K = "k0";

    /** The event of the first column, met in the state at the head of the others. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            OPENED,            OPEN,      RESOLVED, CLOSED,   ABANDONED, OPEN
            BOT_STARTED,       OPEN,      RESOLVED, CLOSED,   ABANDONED, OPEN
            INTENT_RECOGNIZED, OPEN,      RESOLVED, CLOSED,   ABANDONED, OPEN
            HUMAN_REQUESTED,   OPEN,      RESOLVED, CLOSED,   ABANDONED, OPEN
            HANDED_OVER,       OPEN,      RESOLVED, CLOSED,   ABANDONED, OPEN
            QUEUED,            OPEN,      RESOLVED, CLOSED,   ABANDONED, OPEN
            ROUTED,            OPEN,      RESOLVED, CLOSED,   ABANDONED, OPEN
            ANSWERED,          OPEN,      RESOLVED, CLOSED,   ABANDONED, OPEN
            ABANDONED,         ABANDONED, RESOLVED, CLOSED,   ABANDONED, ABANDONED
            TRANSFERRED,       OPEN,      RESOLVED, CLOSED,   ABANDONED, OPEN
            WAIT_IMPOSED,      OPEN,      RESOLVED, CLOSED,   ABANDONED, OPEN
            RESOLVED,          RESOLVED,  RESOLVED, CLOSED,   ABANDONED, RESOLVED
            REOPENED,          OPEN,      OPEN,     OPEN,     OPEN,      OPEN
            CLOSED,            CLOSED,    RESOLVED, CLOSED,   ABANDONED, CLOSED
            DRIVER_CORRECTED,  OPEN,      RESOLVED, CLOSED,   ABANDONED, OPEN""")
    void an_event_in_a_state_leads_to(
            Type type, Ending open, Ending resolved, Ending closed, Ending abandoned, Ending unknown) {
        KnownEvent opened = opened(K, 0).step();
        KnownEvent met = stepped(K, 2, type, 30).step();

        assertThat(ending(opened, stepped(K, 1, Type.ROUTED, 15).step(), met)).isEqualTo(open);
        assertThat(ending(opened, stepped(K, 1, Type.RESOLVED, 1).step(), met)).isEqualTo(resolved);
        assertThat(ending(opened, stepped(K, 1, Type.CLOSED, 1).step(), met)).isEqualTo(closed);
        assertThat(ending(opened, stepped(K, 1, Type.ABANDONED, 1).step(), met)).isEqualTo(abandoned);
        assertThat(Told.of(opened).passTo(29).course(K).life().ending()).isEqualTo(Ending.UNKNOWN);
        assertThat(Told.of(opened)
                        .passTo(29)
                        .then(met)
                        .passTo(30)
                        .course(K)
                        .life()
                        .ending())
                .isEqualTo(unknown);
    }

    /** After the opening by PHONE and with the BOT: whether people had it, whether they did once the event was there. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            OPENED,            WAITING,     NONE,        NOT_OFFERED, OPEN,              false
            BOT_STARTED,       NOT_OFFERED, OPEN,        NOT_OFFERED, OPEN,              false
            INTENT_RECOGNIZED, WAITING,     NONE,        NOT_OFFERED, OPEN,              false
            HUMAN_REQUESTED,   WAITING,     NONE,        WAITING,     OPEN,              true
            HANDED_OVER,       WAITING,     NONE,        WAITING,     HANDED_OVER,       true
            QUEUED,            WAITING,     NONE,        WAITING,     HANDED_OVER,       false
            ROUTED,            WAITING,     NONE,        NOT_OFFERED, OPEN,              false
            ANSWERED,          ANSWERED,    NONE,        NOT_OFFERED, OPEN,              false
            ABANDONED,         ABANDONED,   NONE,        NOT_OFFERED, ABANDONED,         false
            TRANSFERRED,       WAITING,     NONE,        NOT_OFFERED, OPEN,              false
            WAIT_IMPOSED,      WAITING,     NONE,        NOT_OFFERED, OPEN,              false
            RESOLVED,          UNANSWERED,  NONE,        NOT_OFFERED, CONTAINED_ASSUMED, false
            REOPENED,          WAITING,     NONE,        NOT_OFFERED, OPEN,              false
            CLOSED,            UNANSWERED,  NONE,        NOT_OFFERED, CONTAINED_ASSUMED, false
            DRIVER_CORRECTED,  WAITING,     NONE,        NOT_OFFERED, OPEN,              false""")
    void an_event_leads_to_people_or_not(
            Type type, Answer byPhone, BotOutcome phone, Answer byBot, BotOutcome bot, boolean asked) {
        KnownEvent event = stepped(K, 1, type, 1).step();
        ContactCourse ofPhone = Told.of(opened(K, 0).step(), event).passTo(1).course(K);
        ContactCourse ofBot =
                Told.of(opened(K, 0).by("BOT", null).step(), event).passTo(1).course(K);

        assertThat(ofPhone.reach().answer()).isEqualTo(byPhone);
        assertThat(ofPhone.bot().outcome()).isEqualTo(phone);
        assertThat(ofBot.reach().answer()).isEqualTo(byBot);
        assertThat(ofBot.bot().outcome()).isEqualTo(bot);
        assertThat(ofBot.reach().asked() != null).isEqualTo(asked);
    }

    @Test
    void every_type_of_event_is_in_the_tables() throws ReflectiveOperationException {
        for (var method : ContactLifeTest.class.getDeclaredMethods()) {
            CsvSource table = method.getAnnotation(CsvSource.class);
            if (table != null && method.getParameterTypes()[0] == Type.class) {
                List<Type> told = table.textBlock()
                        .lines()
                        .map(line -> Type.valueOf(
                                line.substring(0, line.indexOf(',')).strip()))
                        .toList();
                assertThat(told).containsExactlyElementsOf(EnumSet.allOf(Type.class));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void an_event_that_changes_nothing_of_a_closed_contact_moves_its_end_only_when_it_ends_it_too(Type type) {
        // A contact that repeats it must have opened within a day of its end: which shows when it ended.
        KnownEvent event = stepped(K, 2, type, 30).step();
        Told told = Told.of(
                opened(K, 0).because("delivery/late", false).step(),
                stepped(K, 1, Type.CLOSED, 10).step(),
                event,
                opened("k1", 24 * 60 + 30).because("delivery/late", false).step());
        boolean later = Set.of(Type.CLOSED, Type.RESOLVED, Type.ABANDONED, Type.REOPENED)
                .contains(type);

        assertThat(told.course("k1").issue().repeatOf()).isEqualTo(later ? "PHONE" : null);
    }

    @Test
    void the_first_end_says_how_and_the_last_one_when() {
        Told told = Told.of(
                opened(K, 0).step(),
                stepped(K, 1, Type.ABANDONED, 1).step(),
                stepped(K, 2, Type.CLOSED, 9).step());

        assertThat(told.course(K).life().ending()).isEqualTo(Ending.ABANDONED);
        assertThat(told.course(K).reach().answer()).isEqualTo(Answer.ABANDONED);
    }

    @Test
    void who_gave_up_soon_and_was_closed_much_later_gave_up_soon() {
        Told told = Told.of(
                opened(K, 0).step(),
                stepped(K, 1, Type.ABANDONED, 0).second(9).step(),
                stepped(K, 2, Type.CLOSED, 9).step());

        assertThat(told.course(K).reach().answer()).isEqualTo(Answer.ABANDONED_SHORT);
    }

    @Test
    void what_is_reopened_and_ends_otherwise_ended_as_the_later_end_says() {
        Told told = Told.of(
                opened(K, 0).step(),
                stepped(K, 1, Type.ABANDONED, 1).step(),
                stepped(K, 2, Type.REOPENED, 2).step(),
                stepped(K, 3, Type.RESOLVED, 3).step());

        assertThat(told.history(K, course -> course.life().ending()))
                .containsExactly("0 OPEN", "1 ABANDONED", "2 OPEN", "3 RESOLVED");
        assertThat(told.course(K).reach().answer()).isEqualTo(Answer.UNANSWERED);
    }

    @Test
    void seq_says_what_came_first_whatever_the_clocks_say() {
        KnownEvent reopened = stepped(K, 1, Type.REOPENED, 9).step();
        KnownEvent closed = stepped(K, 2, Type.CLOSED, 5).step();

        assertThat(ending(opened(K, 0).step(), closed, reopened)).isEqualTo(Ending.CLOSED);
    }

    @Test
    void of_two_with_the_same_seq_the_first_known_comes_first() {
        KnownEvent opened = opened(K, 0).step();
        var closed = stepped(K, 1, Type.CLOSED, 1);
        var reopened = stepped(K, 1, Type.REOPENED, 1).event("other");

        Told closedFirst = Told.of(
                opened, closed.knownAt(2, 1).step(), reopened.knownAt(3, 2).step());
        assertThat(closedFirst.course(K).life().ending()).isEqualTo(Ending.OPEN);
        Told reopenedFirst = Told.of(
                opened, closed.knownAt(3, 2).step(), reopened.knownAt(2, 1).step());
        assertThat(reopenedFirst.course(K).life().ending()).isEqualTo(Ending.CLOSED);
    }

    @Test
    void gaps_are_normal_and_who_was_answered_without_ever_being_queued_was_answered() {
        ContactCourse course = Told.of(
                        opened(K, 0).step(),
                        stepped(K, 40, Type.ANSWERED, 0).second(45).step())
                .course(K);

        assertThat(course.reach().answer()).isEqualTo(Answer.ANSWERED);
        assertThat(course.reach().answerSeconds()).isEqualTo(45);
    }

    @Test
    void a_bot_that_answers_is_no_person() {
        KnownEvent botAnswers = stepped(K, 1, Type.ANSWERED, 1).by(null, "BOT").step();
        ContactCourse byPhone = Told.of(opened(K, 0).step(), botAnswers).course(K);

        assertThat(byPhone.reach().answer()).isEqualTo(Answer.NOT_OFFERED);
        assertThat(byPhone.bot()).isEqualTo(new ContactCourse.Bot(GivenEvents.at(0), BotOutcome.OPEN));

        ContactCourse inTheEnd = Told.of(
                        opened(K, 0).step(),
                        botAnswers,
                        stepped(K, 2, Type.ANSWERED, 4).by(null, "HUMAN").step())
                .course(K);
        assertThat(inTheEnd.reach().answer()).isEqualTo(Answer.ANSWERED);
        assertThat(inTheEnd.reach().answerSeconds())
                .as("offered and answered at once")
                .isZero();
        assertThat(inTheEnd.reach().openingSeconds()).isEqualTo(240);
        assertThat(inTheEnd.bot().outcome()).isEqualTo(BotOutcome.HANDED_OVER);
    }

    @Test
    void nobody_says_who_answered_and_in_the_bot_that_is_the_bot_until_people_were_sought() {
        KnownEvent inBot = opened(K, 0).by("BOT", null).step();
        KnownEvent answered = stepped(K, 2, Type.ANSWERED, 2).step();

        assertThat(Told.of(inBot, answered).course(K).reach().answer()).isEqualTo(Answer.NOT_OFFERED);
        for (Type sought : List.of(Type.HUMAN_REQUESTED, Type.HANDED_OVER, Type.QUEUED)) {
            ContactCourse course =
                    Told.of(inBot, stepped(K, 1, sought, 1).step(), answered).course(K);
            assertThat(course.reach().answer()).as(sought.name()).isEqualTo(Answer.ANSWERED);
            assertThat(course.bot().outcome()).isEqualTo(BotOutcome.HANDED_OVER);
        }
    }

    @Test
    void a_bot_that_steps_in_after_a_person_answered_had_no_session() {
        ContactCourse course = Told.of(
                        opened(K, 0).step(),
                        stepped(K, 1, Type.ANSWERED, 1).step(),
                        stepped(K, 2, Type.BOT_STARTED, 2).by(null, "BOT").step())
                .course(K);

        assertThat(course.bot()).isEqualTo(ContactCourse.NONE.bot());
        assertThat(course.reach().answer()).isEqualTo(Answer.ANSWERED);
    }

    @Test
    void a_contact_opened_with_the_bot_was_in_the_bot_whatever_the_seq_of_its_opening() {
        KnownEvent answered = stepped(K, 0, Type.ANSWERED, 1).by(null, "HUMAN").step();
        KnownEvent opened =
                opened(K, 0).event("opened").by("CHAT", "BOT").knownAt(2, 1).step();

        assertThat(Told.of(answered, opened).course(K).bot())
                .isEqualTo(new ContactCourse.Bot(GivenEvents.at(0), BotOutcome.HANDED_OVER));
    }

    @Test
    void a_session_starts_when_the_bot_says_so_else_at_the_opening() {
        KnownEvent opened = opened(K, 0).by("BOT", null).step();
        KnownEvent answered = stepped(K, 1, Type.ANSWERED, 1).by(null, "HUMAN").step();
        KnownEvent started = stepped(K, 2, Type.BOT_STARTED, 2).step();

        assertThat(Told.of(opened, answered).course(K).bot().startedAt()).isEqualTo(GivenEvents.at(0));
        assertThat(Told.of(opened, answered, started).course(K).bot().startedAt())
                .isEqualTo(GivenEvents.at(2));
    }

    private static Ending ending(KnownEvent... events) {
        return Told.of(events).passTo(30).course(K).life().ending();
    }
}

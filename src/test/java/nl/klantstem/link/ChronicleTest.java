package nl.klantstem.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.Linked.Fate;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyResponse.Status;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.contract.out.LinkedResponse.LinkMethod;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Identity;
import nl.klantstem.link.KnownEvent.Invited;
import nl.klantstem.link.KnownEvent.Snapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A customer's facts are a function of the set of records, never of the order in which they were read. */
class ChronicleTest {

    private static final long SEED = 20261124;
    private static final long BEGIN = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final String OWNER = "c:v1.someone";

    private final Linker linker = new Linker(CatalogueFile.starter());
    private final Chronicle chronicle = new Chronicle(linker);
    private int place;

    @Test
    void the_order_of_reading_changes_nothing() {
        var random = new Random(SEED);
        for (int history = 0; history < 60; history++) {
            List<KnownEvent> events = history(random);
            Map<String, Integer> asRecorded = write(events);
            var shuffled = new ArrayList<>(events);
            for (int order = 0; order < 12; order++) {
                Collections.shuffle(shuffled, random);
                assertThat(write(shuffled))
                        .as("history " + history + ": " + shuffled)
                        .isEqualTo(asRecorded);
            }
        }
    }

    @Test
    void every_record_twice_changes_nothing_and_is_told() {
        var random = new Random(SEED + 1);
        for (int history = 0; history < 30; history++) {
            List<KnownEvent> events = history(random);
            var timeline = new Timeline();
            var once = new TreeMap<String, Integer>();
            for (KnownEvent event : events) {
                sum(once, chronicle.write(timeline, OWNER, event).changes());
            }
            for (KnownEvent event : events) {
                Chronicle.Entry again = chronicle.write(timeline, OWNER, event);
                assertThat(again.fate()).isEqualTo(Fate.DUPLICATE);
                assertThat(again.changes()).isEmpty();
                assertThat(again.responses()).isEmpty();
            }
        }
    }

    @Test
    void the_same_id_with_other_content_is_a_conflict_and_the_first_recorded_stands() {
        KnownEvent first = answer("r1", 0, 9, at(1), null, "return", null);
        Answer second = (Answer) answer("r1", 0, 2, at(5), null, "return", null);
        var other = new Answer(
                new Identity("t", first.id().eventId(), 99),
                second.at(),
                second.occurredAt(),
                "r1",
                0,
                Status.COMPLETE,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                2,
                null,
                null,
                "return",
                null,
                null,
                null);
        var timeline = new Timeline();
        assertThat(chronicle.write(timeline, OWNER, other).fate()).isEqualTo(Fate.ACCEPTED);
        Chronicle.Entry entry = chronicle.write(timeline, OWNER, first);
        assertThat(entry.fate()).isEqualTo(Fate.CONFLICT);
        assertThat(now(timeline, "r1").nps()).isEqualTo(9);
    }

    @Test
    void the_highest_revision_wins_keeps_the_first_time_and_withdrawn_takes_it_back() {
        var timeline = new Timeline();
        chronicle.write(timeline, OWNER, answer("r1", 0, 3, at(1), null, "return", null));
        chronicle.write(timeline, OWNER, answer("r1", 2, 10, at(9), null, "return", null));
        chronicle.write(timeline, OWNER, answer("r1", 1, 5, at(12), null, "return", null));
        assertThat(now(timeline, "r1").nps()).isEqualTo(10);
        assertThat(now(timeline, "r1").answeredAt()).isEqualTo(Instant.ofEpochMilli(at(1)));

        List<FactChange> changes = chronicle
                .write(timeline, OWNER, answer("r1", 3, null, at(20), Status.WITHDRAWN, "return", null))
                .changes();
        assertThat(changes)
                .singleElement()
                .satisfies(change -> assertThat(change.step().after()).isNull());
    }

    @Test
    void a_contact_that_comes_after_its_answer_is_linked_all_the_same() {
        var timeline = new Timeline();
        chronicle.write(timeline, OWNER, answer("r1", 0, 9, at(30), null, null, "k1"));
        assertThat(now(timeline, "r1").method()).isEqualTo(LinkMethod.UNMATCHED);
        assertThat(now(timeline, "r1").unmatchedReason()).isEqualTo(UnmatchedReason.CONTACT_UNKNOWN);
        assertThat(now(timeline, "r1").journeyId()).isEqualTo("unknown");

        Chronicle.Entry entry = chronicle.write(timeline, OWNER, opened("k1", at(1), at(40), "returns/refund"));
        assertThat(entry.responses()).singleElement().satisfies(response -> {
            assertThat(response.method()).isEqualTo(LinkMethod.CONTACT_ID);
            assertThat(response.confidence()).isEqualTo(1.0);
            assertThat(response.journeyId()).isEqualTo("return");
        });
        assertThat(entry.changes()).hasSize(2);
    }

    @Test
    void without_a_contact_id_the_invitation_counts_then_the_order_then_the_customer() {
        var timeline = new Timeline();
        chronicle.write(timeline, OWNER, opened("k1", at(1), at(1), "returns/how"));
        chronicle.write(timeline, OWNER, opened("k2", at(5), at(5), "delivery/late"));
        chronicle.write(timeline, OWNER, answer("r1", 0, 9, at(30), null, null, null));
        assertThat(now(timeline, "r1").method()).isEqualTo(LinkMethod.CUSTOMER);
        assertThat(now(timeline, "r1").contact().contactId()).isEqualTo("k2");

        var snapshot = new Snapshot(Channel.CHAT, "BOT", null, "warranty/repair", null, null);
        var invited = new Invited(
                new Identity("t", "i1", 1),
                new Known(at(31), 2, place++, false),
                Instant.ofEpochMilli(at(20)),
                "inv1",
                null,
                null,
                null,
                snapshot);
        chronicle.write(timeline, OWNER, invited);
        var asked = new Answer(
                new Identity("t", "e-asked", 1),
                new Known(at(40), 0, place++, false),
                Instant.ofEpochMilli(at(40)),
                "r2",
                0,
                Status.COMPLETE,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                8,
                null,
                null,
                null,
                null,
                "inv1",
                null);
        chronicle.write(timeline, OWNER, asked);
        assertThat(now(timeline, "r2").method()).isEqualTo(LinkMethod.INVITATION);
        assertThat(now(timeline, "r2").contact().channel()).isEqualTo("CHAT");
        assertThat(now(timeline, "r2").journeyId()).isEqualTo("warranty");
    }

    @Test
    void an_answer_that_names_a_contact_never_falls_back_to_another_one() {
        var timeline = new Timeline();
        chronicle.write(timeline, OWNER, opened("k1", at(1), at(1), "returns/how"));
        chronicle.write(timeline, OWNER, answer("r1", 0, 9, at(30), null, null, "k-gone"));
        assertThat(now(timeline, "r1").method()).isEqualTo(LinkMethod.UNMATCHED);
    }

    @Test
    void a_contact_longer_ago_than_the_attribution_window_is_not_the_one() {
        var timeline = new Timeline();
        long days = 24 * 60L;
        chronicle.write(timeline, OWNER, opened("k1", at(0), at(0), "returns/how"));
        chronicle.write(timeline, OWNER, answer("r1", 0, 9, at(14 * days), null, null, null));
        chronicle.write(timeline, OWNER, answer("r2", 0, 9, at(14 * days + 1), null, null, null));
        assertThat(now(timeline, "r1").method()).isEqualTo(LinkMethod.CUSTOMER);
        assertThat(now(timeline, "r2").unmatchedReason()).isEqualTo(UnmatchedReason.NO_CONTACT);
    }

    private LinkedResponse now(Timeline timeline, String responseId) {
        @Nullable LinkedResponse now = new LinkedResponses(linker).now(timeline, responseId, OWNER);
        if (now == null) {
            throw new AssertionError(responseId + " is not there");
        }
        return now;
    }

    /** Writes events in this order, through the bytes of the state each time, and sums the steps that were told. */
    private Map<String, Integer> write(List<KnownEvent> events) {
        var told = new TreeMap<String, Integer>();
        byte[] state = TimelineCodec.encode(new Timeline());
        for (KnownEvent event : events) {
            Timeline timeline = TimelineCodec.decode(state);
            sum(told, chronicle.write(timeline, OWNER, event).changes());
            state = TimelineCodec.encode(timeline);
            assertThat(TimelineCodec.encode(TimelineCodec.decode(state))).isEqualTo(state);
        }
        return told;
    }

    private static void sum(Map<String, Integer> told, List<FactChange> changes) {
        for (FactChange change : changes) {
            note(told, change.step().after(), change.step().known(), change.sign());
            note(told, change.step().before(), change.step().known(), -change.sign());
        }
    }

    private static void note(Map<String, Integer> told, @Nullable Fact fact, long known, int sign) {
        if (fact != null) {
            told.merge(fact + " @" + known, sign, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
        }
    }

    private List<KnownEvent> history(Random random) {
        var events = new ArrayList<KnownEvent>();
        String[] drivers = {"returns/how", "returns/refund", "delivery/late", "nonsense", null};
        for (int contact = 0; contact < 1 + random.nextInt(3); contact++) {
            long opened = at(random.nextInt(3_000));
            for (int seq = 0; seq < 1 + random.nextInt(4); seq++) {
                long known = opened + MINUTE * random.nextInt(random.nextBoolean() ? 3 : 400);
                events.add(step(
                        "k" + contact,
                        seq,
                        opened + seq * MINUTE,
                        known,
                        seq == 0 ? ContactEvent.Type.OPENED : ContactEvent.Type.DRIVER_CORRECTED,
                        drivers[random.nextInt(drivers.length)]));
            }
        }
        for (int response = 0; response < 1 + random.nextInt(3); response++) {
            long answered = at(random.nextInt(4_000));
            String contact = random.nextBoolean() ? "k" + random.nextInt(4) : null;
            String journey = random.nextBoolean() ? "exchange" : null;
            for (int revision = 0; revision < 1 + random.nextInt(3); revision++) {
                Status status = random.nextInt(5) == 0 ? Status.WITHDRAWN : Status.COMPLETE;
                long known = answered + MINUTE * random.nextInt(random.nextBoolean() ? 3 : 400);
                events.add(answerAt(
                        "r" + response,
                        random.nextInt(3),
                        random.nextInt(11),
                        answered + revision,
                        known,
                        status,
                        journey,
                        contact));
            }
        }
        events.sort((a, b) -> a.at().compareTo(b.at()));
        return events;
    }

    private static long at(long minutes) {
        return BEGIN + minutes * MINUTE;
    }

    private KnownEvent opened(String contactId, long openedAt, long known, String driver) {
        return step(contactId, 0, openedAt, known, ContactEvent.Type.OPENED, driver);
    }

    private KnownEvent step(
            String contactId, int seq, long occurred, long known, ContactEvent.Type type, @Nullable String driver) {
        return new ContactStep(
                new Identity("t", "k-event-" + place, 1),
                new Known(known, 1, place++, false),
                Instant.ofEpochMilli(occurred),
                contactId,
                seq,
                type,
                Audience.CUSTOMER,
                "INBOUND",
                "PHONE",
                null,
                null,
                null,
                driver,
                false,
                null,
                null,
                null,
                null);
    }

    private KnownEvent answer(
            String responseId,
            int revision,
            @Nullable Integer nps,
            long known,
            @Nullable Status status,
            @Nullable String journey,
            @Nullable String contactId) {
        return answerAt(
                responseId, revision, nps, known, known, status == null ? Status.COMPLETE : status, journey, contactId);
    }

    private KnownEvent answerAt(
            String responseId,
            int revision,
            @Nullable Integer nps,
            long answered,
            long known,
            Status status,
            @Nullable String journey,
            @Nullable String contactId) {
        return new Answer(
                new Identity("t", "r-event-" + place, 1),
                new Known(known, 0, place++, false),
                Instant.ofEpochMilli(answered),
                responseId,
                revision,
                status,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                nps,
                null,
                null,
                journey,
                contactId,
                null,
                null);
    }
}

package nl.klantstem.link;

import static nl.klantstem.link.GivenEvents.CATALOGUE;
import static nl.klantstem.link.GivenEvents.answered;
import static nl.klantstem.link.GivenEvents.at;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.stepped;
import static nl.klantstem.link.GivenEvents.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.flow.Linked.Fate;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.contract.out.LinkedResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In whatever order a customer's events are written in, the same changes hold, and they are those of a plain recount. */
class ChronicleLawsTest {

    private static final String OWNER = "c:pseudonym";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_order_of_a_small_history_gives_the_plain_recount(long seed) {
        System.out.println("chronicle: seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            var events = new RandomHistory(random).events(2 + random.nextInt(4));
            List<String> expected = recount(events);
            permutations(events).forEach(order -> assertThat(new Written(CATALOGUE, order).histories())
                    .as(told(order))
                    .isEqualTo(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void random_orders_of_longer_histories_give_the_plain_recount(long seed) {
        System.out.println("chronicle: seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            var events = new RandomHistory(random).events(6 + random.nextInt(14));
            List<String> expected = recount(events);
            for (int order = 0; order < 15; order++) {
                Collections.shuffle(events, random);
                var written = new Written(CATALOGUE, events);
                assertThat(written.histories()).as(told(events)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void how_responses_are_linked_at_the_end_does_not_depend_on_the_order(long seed) {
        System.out.println("chronicle: seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            var events = new RandomHistory(random).events(3 + random.nextInt(9));
            Map<String, LinkedResponse> expected = new Written(CATALOGUE, events).lastLinked();
            for (int order = 0; order < 15; order++) {
                Collections.shuffle(events, random);
                assertThat(new Written(CATALOGUE, events).lastLinked())
                        .as(told(events))
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void the_order_does_not_matter_when_the_catalogue_changes_either(long seed) {
        System.out.println("chronicle: seed " + seed);
        var random = new Random(seed);
        var catalogue = new Catalogue(List.of(
                version("v1", Instant.EPOCH, "return", "delivery"),
                version("v2", at(4), "return", "no-such"),
                version("v3", at(8), "delivery", "no-such")));
        for (int round = 0; round < 80; round++) {
            var events = new RandomHistory(random).events(2 + random.nextInt(8));
            List<String> expected = new Written(catalogue, events).histories();
            for (int order = 0; order < 20; order++) {
                Collections.shuffle(events, random);
                assertThat(new Written(catalogue, events).histories())
                        .as(told(events))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_fact_is_not_counted_anew_because_the_customer_said_something_else_under_another_catalogue() {
        var catalogue = new Catalogue(
                List.of(version("v1", Instant.EPOCH, "return"), version("v2", at(10), "return", "delivery")));
        KnownEvent first = opened("k0", 0).journey("delivery").step();
        KnownEvent other = opened("k1", 20).journey("return").step();

        assertThat(new Written(catalogue, List.of(first, other)).histories())
                .isEqualTo(new Written(catalogue, List.of(other, first)).histories())
                .as("both counted, neither counted otherwise")
                .hasSize(2)
                .allSatisfy(history -> assertThat(history.split("FactStep", -1)).hasSize(2));
    }

    @Test
    void an_event_whose_first_telling_was_about_another_contact_leaves_nothing_behind() {
        KnownEvent told = opened("k0", 0).event("e").knownAt(0, 1).step();
        KnownEvent again = opened("k1", 0).event("e").knownAt(5, 2).step();

        var written = new Written(CATALOGUE, List.of(again, told));

        assertThat(written.fates).containsExactly(Fate.ACCEPTED, Fate.CONFLICT);
        assertThat(written.timeline.contacts()).containsOnlyKeys("k0");
        assertThat(written.histories()).isEqualTo(recount(List.of(told, again)));
    }

    @Test
    void the_same_event_again_is_a_duplicate_and_with_other_content_a_conflict_and_changes_nothing() {
        KnownEvent told = answered("r", 0).journey("return").answer();
        KnownEvent repeated = answered("r", 0).journey("return").knownAt(3, 3).answer();
        KnownEvent other =
                answered("r", 1).event("r").journey("return").knownAt(4, 4).answer();

        var written = new Written(CATALOGUE, List.of(told, repeated, other));

        assertThat(written.fates).containsExactly(Fate.ACCEPTED, Fate.DUPLICATE, Fate.CONFLICT);
        assertThat(written.changes).hasSize(1);
        assertThat(written.linked).hasSize(1);
    }

    @Test
    void a_change_tells_what_went_before_it_and_only_what_is_new_after() {
        KnownEvent answer = answered("r", 0).answer();
        KnownEvent contact = opened("k0", 0).journey("return").knownAt(7, 1).step();

        List<FactChange> changes = new Written(CATALOGUE, List.of(answer, contact))
                .changes.stream()
                        .filter(change -> change.fresh().get(0).fact() instanceof ResponseFact)
                        .toList();

        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).kept()).isEmpty();
        assertThat(changes.get(1).kept()).isEqualTo(changes.get(0).fresh());
        assertThat(changes.get(1).gone()).isEmpty();
        assertThat(changes.get(1).fresh()).hasSize(1);
        assertThat(changes.get(1).fresh().get(0).known()
                        - changes.get(0).fresh().get(0).known())
                .isEqualTo(7);
    }

    @Test
    void a_record_from_an_earlier_minute_takes_back_the_steps_after_it() {
        KnownEvent answer = answered("r", 0).answer();
        KnownEvent contact = opened("k0", 0).journey("return").knownAt(7, 1).step();
        KnownEvent correction = answered("r", 0)
                .event("again")
                .revision(2, SurveyResponse.Status.COMPLETE, 3)
                .knownAt(4, 2)
                .answer();

        FactChange last = new Written(CATALOGUE, List.of(answer, contact, correction)).changes.get(3);

        assertThat(last.kept()).hasSize(1);
        assertThat(last.gone()).hasSize(1);
        assertThat(last.fresh()).hasSize(2);
        assertThat(last.gone().get(0).known()).isEqualTo(last.fresh().get(1).known());
    }

    @Test
    void a_contact_is_there_once_it_opened_however_late_that_is_heard() {
        KnownEvent closed =
                stepped("k0", 2, ContactEvent.Type.CLOSED, 5).by(null, "HUMAN").step();
        KnownEvent opened = opened("k0", 0).knownAt(60, 1).step();

        var written = new Written(CATALOGUE, List.of(closed, opened));

        assertThat(written.changes).hasSize(1);
        assertThat(written.changes.get(0).fresh().get(0).known())
                .isEqualTo(GivenEvents.NOON.getEpochSecond() / 60 + 60);
    }

    /** A history written in some order, through its bytes and back after every event. */
    private static final class Written {
        private final List<FactChange> changes = new ArrayList<>();
        private final List<LinkedResponse> linked = new ArrayList<>();
        private final List<Fate> fates = new ArrayList<>();
        private final Map<String, LinkedResponse> lastLinked = new TreeMap<>();
        private Timeline timeline = new Timeline();

        Written(Catalogue catalogue, List<KnownEvent> events) {
            var chronicle = new Chronicle(new Facts(catalogue));
            for (KnownEvent event : events) {
                Chronicle.Entry entry = chronicle.write(timeline, OWNER, event, TaskTime.UNKNOWN);
                fates.add(entry.fate());
                changes.addAll(entry.changes());
                linked.addAll(entry.responses());
                entry.responses().forEach(response -> lastLinked.put(response.responseId(), withoutTimes(response)));
                byte[] bytes = TimelineCodec.encode(timeline);
                timeline = TimelineCodec.decode(bytes);
                assertThat(TimelineCodec.encode(timeline)).isEqualTo(bytes);
            }
            assertThat(fates.stream().filter(Fate.ACCEPTED::equals))
                    .as("each event is accepted once")
                    .hasSize((int) events.stream()
                            .map(event -> event.getClass() + event.id().eventId())
                            .distinct()
                            .count());
        }

        /** The histories of facts that the changes come to; each change goes on from a history that there is. */
        List<String> histories() {
            var histories = new ArrayList<List<FactStep>>();
            for (FactChange change : changes) {
                List<FactStep> before = joined(change.kept(), change.gone());
                assertThat(before.isEmpty() || histories.remove(before))
                        .as("no history " + before)
                        .isTrue();
                List<FactStep> after = joined(change.kept(), change.fresh());
                if (!after.isEmpty()) {
                    histories.add(after);
                }
            }
            return inOrder(histories.stream().map(ChronicleLawsTest::plain).toList());
        }

        private static List<FactStep> joined(List<FactStep> first, List<FactStep> then) {
            return Stream.concat(first.stream(), then.stream()).toList();
        }

        /** The last that was published of each response that there is in the end. */
        Map<String, LinkedResponse> lastLinked() {
            lastLinked.keySet().retainAll(timeline.answers().keySet());
            return lastLinked;
        }

        private static LinkedResponse withoutTimes(LinkedResponse r) {
            return new LinkedResponse(
                    r.responseId(),
                    r.revision(),
                    r.status(),
                    r.programme(),
                    r.audience(),
                    r.customer(),
                    r.answeredAt(),
                    r.nps(),
                    r.csat(),
                    r.ces(),
                    r.journeyId(),
                    r.journeySource(),
                    r.method(),
                    r.confidence(),
                    r.unmatchedReason(),
                    r.contact(),
                    r.late(),
                    Instant.EPOCH,
                    "",
                    r.schemaVersion());
        }
    }

    private static List<String> recount(List<KnownEvent> events) {
        var plain = new PlainLinking(events);
        var histories = new TreeMap<String, List<FactStep>>();
        for (long minute : plain.minutes()) {
            Map<String, Fact> now = plain.at(minute);
            now.keySet().forEach(about -> histories.putIfAbsent(about, new ArrayList<>()));
            histories.forEach((about, steps) -> steps.add(new FactStep(minute, now.get(about))));
        }
        return inOrder(histories.values().stream().map(ChronicleLawsTest::plain).toList());
    }

    private static List<String> inOrder(List<List<FactStep>> histories) {
        return histories.stream()
                .filter(steps -> !steps.isEmpty())
                .map(List::toString)
                .sorted()
                .toList();
    }

    /** The steps at which what is told plainly of a fact changed. */
    private static List<FactStep> plain(List<FactStep> steps) {
        var plain = new ArrayList<FactStep>();
        for (FactStep step : steps) {
            @Nullable
            Fact last = plain.isEmpty() ? null : plain.get(plain.size() - 1).fact();
            @Nullable Fact now = plain(step.fact());
            if (!Objects.equals(last, now)) {
                plain.add(new FactStep(step.known(), now));
            }
        }
        return plain;
    }

    private static @Nullable Fact plain(@Nullable Fact fact) {
        if (fact instanceof ContactFact c) {
            return new ContactFact(
                    c.openedAt(),
                    c.audience(),
                    c.inbound(),
                    c.channel(),
                    c.handler(),
                    c.journey(),
                    c.driver(),
                    c.fromIntent(),
                    c.late(),
                    ContactCourse.NONE,
                    c.catalogueVersion());
        }
        if (fact instanceof ResponseFact r) {
            return new ResponseFact(
                    r.answeredAt(),
                    r.programme(),
                    r.audience(),
                    r.journey(),
                    r.channel(),
                    r.nps(),
                    r.csat(),
                    r.ces(),
                    r.late(),
                    r.unmatched(),
                    ResponseContext.NONE,
                    r.catalogueVersion());
        }
        return null;
    }

    private static List<List<KnownEvent>> permutations(List<KnownEvent> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<KnownEvent>>();
        for (int i = 0; i < events.size(); i++) {
            var rest = new ArrayList<>(events);
            KnownEvent first = rest.remove(i);
            for (List<KnownEvent> order : permutations(rest)) {
                var whole = new ArrayList<KnownEvent>();
                whole.add(first);
                whole.addAll(order);
                all.add(whole);
            }
        }
        return all;
    }

    private static String told(List<KnownEvent> events) {
        return events.stream().map(KnownEvent::toString).reduce("", (a, b) -> a + "\n" + b);
    }
}

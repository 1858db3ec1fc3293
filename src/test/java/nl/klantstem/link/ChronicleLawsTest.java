package nl.klantstem.link;

import static nl.klantstem.link.GivenCatalogue.CATALOGUE;
import static nl.klantstem.link.GivenCatalogue.OTHER_RULES;
import static nl.klantstem.link.GivenCatalogue.RULES;
import static nl.klantstem.link.GivenCatalogue.version;
import static nl.klantstem.link.GivenEvents.answered;
import static nl.klantstem.link.GivenEvents.at;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.stepped;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.flow.Linked.Fate;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.contract.out.LinkedResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In whatever order a customer's events are written in, and however time passes between them, the same changes hold, and
 * they are those of a plain recount at every minute.
 */
class ChronicleLawsTest {

    private static final String CUSTOMER = "c:pseudonym";
    private static final String NOBODY = "k:k0";
    private static final long DAY = 24 * 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_order_of_a_small_history_gives_the_plain_recount(long seed) {
        System.out.println("chronicle: seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            String owner = random.nextInt(6) == 0 ? NOBODY : CUSTOMER;
            var history = new RandomHistory(random);
            int most = 2 + random.nextInt(4);
            List<KnownEvent> events = some(history, random, most);
            long end = end(random, events);
            List<List<FactStep>> expected = recount(events, owner, end);
            permutations(events).forEach(order -> agrees(order, owner, random, end, expected));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void random_orders_of_longer_histories_give_the_plain_recount(long seed) {
        System.out.println("chronicle: seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            String owner = random.nextInt(6) == 0 ? NOBODY : CUSTOMER;
            var history = new RandomHistory(random);
            int most = 6 + random.nextInt(14);
            List<KnownEvent> events = some(history, random, most);
            long end = end(random, events);
            List<List<FactStep>> expected = recount(events, owner, end);
            for (int order = 0; order < 15; order++) {
                if (order % 2 == 0) {
                    Collections.shuffle(events, random);
                } else {
                    nearlyInOrder(events, random);
                }
                agrees(events, owner, random, end, expected);
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
            Map<String, LinkedResponse> expected = new WrittenHistory(CATALOGUE, CUSTOMER, events).lastLinked();
            for (int order = 0; order < 15; order++) {
                Collections.shuffle(events, random);
                assertThat(new WrittenHistory(CATALOGUE, CUSTOMER, events, random).lastLinked())
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
                version("v1", Instant.EPOCH, RULES, "return", "delivery"),
                version("v2", at(4), OTHER_RULES, "return", "no-such"),
                version("v3", at(8), RULES, "delivery", "no-such")));
        for (int round = 0; round < 80; round++) {
            var events = new RandomHistory(random).events(2 + random.nextInt(10));
            long end = end(random, events);
            List<List<FactStep>> expected =
                    new WrittenHistory(catalogue, CUSTOMER, events).passTo(end).histories();
            for (int order = 0; order < 20; order++) {
                Collections.shuffle(events, random);
                assertThat(new WrittenHistory(catalogue, CUSTOMER, events, random)
                                .passTo(end)
                                .histories())
                        .as(told(events))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_fact_is_not_counted_anew_because_the_customer_said_something_else_under_another_catalogue() {
        var catalogue = new Catalogue(List.of(
                version("v1", Instant.EPOCH, RULES, "return"), version("v2", at(10), RULES, "return", "delivery")));
        KnownEvent first = opened("k0", 0).journey("delivery").step();
        KnownEvent other = opened("k1", 20).journey("return").step();

        long end = other.at().minute();

        List<List<FactStep>> histories = new WrittenHistory(catalogue, CUSTOMER, List.of(first, other))
                .passTo(end)
                .histories();

        assertThat(histories)
                .isEqualTo(new WrittenHistory(catalogue, CUSTOMER, List.of(other, first))
                        .passTo(end)
                        .histories());
        assertThat(histories.stream().flatMap(List::stream).filter(step -> step.known() == end))
                .as("nothing but the other is told at its minute")
                .hasSize(1);
    }

    @Test
    void an_event_whose_first_telling_was_about_another_contact_leaves_nothing_behind() {
        KnownEvent told = opened("k0", 0).event("e").knownAt(0, 1).step();
        KnownEvent again = opened("k1", 0).event("e").knownAt(5, 2).step();
        long end = again.at().minute();

        var written = new WrittenHistory(CATALOGUE, CUSTOMER, List.of(again, told));

        assertThat(written.fates).containsExactly(Fate.ACCEPTED, Fate.CONFLICT);
        assertThat(written.timeline().contacts()).containsOnlyKeys("k0");
        assertThat(written.passTo(end).histories()).isEqualTo(recount(List.of(told, again), CUSTOMER, end));
    }

    @Test
    void the_same_event_again_is_a_duplicate_and_with_other_content_a_conflict_and_changes_nothing() {
        KnownEvent told = answered("r", 0).journey("return").answer();
        KnownEvent repeated = answered("r", 0).journey("return").knownAt(3, 3).answer();
        KnownEvent other =
                answered("r", 1).event("r").journey("return").knownAt(4, 4).answer();

        var written = new WrittenHistory(CATALOGUE, CUSTOMER, List.of(told, repeated, other));

        assertThat(written.fates).containsExactly(Fate.ACCEPTED, Fate.DUPLICATE, Fate.CONFLICT);
        assertThat(written.changes).hasSize(1);
        assertThat(written.linked).hasSize(1);
    }

    @Test
    void what_is_counted_first_is_told_once_and_goes_along_with_what_takes_it_back() {
        KnownEvent answer = answered("r", 0).answer();
        KnownEvent contact = opened("k0", 0).journey("return").knownAt(7, 1).step();

        List<FactChange> changes = new WrittenHistory(CATALOGUE, CUSTOMER, List.of(answer, contact))
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

        FactChange last = new WrittenHistory(CATALOGUE, CUSTOMER, List.of(answer, contact, correction)).changes.get(3);

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

        var written = new WrittenHistory(CATALOGUE, CUSTOMER, List.of(closed, opened));

        assertThat(written.changes).hasSize(1);
        assertThat(written.changes.get(0).fresh().get(0).known())
                .isEqualTo(GivenEvents.NOON.getEpochSecond() / 60 + 60);
    }

    private static List<KnownEvent> some(RandomHistory history, Random random, int most) {
        return switch (random.nextInt(3)) {
            case 0 -> history.contacts(most);
            case 1 -> history.journeys(most);
            default -> history.events(most);
        };
    }

    private static void agrees(
            List<KnownEvent> order, String owner, Random clock, long end, List<List<FactStep>> expected) {
        List<List<FactStep>> histories =
                new WrittenHistory(CATALOGUE, owner, order, clock).passTo(end).histories();
        if (!histories.equals(expected)) {
            assertThat(firstBut(expected, histories)).as(told(order)).isEqualTo(firstBut(histories, expected));
        }
    }

    /** The first history that is not among others, which is enough to see what is wrong. */
    private static String firstBut(List<List<FactStep>> others, List<List<FactStep>> histories) {
        return histories.stream()
                .filter(history -> !others.contains(history))
                .findFirst()
                .map(history -> history.stream().map(FactStep::toString).reduce("", (a, b) -> a + "\n" + b))
                .orElse("nothing");
    }

    private static List<List<FactStep>> recount(List<KnownEvent> events, String owner, long end) {
        return WrittenHistory.inOrder(PlainSteps.of(new PlainLinking(events, owner.startsWith("c:")), end)
                .values());
    }

    /** When to stop: shortly after the last event, or when all that waits has come to pass. */
    private static long end(Random random, List<KnownEvent> events) {
        long last = events.stream()
                .mapToLong(event -> event.at().minute())
                .filter(minute -> minute < events.get(0).at().minute() + 5 * DAY)
                .max()
                .orElseThrow();
        long most =
                events.stream().mapToLong(event -> event.at().minute()).max().orElseThrow();
        long horizon = random.nextInt(8) == 0 ? 2 * DAY + 120 : random.nextInt(50);
        return Math.max(most, last + horizon);
    }

    /** As read from topics that do not keep pace: nearly in the order in which it became known. */
    private static void nearlyInOrder(List<KnownEvent> events, Random random) {
        events.sort(Comparator.comparing(KnownEvent::at));
        for (int i = 0; i + 1 < events.size(); i++) {
            if (random.nextInt(3) == 0) {
                Collections.swap(events, i, i + 1);
            }
        }
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
                all.add(Stream.concat(Stream.of(first), order.stream()).toList());
            }
        }
        return all;
    }

    private static String told(List<KnownEvent> events) {
        return events.stream().map(KnownEvent::toString).reduce("", (a, b) -> a + "\n" + b);
    }
}

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
import java.util.Random;
import java.util.TreeMap;
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
            Map<String, Integer> expected = recount(events);
            permutations(events).forEach(order -> assertThat(new Written(CATALOGUE, order).net())
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
            Map<String, Integer> expected = recount(events);
            for (int order = 0; order < 15; order++) {
                Collections.shuffle(events, random);
                var written = new Written(CATALOGUE, events);
                assertThat(written.net()).as(told(events)).isEqualTo(expected);
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
            Map<String, Integer> expected = new Written(catalogue, events).net();
            for (int order = 0; order < 20; order++) {
                Collections.shuffle(events, random);
                assertThat(new Written(catalogue, events).net())
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

        assertThat(new Written(catalogue, List.of(first, other)).net())
                .isEqualTo(new Written(catalogue, List.of(other, first)).net())
                .as("both counted, both counted first, nothing counted otherwise")
                .hasSize(4);
    }

    @Test
    void an_event_whose_first_telling_was_about_another_contact_leaves_nothing_behind() {
        KnownEvent told = opened("k0", 0).event("e").knownAt(0, 1).step();
        KnownEvent again = opened("k1", 0).event("e").knownAt(5, 2).step();

        var written = new Written(CATALOGUE, List.of(again, told));

        assertThat(written.fates).containsExactly(Fate.ACCEPTED, Fate.CONFLICT);
        assertThat(written.timeline.contacts()).containsOnlyKeys("k0");
        assertThat(written.net()).isEqualTo(recount(List.of(told, again)));
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
    void what_is_counted_first_is_told_once_and_goes_along_with_what_takes_it_back() {
        KnownEvent answer = answered("r", 0).answer();
        KnownEvent contact = opened("k0", 0).journey("return").knownAt(7, 1).step();

        List<FactStep> steps = new Written(CATALOGUE, List.of(answer, contact))
                .changes.stream()
                        .map(FactChange::step)
                        .filter(step -> step.after() instanceof ResponseFact)
                        .toList();

        assertThat(steps).hasSize(2);
        assertThat(steps.get(0).countsFirst()).isTrue();
        assertThat(steps.get(1).countsFirst()).isFalse();
        assertThat(steps.get(1).stood()).containsExactly(steps.get(0).after());
        assertThat(steps.get(1).before()).isEqualTo(steps.get(0).after());
        assertThat(steps.get(1).known() - steps.get(0).known()).isEqualTo(7);
    }

    @Test
    void a_contact_is_there_once_it_opened_however_late_that_is_heard() {
        KnownEvent closed =
                stepped("k0", 2, ContactEvent.Type.CLOSED, 5).by(null, "HUMAN").step();
        KnownEvent opened = opened("k0", 0).knownAt(60, 1).step();

        var written = new Written(CATALOGUE, List.of(closed, opened));

        assertThat(written.changes).hasSize(1);
        assertThat(written.changes.get(0).step().known()).isEqualTo(GivenEvents.NOON.getEpochSecond() / 60 + 60);
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

        /** What the changes come to: how often each fact counts (or no longer) from each minute on, and counts first. */
        Map<String, Integer> net() {
            var net = new TreeMap<String, Integer>();
            for (FactChange change : changes) {
                FactStep step = change.step();
                add(net, step.known(), "", step.before(), -change.sign());
                add(net, step.known(), "", step.after(), change.sign());
                if (step.countsFirst()) {
                    add(net, step.known(), "first ", step.after(), change.sign());
                }
            }
            return net;
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

    private static Map<String, Integer> recount(List<KnownEvent> events) {
        var plain = new PlainLinking(events);
        var net = new TreeMap<String, Integer>();
        Map<String, Fact> before = Map.of();
        var counted = new ArrayList<String>();
        for (long minute : plain.minutes()) {
            Map<String, Fact> now = plain.at(minute);
            before.forEach((about, fact) -> add(net, minute, "", fact, -1));
            now.forEach((about, fact) -> {
                add(net, minute, "", fact, 1);
                if (!counted.contains(about)) {
                    counted.add(about);
                    add(net, minute, "first ", fact, 1);
                }
            });
            before = now;
        }
        return net;
    }

    private static void add(Map<String, Integer> net, long minute, String kind, Fact fact, int sign) {
        @Nullable Fact plain = plain(fact);
        if (plain != null) {
            net.merge(kind + minute + " " + plain, sign, (a, b) -> a + b == 0 ? null : (Integer) (a + b));
        }
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

package nl.klantstem.link;

import static nl.klantstem.link.GivenCatalogue.CATALOGUE;
import static nl.klantstem.link.GivenEvents.answered;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.stepped;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.link.KnownEvent.ContactStep;
import org.junit.jupiter.api.Test;

/** A contact without a customer that is handed over: answers are read before, between or behind, with the same result. */
class HandoverOrderTest {

    private static final String OWNER = "k:k0";
    private static final long SEED = 8;

    @Test
    void answers_may_be_read_at_any_moment_around_a_handover() {
        System.out.println("handovers: seed " + SEED);
        var random = new Random(SEED);
        // One topic is read in its own order; how two are interleaved is chance.
        List<KnownEvent> contacts = List.of(
                opened("k0", 0)
                        .by("CHAT", null)
                        .because("returns/how", false)
                        .knownAt(0, 1)
                        .step(),
                stepped("k0", 1, ContactEvent.Type.DRIVER_CORRECTED, 3)
                        .because("delivery/late", false)
                        .knownAt(3, 2)
                        .step(),
                stepped("k0", 2, ContactEvent.Type.ANSWERED, 14).knownAt(14, 3).step());
        List<KnownEvent> answers = List.of(
                answered("r1", 1).about("k0", null, null).knownAt(1, 1).answer(),
                answered("r2", 4).about("k0", null, null).knownAt(4, 2).answer(),
                answered("r3", 16).about("k0", null, null).knownAt(16, 3).answer());
        Map<String, Integer> expected = net(interleaved(random, contacts, answers), random);
        for (int order = 0; order < 200; order++) {
            List<KnownEvent> events = interleaved(random, contacts, answers);
            assertThat(net(events, random)).as(events.toString()).isEqualTo(expected);
        }
        long end = 14 + GivenEvents.NOON.getEpochSecond() / 60;
        assertThat(expected.keySet().stream().filter(told -> told.contains("ContactFact")))
                .as("counted, corrected, ended when nothing more was heard of it, and taken back")
                .hasSize(6);
        assertThat(expected.entrySet().stream()
                        .filter(told -> told.getKey().startsWith(end + " ContactFact"))
                        .map(Map.Entry::getValue))
                .containsExactly(-1);
    }

    private static List<KnownEvent> interleaved(Random random, List<KnownEvent> some, List<KnownEvent> others) {
        var all = new ArrayList<KnownEvent>();
        int i = 0;
        int j = 0;
        while (i < some.size() || j < others.size()) {
            boolean one = j == others.size() || (i < some.size() && random.nextBoolean());
            all.add(one ? some.get(i++) : others.get(j++));
        }
        return all;
    }

    /** The last contact event names the customer: with it the contact leaves. Time passes now and then, and in the end. */
    private static Map<String, Integer> net(List<KnownEvent> events, Random clock) {
        var chronicle = new Chronicle(new Facts(CATALOGUE));
        var timeline = new Timeline();
        var net = new TreeMap<String, Integer>();
        long over = TaskTime.UNKNOWN;
        for (int i = 0; i < events.size(); i++) {
            KnownEvent event = events.get(i);
            if (clock.nextBoolean()) {
                over = earliest(events.subList(i, events.size())) - 1;
                add(net, chronicle.pass(timeline, OWNER, over).changes());
            }
            boolean leaves = event instanceof ContactStep step && step.seq() == 2;
            Chronicle.Entry entry = leaves
                    ? chronicle.handOver(
                            timeline,
                            OWNER,
                            (ContactStep) event,
                            new Timeline.Handover(event.at().recordedAt(), "c:pseudonym", 0),
                            over)
                    : chronicle.write(timeline, OWNER, event, over);
            add(net, entry.changes());
            timeline = TimelineCodec.decode(TimelineCodec.encode(timeline));
        }
        add(net, chronicle.pass(timeline, OWNER, earliest(events) + 600).changes());
        assertThat(timeline.nextDue()).isEqualTo(Due.NEVER);
        return net;
    }

    private static long earliest(List<KnownEvent> events) {
        return events.stream().mapToLong(event -> event.at().minute()).min().orElseThrow();
    }

    private static void add(Map<String, Integer> net, List<FactChange> changes) {
        for (FactChange change : changes) {
            add(net, change.kept(), change.gone(), -1);
            add(net, change.kept(), change.fresh(), 1);
        }
    }

    private static void add(Map<String, Integer> net, List<FactStep> kept, List<FactStep> steps, int sign) {
        Fact before = kept.isEmpty() ? null : kept.get(kept.size() - 1).fact();
        for (FactStep step : steps) {
            add(net, step.known(), before, -sign);
            add(net, step.known(), step.fact(), sign);
            before = step.fact();
        }
    }

    private static void add(Map<String, Integer> net, long minute, Fact fact, int sign) {
        if (fact != null) {
            net.merge(minute + " " + fact, sign, (a, b) -> a + b == 0 ? null : (Integer) (a + b));
        }
    }
}

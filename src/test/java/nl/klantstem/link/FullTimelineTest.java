package nl.klantstem.link;

import static nl.klantstem.link.GivenCatalogue.CATALOGUE;
import static nl.klantstem.link.GivenEvents.answered;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.ordered;
import static nl.klantstem.link.GivenEvents.stepped;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.OrderEvent;
import org.junit.jupiter.api.Test;

/** What one more event costs an owner who has all the events that are kept of one: docs/performance.md takes its figures from here. */
class FullTimelineTest {

    private static final String OWNER = "c:1";
    private static final int CONTACTS = Bounds.MOST_EVENTS / 5;
    private static final int MEASURED = 10;

    private final Chronicle chronicle = new Chronicle(new Facts(CATALOGUE));
    private final Timeline timeline = new Timeline();
    private long minute;

    @Test
    void a_thousand_contacts_on_one_issue() {
        for (int n = 0; n < CONTACTS; n++) {
            contact("k" + n, null);
        }
        report("contacts on one issue", n -> opened("more" + n, minute++)
                .because("delivery/late", false)
                .step());
    }

    @Test
    void a_thousand_contacts_each_on_its_own() {
        for (int n = 0; n < CONTACTS; n++) {
            contact("k" + n, "o" + n);
        }
        report(
                "contacts each on an order",
                n -> opened("more" + n, minute++).order("more" + n).step());
    }

    @Test
    void a_thousand_contacts_each_with_an_answer() {
        for (int n = 0; n < CONTACTS; n++) {
            contact("k" + n, "o" + n);
            timeline.add(
                    answered("r" + n, minute - 1).about("k" + n, null, null).answer());
        }
        report(
                "contacts with answers",
                n -> opened("more" + n, minute++).order("more" + n).step());
    }

    @Test
    void five_thousand_orders() {
        for (int n = 0; n < Bounds.MOST_EVENTS; n++) {
            timeline.add(ordered("o" + n, OrderEvent.Type.PLACED, minute, 0));
            minute += 30;
        }
        report("orders", n -> ordered("more" + n, OrderEvent.Type.PLACED, minute++, 0));
    }

    /** Each of a hundred instances with ten contacts; an order may be the outcome of any. */
    @Test
    void a_thousand_contacts_of_a_hundred_journeys() {
        for (int n = 0; n < CONTACTS; n++) {
            contact("k" + n, "o" + n);
            timeline.add(stepped("k" + n, 5, ContactEvent.Type.ROUTED, minute)
                    .instance("j" + n / 10)
                    .step());
            timeline.add(ordered("o" + n, OrderEvent.Type.PLACED, minute, 0));
        }
        tellAll();
        report("contacts of journeys, an order more", n -> ordered("more" + n, OrderEvent.Type.PLACED, minute++, 0));
        report(
                "contacts of journeys, a contact more",
                n -> opened("more" + n, minute++).instance("j" + n).step());
    }

    /** So that instances are there which contacts alone tell of. */
    private void tellAll() {
        for (int n = 0; n < CONTACTS; n += 10) {
            chronicle.write(
                    timeline,
                    OWNER,
                    stepped("k" + n, 6, ContactEvent.Type.ROUTED, minute).step(),
                    TaskTime.UNKNOWN);
        }
    }

    private void contact(String id, String order) {
        timeline.add(
                opened(id, minute).because("delivery/late", false).order(order).step());
        timeline.add(stepped(id, 1, ContactEvent.Type.QUEUED, minute).step());
        timeline.add(stepped(id, 2, ContactEvent.Type.ANSWERED, minute + 1)
                .by(null, "HUMAN")
                .step());
        timeline.add(stepped(id, 3, ContactEvent.Type.ROUTED, minute + 1).step());
        timeline.add(stepped(id, 4, ContactEvent.Type.RESOLVED, minute + 9)
                .resolved("RESOLVED")
                .step());
        minute += 500;
    }

    private void report(String what, IntFunction<KnownEvent> more) {
        Timeline stored = written(timeline, more.apply(0));
        double least = Double.MAX_VALUE;
        for (int n = 1; n <= MEASURED; n++) {
            KnownEvent event = more.apply(n);
            long begin = cpu();
            stored = written(stored, event);
            least = Math.min(least, (cpu() - begin) / 1e6);
        }
        System.out.printf("%s: %,d bytes, %.1f ms of CPU for one more event%n", what, stored.storedBytes(), least);
        assertThat(stored.storedBytes()).isLessThan(Bounds.MOST_BYTES);
    }

    private Timeline written(Timeline before, KnownEvent event) {
        chronicle.write(before, OWNER, event, TaskTime.UNKNOWN);
        return TimelineCodec.decode(TimelineCodec.encode(before));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

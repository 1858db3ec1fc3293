package nl.klantstem.measure.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.measure.GivenFacts;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Tally;
import org.junit.jupiter.api.Test;

/** Contact tallies against counting by hand. */
class DriverMeasureTest {

    private static final long SEED = 4;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:59.999Z");
    private static final Catalogue CATALOGUE = GivenFacts.catalogue(
            DriverMeasure.NAME, List.of(List.of(), List.of("driver"), List.of("driver", "channel")));

    private final Random random = new Random(SEED);
    private final GivenFacts given = new GivenFacts(SEED);

    @Test
    void a_contact_counts_once_at_every_level_of_its_driver() {
        var contributions = DriverMeasure.contributions(contact("delivery/lost/abroad", true, false, false), CATALOGUE);

        assertThat(contributions)
                .extracting(c -> c.cell().scope().labels().get("driver") + " "
                        + c.cell().scope().labels().get("level") + " "
                        + c.cell().scope().labels().get("channel"))
                .containsExactly(
                        "null null null",
                        "delivery 1 null",
                        "delivery/lost 2 null",
                        "delivery/lost/abroad 3 null",
                        "delivery 1 PHONE",
                        "delivery/lost 2 PHONE",
                        "delivery/lost/abroad 3 PHONE");
        assertThat(contributions).allSatisfy(c -> {
            assertThat(c.minute()).isEqualTo(NOON.getEpochSecond() / 60);
            assertThat(c.tally().dense(DriverMeasure.WIDTH)).containsExactly(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0);
        });
    }

    @Test
    void contacts_we_made_are_apart_and_have_no_recognised_intent() {
        assertThat(DriverMeasure.tally(contact("returns", false, true, true)).dense(DriverMeasure.WIDTH))
                .containsExactly(0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(DriverMeasure.tally(contact("returns", true, true, true)).dense(DriverMeasure.WIDTH))
                .containsExactly(1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0);
    }

    @Test
    void the_first_contact_about_an_order_counts_so_where_a_rate_is_and_for_the_levels_it_is_the_first_of() {
        var none = ContactCourse.NONE;
        var course = new ContactCourse(
                none.life(),
                none.reach(),
                none.bot(),
                new ContactCourse.Issue(null, ContactCourse.FirstContact.NONE, false, false, 0b100),
                none.routing(),
                none.demand(),
                none.servicePartner());

        assertThat(
                        DriverMeasure.contributions(GivenFacts.contact("delivery/lost/abroad", true, course), CATALOGUE)
                                .stream()
                                .filter(c -> c.tally().dense(DriverMeasure.WIDTH)[DriverMeasure.FIRST_OF_ORDER] == 1))
                .extracting(c -> c.cell().scope().labels().toString())
                .containsExactly("{audience=CUSTOMER, driver=delivery/lost, level=2}");
        assertThat(DriverMeasure.contributions(GivenFacts.contact("delivery/lost/abroad", false, course), CATALOGUE))
                .allSatisfy(c -> assertThat(c.tally().dense(DriverMeasure.WIDTH)[DriverMeasure.FIRST_OF_ORDER])
                        .isZero());
    }

    @Test
    void the_handlers_together_are_all_contacts() {
        var catalogue = GivenFacts.catalogue(DriverMeasure.NAME, List.of(List.of(), List.of("handler")));
        var contacts = contacts(200);
        var cells = GivenFacts.cells(contacts, contact -> DriverMeasure.contributions(contact, catalogue));

        assertThat(sumOf(cells, Map.of("audience", "CUSTOMER"), 2)).isEqualTo(byHand(contacts));
    }

    @Test
    void any_split_in_any_order_gives_what_counting_by_hand_gives() {
        for (int round = 0; round < 100; round++) {
            var contacts = contacts(random.nextInt(60));
            long[] byHand = byHand(contacts);
            Collections.shuffle(contacts, random);
            int split = random.nextInt(contacts.size() + 1);
            Tally sum = sum(contacts.subList(0, split)).plus(sum(contacts.subList(split, contacts.size())));

            assertThat(sum.dense(DriverMeasure.WIDTH)).isEqualTo(byHand);
            Collections.shuffle(contacts, random);
            for (ContactFact contact : contacts) {
                sum = sum.minus(DriverMeasure.tally(contact));
            }
            assertThat(sum.isZero()).isTrue();
        }
    }

    @Test
    void the_top_levels_together_are_all_contacts() {
        var contacts = contacts(300);
        var cells = new HashMap<Cell, Tally>();
        contacts.forEach(contact -> DriverMeasure.contributions(contact, CATALOGUE)
                .forEach(c -> cells.merge(c.cell(), c.tally(), Tally::plus)));

        assertThat(sumOf(cells, Map.of("audience", "CUSTOMER"), 1)).isEqualTo(byHand(contacts));
        assertThat(sumOf(cells, Map.of("level", "1"), 3)).isEqualTo(byHand(contacts));
        assertThat(sumOf(cells, Map.of("level", "1"), 4)).isEqualTo(byHand(contacts));
        assertThat(sumOf(cells, Map.of("driver", "delivery"), 3))
                .isEqualTo(byHand(contacts.stream()
                        .filter(c -> c.driver().startsWith("delivery/"))
                        .toList()));
    }

    private static long[] sumOf(Map<Cell, Tally> cells, Map<String, String> labels, int dimensions) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().scope().labels().size() == dimensions)
                .filter(cell -> cell.getKey().scope().labels().entrySet().containsAll(labels.entrySet()))
                .map(Map.Entry::getValue)
                .reduce(Tally.ZERO, Tally::plus)
                .slice(0, DriverMeasure.FIRST_OF_ORDER)
                .dense(DriverMeasure.WIDTH);
    }

    private static Tally sum(List<ContactFact> contacts) {
        return contacts.stream().map(DriverMeasure::tally).reduce(Tally.ZERO, Tally::plus);
    }

    private static long[] byHand(List<ContactFact> contacts) {
        var counts = new long[DriverMeasure.WIDTH];
        for (ContactFact contact : contacts) {
            counts[0] += contact.inbound() ? 1 : 0;
            counts[1] += contact.inbound() ? 0 : 1;
            counts[2] += contact.inbound() && contact.fromIntent() ? 1 : 0;
            counts[3] += contact.late() ? 1 : 0;
            if (contact.inbound()) {
                switch (contact.course().demand().type()) {
                    case VALUE -> counts[4]++;
                    case FAILURE -> counts[5]++;
                    case UNKNOWN -> counts[6]++;
                }
                counts[7] += contact.course().issue().repeatOf() == null ? 0 : 1;
            }
        }
        return counts;
    }

    private List<ContactFact> contacts(int n) {
        return new ArrayList<>(given.contacts(n).stream()
                .filter(contact -> contact.audience() == Audience.CUSTOMER)
                .toList());
    }

    private static ContactFact contact(String driver, boolean inbound, boolean fromIntent, boolean late) {
        return new ContactFact(
                NOON,
                Audience.CUSTOMER,
                inbound,
                "PHONE",
                "HUMAN",
                "return",
                driver,
                fromIntent,
                late,
                ContactCourse.NONE,
                "v1");
    }
}

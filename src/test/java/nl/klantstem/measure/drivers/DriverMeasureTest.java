package nl.klantstem.measure.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Tally;
import org.junit.jupiter.api.Test;

/** Contact tallies against counting by hand. */
class DriverMeasureTest {

    private static final long SEED = 4;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:59.999Z");
    private static final List<String> DRIVERS =
            List.of("delivery/late", "delivery/lost", "delivery/lost/abroad", "returns", "unknown", "other");
    private static final Catalogue CATALOGUE = new Catalogue(List.of(new CatalogueVersion(
            "v1",
            NOON,
            ZoneOffset.UTC,
            List.of(),
            List.of(),
            Map.of(DriverMeasure.NAME, List.of(List.of(), List.of("driver"), List.of("driver", "channel"))),
            Map.of(),
            List.of(),
            14,
            Map.of(),
            List.of(),
            ContactRules.DEFAULT)));

    private final Random random = new Random(SEED);

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
            assertThat(c.tally().dense(DriverMeasure.WIDTH)).containsExactly(1, 0, 0, 0);
        });
    }

    @Test
    void contacts_we_made_are_apart_and_have_no_recognised_intent() {
        assertThat(DriverMeasure.tally(contact("returns", false, true, true)).dense(DriverMeasure.WIDTH))
                .containsExactly(0, 1, 0, 1);
        assertThat(DriverMeasure.tally(contact("returns", true, true, true)).dense(DriverMeasure.WIDTH))
                .containsExactly(1, 0, 1, 1);
    }

    @Test
    void any_split_in_any_order_gives_what_counting_by_hand_gives() {
        System.out.println("contact tallies: seed " + SEED);
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
                .dense(DriverMeasure.WIDTH);
    }

    private static Tally sum(List<ContactFact> contacts) {
        return contacts.stream().map(DriverMeasure::tally).reduce(Tally.ZERO, Tally::plus);
    }

    private static long[] byHand(List<ContactFact> contacts) {
        var counts = new long[4];
        for (ContactFact contact : contacts) {
            counts[0] += contact.inbound() ? 1 : 0;
            counts[1] += contact.inbound() ? 0 : 1;
            counts[2] += contact.inbound() && contact.fromIntent() ? 1 : 0;
            counts[3] += contact.late() ? 1 : 0;
        }
        return counts;
    }

    private List<ContactFact> contacts(int n) {
        var contacts = new ArrayList<ContactFact>();
        for (int i = 0; i < n; i++) {
            contacts.add(contact(
                    DRIVERS.get(random.nextInt(DRIVERS.size())),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextBoolean()));
        }
        return contacts;
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

package nl.klantstem.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactCourse.Answer;
import nl.klantstem.contract.flow.ContactCourse.BotOutcome;
import nl.klantstem.contract.flow.ContactCourse.Ending;
import nl.klantstem.contract.flow.ContactCourse.FirstContact;
import nl.klantstem.contract.flow.ContactCourse.Level;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import org.junit.jupiter.api.Test;

/** What the laws are tried on holds everything that may come of a contact: a law about nothing says nothing. */
class RandomHistoryTest {

    private static final long SEED = 41;
    private static final int HISTORIES = 600;

    private final Set<Object> seen = new HashSet<>();

    @Test
    void everything_that_a_contact_an_order_or_a_shipment_may_come_to_is_in_the_histories() {
        System.out.println("histories: seed " + SEED);
        var random = new Random(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            var history = new RandomHistory(random);
            var events = i % 2 == 0 ? history.contacts(14) : history.events(14);
            var plain = new PlainLinking(events, true);
            for (long minute : new long[] {2, 6, 9, 14, 40, 1_500, 4_500}) {
                plain.at(plain.first() + minute).values().forEach(this::see);
            }
        }

        assertThat(seen).contains((Object[]) Ending.values());
        assertThat(seen).contains((Object[]) Answer.values());
        assertThat(seen).contains((Object[]) BotOutcome.values());
        assertThat(seen).contains((Object[]) FirstContact.values());
        assertThat(seen).contains((Object[]) Delivery.values());
        for (Level level : Level.values()) {
            assertThat(seen).contains("level " + level, "human " + level);
        }
        assertThat(seen)
                .contains("stuck", "second contact", "repeat of EMAIL", "partner", "outbound", "right owner", "2 bits")
                .contains("contacts about an order", "1", "2", "3+", "BOT_ONLY", "HANDED_OVER", "HUMAN_ONLY");
    }

    private void see(Fact fact) {
        if (fact instanceof ContactFact contact) {
            see(contact);
        } else if (fact instanceof ResponseFact response) {
            ResponseContext context = response.context();
            seen.addAll(List.of(context.contactsNeeded(), context.handling()));
        } else if (fact instanceof OrderFact order && !order.contacts().isEmpty()) {
            seen.add("contacts about an order");
        } else if (fact instanceof ShipmentFact shipment) {
            seen.add(shipment.delivery());
        }
    }

    private void see(ContactFact contact) {
        ContactCourse course = contact.course();
        seen.add(course.life().ending());
        seen.add(course.reach().answer());
        seen.add(course.bot().outcome());
        seen.add(course.issue().firstContact());
        seen.add("level " + course.reach().level());
        seen.add("human " + course.reach().human());
        seen.add("repeat of " + course.issue().repeatOf());
        seen.add(contact.inbound() ? "inbound" : "outbound");
        seen.add(contact.audience().name().toLowerCase(Locale.ROOT));
        seen.add(Integer.bitCount(course.issue().firstOfOrder()) + " bits");
        seen.add(course.reach().stuck() ? "stuck" : "not stuck");
        seen.add(course.issue().secondContact() ? "second contact" : "no second contact");
        seen.add(course.routing().rightSeconds() >= 0 ? "right owner" : "wrong owner");
    }
}

package nl.klantstem.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
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
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Outcome;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Delivery;
import nl.klantstem.contract.in.Programme;
import org.junit.jupiter.api.Test;

/** What the laws are tried on holds everything that may come of a contact or a journey: a law about nothing says nothing. */
class RandomHistoryTest {

    private static final long SEED = 41;
    private static final int HISTORIES = 900;

    private final Set<Object> seen = new HashSet<>();

    @Test
    void everything_that_may_come_of_what_is_told_is_in_the_histories() {
        System.out.println("histories: seed " + SEED);
        var random = new Random(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            var history = new RandomHistory(random);
            var events =
                    switch (i % 3) {
                        case 0 -> history.contacts(14);
                        case 1 -> history.journeys(14);
                        default -> history.events(14);
                    };
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
                .contains("contacts about an order", "1", "2", "3+", "BOT_ONLY", "HANDED_OVER", "HUMAN_ONLY")
                .contains(
                        "due",
                        "reordered",
                        "by agent",
                        "credited",
                        "found",
                        "kept",
                        "refunded",
                        "leakage due",
                        "ordered")
                .contains("step s0 COMPLETED", "step s1 ABANDONED", "step s2 OPEN", "step other OPEN")
                .contains("step unknown ABANDONED", "wait known", "wait unknown", "second contacts at a step")
                .contains("met", "met badly", "felt", "journey of the instance", Programme.MYSTERY_SHOP);
        assertThat(seen).contains((Object[]) Passage.values());
    }

    private void see(Fact fact) {
        if (fact instanceof ContactFact contact) {
            see(contact);
        } else if (fact instanceof ResponseFact response) {
            ResponseContext context = response.context();
            seen.addAll(List.of(context.contactsNeeded(), context.handling(), response.programme()));
            response.way().met().forEach(met -> seen.add(met.badly() ? "met badly" : "met"));
            response.way().felt().forEach(felt -> seen.add("felt"));
            seen.add(response.way().journey().equals(response.journey()) ? "own journey" : "journey of the instance");
        } else if (fact instanceof JourneyFact journey) {
            see(journey);
        } else if (fact instanceof OrderFact order && !order.contacts().isEmpty()) {
            seen.add("contacts about an order");
        } else if (fact instanceof ShipmentFact shipment) {
            seen.add(shipment.delivery());
        }
    }

    private void see(JourneyFact journey) {
        seen.add(journey.passage());
        for (JourneyFact.Step step : journey.steps()) {
            seen.add("step " + step.step() + " " + step.passage());
            seen.add(!step.waitImposed() ? "no wait" : step.waitSeconds() < 0 ? "wait unknown" : "wait known");
            seen.add(step.secondContacts() > 0 ? "second contacts at a step" : "no second contacts at a step");
        }
        Outcome outcome = journey.outcome();
        var said = new LinkedHashMap<String, Boolean>();
        said.put("due", outcome.due());
        said.put("reordered", outcome.reordered());
        said.put("by agent", outcome.byAgent());
        said.put("credited", outcome.credited());
        said.put("found", outcome.found());
        said.put("kept", outcome.kept());
        said.put("refunded", outcome.refunded());
        said.put("leakage due", outcome.leakageDue());
        said.put("ordered", outcome.ordered());
        said.forEach((what, so) -> seen.add(so ? what : "not " + what));
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

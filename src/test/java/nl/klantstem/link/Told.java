package nl.klantstem.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Suspicion;
import nl.klantstem.contract.out.LostInMailSuspect;
import org.jspecify.annotations.Nullable;

/** A customer's story as it stands in the timeline; minutes count from noon of 2 March 2026. */
final class Told {

    private static final long NOON = GivenEvents.NOON.getEpochSecond() / 60;

    private final WrittenHistory written;

    private Told(WrittenHistory written) {
        this.written = written;
    }

    /** Written in the order given, with the time standing still. */
    static Told of(KnownEvent... events) {
        return new Told(new WrittenHistory(GivenCatalogue.CATALOGUE, "c:pseudonym", List.of(events)));
    }

    static Told ofNobody(KnownEvent... events) {
        return new Told(new WrittenHistory(GivenCatalogue.CATALOGUE, "k:k0", List.of(events)));
    }

    /** The minute is over: all that was due by then has come to pass. */
    Told passTo(long minute) {
        written.passTo(NOON + minute);
        return this;
    }

    /** What comes in later, read when the time has passed so far. */
    Told then(KnownEvent... events) {
        written.write(List.of(events));
        return this;
    }

    ContactCourse course(String contactId) {
        return contact(contactId).course();
    }

    ContactFact contact(String contactId) {
        return (ContactFact) last(written.timeline().contacts().get(contactId));
    }

    ResponseContext response(String responseId) {
        return ((ResponseFact) last(written.timeline().answers().get(responseId))).context();
    }

    /** The way that it is about. */
    ResponseJourney way(String responseId) {
        return ((ResponseFact) last(written.timeline().answers().get(responseId))).way();
    }

    /** Null when it does not count. */
    @Nullable
    JourneyFact journey(String instanceId) {
        return (JourneyFact) last(written.timeline().journeys().get(instanceId));
    }

    /** What is told of instances of journeys, by their ids. */
    Set<String> journeys() {
        return written.timeline().journeys().keySet();
    }

    Fact order(String orderId) {
        return last(written.timeline().orders().get(orderId));
    }

    Fact shipment(String shipmentId) {
        return last(written.timeline().shipments().get(shipmentId));
    }

    InvitationFact invitation(String invitationId) {
        return (InvitationFact) last(written.timeline().invitations().get(invitationId));
    }

    /** How a suspicion of a shipment changed, one after another. */
    List<Suspicion> suspicions(String shipmentId) {
        return written.timeline().shipments().get(shipmentId).steps().stream()
                .map(step -> ((ShipmentFact) step.fact()).suspicion())
                .distinct()
                .toList();
    }

    /** What was published of shipments that were suspected to be lost. */
    List<LostInMailSuspect> suspects() {
        return List.copyOf(written.suspects);
    }

    Timeline timeline() {
        return written.timeline();
    }

    /** How something of a contact changed: "minute value", one after another. */
    List<String> history(String contactId, Function<ContactCourse, Object> what) {
        var history = new ArrayList<String>();
        Object before = null;
        for (FactStep step : written.timeline().contacts().get(contactId).steps()) {
            Object now = what.apply(((ContactFact) step.fact()).course());
            if (!now.equals(before)) {
                history.add(step.known() - NOON + " " + now);
            }
            before = now;
        }
        return history;
    }

    private static Fact last(Story<?> story) {
        return story.steps().get(story.steps().size() - 1).fact();
    }
}

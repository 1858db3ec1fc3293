package nl.klantstem.app.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Window;

/** The newest figure of every scope and rolling window, whether it is current or final. */
final class Latest {

    private record Spot(Scope scope, String length) {}

    private final Map<Spot, JourneyNps> nps = new HashMap<>();
    private final Map<Spot, ContactDrivers> contacts = new HashMap<>();
    private Instant newest = Instant.MIN;

    synchronized void take(JourneyNps value) {
        String length = value.window().length();
        if (length != null) {
            nps.merge(
                    new Spot(value.scope(), length),
                    value,
                    (old, now) -> newer(old.window(), old.provisional(), now.window(), now.provisional()) ? now : old);
            seen(value.asOf());
        }
    }

    synchronized void take(ContactDrivers value) {
        String length = value.window().length();
        if (length != null) {
            contacts.merge(
                    new Spot(value.scope(), length),
                    value,
                    (old, now) -> newer(old.window(), old.provisional(), now.window(), now.provisional()) ? now : old);
            seen(value.asOf());
        }
    }

    synchronized void take(InsightProgress value) {
        if (value.kind() == InsightProgress.Kind.FINALS) {
            seen(value.asOf());
        }
    }

    synchronized Optional<JourneyNps> nps(Scope scope, String length) {
        return Optional.ofNullable(nps.get(new Spot(scope, length)));
    }

    synchronized Optional<ContactDrivers> contacts(Scope scope, String length) {
        return Optional.ofNullable(contacts.get(new Spot(scope, length)));
    }

    /** All contact figures of a window length. */
    synchronized Stream<ContactDrivers> contacts(String length) {
        return contacts.entrySet().stream()
                .filter(e -> e.getKey().length().equals(length))
                .map(Map.Entry::getValue)
                .toList()
                .stream();
    }

    /** The recorded time up to which the newest figure has everything; empty before the first. */
    synchronized Optional<Instant> asOf() {
        return newest.equals(Instant.MIN) ? Optional.empty() : Optional.of(newest);
    }

    private void seen(Instant asOf) {
        if (asOf.isAfter(newest)) {
            newest = asOf;
        }
    }

    /** The window that ends later is newer; of two that end together the current one knows more. */
    private static boolean newer(Window old, boolean oldProvisional, Window now, boolean nowProvisional) {
        int order = now.to().compareTo(old.to());
        return order > 0 || (order == 0 && (nowProvisional || !oldProvisional));
    }
}

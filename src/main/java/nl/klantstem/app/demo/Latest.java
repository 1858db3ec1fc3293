package nl.klantstem.app.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klantstem.contract.out.AvoidableContacts;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.SurveyHealth;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/** The newest figure of every kind of insight, scope and rolling window, whether it is current or final. */
final class Latest {

    private record Spot(Class<?> kind, Scope scope, String length) {}

    /** What decides which of two figures is the newer one, and when it is from. */
    private record Figure(Object value, Window window, boolean provisional, Instant asOf) {

        /** The window that ends later is newer; of two that end together the current one knows more. */
        boolean isNewerThan(Figure old) {
            int order = window.to().compareTo(old.window.to());
            return order > 0 || (order == 0 && (provisional || !old.provisional));
        }
    }

    private final Map<Spot, Figure> figures = new HashMap<>();
    private Instant newest = Instant.MIN;

    void take(JourneyNps value) {
        take(value.scope(), new Figure(value, value.window(), value.provisional(), value.asOf()));
    }

    void take(ContactDrivers value) {
        take(value.scope(), new Figure(value, value.window(), value.provisional(), value.asOf()));
    }

    void take(ContactOutcomes value) {
        take(value.scope(), new Figure(value, value.window(), value.provisional(), value.asOf()));
    }

    void take(AvoidableContacts value) {
        take(value.scope(), new Figure(value, value.window(), value.provisional(), value.asOf()));
    }

    void take(SurveyHealth value) {
        take(value.scope(), new Figure(value, value.window(), value.provisional(), value.asOf()));
    }

    synchronized void take(InsightProgress value) {
        if (value.kind() == InsightProgress.Kind.FINALS) {
            seen(value.asOf());
        }
    }

    /** The figure of one kind, scope and window length. */
    synchronized <T> Optional<T> figure(Class<T> kind, Scope scope, String length) {
        return Optional.ofNullable(figures.get(new Spot(kind, scope, length)))
                .map(Figure::value)
                .map(kind::cast);
    }

    /** All figures of a kind and a window length. */
    synchronized <T> Stream<T> figures(Class<T> kind, String length) {
        return figures.entrySet().stream()
                .filter(e -> e.getKey().kind() == kind && e.getKey().length().equals(length))
                .map(e -> kind.cast(e.getValue().value()))
                .toList()
                .stream();
    }

    /** The recorded time up to which the newest figure has everything; empty before the first. */
    synchronized Optional<Instant> asOf() {
        return newest.equals(Instant.MIN) ? Optional.empty() : Optional.of(newest);
    }

    private synchronized void take(Scope scope, Figure figure) {
        @Nullable String length = figure.window().length();
        if (length != null) {
            figures.merge(
                    new Spot(figure.value().getClass(), scope, length),
                    figure,
                    (old, now) -> now.isNewerThan(old) ? now : old);
            seen(figure.asOf());
        }
    }

    private void seen(Instant asOf) {
        if (asOf.isAfter(newest)) {
            newest = asOf;
        }
    }
}

package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import nl.klantstem.contract.catalogue.LostInMailRules;
import nl.klantstem.contract.flow.ShipmentFact.Suspicion;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.out.LostInMailSuspect.Reason;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/** What was suspected of a shipment from its first record on, news by news and minute by minute, read off docs/measures.md. */
final class PlainSuspicion {

    private final List<KnownEvent> events;
    private final String shipmentId;
    private final LostInMailRules rules;
    private Instant suspected;
    private Instant withdrawn;
    private Reason reason;
    private Instant reported;

    private PlainSuspicion(List<KnownEvent> events, String shipmentId, LostInMailRules rules) {
        this.events = events;
        this.shipmentId = shipmentId;
        this.rules = rules;
    }

    /** At the end of a minute; each event is there once, in the order in which they became known. */
    static Suspicion at(List<KnownEvent> events, String shipmentId, long minute, LostInMailRules rules) {
        var plain = new PlainSuspicion(events, shipmentId, rules);
        List<Long> news = events.stream()
                .map(event -> event.at().minute())
                .filter(known -> known <= minute)
                .distinct()
                .toList();
        for (int i = 0; i < news.size(); i++) {
            plain.live(news.get(i), i + 1 < news.size() ? news.get(i + 1) - 1 : minute);
        }
        return new Suspicion(plain.suspected, plain.withdrawn, plain.reason, plain.reported);
    }

    /** Nothing becomes known after the first of these minutes. */
    private void live(long first, long last) {
        List<KnownEvent> known =
                events.stream().filter(event -> event.at().minute() <= first).toList();
        List<ShipmentStep> parcel = all(known, ShipmentStep.class, shipmentId);
        if (parcel.isEmpty()) {
            return;
        }
        Instant promise = last(parcel, ShipmentStep::promisedTo);
        if (promise == null) {
            promise = last(all(known, OrderStep.class, parcel.get(0).orderId()), OrderStep::promisedTo);
        }
        ShipmentStep end = last(parcel, step -> ending(step) == null ? null : step);
        reported = promise == null ? null : reported(known, parcel.get(0).orderId(), promise, end);
        ShipmentStep newest = parcel.get(parcel.size() - 1);
        var rule = rules.of(PlainLabels.carrier(newest.carrier()));
        if (suspected != null) {
            if (withdrawn == null) {
                reason = why(parcel, end, suspected.minus(Duration.ofHours(rule.silentHours())));
                withdrawn = reason == null ? null : end(first);
            }
            return;
        }
        for (long m = first; m <= last && suspected == null; m++) {
            if (promise != null
                    && end == null
                    && reported == null
                    && !promise.plus(Duration.ofDays(rule.daysPast())).isAfter(end(m))
                    && !newest.occurredAt()
                            .plus(Duration.ofHours(rule.silentHours()))
                            .isAfter(end(m))) {
                suspected = end(m);
            }
        }
    }

    private @Nullable Reason why(List<ShipmentStep> parcel, @Nullable ShipmentStep end, Instant silentFrom) {
        if (end != null) {
            return ending(end);
        }
        if (reported != null) {
            return Reason.CALLED;
        }
        for (ShipmentStep step : parcel) {
            if (end(step.at().minute()).isAfter(suspected) && step.occurredAt().isAfter(silentFrom)) {
                return Reason.SEEN;
            }
        }
        return null;
    }

    private @Nullable Instant reported(
            List<KnownEvent> known, String orderId, Instant promise, @Nullable ShipmentStep end) {
        Instant first = null;
        for (String id : known.stream()
                .filter(ContactStep.class::isInstance)
                .map(KnownEvent::about)
                .distinct()
                .toList()) {
            List<ContactStep> steps = known.stream()
                    .filter(ContactStep.class::isInstance)
                    .map(ContactStep.class::cast)
                    .filter(step -> step.contactId().equals(id))
                    .sorted(Comparator.comparingInt(ContactStep::seq))
                    .toList();
            ContactStep opened = steps.stream()
                    .filter(step -> step.type() == ContactEvent.Type.OPENED)
                    .findFirst()
                    .orElse(null);
            boolean about = shipmentId.equals(last(steps, ContactStep::shipmentId))
                    || orderId.equals(last(steps, ContactStep::orderId));
            if (opened == null || "OUTBOUND".equals(opened.direction()) || !about) {
                continue;
            }
            Instant at = opened.occurredAt();
            boolean tooLate = end != null && ending(end) == Reason.DELIVERED && !at.isBefore(end.occurredAt());
            if (at.isAfter(promise) && !tooLate && (first == null || at.isBefore(first))) {
                first = at;
            }
        }
        return first;
    }

    private static @Nullable Reason ending(ShipmentStep step) {
        return switch (step.type()) {
            case DELIVERED, DELIVERED_NEIGHBOUR -> Reason.DELIVERED;
            case LOST_CONFIRMED -> Reason.LOST_CONFIRMED;
            case RETURNED -> Reason.RETURNED;
            default -> null;
        };
    }

    private static <E extends KnownEvent> List<E> all(List<KnownEvent> known, Class<E> kind, String id) {
        return known.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(event -> event.about().equals(id))
                .sorted(Comparator.comparing(KnownEvent::occurredAt))
                .toList();
    }

    private static <E, T> @Nullable T last(List<E> steps, Function<E, @Nullable T> field) {
        T last = null;
        for (E step : steps) {
            last = field.apply(step) == null ? last : field.apply(step);
        }
        return last;
    }

    private static Instant end(long minute) {
        return Instant.ofEpochSecond((minute + 1) * 60);
    }
}

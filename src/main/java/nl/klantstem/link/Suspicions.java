package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import nl.klantstem.contract.catalogue.LostInMailRules.Rule;
import nl.klantstem.contract.flow.ShipmentFact.Suspicion;
import nl.klantstem.contract.out.LostInMailSuspect.Reason;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/**
 * Whether a shipment is suspected to be lost, from one recorded minute to the next: never, then suspected, then withdrawn,
 * and never back. Its times are when we could know: the ends of recorded minutes.
 */
final class Suspicions {

    private Suspicions() {}

    /** What is thought at the end of a minute of what was thought before; what time will change is waited for. */
    static Suspicion next(Suspicion before, ShipmentView shipment, Rule rule, Due due) {
        @Nullable Instant suspectedAt = before.suspectedAt();
        if (suspectedAt == null) {
            @Nullable Instant from = suspectedFrom(shipment, rule);
            boolean suspected = from != null && due.passed(from);
            return new Suspicion(suspected ? due.now() : null, null, null, shipment.reportedAt());
        }
        if (before.withdrawnAt() != null) {
            return new Suspicion(suspectedAt, before.withdrawnAt(), before.withdrawn(), shipment.reportedAt());
        }
        @Nullable Reason reason = withdrawn(suspectedAt, shipment, rule);
        return new Suspicion(suspectedAt, reason == null ? null : due.now(), reason, shipment.reportedAt());
    }

    /** When both its promise and the last that was heard of it are far enough back; null when nobody needs to wait for it. */
    private static @Nullable Instant suspectedFrom(ShipmentView shipment, Rule rule) {
        if (shipment.promise() == null || shipment.end() != null || shipment.reportedAt() != null) {
            return null;
        }
        Instant past = shipment.promise().plus(Duration.ofDays(rule.daysPast()));
        Instant silent = shipment.last().occurredAt().plus(Duration.ofHours(rule.silentHours()));
        return past.isAfter(silent) ? past : silent;
    }

    /** Why a shipment that was suspected then is not any more; null when it still is. */
    static @Nullable Reason withdrawn(Instant suspectedAt, ShipmentView shipment, Rule rule) {
        @Nullable ShipmentStep end = shipment.end();
        if (end != null) {
            return switch (end.type()) {
                case LOST_CONFIRMED -> Reason.LOST_CONFIRMED;
                case RETURNED -> Reason.RETURNED;
                case DELIVERED, DELIVERED_NEIGHBOUR, HANDED_TO_CARRIER, SCAN, OUT_FOR_DELIVERY, ATTEMPT_FAILED ->
                    Reason.DELIVERED;
            };
        }
        if (shipment.reportedAt() != null) {
            return Reason.CALLED;
        }
        Instant silentFrom = suspectedAt.minus(Duration.ofHours(rule.silentHours()));
        return shipment.steps().stream()
                        .filter(step -> step.occurredAt().isAfter(silentFrom))
                        .anyMatch(step -> step.at().minute() > Due.minute(suspectedAt))
                ? Reason.SEEN
                : null;
    }
}

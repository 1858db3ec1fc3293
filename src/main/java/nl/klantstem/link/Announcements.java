package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.flow.ShipmentFact.Suspicion;
import nl.klantstem.contract.out.LostInMailSuspect;
import nl.klantstem.contract.out.LostInMailSuspect.Reason;
import nl.klantstem.contract.out.LostInMailSuspect.State;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/**
 * What is published of shipments that are suspected to be lost. Facts may be told anew as long as their minute is not over;
 * a step of a suspicion is published when it is, and never again: a story that has such a step ahead is due at it.
 */
final class Announcements {

    private final Facts facts;
    private final Timeline timeline;
    private final Moment.Cache moments;
    private final long over;

    /** {@code over} is the newest recorded minute that is over. */
    Announcements(Facts facts, Timeline timeline, Moment.Cache moments, long over) {
        this.facts = facts;
        this.timeline = timeline;
        this.moments = moments;
        this.over = over;
    }

    /** Those of a shipment whose story was just told. */
    List<LostInMailSuspect> of(String shipmentId, Story<ShipmentStep> story) {
        var suspects = new ArrayList<LostInMailSuspect>();
        for (FactStep step : story.steps()) {
            if (step.fact() instanceof ShipmentFact fact && isNews(announced(shipmentId), fact.suspicion())) {
                if (step.known() > over) {
                    due(story, step.known());
                    break;
                }
                suspects.add(announce(shipmentId, story, step.known(), fact));
            }
        }
        suspects.addAll(takenBack(shipmentId, story));
        return suspects;
    }

    private static boolean isNews(@Nullable Announced announced, Suspicion suspicion) {
        return announced == null
                ? suspicion.suspectedAt() != null
                : !announced.withdrawn() && suspicion.withdrawnAt() != null;
    }

    private LostInMailSuspect announce(String shipmentId, Story<ShipmentStep> story, long minute, ShipmentFact fact) {
        Suspicion suspicion = fact.suspicion();
        @Nullable Announced announced = announced(shipmentId);
        @Nullable Instant suspectedAt = suspicion.suspectedAt();
        @Nullable ShipmentView shipment = view(story, minute);
        if (shipment == null || shipment.promise() == null || suspectedAt == null) {
            throw new IllegalStateException("shipment " + shipmentId + " is suspected without a promise");
        }
        if (announced != null) {
            return withdraw(announced, shipment, fact, suspicion.withdrawnAt(), suspicion.withdrawn());
        }
        ShipmentStep last = shipment.last();
        var suspected = new Announced(suspectedAt, shipment.promise(), last.type(), last.occurredAt(), false);
        timeline.announced().put(shipmentId, suspected);
        return record(suspected, shipment, fact, null, null);
    }

    /**
     * A record that comes behind a minute that was over may say that a shipment would not have been suspected. Its suspicion
     * was published all the same, and is withdrawn as soon as there is a reason.
     */
    private List<LostInMailSuspect> takenBack(String shipmentId, Story<ShipmentStep> story) {
        @Nullable Announced announced = announced(shipmentId);
        @Nullable Fact now = story.before(over + 1);
        if (announced == null
                || announced.withdrawn()
                || over < Due.minute(announced.suspectedAt())
                || !(now instanceof ShipmentFact fact)
                || fact.suspicion().suspectedAt() != null) {
            return List.of();
        }
        @Nullable ShipmentView shipment = view(story, over);
        @Nullable
        Reason reason = shipment == null
                ? null
                : Suspicions.withdrawn(
                        announced.suspectedAt(), shipment, facts.shipments().rule(shipment));
        if (shipment != null && reason != null) {
            return List.of(withdraw(announced, shipment, fact, Due.end(over), reason));
        }
        timeline.minutes(over + 1, Stream.of(timeline.shipments(), timeline.orders(), timeline.contacts())).stream()
                .findFirst()
                .ifPresent(news -> due(story, news));
        return List.of();
    }

    /** Never before it was suspected. */
    private LostInMailSuspect withdraw(
            Announced announced,
            ShipmentView shipment,
            ShipmentFact fact,
            @Nullable Instant at,
            @Nullable Reason reason) {
        timeline.announced().put(shipment.last().shipmentId(), announced.asWithdrawn());
        Instant from = announced.suspectedAt();
        return record(announced, shipment, fact, at == null || at.isBefore(from) ? from : at, reason);
    }

    private LostInMailSuspect record(
            Announced suspected,
            ShipmentView shipment,
            ShipmentFact fact,
            @Nullable Instant withdrawnAt,
            @Nullable Reason reason) {
        long past = Duration.between(suspected.promisedTo(), suspected.suspectedAt())
                .toHours();
        long silent = Duration.between(suspected.lastEventAt(), suspected.suspectedAt())
                .toHours();
        return new LostInMailSuspect(
                shipment.last().shipmentId(),
                shipment.steps().get(0).orderId(),
                fact.carrier(),
                fact.region(),
                withdrawnAt == null ? State.SUSPECTED : State.WITHDRAWN,
                suspected.suspectedAt(),
                withdrawnAt,
                reason,
                suspected.promisedTo(),
                suspected.lastEvent(),
                suspected.lastEventAt(),
                past,
                silent,
                facts.shipments().rule(shipment).offers(),
                "promised for " + suspected.promisedTo() + " (" + past + " h ago), last heard of at "
                        + suspected.lastEventAt() + " (" + silent + " h ago): " + suspected.lastEvent(),
                withdrawnAt == null ? suspected.suspectedAt() : withdrawnAt,
                fact.catalogueVersion(),
                LostInMailSuspect.SCHEMA_VERSION);
    }

    private @Nullable Announced announced(String shipmentId) {
        return timeline.announced().get(shipmentId);
    }

    private @Nullable ShipmentView view(Story<ShipmentStep> story, long minute) {
        return ShipmentView.of(story, timeline.orders(), moments.at(minute));
    }

    private static void due(Story<?> story, long minute) {
        story.due(Math.min(story.due(), minute));
    }
}

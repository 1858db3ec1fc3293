package nl.klantstem.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import nl.klantstem.contract.in.DeliveryEvent;
import org.jspecify.annotations.Nullable;

/** A delivery event while it is read. */
final class DeliveryEventDraft extends EventDraft {

    private static final Map<String, DeliveryEvent.Type> TYPE = Fields.labels(DeliveryEvent.Type.class);

    static final Fields<DeliveryEventDraft> FIELDS = EventDraft.<DeliveryEventDraft>envelope()
            .id("shipmentId", (d, in) -> d.shipmentId = in.ownId())
            .required("orderId", (d, in) -> d.orderId = in.requiredReference())
            .required("type", (d, in) -> d.type = in.oneOf(TYPE))
            .required("customerKey", (d, in) -> d.customerKey = in.requiredReference())
            .optional("partnerId", (d, in) -> d.partnerId = in.reference())
            .required("carrier", (d, in) -> d.carrier = in.requiredText())
            .optional("region", (d, in) -> d.region = in.text())
            .optional("promisedTo", (d, in) -> d.promisedTo = in.plannedInstant());

    private @Nullable String shipmentId;
    private @Nullable String orderId;
    private DeliveryEvent.@Nullable Type type;
    private @Nullable String customerKey;
    private @Nullable String partnerId;
    private @Nullable String carrier;
    private @Nullable String region;
    private @Nullable Instant promisedTo;

    @Override
    DeliveryEvent event() {
        return new DeliveryEvent(
                eventId(),
                occurredAt(),
                source(),
                audience(),
                country,
                language,
                isTest(),
                requireNonNull(shipmentId),
                requireNonNull(orderId),
                requireNonNull(type),
                customerKey,
                partnerId,
                requireNonNull(carrier),
                region,
                promisedTo);
    }
}

package nl.klantstem.contract.in;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a contact. Events of a contact apply in {@code seq} order whatever order they arrive in. Only
 * OPENED must name direction, channel and initiator; a later event gives the fields that changed.
 */
public record ContactEvent(
        String eventId,
        Instant occurredAt,
        String source,
        Audience audience,
        @Nullable String country,
        @Nullable String language,
        boolean test,
        String contactId,
        int seq,
        Type type,
        @Nullable String customerKey,
        @Nullable String partnerId,
        @Nullable Direction direction,
        @Nullable Channel channel,
        @Nullable Initiator initiator,
        @Nullable Handler handler,
        @Nullable String servicePartnerId,
        @Nullable Party routedTo,
        @Nullable SellerType sellerType,
        @Nullable Party fulfilment,
        @Nullable Intent intent,
        @Nullable DriverLabel driver,
        @Nullable DemandType demandType,
        @Nullable AvoidableCause avoidableCause,
        @Nullable String owningDepartment,
        @Nullable String journeyId,
        @Nullable String journeyInstanceId,
        @Nullable String stepId,
        @Nullable String orderId,
        @Nullable String shipmentId,
        List<AiAssist> aiAssist,
        @Nullable HumanReason humanReason,
        @Nullable Impact impact,
        @Nullable String occasion,
        @Nullable LocalDate neededBy,
        @Nullable Instant waitUntil,
        @Nullable Resolution resolution,
        @Nullable Boolean proofRequested,
        @Nullable Integer formsRequested)
        implements InputEvent {

    /** What happened to the contact. */
    public enum Type {
        OPENED,
        BOT_STARTED,
        INTENT_RECOGNIZED,
        HUMAN_REQUESTED,
        HANDED_OVER,
        QUEUED,
        ROUTED,
        ANSWERED,
        ABANDONED,
        TRANSFERRED,
        WAIT_IMPOSED,
        RESOLVED,
        REOPENED,
        CLOSED,
        DRIVER_CORRECTED
    }

    /** Who reached out to whom. */
    public enum Direction {
        INBOUND,
        OUTBOUND
    }

    /** Who started it. */
    public enum Initiator {
        CUSTOMER,
        CUSTOMER_AGENT,
        PARTNER,
        SYSTEM
    }

    /** Where a driver label comes from. */
    public enum DriverSource {
        AGENT,
        MODEL,
        RULE
    }

    /** How AI assisted the agent. */
    public enum AiAssist {
        SUMMARY,
        DIGEST,
        SUGGESTION
    }

    /** Why a person was asked for. */
    public enum HumanReason {
        COMPLEX,
        EMOTIONAL,
        PREFERENCE
    }

    /** How much is at stake for the customer. */
    public enum Impact {
        NORMAL,
        HIGH
    }

    /** A recognised intent; confidence 0..1. Intent and driver codes are one list. */
    public record Intent(String code, double confidence, String modelVersion) {}

    /** A contact driver: {@code level1/level2[/level3]}. */
    public record DriverLabel(String code, DriverSource source) {}

    public ContactEvent {
        aiAssist = List.copyOf(aiAssist);
    }

    @Override
    public ContactEvent withCustomerKey(@Nullable String key) {
        return new ContactEvent(
                eventId,
                occurredAt,
                source,
                audience,
                country,
                language,
                test,
                contactId,
                seq,
                type,
                key,
                partnerId,
                direction,
                channel,
                initiator,
                handler,
                servicePartnerId,
                routedTo,
                sellerType,
                fulfilment,
                intent,
                driver,
                demandType,
                avoidableCause,
                owningDepartment,
                journeyId,
                journeyInstanceId,
                stepId,
                orderId,
                shipmentId,
                aiAssist,
                humanReason,
                impact,
                occasion,
                neededBy,
                waitUntil,
                resolution,
                proofRequested,
                formsRequested);
    }
}

package nl.klantstem.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.AvoidableCause;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.ContactEvent.AiAssist;
import nl.klantstem.contract.in.ContactEvent.Direction;
import nl.klantstem.contract.in.ContactEvent.DriverLabel;
import nl.klantstem.contract.in.ContactEvent.DriverSource;
import nl.klantstem.contract.in.ContactEvent.HumanReason;
import nl.klantstem.contract.in.ContactEvent.Impact;
import nl.klantstem.contract.in.ContactEvent.Initiator;
import nl.klantstem.contract.in.ContactEvent.Intent;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.contract.in.Resolution;
import nl.klantstem.contract.in.SellerType;
import org.jspecify.annotations.Nullable;

/** A contact event while it is read. */
final class ContactEventDraft extends EventDraft {

    private static final Map<String, ContactEvent.Type> TYPE = Fields.labels(ContactEvent.Type.class);
    private static final Map<String, Direction> DIRECTION = Fields.labels(Direction.class);
    private static final Map<String, Channel> CHANNEL = Fields.labels(Channel.class);
    private static final Map<String, Initiator> INITIATOR = Fields.labels(Initiator.class);
    private static final Map<String, Handler> HANDLER = Fields.labels(Handler.class);
    private static final Map<String, Party> PARTY = Fields.labels(Party.class);
    private static final Map<String, SellerType> SELLER_TYPE = Fields.labels(SellerType.class);
    private static final Map<String, DriverSource> DRIVER_SOURCE = Fields.labels(DriverSource.class);
    private static final Map<String, DemandType> DEMAND_TYPE = Fields.labels(DemandType.class);
    private static final Map<String, AvoidableCause> CAUSE = Fields.labels(AvoidableCause.class);
    private static final Map<String, AiAssist> AI_ASSIST = Fields.labels(AiAssist.class);
    private static final Map<String, HumanReason> HUMAN_REASON = Fields.labels(HumanReason.class);
    private static final Map<String, Impact> IMPACT = Fields.labels(Impact.class);
    private static final Map<String, Resolution> RESOLUTION = Fields.labels(Resolution.class);

    private static final Fields<IntentDraft> INTENT_FIELDS = Fields.<IntentDraft>under("intent")
            .required("code", (d, in) -> d.code = in.text())
            .required("confidence", (d, in) -> d.confidence = in.fraction())
            .required("modelVersion", (d, in) -> d.modelVersion = in.text());

    private static final Fields<DriverDraft> DRIVER_FIELDS = Fields.<DriverDraft>under("driver")
            .required("code", (d, in) -> d.code = in.text())
            .required("source", (d, in) -> d.source = in.oneOf(DRIVER_SOURCE));

    /** What an opened contact must tell; later events may leave it out. */
    private static final String[] OPENED_FIELDS = {"direction", "channel", "initiator"};

    static final Fields<ContactEventDraft> FIELDS = EventDraft.<ContactEventDraft>envelope()
            .id("contactId", (d, in) -> d.contactId = in.ownId())
            .required("seq", (d, in) -> d.seq = in.whole(Integer.MIN_VALUE, Integer.MAX_VALUE))
            .required("type", (d, in) -> d.type = in.oneOf(TYPE))
            .optional("customerKey", (d, in) -> d.customerKey = in.reference())
            .optional("partnerId", (d, in) -> d.partnerId = in.reference())
            .optional("direction", (d, in) -> d.direction = in.knownOf(DIRECTION))
            .optional("channel", (d, in) -> d.channel = in.knownOf(CHANNEL))
            .optional("initiator", (d, in) -> d.initiator = in.knownOf(INITIATOR))
            .optional("handler", (d, in) -> d.handler = in.knownOf(HANDLER))
            .optional("servicePartnerId", (d, in) -> d.servicePartnerId = in.text())
            .optional("routedTo", (d, in) -> d.routedTo = in.knownOf(PARTY))
            .optional("sellerType", (d, in) -> d.sellerType = in.knownOf(SELLER_TYPE))
            .optional("fulfilment", (d, in) -> d.fulfilment = in.knownOf(PARTY))
            .optional("intent", INTENT_FIELDS, (d, in) -> d.intent = in.object(INTENT_FIELDS, new IntentDraft()))
            .optional("driver", DRIVER_FIELDS, (d, in) -> d.driver = in.object(DRIVER_FIELDS, new DriverDraft()))
            .optional("demandType", (d, in) -> d.demandType = in.knownOf(DEMAND_TYPE))
            .optional("avoidableCause", (d, in) -> d.avoidableCause = in.knownOf(CAUSE))
            .optional("owningDepartment", (d, in) -> d.owningDepartment = in.text())
            .optional("journeyId", (d, in) -> d.journeyId = in.text())
            .optional("journeyInstanceId", (d, in) -> d.journeyInstanceId = in.reference())
            .optional("stepId", (d, in) -> d.stepId = in.text())
            .optional("orderId", (d, in) -> d.orderId = in.reference())
            .optional("shipmentId", (d, in) -> d.shipmentId = in.reference())
            .optional("aiAssist", ContactEventDraft::readAiAssist)
            .optional("humanReason", (d, in) -> d.humanReason = in.knownOf(HUMAN_REASON))
            .optional("impact", (d, in) -> d.impact = in.knownOf(IMPACT))
            .optional("occasion", (d, in) -> d.occasion = in.text())
            .optional("neededBy", (d, in) -> d.neededBy = in.date())
            .optional("waitUntil", (d, in) -> d.waitUntil = in.plannedInstant())
            .optional("resolution", (d, in) -> d.resolution = in.knownOf(RESOLUTION))
            .optional("proofRequested", (d, in) -> d.proofRequested = in.bool())
            .optional("formsRequested", (d, in) -> d.formsRequested = in.whole(0, Integer.MAX_VALUE));

    private @Nullable String contactId;
    private @Nullable Integer seq;
    private ContactEvent.@Nullable Type type;
    private @Nullable String customerKey;
    private @Nullable String partnerId;
    private @Nullable Direction direction;
    private @Nullable Channel channel;
    private @Nullable Initiator initiator;
    private @Nullable Handler handler;
    private @Nullable String servicePartnerId;
    private @Nullable Party routedTo;
    private @Nullable SellerType sellerType;
    private @Nullable Party fulfilment;
    private @Nullable IntentDraft intent;
    private @Nullable DriverDraft driver;
    private @Nullable DemandType demandType;
    private @Nullable AvoidableCause avoidableCause;
    private @Nullable String owningDepartment;
    private @Nullable String journeyId;
    private @Nullable String journeyInstanceId;
    private @Nullable String stepId;
    private @Nullable String orderId;
    private @Nullable String shipmentId;
    private List<AiAssist> aiAssist = List.of();
    private @Nullable HumanReason humanReason;
    private @Nullable Impact impact;
    private @Nullable String occasion;
    private @Nullable LocalDate neededBy;
    private @Nullable Instant waitUntil;
    private @Nullable Resolution resolution;
    private @Nullable Boolean proofRequested;
    private @Nullable Integer formsRequested;

    @Override
    void checkTogether(long given, Offences offences) {
        if (type == ContactEvent.Type.OPENED) {
            FIELDS.noteMissing(given, offences, OPENED_FIELDS);
            for (var field : OPENED_FIELDS) {
                if (offences.ignored().contains(field)) {
                    offences.note(RejectReason.UNKNOWN_VALUE, field);
                }
            }
        }
    }

    @Override
    ContactEvent event() {
        return new ContactEvent(
                eventId(),
                occurredAt(),
                source(),
                audience(),
                country,
                language,
                isTest(),
                requireNonNull(contactId),
                requireNonNull(seq),
                requireNonNull(type),
                customerKey,
                partnerId,
                direction,
                channel,
                initiator,
                handler,
                servicePartnerId,
                routedTo,
                sellerType,
                fulfilment,
                intent == null ? null : intent.fact(),
                driver == null ? null : driver.fact(),
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

    private static void readAiAssist(ContactEventDraft draft, FieldReader in) throws IOException {
        var assists = new ArrayList<AiAssist>();
        in.eachElement(() -> {
            var assist = in.knownOf(AI_ASSIST);
            if (assist != null) {
                assists.add(assist);
            }
        });
        draft.aiAssist = assists;
    }

    /** A recognised intent while it is read. */
    private static final class IntentDraft {
        private @Nullable String code;
        private @Nullable Double confidence;
        private @Nullable String modelVersion;

        Intent fact() {
            return new Intent(requireNonNull(code), requireNonNull(confidence), requireNonNull(modelVersion));
        }
    }

    /** A driver label while it is read. */
    private static final class DriverDraft {
        private @Nullable String code;
        private @Nullable DriverSource source;

        DriverLabel fact() {
            return new DriverLabel(requireNonNull(code), requireNonNull(source));
        }
    }
}

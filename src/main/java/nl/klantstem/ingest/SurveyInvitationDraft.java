package nl.klantstem.ingest;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.Resolution;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyInvitation.Snapshot;
import nl.klantstem.contract.in.SurveyInvitation.Status;
import org.jspecify.annotations.Nullable;

/** A survey invitation while it is read. */
final class SurveyInvitationDraft extends EventDraft {

    private static final Map<String, Programme> PROGRAMME = Fields.labels(Programme.class);
    private static final Map<String, Status> STATUS = Fields.labels(Status.class);
    private static final Map<String, Channel> CHANNEL = Fields.labels(Channel.class);
    private static final Map<String, Handler> HANDLER = Fields.labels(Handler.class);
    private static final Map<String, Party> PARTY = Fields.labels(Party.class);
    private static final Map<String, Resolution> RESOLUTION = Fields.labels(Resolution.class);

    private static final Fields<SnapshotDraft> SNAPSHOT_FIELDS = Fields.<SnapshotDraft>under("snapshot")
            .optional("channel", (d, in) -> d.channel = in.knownOf(CHANNEL))
            .optional("handler", (d, in) -> d.handler = in.knownOf(HANDLER))
            .optional("servicePartnerId", (d, in) -> d.servicePartnerId = in.text())
            .optional("driver", (d, in) -> d.driver = in.text())
            .optional("routedTo", (d, in) -> d.routedTo = in.knownOf(PARTY))
            .optional("resolution", (d, in) -> d.resolution = in.knownOf(RESOLUTION));

    static final Fields<SurveyInvitationDraft> FIELDS = EventDraft.<SurveyInvitationDraft>envelope()
            .id("invitationId", (d, in) -> d.invitationId = in.ownId())
            .required("surveyId", (d, in) -> d.surveyId = in.requiredText())
            .required("programme", (d, in) -> d.programme = in.oneOf(PROGRAMME))
            .required("customerKey", (d, in) -> d.customerKey = in.requiredReference())
            .optional("partnerId", (d, in) -> d.partnerId = in.reference())
            .optional("contactId", (d, in) -> d.contactId = in.reference())
            .optional("orderId", (d, in) -> d.orderId = in.reference())
            .optional("journeyId", (d, in) -> d.journeyId = in.text())
            .optional("journeyInstanceId", (d, in) -> d.journeyInstanceId = in.reference())
            .optional("stepId", (d, in) -> d.stepId = in.text())
            .required("status", (d, in) -> d.status = in.oneOf(STATUS))
            .optional("suppressionReason", (d, in) -> d.suppressionReason = in.text())
            .optional(
                    "snapshot",
                    SNAPSHOT_FIELDS,
                    (d, in) -> d.snapshot = in.object(SNAPSHOT_FIELDS, new SnapshotDraft()));

    private @Nullable String invitationId;
    private @Nullable String surveyId;
    private @Nullable Programme programme;
    private @Nullable String customerKey;
    private @Nullable String partnerId;
    private @Nullable String contactId;
    private @Nullable String orderId;
    private @Nullable String journeyId;
    private @Nullable String journeyInstanceId;
    private @Nullable String stepId;
    private @Nullable Status status;
    private @Nullable String suppressionReason;
    private @Nullable SnapshotDraft snapshot;

    @Override
    SurveyInvitation event() {
        return new SurveyInvitation(
                eventId(),
                occurredAt(),
                source(),
                audience(),
                country,
                language,
                isTest(),
                requireNonNull(invitationId),
                requireNonNull(surveyId),
                requireNonNull(programme),
                customerKey,
                partnerId,
                contactId,
                orderId,
                journeyId,
                journeyInstanceId,
                stepId,
                requireNonNull(status),
                suppressionReason,
                snapshot == null ? null : snapshot.fact());
    }

    /** The contact's snapshot while it is read. */
    private static final class SnapshotDraft {
        private @Nullable Channel channel;
        private @Nullable Handler handler;
        private @Nullable String servicePartnerId;
        private @Nullable String driver;
        private @Nullable Party routedTo;
        private @Nullable Resolution resolution;

        Snapshot fact() {
            return new Snapshot(channel, handler, servicePartnerId, driver, routedTo, resolution);
        }
    }
}

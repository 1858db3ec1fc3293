package nl.klantstem.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.IngestedReference;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.contract.flow.Rekeyed;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.contract.out.DeadLetter;
import nl.klantstem.contract.out.LateEvent;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.contract.out.LinkedResponseKey;
import nl.klantstem.contract.out.LostInMailSuspect;
import nl.klantstem.contract.out.LostInMailSuspectKey;
import nl.klantstem.contract.out.RecordKey;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** What the first half publishes of a record at once: refusals, late events, linked responses, suspects, and what it hands over. */
final class Outputs {

    private Outputs() {}

    static List<Published> of(Linked linked) {
        Arrival at = linked.ingested().at();
        Ingested.Outcome outcome = linked.ingested().outcome();
        var outputs = new ArrayList<Published>();
        if (outcome instanceof Ingested.Refused refused) {
            outputs.add(deadLetter(
                    at, refused.reason(), refused.field(), linked.ingested().value()));
        }
        if (linked.fate() == Linked.Fate.ACCEPTED && outcome instanceof Ingested.Event event && event.late()) {
            outputs.add(lateEvent(at, event));
        }
        for (LinkedResponse response : linked.responses()) {
            outputs.add(Published.json(
                    Topic.LINKED_RESPONSES,
                    new LinkedResponseKey(response.responseId()),
                    response,
                    response.asOf().toEpochMilli()));
        }
        for (LostInMailSuspect suspect : linked.suspects()) {
            outputs.add(Published.json(
                    Topic.LOST_IN_MAIL_SUSPECTS,
                    new LostInMailSuspectKey(suspect.shipmentId()),
                    suspect,
                    suspect.asOf().toEpochMilli()));
        }
        for (Rekeyed rekeyed : linked.handedOver()) {
            byte[] key = rekeyed.owner().getBytes(StandardCharsets.UTF_8);
            outputs.add(new Published(Topic.REKEYED, key, Json.bytes(rekeyed), at.recordedAt(), rekeyed.partition()));
        }
        return outputs;
    }

    /** The same of reference data: its refusals. */
    static List<Published> of(IngestedReference reference) {
        return reference.outcome() instanceof IngestedReference.Refused refused
                ? List.of(deadLetter(reference.at(), refused.reason(), refused.field(), reference.value()))
                : List.of();
    }

    private static Published deadLetter(
            Arrival at, RejectReason reason, @Nullable String field, byte @Nullable [] value) {
        byte[] bytes = value == null ? new byte[0] : value;
        var letter = new DeadLetter(
                at.stream(),
                reason,
                field,
                at.topic(),
                at.partition(),
                at.offset(),
                Instant.ofEpochMilli(at.recordedAt()),
                HexFormat.of().formatHex(sha256().digest(bytes)),
                bytes.length,
                at.origin(),
                DeadLetter.SCHEMA_VERSION);
        return Published.json(Topic.DEAD_LETTERS, key(at), letter, published(at));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static Published lateEvent(Arrival at, Ingested.Event late) {
        Instant occurredAt = late.event().occurredAt();
        Instant recordedAt = Instant.ofEpochMilli(at.recordedAt());
        var value = new LateEvent(
                at.stream(),
                late.event().eventId(),
                occurredAt,
                recordedAt,
                recordedAt.getEpochSecond() - occurredAt.getEpochSecond(),
                at.topic(),
                at.partition(),
                at.offset(),
                at.origin(),
                LateEvent.SCHEMA_VERSION);
        return Published.json(Topic.LATE_EVENTS, key(at), value, published(at));
    }

    private static RecordKey key(Arrival at) {
        return new RecordKey(at.topic(), at.partition(), at.offset());
    }

    /** A refused record may bring any time along; what we write must have one that a broker takes. */
    private static long published(Arrival at) {
        return Math.max(0, at.recordedAt());
    }
}

package nl.klantstem.ingest;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.Ingested.Outcome;
import nl.klantstem.contract.flow.Ingested.Refused;
import nl.klantstem.contract.flow.Rekeyed;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Looks at every record once: parses, checks, and finds the owner. Nothing that comes in can stop it. */
final class Door extends ContextualFixedKeyProcessor<byte[], byte[], Ingested> {

    private static final byte[] NO_BYTES = {};

    private final IngestStage stage;
    private final EventParser parser = new EventParser();
    private final Ownership ownership;
    private final Map<String, Topic> topics = new HashMap<>();

    Door(IngestStage stage) {
        this.stage = stage;
        this.ownership = new Ownership(Pseudonyms.fromFile(stage.pseudonymKey()), stage.partitions());
    }

    @Override
    public void process(FixedKeyRecord<byte[], byte[]> record) {
        RecordMetadata metadata = context().recordMetadata().orElseThrow();
        Topic topic = topics.computeIfAbsent(metadata.topic(), stage.topics()::topic);
        @Nullable String origin = HeaderTexts.origin(record.headers());
        var at = new Arrival(
                topic.shortName(),
                topic.rank(),
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                record.timestamp(),
                origin);
        context()
                .forward(record.withValue(
                        topic == Topic.REKEYED
                                ? fromRekeyed(at, record)
                                : new Ingested(at, record.value(), atTheDoor(topic, at, record))));
    }

    private Outcome atTheDoor(Topic topic, Arrival at, FixedKeyRecord<byte[], byte[]> record) {
        if (HeaderTexts.isTick(record.value(), record.headers())) {
            return new Ingested.Tick();
        }
        Parsed parsed = parser.parse(topic, record.value());
        if (parsed instanceof Parsed.Rejected rejected) {
            return refused(rejected);
        }
        var accepted = (Parsed.Accepted) parsed;
        InputEvent event = accepted.event();
        if (event.test()) {
            return new Ingested.Test();
        }
        Parsed.@Nullable Rejected refusal = refusal(event, at, record.headers());
        if (refusal != null) {
            return refused(refusal);
        }
        boolean late = TimeCheck.isLate(event.occurredAt(), at.recordedAt(), stage.allowance());
        return ownership.settle(accepted, record.key(), at.partition(), late);
    }

    private Parsed.@Nullable Rejected refusal(InputEvent event, Arrival at, Headers headers) {
        Parsed.@Nullable Rejected told = HeaderTexts.refusal(headers);
        return told == null
                ? TimeCheck.refusal(
                        event.occurredAt(), at.recordedAt(), stage.retention().of(event))
                : told;
    }

    /** What we sent ourselves to another partition: checked already, under its own stream's name. */
    private Ingested fromRekeyed(Arrival at, FixedKeyRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        if (HeaderTexts.isTick(record.value(), record.headers())) {
            return new Ingested(at, value, new Ingested.Tick());
        }
        try {
            Rekeyed rekeyed = Json.MAPPER.readValue(value == null ? NO_BYTES : value, Rekeyed.class);
            InputEvent event = rekeyed.event();
            var under = new Arrival(
                    stream(event).shortName(),
                    at.order(),
                    at.topic(),
                    at.partition(),
                    at.offset(),
                    at.recordedAt(),
                    at.origin());
            boolean late = TimeCheck.isLate(event.occurredAt(), at.recordedAt(), stage.allowance());
            return new Ingested(
                    under, value, new Ingested.Event(rekeyed.owner(), event, late, rekeyed.copy(), rekeyed.ignored()));
        } catch (IOException | IllegalArgumentException e) {
            return new Ingested(at, value, refused(new Parsed.Rejected(RejectReason.NOT_JSON, null)));
        }
    }

    private static Topic stream(InputEvent event) {
        if (event instanceof SurveyResponse) {
            return Topic.SURVEY_RESPONSES;
        }
        if (event instanceof ContactEvent) {
            return Topic.CONTACT_EVENTS;
        }
        if (event instanceof SurveyInvitation) {
            return Topic.SURVEY_INVITATIONS;
        }
        if (event instanceof OrderEvent) {
            return Topic.ORDER_EVENTS;
        }
        return event instanceof DeliveryEvent ? Topic.DELIVERY_EVENTS : Topic.JOURNEY_STEP_EVENTS;
    }

    private static Refused refused(Parsed.Rejected rejected) {
        return new Refused(rejected.reason(), rejected.field());
    }
}

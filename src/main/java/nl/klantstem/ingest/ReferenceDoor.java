package nl.klantstem.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.IngestedReference;
import nl.klantstem.contract.flow.IngestedReference.Outcome;
import nl.klantstem.contract.flow.IngestedReference.Refused;
import nl.klantstem.contract.flow.IngestedReference.Says;
import nl.klantstem.contract.flow.IngestedReference.Tick;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Looks at every record of reference data once: parses and checks it. Nothing that comes in can stop it. */
final class ReferenceDoor extends ContextualFixedKeyProcessor<byte[], byte[], IngestedReference> {

    private final Topics names;
    private final ReferenceParser parser = new ReferenceParser();
    private final Map<String, Topic> topics = new HashMap<>();

    ReferenceDoor(Topics names) {
        this.names = names;
    }

    @Override
    public void process(FixedKeyRecord<byte[], byte[]> record) {
        RecordMetadata metadata = context().recordMetadata().orElseThrow();
        Topic topic = topics.computeIfAbsent(metadata.topic(), names::topic);
        var at = new Arrival(
                topic.shortName(),
                topic.rank(),
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                record.timestamp(),
                HeaderTexts.origin(record.headers()));
        context().forward(record.withValue(new IngestedReference(at, record.value(), atTheDoor(topic, record))));
    }

    private Outcome atTheDoor(Topic topic, FixedKeyRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        if (HeaderTexts.isTick(value, record.headers())) {
            return new Tick();
        }
        ParsedReference parsed = parser.parse(topic, record.key(), value);
        if (parsed instanceof ParsedReference.Rejected rejected) {
            return new Refused(rejected.reason(), rejected.field());
        }
        Parsed.@Nullable Rejected told = HeaderTexts.refusal(record.headers());
        Parsed.@Nullable Rejected refusal = told == null ? TimeCheck.refusal(record.timestamp()) : told;
        if (refusal != null) {
            return new Refused(refusal.reason(), refusal.field());
        }
        if (parsed instanceof ParsedReference.Accepted accepted) {
            return new Says(accepted.fact().key(), accepted.fact(), accepted.ignored());
        }
        return new Says(((ParsedReference.Removed) parsed).key(), null, List.of());
    }
}

package nl.klantstem.rolling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.IngestedReference;
import nl.klantstem.contract.flow.IngestedReference.Says;
import nl.klantstem.contract.flow.IngestedReference.Tick;
import nl.klantstem.contract.in.ReferenceFact;
import nl.klantstem.rolling.ReferenceStage.Out;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Published;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Makes a frame of each record that says something and of each tick, and publishes what became of the records. Only ticks
 * move recorded time: no record says of itself whether its own time is to be believed, as an event does, and one stamped in
 * the future would close minutes that have not been yet.
 */
final class ReferenceProcessor extends ContextualProcessor<byte[], IngestedReference, Integer, Out> {

    /** The only partition of the insight stage. */
    private static final int TARGET = 0;

    private final ReferenceStage stage;
    private final String store;
    private final Map<InputRecords.Partition, InputRecords> totals = new HashMap<>();

    ReferenceProcessor(ReferenceStage stage, String store) {
        this.stage = stage;
        this.store = store;
    }

    @Override
    public void init(ProcessorContext<Integer, Out> context) {
        super.init(context);
        // A revived task starts from what is stored, not from what this processor held before.
        totals.clear();
        try (var stored = records().all()) {
            stored.forEachRemaining(
                    entry -> totals.put(InputRecords.Partition.of(entry.key), InputRecords.of(entry.value)));
        }
    }

    @Override
    public void process(Record<byte[], IngestedReference> record) {
        IngestedReference reference = record.value();
        Arrival at = reference.at();
        if (reference.outcome() instanceof Tick) {
            var mark = new Frame.Mark(at.order(), at.partition(), at.recordedAt());
            forward(new Out(frame(List.of(mark), List.of()), null), record);
            return;
        }
        if (reference.outcome() instanceof Says says) {
            var said = new Reference(
                    at.stream(), says.key(), at.recordedAt(), at.partition(), at.offset(), json(says.fact()));
            forward(new Out(frame(List.of(), List.of(said)), null), record);
        }
        forward(new Out(null, counted(reference)), record);
    }

    private static byte @Nullable [] json(@Nullable ReferenceFact fact) {
        return fact == null ? null : Json.bytes(fact);
    }

    private Frame frame(List<Frame.Mark> marks, List<Reference> references) {
        return new Frame(stage.signalSources() * stage.partitions(), marks, List.of(), references);
    }

    private Published counted(IngestedReference reference) {
        var partition = new InputRecords.Partition(
                reference.at().stream(), reference.at().partition());
        var one = new InputRecords();
        one.take(reference);
        InputRecords sum = totals.merge(partition, one, InputRecords::plus);
        records().put(partition.name(), sum.toBytes());
        return sum.progress(partition, stage.partitions());
    }

    private void forward(Out out, Record<byte[], IngestedReference> cause) {
        context().forward(new Record<>(TARGET, out, cause.timestamp()));
    }

    private KeyValueStore<byte[], byte[]> records() {
        return context().getStateStore(store);
    }
}

package nl.klantstem.rolling;

import java.util.Optional;
import nl.klantstem.rolling.RollStage.Rolled;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Hands frames to the task's engine; finals leave as they become due. */
final class Roll extends ContextualFixedKeyProcessor<Integer, Frame, Rolled> {

    private final String store;

    Roll(String store) {
        this.store = store;
    }

    @Override
    public void process(FixedKeyRecord<Integer, Frame> record) {
        HeapStore<Optional<Engine>> engine = context().getStateStore(store);
        engine.value().orElseThrow().receive(record.value(), published -> context()
                .forward(record.withValue(new Rolled(published)).withTimestamp(published.timestamp())));
        context().forward(record.withValue(new Rolled(null)).withTimestamp(CommitHook.TIME));
    }
}

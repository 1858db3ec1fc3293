package nl.klantstem.rolling;

import java.time.Instant;
import java.util.Optional;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Behind the commit hook: rebuilds the engine when the task starts, and makes durable what it did before each commit. */
final class FlushProcessor extends ContextualProcessor<Integer, byte[], byte[], Published> {

    private static final long PROVISIONAL_EVERY_MILLIS = 1_000;

    private final RollStage stage;
    private final String blocks;
    private long lastProvisional;
    private long lastProgress = Watermark.UNKNOWN;

    /**
     * Behind a stage's hook.
     *
     * @param blocks the name of the durable store
     */
    FlushProcessor(RollStage stage, String blocks) {
        this.stage = stage;
        this.blocks = blocks;
    }

    @Override
    public void init(ProcessorContext<byte[], Published> context) {
        super.init(context);
        lastProgress = Watermark.UNKNOWN;
        HeapStore<Optional<Engine>> engine = context.getStateStore(stage.engineStore());
        engine.value(Optional.of(stage.engine().apply(new StoreBlocks(context.getStateStore(blocks)))));
    }

    @Override
    public void process(Record<Integer, byte[]> marker) {
        HeapStore<Optional<Engine>> held = context().getStateStore(stage.engineStore());
        Engine engine = held.value().orElseThrow();
        long now = context().currentSystemTimeMs();
        if (stage.provisional() && now - lastProvisional >= PROVISIONAL_EVERY_MILLIS) {
            engine.publishProvisional(this::forward);
            lastProvisional = now;
        }
        engine.flush(this::forward);
        if (engine.doneMillis() > lastProgress) {
            lastProgress = engine.doneMillis();
            forward(progress(engine));
        }
    }

    private Published progress(Engine engine) {
        int partition = context().taskId().partition();
        var value = new InsightProgress(
                stage.progress(),
                null,
                partition,
                stage.partitions(),
                Instant.ofEpochMilli(engine.doneMillis()),
                null,
                engine.overtaken(),
                InsightProgress.SCHEMA_VERSION);
        var key = new ProgressKey(stage.progress(), null, partition);
        return Published.json(Topic.INSIGHT_PROGRESS, key, value, engine.doneMillis());
    }

    private void forward(Published published) {
        context().forward(new Record<>(published.key(), published, published.timestamp()));
    }
}

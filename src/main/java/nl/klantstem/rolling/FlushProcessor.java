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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Behind the commit hook: rebuilds the engine when the task starts, and makes durable what it did before each commit. */
final class FlushProcessor extends ContextualProcessor<Integer, byte[], byte[], Published> {

    private static final Logger LOG = LoggerFactory.getLogger(FlushProcessor.class);
    private static final long PROVISIONAL_EVERY_MILLIS = 1_000;

    private final RollStage stage;
    private final String blocks;
    private long lastProvisional;
    private long lastProgress = Watermark.UNKNOWN;
    private long lastOvertaken;

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
        Engine restored = stage.engine().apply(new StoreBlocks(context.getStateStore(blocks)));
        lastOvertaken = restored.overtaken();
        engine.value(Optional.of(restored));
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
        tellOvertaken(engine);
        if (engine.doneMillis() > lastProgress) {
            lastProgress = engine.doneMillis();
            forward(progress(engine));
        }
    }

    /** Finals are then not what another run would give: whoever looks for the cause needs to know when and where. */
    private void tellOvertaken(Engine engine) {
        long more = engine.overtaken() - lastOvertaken;
        if (more > 0) {
            LOG.atWarn()
                    .addKeyValue("task", context().taskId())
                    .addKeyValue("changes", more)
                    .addKeyValue("finalsUpTo", Instant.ofEpochMilli(engine.doneMillis()))
                    .log("changes came behind the watermark: finals may differ from those of another run");
        }
        lastOvertaken = engine.overtaken();
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

package nl.klantstem.rolling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import nl.klantstem.topic.Published;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Behind the commit hook: drains what the task combined into frames, one or more per target, and publishes progress. */
final class EmitProcessor extends ContextualProcessor<byte[], byte[], Integer, EmitProcessor.Out> {

    private final CombineStage stage;
    /** The signals' only partition, and their place among the targets that are sent to: behind all others. */
    private static final int SIGNALS = 0;

    private final Map<Integer, Long> lastSent = new HashMap<>();
    private final Map<InputRecords.Partition, InputRecords> totals = new HashMap<>();

    /** A frame of cells for a target, or one of signals, or a published record. */
    record Out(
            @Nullable Frame frame,
            @Nullable Frame signals,
            @Nullable Published published) {

        Frame requiredFrame() {
            return Objects.requireNonNull(frame);
        }

        Frame requiredSignals() {
            return Objects.requireNonNull(signals);
        }

        static KeyValue<byte[], Published> record(Integer target, Out out) {
            Published published = Objects.requireNonNull(out.published());
            return KeyValue.pair(published.key(), published);
        }
    }

    EmitProcessor(CombineStage stage) {
        this.stage = stage;
    }

    @Override
    public void init(ProcessorContext<Integer, Out> context) {
        super.init(context);
        // A revived task starts from what is stored, not from what this processor held before.
        lastSent.clear();
        totals.clear();
        try (var stored = CombineStage.recordsStore(context).all()) {
            stored.forEachRemaining(
                    entry -> totals.put(InputRecords.Partition.of(entry.key), InputRecords.of(entry.value)));
        }
    }

    @Override
    public void process(Record<byte[], byte[]> marker) {
        HeapStore<Combiner> combined = context().getStateStore(CombineStage.COMBINED);
        Combiner combiner = combined.value();
        List<Frame.Mark> marks = combiner.marks();
        Map<Integer, List<Delta>> byTarget = combiner.drain(stage.partitions());
        long now = context().currentSystemTimeMs();
        for (int target = 0; target < stage.partitions(); target++) {
            List<Delta> deltas = byTarget.getOrDefault(target, List.of());
            if (isDue(target, deltas, now)) {
                int to = target;
                send(sources(), deltas, marks, frame -> forward(to, new Out(frame, null, null), marker.timestamp()));
            }
        }
        List<Delta> signals = combiner.drainSignals();
        if (isDue(stage.partitions(), signals, now)) {
            send(
                    stage.signalSources() * stage.partitions(),
                    signals,
                    marks,
                    frame -> forward(SIGNALS, new Out(null, frame, null), marker.timestamp()));
        }
        publishRecords(combiner, marker.timestamp());
    }

    /** The watermark goes with the last frame: until then nothing that waits may count as complete. */
    private static void send(int sources, List<Delta> deltas, List<Frame.Mark> marks, Consumer<Frame> to) {
        int from = 0;
        for (; deltas.size() - from > Frame.MOST_DELTAS; from += Frame.MOST_DELTAS) {
            to.accept(new Frame(sources, List.of(), deltas.subList(from, from + Frame.MOST_DELTAS)));
        }
        to.accept(new Frame(sources, marks, deltas.subList(from, deltas.size())));
    }

    private void forward(int target, Out out, long timestamp) {
        context().forward(new Record<>(target, out, timestamp));
    }

    private boolean isDue(int target, List<Delta> deltas, long now) {
        boolean due = !deltas.isEmpty()
                || now - lastSent.getOrDefault(target, 0L) >= stage.quiet().toMillis();
        if (due) {
            lastSent.put(target, now);
        }
        return due;
    }

    private int sources() {
        return stage.sources() * stage.partitions();
    }

    private void publishRecords(Combiner combiner, long timestamp) {
        KeyValueStore<byte[], byte[]> store = CombineStage.recordsStore(context());
        combiner.takeRecords().forEach((partition, counted) -> {
            InputRecords sum = totals.merge(partition, counted, InputRecords::plus);
            store.put(partition.name(), sum.toBytes());
            var progress = sum.progress(partition, stage.partitions());
            context().forward(new Record<>(partition.partition(), new Out(null, null, progress), timestamp));
        });
    }
}

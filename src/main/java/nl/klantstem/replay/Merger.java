package nl.klantstem.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.replay.mapping.Refusal;
import nl.klantstem.topic.Partitions;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends sorted records to the input topics at full speed, never more than a bounded number of them ahead of the finals,
 * and carries recorded time on to the end with ticks.
 */
public final class Merger implements AutoCloseable {

    /**
     * How far the sending may run ahead of the finals, and how long it waits for any progress.
     *
     * @param inFlight records
     * @param ahead recorded time: what is ahead is lived in one go, and must be through before a transaction times out
     */
    public record Limits(long inFlight, Duration ahead, Duration patience) {
        private static final Limits EVERY_MINUTE = new Limits(100_000, Duration.ofDays(2), Duration.ofMinutes(2));
        private static final Duration FARTHEST = Duration.ofDays(60);

        /** For finals at every slide, or only at some moments: the fewer there are, the more time goes through at once. */
        public static Limits of(@Nullable Duration every) {
            if (every == null) {
                return EVERY_MINUTE;
            }
            Duration ahead = EVERY_MINUTE.ahead().multipliedBy(Math.max(1, every.toMinutes()));
            return new Limits(
                    EVERY_MINUTE.inFlight(), ahead.compareTo(FARTHEST) < 0 ? ahead : FARTHEST, EVERY_MINUTE.patience());
        }
    }

    /** Where recorded time is carried on to, and the time that the finals must then have reached. */
    public record Finish(Instant lastTick, Instant finalsUpTo) {}

    /** Is told how far it is, every so often: the records sent, and up to when the finals are out, which never falls. */
    public interface Listener {
        void sent(long records, Instant finals);
    }

    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int LOOK_EVERY = 512;
    private static final byte[] NOTHING = {};
    private static final byte[] TICK_KEY = Topics.TICK_KEY.getBytes(StandardCharsets.UTF_8);

    private final Topics topics;
    private final int partitions;
    private final Limits limits;
    private final ProgressWatch progress;
    private final Supplier<@Nullable Throwable> failure;
    private final KafkaProducer<byte[], byte[]> producer;
    private final InFlight inFlight = new InFlight();
    private final Map<Topic, Long> sent = new EnumMap<>(Topic.class);
    private volatile @Nullable Exception sendFailure;
    private Instant finals = Instant.EPOCH;
    private long movedAt = System.nanoTime();
    private long tickedAt = System.nanoTime();
    private Instant tickedFrom = Instant.EPOCH;

    /**
     * @param connection how to reach the brokers: client settings
     * @param failure why the pipeline or whoever reads its results stopped, when it did
     */
    public Merger(
            Map<String, Object> connection,
            Topics topics,
            Limits limits,
            ProgressWatch progress,
            Supplier<@Nullable Throwable> failure) {
        this.topics = topics;
        this.limits = limits;
        this.progress = progress;
        this.failure = failure;
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        // One at a time: a topic is announced before its broker has it, and then a second batch could be taken in
        // before
        // the first, which would be refused for good.
        settings.put("max.in.flight.requests.per.connection", "1");
        settings.put("linger.ms", "10");
        settings.put("batch.size", String.valueOf(256 << 10));
        settings.put("buffer.memory", String.valueOf(64L << 20));
        settings.put("max.request.size", String.valueOf(1 << 20));
        settings.put("compression.type", "lz4");
        settings.put("enable.metrics.push", "false");
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        partitions = producer.partitionsFor(topics.name(Topic.SURVEY_RESPONSES)).size();
    }

    /** Sends all records and waits until the pipeline has made everything of them. */
    public void run(Iterable<ImportedRecord> records, Finish finish, Listener listener) {
        long count = 0;
        boolean begun = false;
        for (ImportedRecord record : records) {
            count++;
            if (!begun && record.topic().isReference()) {
                send(record); // known before anything happened, maybe for years: nobody lives through those
                continue;
            }
            // What is planned for later is sent with the rest, though time does not go so far.
            long recordedAt = Math.min(record.recordedAt(), finish.lastTick().toEpochMilli());
            if (!begun) {
                begin(Instant.ofEpochMilli(recordedAt));
                begun = true;
            }
            inFlight.reach(recordedAt);
            if (count % LOOK_EVERY == 0 || isTooFarAhead(recordedAt)) {
                step(recordedAt, Duration.ZERO);
                while (isTooFarAhead(recordedAt)) {
                    listener.sent(count, finals);
                    step(recordedAt, LOOK);
                }
                listener.sent(count, finals);
            }
            send(record);
            inFlight.sent(recordedAt);
        }
        if (!begun) {
            begin(finish.lastTick()); // nothing happened: there is nothing that time could pass
        }
        while (finals.isBefore(finish.finalsUpTo()) || !isAllReported()) {
            listener.sent(count, finals);
            step(finish.lastTick().toEpochMilli(), LOOK);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }

    /** There are no finals before the first event. */
    private void begin(Instant first) {
        finals = first;
        movedAt = System.nanoTime();
    }

    private boolean isTooFarAhead(long recordedAt) {
        return inFlight.waiting() > limits.inFlight() || recordedAt > horizon();
    }

    /** How far recorded time may go before the finals have followed. */
    private long horizon() {
        return finals.plus(limits.ahead()).toEpochMilli();
    }

    /** Everything before this recorded time has been sent: says so in every partition, and looks how far the finals are. */
    private void step(long recordedAt, Duration wait) {
        long now = System.nanoTime();
        boolean finalsMoved = finals.isAfter(tickedFrom) && !wait.isZero();
        if (finalsMoved || now - tickedAt >= TICK.toNanos()) {
            tickedAt = now;
            tickedFrom = finals;
            tick(Math.min(recordedAt, horizon()));
        }
        // Also what was read and is not final yet: a slow machine takes its time over the first records.
        if (progress.poll(wait)) {
            movedAt = System.nanoTime();
        }
        Optional<Instant> reached = progress.finals();
        if (reached.isPresent() && reached.get().isAfter(finals)) {
            finals = reached.get();
            inFlight.finalBefore(finals);
        }
        checkAlive(wait);
    }

    private void checkAlive(Duration wait) {
        Exception notSent = sendFailure;
        if (notSent != null) {
            throw new IllegalStateException("a record could not be sent: " + notSent.getMessage(), notSent);
        }
        Throwable stopped = failure.get();
        if (stopped != null) {
            throw new IllegalStateException("the pipeline stopped: " + stopped.getMessage(), stopped);
        }
        if (wait.isZero()) {
            return; // not waiting for it
        }
        if (System.nanoTime() - movedAt > limits.patience().toNanos()) {
            throw new IllegalStateException("the pipeline has published no progress for "
                    + limits.patience().toSeconds() + " seconds; its finals are out up to "
                    + finals + ", records wait: " + inFlight.waiting());
        }
    }

    private void send(ImportedRecord record) {
        var out = new ProducerRecord<>(
                topics.name(record.topic()),
                Partitions.of(record.key(), partitions),
                record.recordedAt(),
                record.key(),
                record.value());
        out.headers().add(Topics.ORIGIN_HEADER, record.origin().getBytes(StandardCharsets.UTF_8));
        Refusal refuse = record.refuse();
        if (refuse != null) {
            out.headers().add(Topics.REFUSE_HEADER, refuse.reason().name().getBytes(StandardCharsets.UTF_8));
            if (refuse.field() != null) {
                out.headers().add(Topics.REFUSED_FIELD_HEADER, refuse.field().getBytes(StandardCharsets.UTF_8));
            }
        }
        send(out);
        sent.merge(record.topic(), 1L, Long::sum);
    }

    private void tick(long recordedAt) {
        for (Topic topic : topics.read()) {
            for (int partition = 0; partition < partitions; partition++) {
                var tick =
                        new ProducerRecord<byte[], byte[]>(topics.name(topic), partition, recordedAt, TICK_KEY, null);
                tick.headers().add(Topics.TICK_HEADER, NOTHING);
                send(tick);
            }
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record, (metadata, e) -> {
            if (e != null && sendFailure == null) {
                sendFailure = e;
            }
        });
    }

    /** Whether the published account of the input holds every record that was sent. */
    private boolean isAllReported() {
        Map<String, Records> inputs = progress.inputs();
        return sent.entrySet().stream().allMatch(e -> {
            Records records = inputs.get(e.getKey().shortName());
            return records != null && records.read() >= e.getValue() && records.rekeyed() == 0;
        });
    }
}

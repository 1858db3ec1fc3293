package nl.klantstem.expose;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last value of every insight that is shown. One thread fills it while others look at it. */
final class KeptInsights {

    static final List<Topic> TOPICS = Stream.concat(
                    Source.ALL.stream().map(Source::topic),
                    Stream.of(
                            Topic.NPS_ALERTS,
                            Topic.NPS_WATCHES,
                            Topic.CONTACT_SURGES,
                            Topic.DAY_STEERING,
                            Topic.INSIGHT_PROGRESS))
            .toList();

    private static final Logger LOG = LoggerFactory.getLogger(KeptInsights.class);
    private static final List<String> STREAMS =
            new Topics("").read().stream().map(Topic::shortName).toList();

    /** How a topic fares. */
    record TopicCounts(
            int keys,
            long overflow,
            long malformed,
            @Nullable Instant lastRecord) {}

    /** What is kept at a moment. */
    record View(
            Map<Topic, Map<Scope, Cell.View>> cells,
            Collection<NpsAlert> alerts,
            Collection<NpsWatch> watches,
            Collection<ContactSurge> surges,
            @Nullable DaySteering steering,
            List<InsightProgress> progress,
            Map<Topic, TopicCounts> counts) {

        Stream<Cell.View> all() {
            return cells.values().stream().flatMap(topic -> topic.values().stream());
        }
    }

    private final Map<Topic, KeptTopic> windowed = new EnumMap<>(Topic.class);
    private final Standing<NpsAlert> alerts = Standing.alerts();
    private final Standing<NpsWatch> watches = Standing.watches();
    private final Standing<ContactSurge> surges = Standing.surges();
    private final LatestHour steering = new LatestHour();
    private final Map<Topic, Standing<?>> standing =
            Map.of(alerts.topic(), alerts, watches.topic(), watches, surges.topic(), surges);
    private final Map<ProgressKey, InsightProgress> progress = new HashMap<>();
    private final Map<Topic, Long> malformed = new EnumMap<>(Topic.class);
    private final Map<Topic, Instant> lastRecord = new EnumMap<>(Topic.class);
    private long progressOverflow;

    KeptInsights(CatalogueLabels labels, Programme programme) {
        for (var source : Source.ALL) {
            windowed.put(source.topic(), new KeptTopic(source, programme, labels));
        }
    }

    /** Takes a record as it came. One that cannot be read is counted, and the first of a topic logged. */
    synchronized void accept(Topic topic, byte @Nullable [] key, byte @Nullable [] value, Instant timestamp) {
        lastRecord.merge(topic, timestamp, (old, now) -> now.isAfter(old) ? now : old);
        try {
            if (key == null) {
                throw new IOException("without key");
            }
            if (topic == Topic.INSIGHT_PROGRESS) {
                acceptProgress(key, value);
            } else if (topic == Topic.DAY_STEERING) {
                steering.accept(key, value);
            } else if (standing.containsKey(topic)) {
                standing.get(topic).accept(key, value);
            } else {
                Objects.requireNonNull(windowed.get(topic), () -> topic + " is not read here")
                        .accept(InsightParser.key(key), value);
            }
        } catch (IOException e) {
            // The message of a parser quotes what it read, so only its kind is logged.
            if (malformed.merge(topic, 1L, Long::sum) == 1) {
                LOG.warn(
                        "insight unreadable, skipped and counted: topic={} timestamp={} cause={}",
                        topic.shortName(),
                        timestamp,
                        e.getClass().getSimpleName());
            }
        }
    }

    synchronized View view() {
        var counts = new EnumMap<Topic, TopicCounts>(Topic.class);
        var cells = new EnumMap<Topic, Map<Scope, Cell.View>>(Topic.class);
        windowed.forEach((topic, kept) -> {
            counts.put(topic, counts(topic, kept.keys(), kept.overflow()));
            cells.put(topic, kept.view());
        });
        standing.forEach((topic, kept) -> counts.put(topic, counts(topic, kept.keys(), kept.overflow())));
        counts.put(Topic.DAY_STEERING, counts(Topic.DAY_STEERING, steering.keys(), 0));
        counts.put(Topic.INSIGHT_PROGRESS, counts(Topic.INSIGHT_PROGRESS, progress.size(), progressOverflow));
        return new View(
                cells,
                alerts.values(),
                watches.values(),
                surges.values(),
                steering.value(),
                List.copyOf(progress.values()),
                counts);
    }

    private TopicCounts counts(Topic topic, int keys, long overflow) {
        return new TopicCounts(keys, overflow, malformed.getOrDefault(topic, 0L), lastRecord.get(topic));
    }

    private void acceptProgress(byte[] keyBytes, byte @Nullable [] bytes) throws IOException {
        var key = InsightParser.progressKey(keyBytes);
        if (bytes == null) {
            progress.remove(key);
            return;
        }
        var value = InsightParser.progress(bytes);
        if (value.stream() != null && !STREAMS.contains(value.stream())) {
            progressOverflow++;
            return;
        }
        progress.put(key, value);
    }
}

package nl.klantstem.expose;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.NpsTotals;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last value of every insight that is shown. One thread fills it while others look at it. */
final class KeptInsights {

    static final List<Topic> TOPICS = List.of(Topic.JOURNEY_NPS, Topic.CONTACT_DRIVERS, Topic.INSIGHT_PROGRESS);

    private static final Logger LOG = LoggerFactory.getLogger(KeptInsights.class);
    private static final int NPS_TOTALS = 22;
    private static final int CONTACT_TOTALS = 2;
    private static final List<String> STREAMS =
            new Topics("").sources().stream().map(Topic::shortName).toList();

    /** How a topic fares. */
    record TopicCounts(
            int keys,
            long overflow,
            long malformed,
            @Nullable Instant lastRecord) {}

    /** What is kept at a moment. */
    record View(
            Map<Scope, Cell.View<JourneyNps>> nps,
            Map<Scope, Cell.View<ContactDrivers>> contacts,
            List<InsightProgress> progress,
            Map<Topic, TopicCounts> counts) {}

    private final KeptTopic<JourneyNps> nps;
    private final KeptTopic<ContactDrivers> contacts;
    private final Map<ProgressKey, InsightProgress> progress = new HashMap<>();
    private final Map<Topic, Long> malformed = new EnumMap<>(Topic.class);
    private final Map<Topic, Instant> lastRecord = new EnumMap<>(Topic.class);
    private long progressOverflow;

    KeptInsights(CatalogueLabels labels, Programme programme) {
        nps = new KeptTopic<>(new ShownScopes(Topic.JOURNEY_NPS, programme, labels), labels.windows(), NPS_TOTALS);
        contacts = new KeptTopic<>(
                new ShownScopes(Topic.CONTACT_DRIVERS, programme, labels), labels.windows(), CONTACT_TOTALS);
    }

    /** Takes a record as it came. One that cannot be read is counted, and the first of a topic logged. */
    synchronized void accept(Topic topic, byte @Nullable [] key, byte @Nullable [] value, Instant timestamp) {
        lastRecord.merge(topic, timestamp, (old, now) -> now.isAfter(old) ? now : old);
        try {
            if (key == null) {
                throw new IOException("without key");
            }
            switch (topic) {
                case JOURNEY_NPS -> acceptNps(key, value);
                case CONTACT_DRIVERS -> acceptContacts(key, value);
                case INSIGHT_PROGRESS -> acceptProgress(key, value);
                default -> throw new IllegalArgumentException(topic + " is not read here");
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
        counts.put(Topic.JOURNEY_NPS, counts(Topic.JOURNEY_NPS, nps.keys(), nps.overflow()));
        counts.put(Topic.CONTACT_DRIVERS, counts(Topic.CONTACT_DRIVERS, contacts.keys(), contacts.overflow()));
        counts.put(Topic.INSIGHT_PROGRESS, counts(Topic.INSIGHT_PROGRESS, progress.size(), progressOverflow));
        return new View(nps.view(), contacts.view(), List.copyOf(progress.values()), counts);
    }

    private TopicCounts counts(Topic topic, int keys, long overflow) {
        return new TopicCounts(keys, overflow, malformed.getOrDefault(topic, 0L), lastRecord.get(topic));
    }

    private void acceptNps(byte[] keyBytes, byte @Nullable [] bytes) throws IOException {
        var key = InsightParser.key(keyBytes);
        if (bytes == null) {
            nps.remove(key);
            return;
        }
        var value = InsightParser.nps(bytes);
        nps.put(key, new Cell.Kept<>(value, value.window().to(), value.asOf(), key.date()), totals(value.totals()));
    }

    private void acceptContacts(byte[] keyBytes, byte @Nullable [] bytes) throws IOException {
        var key = InsightParser.key(keyBytes);
        if (bytes == null) {
            contacts.remove(key);
            return;
        }
        var value = InsightParser.contacts(bytes);
        contacts.put(
                key,
                new Cell.Kept<>(value, value.window().to(), value.asOf(), key.date()),
                List.of(value.totals().contacts(), value.totals().corrected()));
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

    private static List<Long> totals(NpsTotals totals) {
        return Stream.of(totals.scores(), totals.corrected())
                .flatMap(List::stream)
                .toList();
    }
}

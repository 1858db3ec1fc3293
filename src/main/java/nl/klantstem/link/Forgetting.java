package nl.klantstem.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.in.ContactEvent;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Facts are kept as long as events about them are accepted; then they are forgotten, and with them contact events that
 * waited all the time for their contact to open. A due minute is kept with each timeline; what is due goes once all topics
 * of the task were read up to it.
 */
final class Forgetting {

    private static final byte[] NOTHING = {};
    private static final int MOST_AT_ONCE = 1_000;
    private static final long MARGIN_MINUTES = Duration.ofDays(1).toMinutes();

    private final long retentionMinutes;
    private final int sources;
    private final Map<Integer, Long> newest = new HashMap<>();
    private @Nullable KeyValueStore<String, Timeline> timelines;
    private @Nullable KeyValueStore<byte[], byte[]> timers;
    private long lookedUntil = Long.MIN_VALUE;

    Forgetting(Duration retention, int sources) {
        this.retentionMinutes = retention.toMinutes();
        this.sources = sources;
    }

    void init(KeyValueStore<String, Timeline> timelineStore, KeyValueStore<byte[], byte[]> timerStore) {
        // A revived task reads again from its last commit: what was seen after it is not known any more.
        newest.clear();
        lookedUntil = Long.MIN_VALUE;
        timelines = timelineStore;
        timers = timerStore;
    }

    /** Sets the due minute of a timeline that has none. */
    void schedule(String owner, Timeline timeline, Arrival at) {
        if (timeline.due() == Timeline.NO_TIMER && timers != null) {
            timeline.due(minute(at.recordedAt()) + retentionMinutes + MARGIN_MINUTES);
            timers.put(name(timeline.due(), owner), NOTHING);
        }
    }

    /** Forgets what is due; says how many contact events waited in vain. Looks at most once a recorded hour. */
    int until(Arrival at) {
        newest.merge(at.order(), minute(at.recordedAt()), Math::max);
        long now = newest.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
        if (newest.size() < sources || now < lookedUntil + 60 || timers == null) {
            return 0;
        }
        lookedUntil = now;
        var due = new ArrayList<byte[]>();
        try (var range = timers.range(name(0, ""), name(now, ""))) {
            while (range.hasNext() && due.size() < MOST_AT_ONCE) {
                due.add(range.next().key);
            }
        }
        int orphaned = 0;
        for (byte[] timer : due) {
            timers.delete(timer);
            orphaned += forget(owner(timer), now);
        }
        if (due.size() == MOST_AT_ONCE) {
            lookedUntil = Long.MIN_VALUE;
        }
        return orphaned;
    }

    private int forget(String owner, long now) {
        if (timelines == null || timers == null) {
            return 0;
        }
        @Nullable Timeline timeline = timelines.get(owner);
        if (timeline == null) {
            return 0;
        }
        long horizon = now - retentionMinutes - MARGIN_MINUTES / 2;
        int orphaned = timeline.contacts().values().stream()
                .filter(story -> isOver(story, horizon) && neverOpened(story))
                .mapToInt(story -> story.events().size())
                .sum();
        timeline.drop(story -> isOver(story, horizon));
        timeline.handovers().values().removeIf(handover -> minute(handover.recordedAt()) < horizon);
        if (timeline.isEmpty()) {
            timelines.delete(owner);
        } else {
            timeline.due(now + MARGIN_MINUTES * 30);
            timers.put(name(timeline.due(), owner), NOTHING);
            timelines.put(owner, timeline);
        }
        return orphaned;
    }

    private static boolean neverOpened(Story<KnownEvent.ContactStep> story) {
        return story.events().stream().noneMatch(step -> step.type() == ContactEvent.Type.OPENED);
    }

    /** Nothing about it can be accepted any more. */
    private static boolean isOver(Story<? extends KnownEvent> story, long horizon) {
        return story.events().stream()
                .allMatch(event -> event.at().minute() < horizon
                        && minute(event.occurredAt().toEpochMilli()) < horizon);
    }

    private static long minute(long millis) {
        return Math.floorDiv(millis, 60_000);
    }

    private static byte[] name(long minute, String owner) {
        byte[] text = owner.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(minute)
                .put(text)
                .array();
    }

    private static String owner(byte[] timer) {
        return new String(timer, Long.BYTES, timer.length - Long.BYTES, StandardCharsets.UTF_8);
    }
}

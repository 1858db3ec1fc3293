package nl.klantstem.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** At which recorded minute a timeline is due: one timer each, kept in a store in the order of minutes. */
final class Timers {

    private static final byte[] NOTHING = {};

    private final KeyValueStore<byte[], byte[]> store;

    Timers(KeyValueStore<byte[], byte[]> store) {
        this.store = store;
    }

    /** Sets the timer of a timeline to when it is due next. */
    void set(String owner, Timeline timeline) {
        long due = timeline.nextDue();
        if (due == timeline.due()) {
            return;
        }
        if (timeline.due() != Due.NEVER) {
            store.delete(name(timeline.due(), owner));
        }
        if (due != Due.NEVER) {
            store.put(name(due, owner), NOTHING);
        }
        timeline.due(due);
    }

    /** Takes out the timers up to a minute (inclusive), the earliest first and at most so many: the owners of what is due. */
    List<String> take(long minute, int most) {
        var names = new ArrayList<byte[]>();
        try (var range = store.range(name(0, ""), name(minute + 1, ""))) {
            while (range.hasNext() && names.size() < most) {
                names.add(range.next().key);
            }
        }
        names.forEach(store::delete);
        return names.stream().map(Timers::owner).toList();
    }

    /** Minutes before 1970 come first, as minute 0. */
    private static byte[] name(long minute, String owner) {
        byte[] text = owner.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(Math.max(0, minute))
                .put(text)
                .array();
    }

    private static String owner(byte[] timer) {
        return new String(timer, Long.BYTES, timer.length - Long.BYTES, StandardCharsets.UTF_8);
    }
}

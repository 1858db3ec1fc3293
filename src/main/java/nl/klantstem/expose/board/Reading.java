package nl.klantstem.expose.board;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of insights is.
 *
 * @param detail the topic that is missing, or why reading stopped
 * @param records to go; 0 unless READING
 * @param percent of what was there at the start, that is read
 */
public record Reading(Phase phase, @Nullable String detail, long records, int percent) {

    /** What is done or waited for. */
    public enum Phase {
        CONNECTING,
        TOPIC_MISSING,
        BROKERS_SILENT,
        READING,
        FOLLOWING,
        STOPPED
    }

    public static Reading of(Phase phase) {
        return new Reading(phase, null, 0, phase == Phase.FOLLOWING ? 100 : 0);
    }

    public static Reading missing(String topic) {
        return new Reading(Phase.TOPIC_MISSING, topic, 0, 0);
    }

    /** So many of so many records still to go. */
    public static Reading toGo(long records, long all) {
        return records == 0
                ? of(Phase.FOLLOWING)
                : new Reading(Phase.READING, null, records, (int) (100 * (all - records) / Math.max(1, all)));
    }

    public static Reading stopped(String why) {
        return new Reading(Phase.STOPPED, why, 0, 0);
    }

    /** What is still waited for, as a sentence; nothing once all that was there at the start is read. */
    public Optional<String> waitingFor() {
        return switch (phase) {
            case CONNECTING -> Optional.of("the brokers have not been reached yet");
            case TOPIC_MISSING -> Optional.of("topic " + detail + " is not there: 'topics apply' creates it");
            case BROKERS_SILENT -> Optional.of("the brokers do not answer");
            case READING -> Optional.of("the insights are being read: " + records + " records to go");
            case FOLLOWING, STOPPED -> Optional.empty();
        };
    }
}

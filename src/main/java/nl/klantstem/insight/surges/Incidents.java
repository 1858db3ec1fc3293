package nl.klantstem.insight.surges;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** The surges that go on, and those that are over but whose days are still in quarantine. */
final class Incidents {

    /** What rises within an hour is one surge. */
    private static final long TOGETHER = 60;

    /** So long the same contacts may still alarm where more or other contacts are among them: that takes longer. */
    private static final long SPREADING = 24 * 60;

    private static final String PREFIX = "surges/incident/";

    private final SortedMap<String, Incident> incidents = new TreeMap<>();
    private final SortedSet<String> changed = new TreeSet<>();

    Incidents(Blocks blocks) {
        blocks.forEach((name, bytes) -> {
            if (name.startsWith(PREFIX)) {
                var incident = new Incident(new BinaryReader(bytes));
                incidents.put(incident.id(), incident);
            }
        });
    }

    void add(Incident incident) {
        incidents.put(incident.id(), incident);
        changed(incident);
    }

    void changed(Incident incident) {
        changed.add(incident.id());
    }

    /** In the order in which they were raised. */
    List<Incident> open() {
        return incidents.values().stream()
                .filter(Incident::isOpen)
                .sorted(Comparator.comparingLong(Incident::raisedAt).thenComparing(Incident::id))
                .toList();
    }

    /** Whether it is known that contacts of one surge: it is part of an open one, or had a day to rise with it. */
    boolean isKnown(Watched watched, long now) {
        return open().stream()
                .anyMatch(incident -> incident.scope().covers(watched)
                        || (incident.scope().meets(watched) && now - incident.raisedAt() >= SPREADING));
    }

    /**
     * The open surge that an alarm belongs to: of the same family, and they rose or began within an hour; or they may have
     * contacts in common and it is less than a day old.
     */
    Optional<Incident> rising(Alarms.Alarm alarm, long now) {
        return open().stream().filter(incident -> isOne(incident, alarm, now)).findFirst();
    }

    private static boolean isOne(Incident incident, Alarms.Alarm alarm, long now) {
        long age = now - incident.raisedAt();
        boolean together = age < TOGETHER || Math.abs(incident.since() - alarm.since()) < TOGETHER;
        return (incident.scope().isOfFamily(alarm.watched()) && together)
                || (incident.scope().meets(alarm.watched()) && age < SPREADING);
    }

    /** The surge that some contacts of one came in, if any; an open one if any is. */
    @Nullable
    Incident during(Watched watched, long minute) {
        var during = new ArrayList<Incident>();
        for (Incident incident : incidents.values()) {
            if (incident.scope().meets(watched)
                    && minute >= incident.since()
                    && (incident.isOpen() || minute < incident.endedAt())) {
                during.add(incident);
            }
        }
        return during.stream().filter(Incident::isOpen).findFirst().orElse(during.isEmpty() ? null : during.get(0));
    }

    /** Those that were over before a minute are of no interest any more. */
    void forgetBefore(long minute) {
        incidents.values().removeIf(incident -> {
            boolean old = !incident.isOpen() && incident.endedAt() < minute;
            if (old) {
                changed(incident);
            }
            return old;
        });
    }

    void remove(Incident incident) {
        incidents.remove(incident.id());
        changed(incident);
    }

    void flush(Blocks blocks) {
        for (String id : changed) {
            @Nullable Incident incident = incidents.get(id);
            blocks.put(PREFIX + id, incident == null ? null : write(incident));
        }
        changed.clear();
    }

    private static byte[] write(Incident incident) {
        var out = new BinaryWriter();
        incident.write(out);
        return out.toBytes();
    }
}

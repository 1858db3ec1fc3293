package nl.klantstem.insight.alerts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.topic.BinaryReader;

/** The incidents that are open, in the order of their ids. */
final class Incidents {

    private static final String PREFIX = "incidents/";

    private final TreeMap<String, Incident> open = new TreeMap<>();
    private final Set<String> closed = new HashSet<>();

    Incidents(Blocks blocks) {
        blocks.forEach((name, bytes) -> {
            if (name.startsWith(PREFIX)) {
                open.put(name.substring(PREFIX.length()), new Incident(new BinaryReader(bytes)));
            }
        });
    }

    List<Incident> open() {
        return open.isEmpty() ? List.of() : List.copyOf(open.values());
    }

    /** The incident that a new alarm belongs to: one that is open and about the same, or one of its own. */
    Incident take(Member member, WatchedScope watched) {
        for (Incident incident : open.values()) {
            if (incident.takes(member.alarm(), watched)) {
                incident.join(member);
                return incident;
            }
        }
        var incident = new Incident(member);
        open.put(incident.alertId(), incident);
        return incident;
    }

    /** Forgets an incident that is over. */
    void settle(Incident incident) {
        if (!incident.isOpen()) {
            open.remove(incident.alertId());
            closed.add(incident.alertId());
        }
    }

    void flush(Blocks blocks) {
        closed.forEach(id -> blocks.put(PREFIX + id, null));
        closed.clear();
        new ArrayList<>(open.entrySet())
                .forEach(entry ->
                        blocks.put(PREFIX + entry.getKey(), entry.getValue().toBytes()));
    }
}

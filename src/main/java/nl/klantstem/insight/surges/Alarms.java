package nl.klantstem.insight.surges;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.stats.Surge;
import nl.klantstem.stats.SurgeSettings;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** The evidence against each that is watched. It is small and changes with every bin: one block holds all of it. */
final class Alarms {

    private static final String NAME = "surges/evidence";

    private final double tolerated;
    private final SortedMap<Watched, Surge> surges = new TreeMap<>();
    private boolean changed;

    /** One whose evidence is strong enough. */
    record Alarm(Watched watched, long since, double years) {

        /** The same, not begun before a minute: what came earlier is learnt and not known in detail any more. */
        Alarm notBefore(long minute) {
            return new Alarm(watched, Math.max(since, minute), years);
        }
    }

    Alarms(SurgeSettings settings, Blocks blocks) {
        tolerated = settings.toleratedPerYear();
        byte @Nullable [] bytes = blocks.get(NAME);
        if (bytes != null) {
            var in = new BinaryReader(bytes);
            while (in.hasMore()) {
                surges.put(Watched.read(in), new Surge(tolerated, Numbers.read(in)));
            }
        }
    }

    void bin(Watched watched, long from, Surge.Bin bin) {
        surges.computeIfAbsent(watched, none -> new Surge(tolerated)).bin(from, bin);
        changed = true;
    }

    /** It stands still, and begins anew when it goes on. */
    void still(Watched watched) {
        changed |= surges.remove(watched) != null;
    }

    /** Those in alarm, the broadest of a family first. */
    List<Alarm> raised() {
        var raised = new ArrayList<Alarm>();
        surges.forEach((watched, surge) -> {
            if (surge.isAlarm()) {
                raised.add(new Alarm(watched, surge.since(), surge.years()));
            }
        });
        return raised;
    }

    void flush(Blocks blocks) {
        if (changed) {
            var out = new BinaryWriter();
            surges.forEach((watched, surge) -> {
                watched.write(out);
                Numbers.write(surge.numbers(), out);
            });
            blocks.put(NAME, out.toBytes());
            changed = false;
        }
    }
}

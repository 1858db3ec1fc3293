package nl.klantstem.insight.surges;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.stats.SurgeLearning;
import nl.klantstem.stats.SurgeSettings;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.jspecify.annotations.Nullable;

/** What was learnt of each that is watched; written when a day was learnt. */
final class Ordinary {

    private static final String PREFIX = "surges/usual/";

    private final SurgeSettings settings;
    private final SortedMap<Watched, SurgeLearning> learnt = new TreeMap<>();
    private final SortedSet<Watched> changed = new TreeSet<>();

    Ordinary(SurgeSettings settings, Blocks blocks) {
        this.settings = settings;
        blocks.forEach((name, bytes) -> {
            if (name.startsWith(PREFIX)) {
                var in = new BinaryReader(bytes);
                learnt.put(Watched.read(in), new SurgeLearning(settings, Numbers.read(in)));
            }
        });
    }

    /** Null when nothing was learnt of it. */
    @Nullable
    SurgeLearning of(Watched watched) {
        return learnt.get(watched);
    }

    SortedMap<Watched, SurgeLearning> all() {
        return Collections.unmodifiableSortedMap(learnt);
    }

    /** There is something to be learnt of it from now on. */
    void meet(Watched watched) {
        learnt.computeIfAbsent(watched, none -> new SurgeLearning(settings));
    }

    /** It learnt something. */
    void changed(Watched watched) {
        changed.add(watched);
    }

    /** Those of which nothing is left to know are met anew when they come again. */
    void forget() {
        learnt.entrySet().removeIf(each -> {
            boolean forgotten = each.getValue().isForgotten();
            if (forgotten) {
                changed.add(each.getKey());
            }
            return forgotten;
        });
    }

    /** A surge has become the ordinary, of all of these. */
    void newNormal(Predicate<Watched> which) {
        learnt.forEach((watched, learning) -> {
            if (which.test(watched)) {
                learning.newNormal();
                changed.add(watched);
            }
        });
    }

    /** What came in a surge of these is no example. */
    void forgetSurge(Predicate<Watched> which) {
        learnt.forEach((watched, learning) -> {
            if (which.test(watched)) {
                learning.forgetSurge();
                changed.add(watched);
            }
        });
    }

    void flush(Blocks blocks) {
        for (Watched watched : changed) {
            @Nullable SurgeLearning learning = learnt.get(watched);
            blocks.put(PREFIX + watched, learning == null ? null : write(watched, learning));
        }
        changed.clear();
    }

    private static byte[] write(Watched watched, SurgeLearning learning) {
        var out = new BinaryWriter();
        watched.write(out);
        Numbers.write(learning.numbers(), out);
        return out.toBytes();
    }
}

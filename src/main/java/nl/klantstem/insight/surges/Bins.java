package nl.klantstem.insight.surges;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** The contacts of the last days, bin by bin, and of the bin that is open; each bin is written when it changed. */
final class Bins {

    private static final String PREFIX = "surges/bin/";

    private final SortedMap<Long, SortedMap<Place, Long>> bins = new TreeMap<>();
    private final SortedSet<Long> changed = new TreeSet<>();

    Bins(Blocks blocks) {
        blocks.forEach((name, bytes) -> {
            if (name.startsWith(PREFIX)) {
                bins.put(Long.parseLong(name.substring(PREFIX.length())), read(bytes));
            }
        });
    }

    void add(long from, Place place, long contacts) {
        bins.computeIfAbsent(from, none -> new TreeMap<>()).merge(place, contacts, Long::sum);
        changed.add(from);
    }

    Counted at(long from) {
        return new Counted(from, bins.getOrDefault(from, new TreeMap<>()));
    }

    /** The first minute of the oldest one that is kept. */
    long first() {
        return bins.firstKey();
    }

    /** Those with contacts, from (inclusive) to (exclusive). */
    List<Counted> between(long from, long to) {
        var found = new ArrayList<Counted>();
        bins.subMap(from, to).forEach((at, counts) -> found.add(new Counted(at, counts)));
        return found;
    }

    void forgetBefore(long minute) {
        SortedMap<Long, SortedMap<Place, Long>> old = bins.headMap(minute);
        changed.addAll(old.keySet());
        old.clear();
    }

    void flush(Blocks blocks) {
        for (long from : changed) {
            SortedMap<Place, Long> counts = bins.get(from);
            blocks.put(PREFIX + from, counts == null ? null : write(counts));
        }
        changed.clear();
    }

    private static byte[] write(SortedMap<Place, Long> counts) {
        var out = new BinaryWriter();
        counts.forEach((place, contacts) -> {
            place.write(out);
            out.number(contacts);
        });
        return out.toBytes();
    }

    private static SortedMap<Place, Long> read(byte[] bytes) {
        var counts = new TreeMap<Place, Long>();
        var in = new BinaryReader(bytes);
        while (in.hasMore()) {
            counts.put(Place.read(in), in.number());
        }
        return counts;
    }
}

package nl.klantstem.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counters by name: what one fact counts as, or the sum of many. A counter that is not there is 0. */
final class Counts {

    private static final Map<String, Integer> PLACES = new HashMap<>();
    private static final List<String> NAMES = new ArrayList<>();

    private int[] places = new int[4];
    private long[] values = new long[4];
    private int size;

    Counts add(String name, long value) {
        return add(place(name), value);
    }

    Counts one(String name) {
        return add(name, 1);
    }

    Counts add(Counts other) {
        for (int i = 0; i < other.size; i++) {
            add(other.places[i], other.values[i]);
        }
        return this;
    }

    private Counts add(int place, long value) {
        if (value == 0) {
            return this;
        }
        for (int i = 0; i < size; i++) {
            if (places[i] == place) {
                values[i] += value;
                return this;
            }
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        places[size] = place;
        values[size++] = value;
        return this;
    }

    /** Adds many, quicker than one by one. */
    static Counts sum(List<Counts> all) {
        var dense = new long[1024];
        for (Counts each : all) {
            for (int i = 0; i < each.size; i++) {
                dense[each.places[i]] += each.values[i];
            }
        }
        var sum = new Counts();
        for (int place = 0; place < names(); place++) {
            sum.add(place, dense[place]);
        }
        return sum;
    }

    long of(String name) {
        return at(place(name));
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** For each name the larger of the two. */
    Counts most(Counts other) {
        var most = new Counts().add(this);
        for (int i = 0; i < other.size; i++) {
            most.add(other.places[i], Math.max(0, other.values[i] - at(other.places[i])));
        }
        return most;
    }

    /** What this has more than another, by name; nothing below 0. */
    Counts beyond(Counts other) {
        var beyond = new Counts();
        for (int i = 0; i < size; i++) {
            beyond.add(places[i], Math.max(0, values[i] - other.at(places[i])));
        }
        return beyond;
    }

    /** All that are not 0. */
    Map<String, Long> byName() {
        var byName = new TreeMap<String, Long>();
        for (int i = 0; i < size; i++) {
            if (values[i] != 0) {
                byName.put(name(places[i]), values[i]);
            }
        }
        return byName;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Counts counts) || counts.size != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (counts.at(places[i]) != values[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < size; i++) {
            hash += 31 * places[i] + Long.hashCode(values[i]);
        }
        return hash;
    }

    private long at(int place) {
        for (int i = 0; i < size; i++) {
            if (places[i] == place) {
                return values[i];
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return byName().toString();
    }

    private static synchronized int place(String name) {
        return PLACES.computeIfAbsent(name, n -> {
            NAMES.add(n);
            return NAMES.size() - 1;
        });
    }

    private static synchronized String name(int place) {
        return NAMES.get(place);
    }

    private static synchronized int names() {
        return NAMES.size();
    }
}

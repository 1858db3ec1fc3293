package nl.klantstem.insight.surges;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The contacts of a bin, at each place and summed for all that are watched. */
final class Counted {

    private final long from;
    private final SortedMap<Place, Long> places;
    private final Map<Watched, Long> watched = new HashMap<>();
    private final SortedMap<String, Long> channels = new TreeMap<>();

    /**
     * The contacts of a bin.
     *
     * @param from its first minute
     */
    Counted(long from, SortedMap<Place, Long> counts) {
        this.from = from;
        var known = new TreeMap<Place, Long>();
        counts.forEach((place, contacts) -> {
            // What was taken back in the same minute in which it was known leaves nothing.
            if (contacts > 0) {
                known.put(place, contacts);
                place.watched().forEach(each -> watched.merge(each, contacts, Long::sum));
                channels.merge(group(place.audience(), place.channel()), contacts, Long::sum);
                channels.merge(group(place.audience(), Watched.ALL), contacts, Long::sum);
            }
        });
        places = Collections.unmodifiableSortedMap(known);
    }

    long from() {
        return from;
    }

    SortedMap<Place, Long> places() {
        return places;
    }

    /** The contacts of one that is watched. */
    long contacts(Watched of) {
        return watched.getOrDefault(of, 0L);
    }

    /** All contacts among which those of one are watched. */
    long all(Watched of) {
        return all(of.audience(), of.channel());
    }

    /** All contacts of an audience in a channel, or in all of them. */
    long all(String audience, String channel) {
        return channels.getOrDefault(group(audience, channel), 0L);
    }

    private static String group(String audience, String channel) {
        return audience + "/" + channel;
    }
}

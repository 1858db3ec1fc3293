package nl.klantstem.insight.surges;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** Where contacts are counted: by the full code of their driver, in a channel. */
record Place(String audience, String channel, String driver) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::audience).thenComparing(Place::driver).thenComparing(Place::channel);

    static Place of(Scope scope) {
        var labels = scope.labels();
        return new Place(
                labels.getOrDefault(Scope.AUDIENCE, Scope.UNKNOWN),
                labels.getOrDefault(Scope.CHANNEL, Scope.UNKNOWN),
                labels.getOrDefault(Scope.DRIVER, Scope.UNKNOWN));
    }

    /** All that are watched in which it counts: its driver by the full code and at the top, in its channel and in all. */
    List<Watched> watched() {
        var watched = new ArrayList<Watched>();
        String top = Watched.top(driver);
        for (String channel : List.of(Watched.ALL, channel)) {
            watched.add(new Watched(audience, top, channel));
            if (!top.equals(driver)) {
                watched.add(new Watched(audience, driver, channel));
            }
        }
        return watched;
    }

    void write(BinaryWriter out) {
        out.text(audience).text(channel).text(driver);
    }

    static Place read(BinaryReader in) {
        return new Place(in.text(), in.text(), in.text());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}

package nl.klantstem.insight.surges;

import java.util.Comparator;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/**
 * Whose contacts are watched: a driver's, at its top level or by its full code, in a channel or in all. Sorted so that the
 * broadest of a family (an audience and a driver's top level) come first.
 *
 * @param channel {@link #ALL} for all of them
 */
record Watched(String audience, String driver, String channel) implements Comparable<Watched> {

    static final String ALL = "";

    private static final Comparator<Watched> ORDER = Comparator.comparing(Watched::audience)
            .thenComparing(watched -> top(watched.driver()))
            .thenComparing(watched -> !watched.isTop())
            .thenComparing(watched -> !watched.isInAllChannels())
            .thenComparing(Watched::driver)
            .thenComparing(Watched::channel);

    static String top(String driver) {
        int slash = driver.indexOf('/');
        return slash < 0 ? driver : driver.substring(0, slash);
    }

    boolean isTop() {
        return driver.indexOf('/') < 0;
    }

    boolean isInAllChannels() {
        return channel.equals(ALL);
    }

    /** The driver's top level in the same channel. */
    Watched top() {
        return new Watched(audience, top(driver), channel);
    }

    boolean isOfFamily(Watched other) {
        return audience.equals(other.audience) && top(driver).equals(top(other.driver));
    }

    /** All contacts of the other are its contacts. */
    boolean covers(Watched other) {
        return isOfFamily(other)
                && (isTop() || driver.equals(other.driver))
                && (isInAllChannels() || channel.equals(other.channel));
    }

    boolean covers(Place place) {
        return audience.equals(place.audience())
                && (isTop() ? driver.equals(top(place.driver())) : driver.equals(place.driver()))
                && (isInAllChannels() || channel.equals(place.channel()));
    }

    /** They may have contacts in common. */
    boolean meets(Watched other) {
        return isOfFamily(other)
                && (isTop() || other.isTop() || driver.equals(other.driver))
                && (isInAllChannels() || other.isInAllChannels() || channel.equals(other.channel));
    }

    /** The narrowest that covers both, which are of one family. */
    Watched with(Watched other) {
        return new Watched(
                audience,
                driver.equals(other.driver) ? driver : top(driver),
                channel.equals(other.channel) ? channel : ALL);
    }

    Scope scope() {
        var labels = new TreeMap<String, String>();
        labels.put(Scope.AUDIENCE, audience);
        labels.put(Scope.DRIVER, driver);
        labels.put(Scope.LEVEL, String.valueOf(Driver.levels(driver).size()));
        if (!isInAllChannels()) {
            labels.put(Scope.CHANNEL, channel);
        }
        return new Scope(labels);
    }

    void write(BinaryWriter out) {
        out.text(audience).text(driver).text(channel);
    }

    static Watched read(BinaryReader in) {
        return new Watched(in.text(), in.text(), in.text());
    }

    @Override
    public int compareTo(Watched other) {
        return ORDER.compare(this, other);
    }

    /** Its name in state and in ids. */
    @Override
    public String toString() {
        return audience + ":" + driver + (isInAllChannels() ? "" : ":" + channel);
    }
}

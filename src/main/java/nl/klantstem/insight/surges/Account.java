package nl.klantstem.insight.surges;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.klantstem.stats.SurgeSize;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;

/** What came since a surge began: in all, place by place, and against the plan. */
final class Account {

    private final SurgeSize size;
    private final SortedMap<Place, Came> places = new TreeMap<>();
    private double planned;
    private long actual;
    private boolean hasPlan;

    /**
     * What came at a place.
     *
     * @param weight the contacts that are usual there
     */
    record Came(long contacts, double weight) {
        Came plus(Came more) {
            return new Came(contacts + more.contacts, weight + more.weight);
        }
    }

    Account() {
        size = new SurgeSize();
    }

    Account(BinaryReader in) {
        size = new SurgeSize(Numbers.read(in));
        for (int left = in.integer(); left > 0; left--) {
            places.put(Place.read(in), new Came(in.number(), Numbers.read(in)[0]));
        }
        planned = Numbers.read(in)[0];
        actual = in.number();
        hasPlan = in.flag();
    }

    void write(BinaryWriter out) {
        Numbers.write(size.numbers(), out);
        out.number(places.size());
        places.forEach((place, came) -> {
            place.write(out);
            out.number(came.contacts());
            Numbers.write(new double[] {came.weight()}, out);
        });
        Numbers.write(new double[] {planned}, out);
        out.number(actual).flag(hasPlan);
    }

    /** Takes a bin. */
    void take(Watched scope, Counted counted, Usual usual, Expectations expectations) {
        size.add(usual.bin(counted, scope, expectations.binMinutes()), usual.planned());
        counted.places().forEach((place, contacts) -> {
            if (scope.covers(place)) {
                add(place, new Came(contacts, 0));
            }
        });
        for (Place place : expectations.places(scope)) {
            add(place, new Came(0, expectations.weight(place, counted)));
        }
        OptionalDouble plan = expectations.plannedContacts(scope, counted.from());
        if (plan.isPresent()) {
            planned += plan.getAsDouble();
            actual += counted.all(scope);
            hasPlan = true;
        }
    }

    private void add(Place place, Came came) {
        places.merge(place, came, Came::plus);
    }

    SurgeSize size() {
        return size;
    }

    SortedMap<Place, Came> places() {
        return Collections.unmodifiableSortedMap(places);
    }

    /** All contacts that were planned in the times for which there is a plan; empty when there is none. */
    OptionalDouble planned() {
        return hasPlan ? OptionalDouble.of(planned) : OptionalDouble.empty();
    }

    /** All contacts that came in these times. */
    long actual() {
        return actual;
    }
}

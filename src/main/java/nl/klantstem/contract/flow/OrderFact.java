package nl.klantstem.contract.flow;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.klantstem.contract.in.Audience;

/**
 * An order as it counts, at the time it was placed, with the inbound contacts about it that opened within the cohort's
 * days of it: how many by driver (a label of the catalogue).
 */
public record OrderFact(
        Instant placedAt, Audience audience, SortedMap<String, Integer> contacts, boolean late, String catalogueVersion)
        implements Fact {

    public OrderFact {
        contacts = Collections.unmodifiableSortedMap(new TreeMap<>(contacts));
    }

    @Override
    public OrderFact under(String version) {
        return new OrderFact(placedAt, audience, contacts, late, version);
    }
}

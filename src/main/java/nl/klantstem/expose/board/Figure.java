package nl.klantstem.expose.board;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.klantstem.contract.out.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A number with how far it can be trusted and where it came from.
 *
 * @param value absent unless {@code doubt} lets it be shown
 * @param interval 95%, where there is one
 * @param n how many facts it is of
 * @param parts what it was computed from, by name
 * @param origin absent when no record tells it
 */
public record Figure(
        Unit unit,
        @Nullable Double value,
        @Nullable Interval interval,
        long n,
        Doubt doubt,
        SortedMap<String, Long> parts,
        @Nullable Origin origin) {

    /** What a figure counts in. */
    public enum Unit {
        /** -100 to +100. */
        NPS_POINTS,
        PER_1000_ORDERS,
        /** 0 to 1. */
        RATIO,
        CONTACTS
    }

    /** How far a figure can be trusted. */
    public enum Doubt {
        OK,
        /** Of fewer than 30. */
        LOW_N,
        /** Of a group too small to be shown. */
        SUPPRESSED,
        /** Told, but of nothing. */
        NOTHING_COUNTED,
        /** Not told. */
        NOT_TOLD
    }

    /** From how many on a figure is told without doubt. */
    public static final int ENOUGH = 30;

    public Figure {
        parts = new TreeMap<>(parts);
    }

    static Figure notTold(Unit unit) {
        return new Figure(unit, null, null, 0, Doubt.NOT_TOLD, new TreeMap<>(), null);
    }

    static Figure of(Unit unit, @Nullable Double value, long n, Map<String, Long> parts, Origin origin) {
        Doubt doubt = value == null ? Doubt.NOTHING_COUNTED : n < ENOUGH ? Doubt.LOW_N : Doubt.OK;
        return new Figure(unit, value, null, n, doubt, new TreeMap<>(parts), origin);
    }
}

package nl.klantstem.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Cells;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The cells that a fact counts in: one for each of the catalogue's cubes of a measure, and where a cube has the driver one
 * for every level of it.
 */
public final class Cubes {

    private static final List<String> DRIVER_AND_LEVEL = List.of(Scope.DRIVER, Scope.LEVEL);
    private static final Cells CELLS = new Cells();

    /** As many places in all cubes are remembered before it begins anew. */
    private static final int REMEMBERED = 4_096;

    /** The cells of the places in all cubes that facts were met in: most facts share theirs with many others. */
    private static final Map<Place, List<Cell>> PLACES = new ConcurrentHashMap<>();

    /** What decides the cells: the labels are those of each cube, one after another. */
    private record Place(
            String measure, List<List<String>> cubes, Map<String, String> always, List<@Nullable String> labels) {}

    private Cubes() {}

    /** The label that a fact has in a dimension; null when such facts have no such dimension, so that the cube is not theirs. */
    public interface Labels {
        @Nullable
        String of(String dimension);
    }

    /**
     * The cells of a measure.
     *
     * @param always the labels that are in every scope
     */
    public static List<Cell> cells(
            String measure, CatalogueVersion version, Map<String, String> always, Labels labels) {
        List<List<String>> cubes = version.cubes().getOrDefault(measure, List.of());
        var all = new ArrayList<@Nullable String>();
        for (List<String> cube : cubes) {
            for (String dimension : cube) {
                all.add(labels.of(dimension));
            }
        }
        var place = new Place(measure, cubes, always, all);
        @Nullable List<Cell> known = PLACES.get(place);
        if (known != null) {
            return known;
        }
        if (PLACES.size() >= REMEMBERED) {
            PLACES.clear();
        }
        List<Cell> cells = cells(measure, cubes, always, labels);
        PLACES.put(place, cells);
        return cells;
    }

    private static List<Cell> cells(
            String measure, List<List<String>> cubes, Map<String, String> always, Labels labels) {
        var cells = new ArrayList<Cell>();
        for (List<String> cube : cubes) {
            var names = new ArrayList<>(always.keySet());
            var flat = new ArrayList<>(always.values());
            if (!flatten(cube, labels, names, flat)) {
                continue;
            }
            @Nullable String driver = cube.contains(Scope.DRIVER) ? labels.of(Scope.DRIVER) : null;
            if (driver == null) {
                cells.add(CELLS.of(measure, names, flat));
                continue;
            }
            names.addAll(DRIVER_AND_LEVEL);
            int level = 1;
            for (String prefix : Driver.levels(driver)) {
                var atLevel = new ArrayList<>(flat);
                atLevel.add(prefix);
                atLevel.add(Integer.toString(level++));
                cells.add(CELLS.of(measure, names, atLevel));
            }
        }
        return List.copyOf(cells);
    }

    /** The same tally in each of these cells, at a time. */
    public static List<Contribution> contributions(List<Cell> cells, Instant at, Tally tally) {
        long minute = minute(at);
        var contributions = new ArrayList<Contribution>(cells.size());
        for (Cell cell : cells) {
            contributions.add(new Contribution(cell, minute, tally));
        }
        return contributions;
    }

    /** The minute of event time, since the epoch, in which something counts. */
    public static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 60);
    }

    /** Adds the labels of a cube without its driver; false when the fact lacks a dimension of it. */
    private static boolean flatten(List<String> cube, Labels labels, List<String> names, List<String> flat) {
        for (String dimension : cube) {
            @Nullable String label = labels.of(dimension);
            if (label == null) {
                return false;
            }
            if (!dimension.equals(Scope.DRIVER)) {
                names.add(dimension);
                flat.add(label);
            }
        }
        return true;
    }
}

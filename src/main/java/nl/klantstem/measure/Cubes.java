package nl.klantstem.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        var cells = new ArrayList<Cell>();
        for (List<String> cube : version.cubes().getOrDefault(measure, List.of())) {
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
        return cells;
    }

    /** The same tally in each of these cells, at a time. */
    public static List<Contribution> contributions(List<Cell> cells, Instant at, Tally tally) {
        long minute = minute(at);
        return cells.stream().map(cell -> new Contribution(cell, minute, tally)).toList();
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

package nl.klantstem.replay;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.ListedLabels;
import nl.klantstem.contract.out.Scope;

/**
 * The most frequent labels in the inputs that no version of the catalogue has, by dimension, with how many lines name
 * them: what counts as {@code other} under its own name.
 */
public record ForeignLabels(@JsonValue Map<String, Map<String, Long>> byDimension) {

    /** The most that are told of each. */
    public static final int MOST = 20;

    public static ForeignLabels of(Catalogue catalogue, LabelCounts labels) {
        var foreign = new LinkedHashMap<String, Map<String, Long>>();
        foreign.put(Scope.JOURNEY, foreign(labels, Scope.JOURNEY, known(catalogue, ForeignLabels::journeys)));
        foreign.put(Scope.DRIVER, foreign(labels, Scope.DRIVER, known(catalogue, ForeignLabels::drivers)));
        for (String dimension : ListedLabels.DIMENSIONS) {
            Function<CatalogueVersion, Stream<String>> listed = version -> ListedLabels.of(version, dimension).stream();
            foreign.put(dimension, foreign(labels, dimension, known(catalogue, listed)));
        }
        return new ForeignLabels(foreign);
    }

    private static Map<String, Long> foreign(LabelCounts labels, String dimension, Set<String> known) {
        var foreign = new LinkedHashMap<String, Long>();
        labels.top(dimension, MOST, known).forEach(label -> foreign.put(label, labels.count(dimension, label)));
        return foreign;
    }

    private static Set<String> known(Catalogue catalogue, Function<CatalogueVersion, Stream<String>> labels) {
        return catalogue.versions().stream().flatMap(labels).collect(Collectors.toSet());
    }

    private static Stream<String> journeys(CatalogueVersion version) {
        return version.journeys().stream().map(Journey::id);
    }

    /** A driver at each of its levels. */
    private static Stream<String> drivers(CatalogueVersion version) {
        return version.drivers().stream().map(Driver::code).flatMap(code -> Driver.levels(code).stream());
    }
}

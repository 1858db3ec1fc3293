package nl.klantstem.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;

/**
 * The most frequent labels in the inputs that no version of the catalogue has, with how many lines name them: what counts
 * as {@code other} under its own name.
 */
public record ForeignLabels(Map<String, Long> journeyId, Map<String, Long> driver) {

    /** The most that are told of each. */
    public static final int MOST = 20;

    public static ForeignLabels of(Catalogue catalogue, LabelCounts labels) {
        return new ForeignLabels(
                foreign(labels.topJourneys(MOST, known(catalogue, ForeignLabels::journeys)), labels::journey),
                foreign(labels.topDrivers(MOST, known(catalogue, ForeignLabels::drivers)), labels::driver));
    }

    private static Map<String, Long> foreign(List<String> labels, Function<String, Long> count) {
        var foreign = new LinkedHashMap<String, Long>();
        labels.forEach(label -> foreign.put(label, count.apply(label)));
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
        return version.drivers().stream().map(Driver::code).flatMap(ForeignLabels::levels);
    }

    private static Stream<String> levels(String code) {
        return Stream.iterate(
                code, level -> !level.isEmpty(), level -> level.substring(0, Math.max(0, level.lastIndexOf('/'))));
    }
}

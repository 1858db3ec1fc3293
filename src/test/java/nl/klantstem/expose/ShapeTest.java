package nl.klantstem.expose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.contract.catalogue.CubeMeasure;
import nl.klantstem.contract.out.Scope;
import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void all_that_is_shown_is_counted_by_the_catalogue_that_comes_with_the_product() {
        var cubes = CatalogueFile.starter().latest().cubes();
        for (var measure : CubeMeasure.ALL) {
            Set<Set<String>> counted = cubes.get(measure.name()).stream()
                    .map(cube -> dimensions(measure, cube))
                    .collect(Collectors.toSet());

            assertThat(Arrays.stream(Shape.values())
                            .filter(shape -> shape.topic().shortName().equals(measure.insight()))
                            .map(shape -> Set.copyOf(shape.dimensions())))
                    .as(measure.name())
                    .isNotEmpty()
                    .allMatch(counted::contains);
        }
    }

    @Test
    void every_shape_has_a_figure() {
        assertThat(Shape.values()).allMatch(shape -> Source.ALL.stream()
                .anyMatch(source -> !source.figures(shape).isEmpty()));
    }

    private static Set<String> dimensions(CubeMeasure measure, List<String> cube) {
        var dimensions = new HashSet<>(cube);
        dimensions.addAll(measure.alwaysIn());
        if (cube.contains(Scope.DRIVER)) {
            dimensions.add(Scope.LEVEL);
        }
        return dimensions;
    }
}

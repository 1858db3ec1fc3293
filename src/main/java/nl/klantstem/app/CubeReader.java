package nl.klantstem.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.catalogue.CubeMeasure;
import nl.klantstem.contract.out.Scope;

/** The dimension sets of a catalogue's measures: each measure is counted only by what it has. */
final class CubeReader {

    private final Section section;

    CubeReader(Section section) {
        this.section = section;
    }

    /** By the name of the measure; one that is not there is not counted. */
    Map<String, List<List<String>>> read() {
        var cubes = new LinkedHashMap<String, List<List<String>>>();
        for (var measure : CubeMeasure.ALL) {
            var name = measure.name();
            var sets = section.items(name, (item, path) -> dimensions(measure, item, path));
            if (sets.isEmpty() && (measure.required() || section.has(name))) {
                section.problem(name, "no dimension sets: give at least " + least(measure));
            }
            if (sets.stream().map(Set::copyOf).distinct().count() < sets.size()) {
                section.problem(name, "the same dimension set is there twice: keep one");
            }
            if (!sets.isEmpty()) {
                cubes.put(name, sets);
            }
        }
        section.noOthers();
        return cubes;
    }

    private static String least(CubeMeasure measure) {
        return (measure.key() == null ? "[] (everything together)" : "[" + measure.key() + "]")
                + (measure.required() ? "" : ", or leave it out");
    }

    private List<String> dimensions(CubeMeasure measure, Yaml item, String path) {
        if (!(item instanceof Yaml.Items items)) {
            section.problem(
                    measure.name(),
                    path + " is not a list of dimensions such as ["
                            + measure.dimensions().get(0) + "]");
            return List.of();
        }
        var names = items.values().stream()
                .map(value -> value instanceof Yaml.Text text && text.value() != null ? text.value() : "")
                .toList();
        for (var problem : problems(measure, names)) {
            section.problem(measure.name(), path + ": " + problem);
        }
        return names;
    }

    private static List<String> problems(CubeMeasure measure, List<String> names) {
        var problems = new ArrayList<String>();
        for (var name : names) {
            if (measure.alwaysIn().contains(name) || name.equals(Scope.LEVEL)) {
                problems.add("'" + name + "' is always in: leave it out");
            } else if (!measure.dimensions().contains(name)) {
                problems.add("'" + name + "' is no dimension of " + measure.name()
                        + DidYouMean.hint(name, measure.dimensions()));
            }
        }
        if (Set.copyOf(names).size() < names.size()) {
            problems.add("a dimension is there twice: keep one");
        }
        if (measure.key() != null && !names.contains(measure.key())) {
            problems.add("'" + measure.key() + "' is missing: the insight is kept by it");
        }
        return problems;
    }
}

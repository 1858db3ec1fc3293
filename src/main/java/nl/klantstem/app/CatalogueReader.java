package nl.klantstem.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.ContactRules;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.AvoidableCause;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/** One version of the catalogue, read from its document; what is wrong is noted with the document's problems. */
final class CatalogueReader {

    static final int DEFAULT_ATTRIBUTION_DAYS = 14;
    private static final List<String> LANGUAGES = List.of("nl", "en");
    private static final Pattern DRIVER = Pattern.compile("[^/\\s]+(/[^/\\s]+){0,2}");
    private static final Set<String> OWN_LABELS = Set.of(Scope.UNKNOWN, Scope.OTHER);
    private static final List<String> MEASURES = List.of("nps", "contacts");
    private static final List<String> ALWAYS_IN = List.of(Scope.PROGRAMME, Scope.AUDIENCE, Scope.LEVEL);
    private static final List<String> DIMENSIONS = List.of(Scope.JOURNEY, Scope.CHANNEL, Scope.DRIVER);
    private static final List<String> OPENABLE = List.of(Scope.JOURNEY, Scope.DRIVER);

    private final Section root;
    private final boolean first;

    CatalogueReader(Section root, boolean first) {
        this.root = root;
        this.first = first;
    }

    CatalogueVersion read() {
        var name = root.text("version");
        var from = first
                ? root.parsedOr(
                        "effectiveFrom", Instant::parse, Instant.EPOCH, "an instant such as 2026-11-01T00:00:00Z")
                : root.parsed(
                        "effectiveFrom", Instant::parse, Instant.EPOCH, "an instant such as 2026-11-01T00:00:00Z");
        var zone = root.parsed("zone", ZoneId::of, ZoneOffset.UTC, "a time zone such as Europe/Amsterdam");
        var open = open();
        var journeys = root.each("journeys", this::journey);
        var drivers = root.each("drivers", section -> driver(section, journeys, open));
        onlyOnce("journeys", journeys, Journey::id);
        onlyOnce("drivers", drivers, Driver::code);
        var version = new CatalogueVersion(
                name,
                from,
                zone,
                journeys,
                drivers,
                cubes(),
                open,
                windows(),
                root.atLeast(1, "attributionDays", DEFAULT_ATTRIBUTION_DAYS),
                Map.of(),
                List.of(),
                ContactRules.DEFAULT);
        root.noOthers();
        return version;
    }

    private Journey journey(Section section) {
        return new Journey(
                label(section, "id"),
                names(section),
                section.choice("phase", Journey.Phase.class),
                section.choice("audience", Audience.class),
                section.text("owner"),
                steps(section),
                targetNps(section));
    }

    private List<Journey.Step> steps(Section journey) {
        var steps = journey.each("steps", section -> new Journey.Step(section.text("id"), names(section)));
        var ids = new HashSet<String>();
        steps.stream()
                .map(Journey.Step::id)
                .filter(id -> !ids.add(id))
                .forEach(id -> journey.problem("steps", "step '" + id + "' is there twice: give each step its own id"));
        return steps;
    }

    private static @Nullable Integer targetNps(Section journey) {
        if (journey.optionalText("targetNps") == null) {
            return null;
        }
        int target = journey.atLeast(-100, "targetNps", 0);
        if (target > 100) {
            journey.problem("targetNps", target + " is more than an NPS can be: give -100 to 100");
        }
        return target;
    }

    private Driver driver(Section section, List<Journey> journeys, Map<String, Integer> open) {
        var code = label(section, "code");
        if (!code.isEmpty() && !DRIVER.matcher(code).matches()) {
            section.problem("code", "'" + code + "' is not level1/level2 or level1/level2/level3, without spaces");
        }
        var journey = section.optionalText("journeyId");
        var known = journeys.stream().map(Journey::id).collect(Collectors.toCollection(TreeSet::new));
        if (journey != null && !known.contains(journey) && !open.containsKey(Scope.JOURNEY)) {
            section.problem("journeyId", "journey '" + journey + "' does not exist" + DidYouMean.hint(journey, known));
        }
        return new Driver(
                code,
                section.choice("audience", Audience.class),
                section.choice("demandType", DemandType.class),
                section.optionalChoice("avoidableCause", AvoidableCause.class),
                section.optionalText("owningDepartment"),
                journey);
    }

    private static String label(Section section, String name) {
        var label = section.text(name);
        if (OWN_LABELS.contains(label)) {
            section.problem(name, "'" + label + "' is what we count missing or foreign labels under: choose another");
        }
        return label;
    }

    private static Map<String, String> names(Section section) {
        var name = section.section("name");
        var texts = name.texts();
        LANGUAGES.stream()
                .filter(language -> !texts.containsKey(language))
                .forEach(language ->
                        section.problem("name", "has no name in '" + language + "': give one in " + LANGUAGES));
        texts.keySet().stream()
                .filter(language -> !LANGUAGES.contains(language))
                .forEach(language -> name.problem(language, "is no language we show: give " + LANGUAGES));
        return texts;
    }

    private <T> void onlyOnce(String list, List<T> values, Function<T, String> code) {
        var seen = new HashSet<String>();
        values.stream()
                .map(code)
                .filter(c -> !c.isEmpty() && !seen.add(c))
                .distinct()
                .forEach(c -> root.problem(list, "'" + c + "' is there twice: keep one"));
    }

    private Map<String, Integer> open() {
        var section = root.section("open");
        var open = new LinkedHashMap<String, Integer>();
        for (var dimension : section.names()) {
            if (OPENABLE.contains(dimension)) {
                open.put(dimension, section.atLeast(1, dimension, 1));
            } else {
                section.problem(dimension, "cannot be open" + DidYouMean.hint(dimension, OPENABLE));
            }
        }
        return open;
    }

    private Map<String, List<List<String>>> cubes() {
        var section = root.section("cubes");
        var cubes = new LinkedHashMap<String, List<List<String>>>();
        for (var measure : MEASURES) {
            var sets = section.items(measure, (item, path) -> dimensions(section, measure, item, path));
            if (sets.isEmpty()) {
                section.problem(measure, "no dimension sets: give at least [] (everything together)");
            }
            if (sets.stream().map(Set::copyOf).distinct().count() < sets.size()) {
                section.problem(measure, "the same dimension set is there twice: keep one");
            }
            cubes.put(measure, sets);
        }
        section.noOthers();
        return cubes;
    }

    private static List<String> dimensions(Section cubes, String measure, Yaml item, String path) {
        if (!(item instanceof Yaml.Items items)) {
            cubes.problem(measure, path + " is not a list of dimensions such as [journeyId, channel]");
            return List.of();
        }
        var names = items.values().stream()
                .map(value -> value instanceof Yaml.Text text && text.value() != null ? text.value() : "")
                .toList();
        for (var name : names) {
            if (ALWAYS_IN.contains(name)) {
                cubes.problem(measure, path + ": '" + name + "' is always in: leave it out");
            } else if (!DIMENSIONS.contains(name)) {
                cubes.problem(measure, path + ": unknown dimension '" + name + "'" + DidYouMean.hint(name, DIMENSIONS));
            }
        }
        if (Set.copyOf(names).size() < names.size()) {
            cubes.problem(measure, path + ": a dimension is there twice: keep one");
        }
        return names;
    }

    private List<WindowSpec> windows() {
        var windows = root.each("windows", CatalogueReader::window).stream()
                .flatMap(Optional::stream)
                .toList();
        if (!root.has("windows")) {
            root.problem("windows", "is missing: give at least one window");
        }
        if (windows.stream().map(w -> w.type() + "/" + w.length()).distinct().count() < windows.size()) {
            root.problem("windows", "a window is there twice: keep one");
        }
        return windows;
    }

    private static Optional<WindowSpec> window(Section section) {
        var type = section.choice("type", Window.Type.class);
        var slide = section.parsed("slide", Duration::parse, Duration.ofHours(1), "a duration such as PT15M");
        var length = section.optionalText("length");
        try {
            if (type == Window.Type.ROLLING) {
                return Optional.of(WindowSpec.rolling(length == null ? "" : length, slide));
            }
            if (length != null) {
                section.problem("length", "a DAY window has no length: leave it out");
            }
            return Optional.of(WindowSpec.day(slide));
        } catch (DateTimeException e) {
            section.problem(
                    "length",
                    (length == null ? "is missing: give" : "'" + length + "' is not")
                            + " a length such as PT24H or P7D");
        } catch (IllegalArgumentException e) {
            section.problem("slide", e.getMessage() == null ? "" : e.getMessage());
        }
        return Optional.empty();
    }
}

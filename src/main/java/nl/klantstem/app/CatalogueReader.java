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
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.ListedLabels;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.InvitationFact;
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
    static final Pattern DRIVER = Pattern.compile("[^/\\s]+(/[^/\\s]+){0,2}");
    private static final Set<String> OWN_LABELS = Set.of(Scope.UNKNOWN, Scope.OTHER);
    private static final Map<String, String> ALWAYS_LISTED =
            Map.of(Scope.SERVICE_PARTNER, ContactCourse.IN_HOUSE, Scope.SUPPRESSION_REASON, InvitationFact.NONE);
    private static final List<String> OPENABLE = Stream.concat(
                    Stream.of(Scope.JOURNEY, Scope.DRIVER), ListedLabels.DIMENSIONS.stream())
            .toList();

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
        onlyOnce(root, "journeys", journeys, Journey::id);
        onlyOnce(root, "drivers", drivers, Driver::code);
        var labels = labels();
        var version = new CatalogueVersion(
                name,
                from,
                zone,
                journeys,
                drivers,
                new CubeReader(root.section("cubes")).read(),
                open,
                windows(),
                root.atLeast(1, "attributionDays", DEFAULT_ATTRIBUTION_DAYS),
                labels,
                new OwnershipReader(root, drivers, open.containsKey(Scope.DRIVER)).read(),
                new ContactRulesReader(root.section("contacts")).read(),
                new JourneyRulesReader(root.section("instances")).read(),
                new SurveyRulesReader(root.section("surveys")).read(),
                new LostInMailReader(root.section("lostInMail"), carriers(labels, open)).read(),
                new AlertRulesReader(
                                root.section("alerts"),
                                journeys.stream().map(Journey::id).toList(),
                                open.containsKey(Scope.JOURNEY))
                        .read(),
                new PeakCalendarReader(root).read());
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
                optionalLabel(section, "owningDepartment"),
                journey);
    }

    private static String label(Section section, String name) {
        var label = section.text(name);
        if (OWN_LABELS.contains(label)) {
            section.problem(name, taken(label));
        }
        return label;
    }

    private static @Nullable String optionalLabel(Section section, String name) {
        var label = section.optionalText(name);
        if (label != null && OWN_LABELS.contains(label)) {
            section.problem(name, taken(label));
        }
        return label;
    }

    private static String taken(String label) {
        return "'" + label + "' is what we count missing or foreign labels under: choose another";
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

    private static <T> void onlyOnce(Section section, String list, List<T> values, Function<T, String> code) {
        var seen = new HashSet<String>();
        values.stream()
                .map(code)
                .filter(c -> !c.isEmpty() && !seen.add(c))
                .distinct()
                .forEach(c -> section.problem(list, "'" + c + "' is there twice: keep one"));
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

    private Map<String, List<String>> labels() {
        var section = root.section("labels");
        var labels = new LinkedHashMap<String, List<String>>();
        for (var dimension : ListedLabels.DIMENSIONS) {
            var listed = section.items(dimension, (item, path) -> listed(section, dimension, item, path));
            if (!listed.isEmpty()) {
                labels.put(dimension, listed);
            }
            onlyOnce(section, dimension, listed, Function.identity());
        }
        section.noOthers();
        return labels;
    }

    /** Those that are listed; empty when they are taken as they come. */
    private static Optional<List<String>> carriers(Map<String, List<String>> labels, Map<String, Integer> open) {
        return open.containsKey(Scope.CARRIER)
                ? Optional.empty()
                : Optional.of(labels.getOrDefault(Scope.CARRIER, List.of()));
    }

    private static String listed(Section labels, String dimension, Yaml item, String path) {
        if (!(item instanceof Yaml.Text text)
                || text.value() == null
                || text.value().isBlank()) {
            labels.problem(dimension, path + " is not one label");
            return "";
        }
        var label = text.value();
        if (OWN_LABELS.contains(label)) {
            labels.problem(dimension, path + ": " + taken(label));
        }
        if (label.equals(ALWAYS_LISTED.get(dimension))) {
            labels.problem(dimension, path + ": '" + label + "' is always there: leave it out");
        }
        return label;
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

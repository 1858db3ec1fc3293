package nl.klantstem.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A catalogue as its text says it, of one version: labels, rules, cubes and windows. */
final class Reference {

    /** A window that is kept; a day has length zero. */
    record Window(String name, Duration length, Duration slide) {
        boolean isDay() {
            return length.isZero();
        }
    }

    private final JsonNode text;
    private final Set<String> journeys = new HashSet<>();
    private final Map<String, JsonNode> drivers = new HashMap<>();
    private final Set<String> driverLevels = new HashSet<>();
    private final Set<String> departments;

    static Reference starter() {
        try (var in = Reference.class.getResourceAsStream("/catalogue/starter.yaml")) {
            return new Reference(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reference in(Path file) {
        try {
            return new Reference(new YAMLMapper().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with other windows and cubes, as a catalogue file. */
    Reference with(Path file, String windows, String cubes) {
        try {
            var yaml = new YAMLMapper();
            ObjectNode changed = text.deepCopy();
            changed.set("windows", yaml.readTree(windows));
            changed.set("cubes", yaml.readTree(cubes));
            Files.writeString(file, yaml.writeValueAsString(changed));
            return in(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reference(JsonNode text) {
        this.text = text;
        text.path("journeys").forEach(journey -> journeys.add(journey.path("id").asText()));
        departments = listed("owningDepartment");
        for (JsonNode driver : text.path("drivers")) {
            String code = driver.path("code").asText();
            drivers.put(code, driver);
            driverLevels.addAll(levels(code));
            if (driver.has("owningDepartment")) {
                departments.add(driver.path("owningDepartment").asText());
            }
        }
    }

    ZoneId zone() {
        return ZoneId.of(text.path("zone").asText());
    }

    List<Window> windows() {
        var windows = new ArrayList<Window>();
        for (JsonNode window : text.path("windows")) {
            boolean day = window.path("type").asText().equals("DAY");
            String name = day ? "DAY" : window.path("length").asText();
            windows.add(new Window(
                    name,
                    day ? Duration.ZERO : Duration.parse(name),
                    Duration.parse(window.path("slide").asText())));
        }
        return windows;
    }

    /** The dimension sets of a measure. */
    List<List<String>> cubes(String measure) {
        var cubes = new ArrayList<List<String>>();
        for (JsonNode cube : text.path("cubes").path(measure)) {
            var names = new ArrayList<String>();
            cube.forEach(name -> names.add(name.asText()));
            cubes.add(names);
        }
        return cubes;
    }

    /** Every driver of an audience at each of its levels, and the two labels for those that are none. */
    Set<String> driversOf(String audience) {
        var codes = new TreeSet<>(Set.of("unknown", "other"));
        drivers.values().stream()
                .filter(driver -> driver.path("audience").asText().equals(audience))
                .forEach(driver -> codes.addAll(levels(driver.path("code").asText())));
        return codes;
    }

    static List<String> levels(String driver) {
        var levels = new ArrayList<String>();
        String level = "";
        for (String part : driver.split("/", -1)) {
            level = level.isEmpty() ? part : level + "/" + part;
            levels.add(level);
        }
        return levels;
    }

    String journey(@Nullable String id) {
        return label("journeyId", id, journeys);
    }

    String driver(@Nullable String code) {
        return label("driver", code, driverLevels);
    }

    String servicePartner(@Nullable String id) {
        return id == null || id.equals("IN_HOUSE")
                ? "IN_HOUSE"
                : label("servicePartnerId", id, listed("servicePartnerId"));
    }

    String carrier(@Nullable String id) {
        return label("carrier", id, listed("carrier"));
    }

    String region(@Nullable String id) {
        return label("region", id, listed("region"));
    }

    String department(@Nullable String id) {
        return label("owningDepartment", id, departments);
    }

    /** What the catalogue says of exactly this driver. */
    @Nullable
    String ofDriver(@Nullable String code, String field) {
        JsonNode driver = code == null ? null : drivers.get(code);
        return driver != null && driver.hasNonNull(field) ? driver.path(field).asText() : null;
    }

    /** Who should handle it: the rule with the longest driver that fits; of two the one that names the fulfilment. */
    @Nullable
    String owner(@Nullable String driver, @Nullable String fulfilment) {
        String owner = null;
        int best = -1;
        for (JsonNode rule : text.path("ownership")) {
            boolean fits = driver != null
                    && levels(driver).contains(rule.path("driver").asText())
                    && (!rule.has("fulfilment")
                            || rule.path("fulfilment").asText().equals(fulfilment));
            int weight = 2 * rule.path("driver").asText().length() + (rule.has("fulfilment") ? 1 : 0);
            if (fits && weight > best) {
                best = weight;
                owner = rule.path("owner").asText();
            }
        }
        return owner;
    }

    Duration rule(String name, String otherwise) {
        return Duration.parse(text.path("contacts").path(name).asText(otherwise));
    }

    int days(String name, int otherwise) {
        return text.path("contacts").path(name).asInt(otherwise);
    }

    double botMargin() {
        return text.path("contacts").path("botMargin").asDouble(10);
    }

    /** When a carrier's parcels are suspected to be lost. */
    int lostInMail(String carrier, String name, int otherwise) {
        JsonNode rules = text.path("lostInMail");
        for (JsonNode rule : rules.path("carriers")) {
            if (rule.path("carrier").asText().equals(carrier) && rule.has(name)) {
                return rule.path(name).asInt();
            }
        }
        return rules.path(name).asInt(otherwise);
    }

    /** What a channel promises; null when it does not. */
    @Nullable
    Duration ofChannel(@Nullable String channel, String name) {
        for (JsonNode level : text.path("contacts").path("serviceLevels")) {
            if (level.path("channel").asText().equals(channel) && level.has(name)) {
                return Duration.parse(level.path(name).asText());
            }
        }
        return null;
    }

    private Set<String> listed(String dimension) {
        var labels = new HashSet<String>();
        text.path("labels").path(dimension).forEach(label -> labels.add(label.asText()));
        return labels;
    }

    private String label(String dimension, @Nullable String label, Set<String> known) {
        if (label == null) {
            return "unknown";
        }
        return known.contains(label) || text.path("open").has(dimension) ? label : "other";
    }
}

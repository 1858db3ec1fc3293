package nl.klantstem.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import nl.klantstem.app.GivenPipeline.Line;
import nl.klantstem.scenario.Scenario.Then;

/** Holds what was published to a topic against an expected record, and says readably where they differ. */
final class Expected {

    private final Then then;

    Expected(Then then) {
        this.then = then;
    }

    /** What is wrong; empty when all is as expected. */
    List<String> differences(List<Line> published) {
        if (then.isNothing()) {
            return published.isEmpty()
                    ? List.of()
                    : List.of(then.place() + ": nothing may be published, got " + keysOf(published));
        }
        if (published.isEmpty()) {
            return List.of(
                    then.place() + ": nothing was published to " + then.topic().shortName());
        }
        var wanted = published.stream().filter(line -> then.fits(line.key())).toList();
        var keys = new HashSet<JsonNode>();
        wanted.forEach(line -> keys.add(line.key()));
        if (keys.size() != 1) {
            return List.of(
                    then.place() + ": " + keys.size() + " keys fit " + then.key() + " of these:\n" + keysOf(published));
        }
        var standing = wanted.stream().filter(this::inTime).reduce((a, b) -> b).orElse(null);
        if (standing == null) {
            return List.of(then.place() + ": nothing stands at " + then.to() + ", only "
                    + wanted.stream().map(Expected::until).toList());
        }
        var differences = new ArrayList<String>();
        compare("", then.value(), standing.value(), differences);
        return differences.isEmpty()
                ? List.of()
                : List.of(then.place() + " of " + until(standing) + ":\n    " + String.join("\n    ", differences)
                        + "\n  published: " + standing.value());
    }

    private boolean inTime(Line line) {
        return then.to() == null || !Instant.parse(until(line)).isAfter(then.to());
    }

    private static String until(Line line) {
        return line.value()
                .path("window")
                .path("to")
                .asText(Instant.ofEpochMilli(line.timestamp()).toString());
    }

    private static String keysOf(List<Line> published) {
        var keys = new ArrayList<String>();
        published.stream().map(line -> "    " + line.key()).distinct().sorted().forEach(keys::add);
        return String.join("\n", keys);
    }

    /** Every expected field must be there; null means that it must not. */
    private static void compare(String path, JsonNode expected, JsonNode got, List<String> differences) {
        if (expected.isNull()) {
            if (!got.isMissingNode() && !got.isNull()) {
                differences.add(path + ": expected none, got " + got);
            }
        } else if (expected.isObject() && got.isObject()) {
            expected.properties()
                    .forEach(field -> compare(
                            path + "/" + field.getKey(), field.getValue(), got.path(field.getKey()), differences));
        } else if (expected.isArray() && got.isArray() && expected.size() == got.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "/" + i, expected.get(i), got.get(i), differences);
            }
        } else if (expected.isNumber() && got.isNumber()) {
            if (expected.decimalValue().compareTo(got.decimalValue()) != 0) {
                differences.add(path + ": expected " + expected + ", got " + got);
            }
        } else if (!expected.equals(got)) {
            differences.add(path + ": expected " + expected + ", got " + (got.isMissingNode() ? "none" : got));
        }
    }
}

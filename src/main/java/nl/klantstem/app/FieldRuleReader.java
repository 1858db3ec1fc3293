package nl.klantstem.app;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.klantstem.replay.mapping.EventShape;
import nl.klantstem.replay.mapping.EventShape.Kind;
import nl.klantstem.replay.mapping.FieldRule;
import nl.klantstem.replay.mapping.Template;
import nl.klantstem.replay.mapping.TimeRule;
import org.jspecify.annotations.Nullable;

/** Where a field comes from, read from a mapping. */
final class FieldRuleReader {

    private static final List<String> SOURCES = List.of("column", "constant", "template");

    private final ZoneId zone;
    private final Map<String, Map<String, String>> scales;

    FieldRuleReader(ZoneId zone, Map<String, Map<String, String>> scales) {
        this.zone = zone;
        this.scales = scales;
    }

    FieldRule read(Section section, String path, Kind kind) {
        var rule = new FieldRule(
                source(section),
                Set.copyOf(section.oneOrMore("absent")),
                section.section("values").texts(),
                section.optionalText("otherwise"),
                section.optionalText("default"),
                scale(section, kind),
                time(section, kind),
                levels(section, path));
        if (rule.otherwise() != null && rule.values().isEmpty()) {
            section.problem("otherwise", "has no values beside it: it is for what none of the values match");
        }
        section.noOthers();
        return rule;
    }

    private static Template source(Section section) {
        var given = SOURCES.stream().filter(section::has).toList();
        if (given.size() != 1) {
            section.problem("column", "say where it comes from by exactly one of " + String.join(", ", SOURCES));
        }
        var column = section.optionalText("column");
        var constant = section.optionalText("constant");
        if (constant != null) {
            return Template.constant(constant);
        }
        if (column != null) {
            return Template.column(column);
        }
        return section.parsedOr(
                "template",
                Template::parse,
                Template.constant(""),
                "text with columns in braces, such as shop-{ORDER}");
    }

    private @Nullable Map<String, String> scale(Section section, Kind kind) {
        var name = section.optionalText("scale");
        if (name == null) {
            return null;
        }
        if (kind != Kind.NUMBER) {
            section.problem("scale", "is for numbers: this field is none");
        }
        var scale = scales.get(name);
        if (scale == null) {
            section.problem("scale", "'" + name + "' is not under scales" + DidYouMean.hint(name, scales.keySet()));
        }
        return scale;
    }

    private static @Nullable String levels(Section section, String path) {
        var levels = section.optionalText("levels");
        if (levels != null && !EventShape.isDriver(path)) {
            section.problem("levels", "is for driver codes: leave it out");
        }
        return levels;
    }

    private @Nullable TimeRule time(Section field, Kind kind) {
        if (!field.has("time")) {
            return null;
        }
        if (kind != Kind.INSTANT && kind != Kind.DATE) {
            field.problem("time", "is for times and dates: this field is none");
        }
        var section = field.section("time");
        var formats = new ArrayList<TimeRule.Format>();
        for (var format : section.oneOrMore("format")) {
            formats.add(format(section, format));
        }
        if (formats.isEmpty()) {
            section.problem(
                    "format",
                    "is missing: give iso, epoch-seconds, epoch-millis or a pattern such as yyyy-MM-dd HH:mm");
        }
        var rule = new TimeRule(
                formats,
                section.parsedOr("zone", ZoneId::of, zone, "a time zone such as Europe/Amsterdam"),
                section.has("at")
                        ? section.parsed("at", LocalTime::parse, LocalTime.NOON, "a time of day such as 12:00")
                        : null,
                section.has("clock") ? clock(section.section("clock")) : null);
        section.noOthers();
        return rule;
    }

    private static TimeRule.Clock clock(Section section) {
        var clock = new TimeRule.Clock(
                source(section),
                section.parsed(
                        "format",
                        FieldRuleReader::pattern,
                        DateTimeFormatter.ISO_LOCAL_TIME,
                        "a pattern such as HH:mm"),
                section.has("dayZero")
                        ? section.parsed("dayZero", LocalDate::parse, LocalDate.EPOCH, "a date such as 1899-12-31")
                        : null);
        section.noOthers();
        return clock;
    }

    private static TimeRule.Format format(Section section, String format) {
        return switch (format) {
            case "epoch-seconds" -> new TimeRule.Format.Epoch(ChronoUnit.SECONDS);
            case "epoch-millis" -> new TimeRule.Format.Epoch(ChronoUnit.MILLIS);
            case "iso" -> new TimeRule.Format.Pattern(isoWithOrWithoutTimeAndOffset());
            default -> {
                try {
                    yield new TimeRule.Format.Pattern(pattern(format));
                } catch (IllegalArgumentException e) {
                    section.problem("format", "'" + format + "' is no pattern of a time: " + e.getMessage());
                    yield new TimeRule.Format.Epoch(ChronoUnit.MILLIS);
                }
            }
        };
    }

    private static DateTimeFormatter isoWithOrWithoutTimeAndOffset() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]][XXX]]", Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Years are written yyyy or yy, as everybody does; 30 February is no date; am is AM. */
    private static DateTimeFormatter pattern(String pattern) {
        var quoted = pattern.split("'", -1);
        for (int i = 0; i < quoted.length; i += 2) {
            quoted[i] = quoted[i].replace('y', 'u');
        }
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(String.join("'", quoted))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}

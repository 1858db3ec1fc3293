package nl.klantstem.app.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import nl.klantstem.app.report.Responses.Effect;
import nl.klantstem.stats.Margin;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.NpsDifference;
import org.jspecify.annotations.Nullable;

/** The report as comma-separated values with a header, in full precision; empty where there is nothing to say. */
final class Csv {

    /** Which part of the report. */
    enum Part {
        FIGURES,
        DAYS
    }

    private static final List<String> OF_FIGURES = List.of(
            "part",
            "dimension",
            "label",
            "from",
            "to",
            "n",
            "promoters",
            "passives",
            "detractors",
            "nps",
            "nps_low",
            "nps_high",
            "late",
            "unlinked",
            "before_from",
            "before_to",
            "before_n",
            "before_promoters",
            "before_passives",
            "before_detractors",
            "before_nps",
            "before_nps_low",
            "before_nps_high",
            "change",
            "change_low",
            "change_high");

    private Csv() {}

    static List<String> lines(Report report, Part part) {
        return switch (part) {
            case FIGURES -> figures(report);
            case DAYS -> days(report);
        };
    }

    private static List<String> figures(Report report) {
        var lines = new ArrayList<String>();
        lines.add(String.join(",", OF_FIGURES));
        String by = report.question().by();
        lines.add(figure("all", "", report.whole()));
        report.groups().forEach(group -> lines.add(figure("group", by == null ? "" : by, group)));
        return lines;
    }

    private static String figure(String part, String dimension, Figure figure) {
        var fields = new ArrayList<String>(List.of(
                part,
                dimension,
                figure.label(),
                figure.period().from().toString(),
                figure.period().to().toString()));
        score(fields, figure.now().split());
        fields.add(String.valueOf(figure.now().late()));
        fields.add(String.valueOf(figure.now().unmatched()));
        fields.add(figure.from().toString());
        fields.add(figure.period().from().toString());
        score(fields, figure.before().split());
        Optional<NpsDifference> change = figure.change();
        fields.add(change.map(c -> String.valueOf(c.points())).orElse(""));
        margin(fields, change.map(NpsDifference::margin));
        return line(fields);
    }

    private static void score(List<String> fields, Split split) {
        Nps nps = split.nps();
        fields.add(String.valueOf(nps.n()));
        counts(fields, split);
        OptionalDouble score = nps.score();
        fields.add(score.isPresent() ? String.valueOf(score.getAsDouble()) : "");
        margin(fields, nps.margin());
    }

    private static void margin(List<String> fields, Optional<Margin> margin) {
        fields.add(margin.map(m -> String.valueOf(m.low())).orElse(""));
        fields.add(margin.map(m -> String.valueOf(m.high())).orElse(""));
    }

    private static void counts(List<String> fields, @Nullable Split split) {
        fields.addAll(
                split == null
                        ? List.of("", "", "")
                        : List.of(
                                String.valueOf(split.promoters()),
                                String.valueOf(split.passives()),
                                String.valueOf(split.detractors())));
    }

    private static List<String> days(Report report) {
        var head = new ArrayList<>(List.of("day", "from", "to", "closed_at"));
        head.addAll(named("published"));
        for (Cause cause : Cause.values()) {
            String name = cause.name().toLowerCase(Locale.ROOT);
            head.add(name + "_responses");
            head.addAll(named(name));
        }
        head.addAll(named("unexplained"));
        head.addAll(named("now"));
        var lines = new ArrayList<String>();
        lines.add(String.join(",", head));
        @Nullable Reconciliation days = report.days();
        if (days != null) {
            days.days().forEach(day -> lines.add(day(day)));
        }
        return lines;
    }

    private static List<String> named(String name) {
        return List.of(name + "_n", name + "_promoters", name + "_passives", name + "_detractors");
    }

    private static String day(DayLine day) {
        @Nullable Instant closedAt = day.closedAt();
        DayLine.@Nullable Then then = day.published();
        var fields = new ArrayList<>(List.of(
                day.day().date().toString(),
                day.day().from().toString(),
                day.day().to().toString(),
                closedAt == null ? "" : closedAt.toString()));
        fields.add(then == null ? "" : String.valueOf(then.n()));
        counts(fields, then == null ? null : then.split());
        for (Cause cause : Cause.values()) {
            Effect effect = day.effect(cause);
            fields.add(then == null ? "" : String.valueOf(effect.responses()));
            fields.add(then == null ? "" : String.valueOf(effect.split().n()));
            counts(fields, then == null ? null : effect.split());
        }
        fields.add(then == null ? "" : String.valueOf(day.unexplained()));
        counts(fields, day.unexplainedSplit().orElse(null));
        fields.add(String.valueOf(day.now().n()));
        counts(fields, day.now());
        return line(fields);
    }

    private static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(","));
    }

    private static String field(String text) {
        boolean plain = Arrays.stream(new String[] {",", "\"", "\n", "\r"}).noneMatch(text::contains);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

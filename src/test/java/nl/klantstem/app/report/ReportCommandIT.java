package nl.klantstem.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klantstem.app.Main;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst sees of weeks of answers, against a count by hand: from a folder, and from a cluster. */
@Timeout(600)
class ReportCommandIT {

    private static final long SEED = 20261127;
    private static final List<String> CAUSES = List.of("late", "revised", "withdrawn", "moved_in", "moved_out");

    @TempDir
    private Path dir;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void each_day_as_published_and_as_known_now_is_as_counted_by_hand_and_adds_up() throws IOException {
        var answers = GivenAnswers.random(SEED);
        Path file = Files.write(
                dir.resolve("survey-responses.jsonl"),
                answers.lines().stream().map(GivenAnswers.Line::json).toList());
        Path result = dir.resolve("result");
        assertThat(run("replay", "--every", "P1D", "--out", result.toString(), file.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("alerts on this history: ")
                .contains("alarms that rules as people write them would have raised on it");
        assertThat(Files.readString(result.resolve("summary.json")))
                .contains("\"raised\"", "\"tooFewAnswers\"", "\"journeyWeeks\"", "BELOW_28_DAYS");

        for (@Nullable String journey : new String[] {"return", null}) {
            compareDays(answers, journey, result);
        }
        compareFigures(answers, result);
        page(result);
        mistakes(result);
        sameFromACluster(file, result);
    }

    private void compareDays(GivenAnswers answers, @Nullable String journey, Path result) {
        List<Map<String, String>> days = csv(days(journey, result));
        assertThat(days).hasSize(GivenAnswers.DAYS);
        for (int i = 0; i < days.size(); i++) {
            LocalDate date = GivenAnswers.FIRST.plusDays(i);
            Map<String, String> day = days.get(i);
            Map<String, Long> counted = answers.day(date, journey);
            String where = journey + " " + date + " seed " + SEED;
            assertThat(day.get("day")).isEqualTo(date.toString());
            for (String part : List.of("n", "promoters", "passives", "detractors")) {
                for (String side : List.of("published", "now")) {
                    assertThat(number(day, side + "_" + part))
                            .as(where + " " + side + " " + part)
                            .isEqualTo(counted.getOrDefault(side + "_" + part, 0L));
                }
                assertThat(number(day, "unexplained_" + part)).as(where).isZero();
                long causes = CAUSES.stream()
                        .mapToLong(c -> number(day, c + "_" + part))
                        .sum();
                assertThat(number(day, "published_" + part) + causes)
                        .as(where + " adds up in " + part)
                        .isEqualTo(number(day, "now_" + part));
            }
            for (String cause : CAUSES) {
                assertThat(number(day, cause + "_responses"))
                        .as(where + " " + cause)
                        .isEqualTo(counted.getOrDefault(cause + "_responses", 0L));
            }
        }
        for (String cause : CAUSES) {
            boolean everywhere = journey == null && cause.startsWith("moved");
            assertThat(days.stream()
                            .mapToLong(day -> number(day, cause + "_responses"))
                            .sum())
                    .as(cause + " is met")
                    .isGreaterThan(everywhere ? -1 : 0);
        }
    }

    private static String[] days(@Nullable String journey, Path result) {
        var args = new ArrayList<>(List.of(
                "report", "--in", result.toString(), "--from", "2025-10-13", "--to", "2025-11-01", "--csv=days"));
        if (journey != null) {
            args.addAll(List.of("--journey", journey));
        }
        return args.toArray(String[]::new);
    }

    /** A week in which the clocks change, against the week before. */
    private void compareFigures(GivenAnswers answers, Path result) {
        List<Map<String, String>> figures = csv(
                "report",
                "--in",
                result.toString(),
                "--from",
                "2025-10-20",
                "--to",
                "2025-10-26",
                "--by",
                "journeyId",
                "--csv");
        assertThat(figures).hasSize(4);
        for (Map<String, String> figure : figures) {
            @Nullable String journey = figure.get("part").equals("all") ? null : figure.get("label");
            for (int week = 0; week < 2; week++) {
                long[] counted = new long[2];
                for (int day = 0; day < 7; day++) {
                    var counts = answers.day(LocalDate.of(2025, 10, 20).plusDays(day - 7L * week), journey);
                    counted[0] += counts.getOrDefault("now_promoters", 0L);
                    counted[1] += counts.getOrDefault("now_detractors", 0L);
                }
                String before = week == 0 ? "" : "before_";
                long n = number(figure, before + "n");
                assertThat(number(figure, before + "promoters")).isEqualTo(counted[0]);
                assertThat(number(figure, before + "detractors")).isEqualTo(counted[1]);
                assertThat(Double.parseDouble(figure.get(before + "nps")))
                        .isEqualTo(100.0 * (counted[0] - counted[1]) / n);
            }
            assertThat(figure.get("before_from")).isEqualTo("2025-10-12T22:00:00Z");
            assertThat(figure.get("to")).isEqualTo("2025-10-26T23:00:00Z");
        }
    }

    private void page(Path result) {
        assertThat(run(
                        "report",
                        "--in",
                        result.toString(),
                        "--journey",
                        "return",
                        "--from",
                        "2025-10-20",
                        "--to",
                        "2025-10-26",
                        "--by",
                        "channel"))
                .isZero();
        assertThat(out.toString())
                .contains("NPS of Return (return), TRANSACTIONAL CUSTOMER")
                .contains("2025-10-20 to 2025-10-26 (7 days, Europe/Amsterdam)")
                .contains("the period before: 2025-10-13 to 2025-10-19 (7 days, Europe/Amsterdam)")
                .contains("by channel", "unknown", "as published when each day had closed", "7 days have closed");

        assertThat(run("report", "--in", result.toString(), "--from", "2024-01-01", "--to", "2024-01-31"))
                .isZero();
        assertThat(out.toString()).contains("nobody answered in this period", "31 days have closed, 0 of them");

        assertThat(run(
                        "report",
                        "--in",
                        result.toString(),
                        "--from",
                        "2025-10-20T10:00:00Z",
                        "--to",
                        "2025-10-20T10:15:00Z"))
                .isZero();
        assertThat(out.toString()).contains("the period holds no whole local day");
    }

    private void mistakes(Path result) {
        String in = result.toString();
        assertMistake("unknown journey 'retrun', did you mean 'return'?", "--in", in, "--journey", "retrun");
        assertMistake("NPS has no such dimension, did you mean 'channel'?", "--in", in, "--by", "chanel");
        assertMistake(
                "'resolution' is not counted within a journey in the results in " + in
                        + "; counted are channel, handling; to count it put [journeyId, resolution] under cubes: nps:",
                "--in",
                in,
                "--journey",
                "return",
                "--by",
                "resolution");
        assertMistake("holds no insight-progress.jsonl", "--in", dir.toString());
        assertMistake("does not exist: give the one that 'replay --out' wrote", "--in", dir + "/none");
        assertMistake("no Kafka broker answered in time", "--bootstrap-servers", "127.0.0.1:1");
    }

    private void assertMistake(String message, String... options) {
        var args = Stream.concat(Stream.of("report", "--from", "2025-10-20", "--to", "2025-10-26"), Stream.of(options))
                .toArray(String[]::new);
        assertThat(run(args)).isEqualTo(1);
        assertThat(err.toString()).contains("klantstem report: ", message).doesNotContain("\tat ", "Run it again");
    }

    private void sameFromACluster(Path file, Path result) throws IOException {
        try (var cluster = EmbeddedBroker.start(dir.resolve("broker"), Map.of())) {
            Path key = Pseudonyms.create(dir.resolve("pseudonym.key"));
            Path config = Files.writeString(dir.resolve("cluster.yaml"), """
                    topics: {replication: 1, partitions: 2}
                    pipeline: {pseudonymKey: %s, stateDir: %s}
                    """.formatted(key, dir.resolve("state")));
            String[] brokers = {"--config", config.toString(), "--bootstrap-servers", cluster.bootstrapServers()};
            assertMistake("there is nothing to read here: missing topics: voc.", brokers);
            assertThat(run(Stream.concat(
                                    Stream.of("replay"),
                                    Stream.concat(Stream.of(brokers), Stream.of("--every", "P1D", file.toString())))
                            .toArray(String[]::new)))
                    .as(err.toString())
                    .isZero();

            var folder = csv(days("exchange", result));
            var fromCluster = csv(Stream.concat(
                            Stream.of(brokers),
                            Stream.of("--journey", "exchange", "--from", "2025-10-13", "--to", "2025-11-01"))
                    .toList());
            assertThat(fromCluster).isEqualTo(folder);
        }
    }

    private List<Map<String, String>> csv(List<String> options) {
        return csv(Stream.concat(Stream.of("report", "--csv=days"), options.stream())
                .toArray(String[]::new));
    }

    private List<Map<String, String>> csv(String... args) {
        assertThat(run(args)).as(err.toString()).isZero();
        List<String> lines = out.toString().lines().toList();
        String[] head = lines.get(0).split(",", -1);
        var rows = new ArrayList<Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < head.length; i++) {
                row.put(head[i], fields[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static long number(Map<String, String> row, String field) {
        return Long.parseLong(row.getOrDefault(field, "none"));
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}

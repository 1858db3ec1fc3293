package nl.klantstem.app.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Main;
import nl.klantstem.testkit.PrometheusProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A year of the ledgers goes into a real Prometheus as blocks, and last year's peak is found by a query. */
@Timeout(300)
class BackfillIT {

    private static final Instant FROM = Instant.parse("2024-11-30T23:00:00Z");
    private static final Instant TO = Instant.parse("2025-11-30T23:00:00Z");
    /** Black Friday of that year, in Amsterdam. */
    private static final Instant PEAK = Instant.parse("2025-11-27T23:00:00Z");

    private static final Duration PANE = Duration.ofMinutes(15);
    private static final long USUAL = 2;
    private static final long AT_PEAK = 9;

    @TempDir
    private Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_year_goes_into_prometheus_and_last_years_peak_is_found() throws Exception {
        PrometheusProcess.assumeInstalled();
        ledgers();
        Path text = dir.resolve("past.om");
        assertThat(run(text)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("promtool tsdb create-blocks-from openmetrics");
        assertThat(run(text)).as("a file that is there is left alone").isEqualTo(1);
        assertThat(err.toString()).contains("is there already");
        Path config = Files.writeString(dir.resolve("prometheus.yml"), "global: {scrape_interval: 15s}\n");
        blocks(text);

        try (var prometheus =
                PrometheusProcess.start(config, dir.resolve("data"), List.of("--storage.tsdb.retention.time=10y"))) {
            String day = "sum(increase(voc_contact_drivers_total{driver=\"delivery/late\"}[1d]))";
            JsonNode peak = prometheus.query("max_over_time((" + day + ")[365d:1h])", TO);
            assertThat(number(peak)).isBetween(96.0 * AT_PEAK * 0.98, 96.0 * AT_PEAK * 1.02);
            JsonNode usual = prometheus.query(day, PEAK.minus(Duration.ofDays(7)));
            assertThat(number(usual)).isBetween(96.0 * USUAL * 0.98, 96.0 * USUAL * 1.02);

            String nps =
                    "100 * (sum(voc_nps_journey_window_responses{journey=\"return\",window=\"24h\",category=\"promoter\"})"
                            + " - sum(voc_nps_journey_window_responses{journey=\"return\",window=\"24h\",category=\"detractor\"}))"
                            + " / sum(voc_nps_journey_window_responses{journey=\"return\",window=\"24h\"})";
            assertThat(number(prometheus.query(nps, PEAK)))
                    .as("a usual day: 2 of 3 promoters")
                    .isEqualTo(100 / 3.0, offset(0.01));
            assertThat(number(prometheus.query(nps, PEAK.plus(Duration.ofDays(1)))))
                    .as("the peak")
                    .isEqualTo(-100 / 3.0, offset(0.01));
        }
    }

    @Test
    void the_pages_commands_write_a_file_that_ends_as_it_must() throws Exception {
        List<String> commands = Files.readAllLines(Path.of("docs/backfill.md")).stream()
                .filter(line -> line.startsWith("bin/klantstem "))
                .map(line -> line.replace(" result", " " + dir.resolve("result"))
                        .replace("past.om", dir.resolve("past.om").toString()))
                .toList();
        assertThat(commands).hasSize(2);
        for (String command : commands) {
            assertThat(typed(command.substring("bin/klantstem ".length()).split(" ", -1)))
                    .as(command + err)
                    .isZero();
        }
        List<String> lines = Files.readAllLines(dir.resolve("past.om"));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("# EOF");
        assertThat(lines)
                .contains("# TYPE voc_survey_responses counter", "# TYPE voc_nps_journey_window_responses gauge")
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "voc_survey_responses_total\\{journey=\"[a-z-]+\",channel=\"\\w+\",audience=\"CUSTOMER\",category=\"promoter\",source=\"ledger\"} [1-9]\\d* \\d{10}"));
    }

    @Test
    void a_period_without_anything_and_an_odd_step_are_mistakes_with_a_remedy() throws IOException {
        Files.createDirectories(dir.resolve("result"));
        Files.writeString(dir.resolve("result/contact-ledger.jsonl"), "");
        Files.writeString(dir.resolve("result/journey-nps-ledger.jsonl"), "");

        assertThat(run(dir.resolve("past.om"))).isEqualTo(1);
        assertThat(err.toString()).contains("give a period in which something was counted");
        assertThat(typed(
                        "backfill",
                        "--in",
                        "x",
                        "--from",
                        "2025-01-01",
                        "--to",
                        "2025-01-02",
                        "--out",
                        "y",
                        "--every",
                        "PT20M"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("give a multiple of PT15M");
        assertThat(dir.resolve("past.om")).doesNotExist();
    }

    private int run(Path text) {
        return typed(
                "backfill",
                "--in",
                dir.resolve("result").toString(),
                "--from",
                "2024-12-01",
                "--to",
                "2025-11-30",
                "--every",
                "PT1H",
                "--out",
                text.toString());
    }

    private int typed(String... command) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(command);
    }

    /** As docs/backfill.md says. */
    private void blocks(Path text) throws IOException, InterruptedException {
        Path data = Files.createDirectories(dir.resolve("data"));
        var promtool = new ProcessBuilder(
                        "promtool",
                        "tsdb",
                        "create-blocks-from",
                        "openmetrics",
                        "--max-block-duration=162h",
                        text.toString(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("promtool.log").toFile())
                .start();
        assertThat(promtool.waitFor(200, TimeUnit.SECONDS)).isTrue();
        assertThat(promtool.exitValue())
                .as(Files.readString(dir.resolve("promtool.log")))
                .isZero();
    }

    /** What a replay of the year would have written, of one driver, one journey and the orders. */
    private void ledgers() throws IOException {
        Path result = Files.createDirectories(dir.resolve("result"));
        try (Writer contacts = Files.newBufferedWriter(result.resolve("contact-ledger.jsonl"));
                Writer answers = Files.newBufferedWriter(result.resolve("journey-nps-ledger.jsonl"))) {
            for (Instant pane = FROM.minus(Duration.ofDays(2)); pane.isBefore(TO); pane = pane.plus(PANE)) {
                boolean peak = !pane.isBefore(PEAK) && pane.isBefore(PEAK.plus(Duration.ofDays(1)));
                contacts(contacts, pane, 1000); // corrected by the next
                contacts(contacts, pane, peak ? AT_PEAK : USUAL);
                answers(answers, pane, peak ? 1 : 2, peak ? 2 : 1);
            }
        }
    }

    private static void contacts(Writer to, Instant pane, long n) throws IOException {
        String scope = "{\"audience\":\"CUSTOMER\",\"channel\":\"PHONE\",\"driver\":\"delivery/late\",\"level\":2}";
        to.write("""
                {"key":{"scope":%1$s,"from":"%2$s"},"timestamp":"%2$s","value":{"scope":%1$s,"pane":{"from":"%2$s",\
                "length":"PT15M"},"contacts":%3$d,"outbound":0,"fromIntent":0,"value":0,"avoidable":0,"demandUnknown":0,\
                "repeat":0,"completeness":{"late":0,"unmatched":0},"asOf":"%2$s","catalogueVersion":"1","schemaVersion":1}}
                """.formatted(scope, pane, n));
    }

    private static void answers(Writer to, Instant pane, int promoters, int detractors) throws IOException {
        String scope = "{\"audience\":\"CUSTOMER\",\"journeyId\":\"return\",\"programme\":\"TRANSACTIONAL\"}";
        to.write("""
                {"key":{"scope":%1$s,"from":"%2$s"},"timestamp":"%2$s","value":{"scope":%1$s,"pane":{"from":"%2$s",\
                "length":"PT15M"},"n":3,"promoters":%3$d,"passives":0,"detractors":%4$d,\
                "scores":[%4$d,0,0,0,0,0,0,0,0,0,%3$d],"csat":{"n":0},"ces":{"n":0},\
                "completeness":{"late":0,"unmatched":0},"asOf":"%2$s","catalogueVersion":"1","schemaVersion":1}}
                """.formatted(scope, pane, promoters, detractors));
    }

    private static double number(JsonNode result) {
        assertThat(result).hasSize(1);
        return Double.parseDouble(result.get(0).path("value").get(1).asText());
    }
}

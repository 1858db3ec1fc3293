package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import nl.klantstem.topic.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two real public files through the whole pipeline, against a recount straight from their lines. */
@Timeout(300)
class RealDataIT {

    private static final String EXAMPLES = "src/main/resources/examples/";
    private static final DateTimeFormatter US_DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US);
    private static final DateTimeFormatter US_TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US);
    private static final List<String> LENGTHS = List.of("PT1H", "PT6H", "PT24H", "P7D", "P28D", "P90D");

    private static Path data;

    @TempDir
    private Path dir;

    /** Something that counts: in which row of the recount, when it happened, when it was known, and as what. */
    private record Counted(String row, Instant at, Instant known, int as) {}

    @BeforeAll
    static void the_files_are_there() {
        String folder = System.getenv("KLANTSTEM_DATA");
        assumeTrue(folder != null, "KLANTSTEM_DATA names no folder with the real files: skipped");
        data = Path.of(folder);
    }

    @Test
    void every_window_of_every_boarding_area_equals_the_interviews() throws IOException {
        ZoneId zone = ZoneId.of("America/Los_Angeles");
        List<Counted> answers = new ArrayList<>();
        for (Map<String, String> row : lines("airport-survey-2017.csv.gz")) {
            int score = row.get("NETPRO").isBlank()
                    ? 11
                    : Integer.parseInt(row.get("NETPRO").strip());
            if (score <= 10) {
                String departs = row.get("DEPTIME");
                LocalDate day = LocalDate.of(
                                2017, 5, Integer.parseInt(row.get("INTDATE").strip()))
                        .plusDays(departs.startsWith("01/01/1900") ? 1 : 0);
                Instant at = day.atTime(LocalTime.parse(departs, US_TIME))
                        .atZone(zone)
                        .toInstant();
                answers.add(new Counted(row.get("BAREA"), at, at, score));
                answers.add(new Counted("", at, at, score));
            }
        }
        assertThat(answers).hasSize(2 * 2_746);

        replay("airport-survey", "airport-survey-2017.csv.gz");

        Map<String, TreeMap<Instant, JsonNode>> finals = finals("journey-nps", "journeyId");
        assertThat(finals.keySet()).hasSizeGreaterThan(40);
        int compared = compare(finals, answers, zone, (value, counts) -> {
            for (int score = 0; score <= 10; score++) {
                assertThat(value.at("/scores/" + score).asLong()).isEqualTo(counts[score]);
            }
        });
        assertThat(compared).isGreaterThan(1_400);
        assertThat(finals.get("|P90D").lastEntry().getValue().get("nps").asDouble())
                .isCloseTo(39.8, within(.05));
        assertThat(finals.get("A|P90D").lastEntry().getValue().get("nps").asDouble())
                .isCloseTo(39.9, within(.05));
    }

    @Test
    void every_window_of_every_issue_equals_the_complaints() throws IOException {
        ZoneId zone = ZoneId.of("America/New_York");
        List<Counted> contacts = new ArrayList<>();
        Set<String> issues = new HashSet<>();
        for (Map<String, String> row : lines("complaints-2014.csv.gz")) {
            Instant at = endOfDay(row.get("Date received"), zone);
            Instant known = endOfDay(row.get("Date sent to company"), zone);
            String issue =
                    row.get("Issue").isBlank() ? "unknown" : row.get("Issue").replace("/", "%2F");
            issues.add(issue);
            contacts.add(new Counted(issue, at, known, 0));
        }
        assertThat(contacts).hasSize(8_340);
        assertThat(issues).hasSize(73);

        replay("complaints", "complaints-2014.csv.gz");

        int compared = compare(finals("contact-drivers", "driver"), contacts, zone, (value, counts) -> assertThat(
                        value.get("contacts").asLong())
                .isEqualTo(counts[0]));
        assertThat(compared).isGreaterThan(10_000);
        assertThat(ledger())
                .isEqualTo(contacts.stream().collect(Collectors.groupingBy(Counted::row, Collectors.counting())));
    }

    /** Compares a window's value with counts by what was counted as. */
    private interface Comparison {
        void check(JsonNode value, long[] counts);
    }

    /** Each row and window at each local midnight, as the last final up to it says, and each day by its own. */
    private static int compare(
            Map<String, TreeMap<Instant, JsonNode>> finals, List<Counted> facts, ZoneId zone, Comparison comparison) {
        LocalDate first = facts.stream()
                .map(f -> LocalDate.ofInstant(f.at(), zone))
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = facts.stream()
                .map(f -> LocalDate.ofInstant(f.known(), zone))
                .max(LocalDate::compareTo)
                .orElseThrow();
        int compared = 0;
        Set<String> rows = new HashSet<>(facts.stream().map(Counted::row).toList());
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            for (String row : rows) {
                for (String length : LENGTHS) {
                    Instant from = midnight.minus(Duration.parse(length));
                    check(row + "|" + length, finals, midnight, count(facts, row, from, midnight), comparison);
                    compared++;
                }
                Instant from = day.atStartOfDay(zone).toInstant();
                check(row + "|" + day, finals, midnight, count(facts, row, from, midnight), comparison);
                compared++;
            }
        }
        return compared;
    }

    private static void check(
            String window,
            Map<String, TreeMap<Instant, JsonNode>> finals,
            Instant midnight,
            long[] counts,
            Comparison comparison) {
        var said = finals.getOrDefault(window, new TreeMap<>()).floorEntry(midnight);
        if (said == null) {
            assertThat(counts)
                    .as(window + ": nothing was published up to " + midnight)
                    .containsOnly(0);
        } else {
            comparison.check(said.getValue(), counts);
        }
    }

    private static long[] count(List<Counted> facts, String row, Instant from, Instant to) {
        var counts = new long[11];
        for (Counted fact : facts) {
            if (fact.row().equals(row)
                    && !fact.at().isBefore(from)
                    && fact.at().isBefore(to)
                    && fact.known().isBefore(to.plus(PipelineSettings.DEFAULT_ALLOWANCE))) {
                counts[fact.as()]++;
            }
        }
        return counts;
    }

    private void replay(String example, String file) {
        assertThat(Main.run(
                        "replay",
                        "--mapping",
                        EXAMPLES + example + ".mapping.yaml",
                        "--catalogue",
                        EXAMPLES + example + ".catalogue.yaml",
                        "--every",
                        "P1D",
                        "--partitions",
                        "2",
                        "--out",
                        dir.resolve("out").toString(),
                        data.resolve(file).toString()))
                .isZero();
    }

    /** By "row|length" (or "row|day") the finals by the end of their window; scopes with further dimensions left out. */
    private Map<String, TreeMap<Instant, JsonNode>> finals(String topic, String dimension) throws IOException {
        Map<String, TreeMap<Instant, JsonNode>> finals = new HashMap<>();
        for (JsonNode record : records(topic)) {
            JsonNode value = record.get("value");
            JsonNode scope = value.get("scope");
            boolean plain = !scope.has("channel") && (dimension.equals("journeyId") || !scope.has("journeyId"));
            boolean row = scope.has(dimension) || dimension.equals("journeyId");
            if (plain && row && !value.get("provisional").asBoolean()) {
                String window =
                        value.at("/window/length").asText(record.at("/key/date").asText());
                Instant to = Instant.parse(value.at("/window/to").asText());
                finals.computeIfAbsent(scope.path(dimension).asText() + "|" + window, k -> new TreeMap<>())
                        .put(to, value);
            }
        }
        return finals;
    }

    /** Contacts per driver, over all panes. */
    private Map<String, Long> ledger() throws IOException {
        Map<String, JsonNode> last = new HashMap<>();
        records("contact-ledger").forEach(record -> last.put(record.get("key").toString(), record.get("value")));
        Map<String, Long> sums = new HashMap<>();
        for (JsonNode value : last.values()) {
            JsonNode scope = value.get("scope");
            if (scope.has("driver") && !scope.has("channel") && !scope.has("journeyId")) {
                sums.merge(scope.get("driver").asText(), value.get("contacts").asLong(), Long::sum);
            }
        }
        return sums;
    }

    private List<JsonNode> records(String topic) throws IOException {
        var records = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(dir.resolve("out").resolve(topic + ".jsonl"))) {
            records.add(Json.MAPPER.readTree(line));
        }
        return records;
    }

    private static Instant endOfDay(String date, ZoneId zone) {
        return LocalDate.parse(date, US_DATE)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .minusMillis(1);
    }

    private static List<Map<String, String>> lines(String file) throws IOException {
        try (var in = new GZIPInputStream(new FileInputStream(data.resolve(file).toFile()));
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            return rows.readAll();
        }
    }
}

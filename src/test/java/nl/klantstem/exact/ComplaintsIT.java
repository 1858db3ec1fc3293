package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import nl.klantstem.app.Main;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A public file of complaints, through the example's mapping and its catalogue with all insights about contacts, against a
 * recount straight from its lines: all of them end unknown, and none has a customer.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ComplaintsIT {

    private static final Path EXAMPLES = Path.of("src/main/resources/examples");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US);
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Duration EVERY = Duration.ofDays(1);
    private static final String MORE_CUBES = """

              outcomes: [[], [channel], [driver], [handler]]
              avoidable: [[owningDepartment], [owningDepartment, driver, avoidableCause]]
              service-partners: [[servicePartnerId]]
            """;

    private static Path file;

    @TempDir
    Path dir;

    @BeforeAll
    static void the_file_is_there() {
        String folder = System.getenv("KLANTSTEM_DATA");
        assumeTrue(folder != null, "KLANTSTEM_DATA names no folder with the real files: skipped");
        file = Path.of(folder).resolve("complaints-2014.csv.gz");
    }

    @Test
    void every_final_and_every_pane_equals_a_recount_of_the_lines() throws IOException {
        var catalogue = dir.resolve("catalogue.yaml");
        Files.writeString(
                catalogue,
                Files.readString(EXAMPLES.resolve("complaints.catalogue.yaml")).stripTrailing() + MORE_CUBES);
        var lines = lines();
        assertThat(lines).hasSize(8_340);
        Instant last =
                lines.stream().map(Line::recordedAt).max(Instant::compareTo).orElseThrow();
        Instant until = midnight(LocalDate.ofInstant(last, ZONE).plusDays(4));
        Instant from = midnight(LocalDate.of(2013, 12, 1));

        Results three = replay(catalogue, "three", 3, until);
        Results one = replay(catalogue, "one", 1, until);

        for (Topic topic : FinalsAgree.INSIGHTS) {
            ReplayIT.same(topic + " finals", one.finals(topic), three.finals(topic));
        }
        var cells = new Cells(new Recount(lines, Reference.in(catalogue)), until);
        new FinalsAgree(cells, from, until, EVERY).check(three);
        LedgersAgree.check(cells, three, until);
        Conserved.check(three);
    }

    private Results replay(Path catalogue, String name, int partitions, Instant until) {
        var out = dir.resolve(name);
        int exit = Main.run(
                "replay",
                "--mapping",
                EXAMPLES.resolve("complaints.mapping.yaml").toString(),
                "--catalogue",
                catalogue.toString(),
                "--every",
                EVERY.toString(),
                "--partitions",
                String.valueOf(partitions),
                "--until",
                until.toString(),
                "--out",
                out.toString(),
                file.toString());
        assertThat(exit).isZero();
        return Results.in(out);
    }

    /** What the mapping makes of each line, as it says. */
    private static List<Line> lines() throws IOException {
        var lines = new ArrayList<Line>();
        try (var in = new GZIPInputStream(new FileInputStream(file.toFile()));
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            while (rows.hasNext()) {
                lines.add(line(rows.next()));
            }
        }
        return lines;
    }

    private static Line line(Map<String, String> row) {
        var event = Line.JSON.createObjectNode();
        String id = "complaint-" + row.get("Complaint ID");
        event.put("eventId", id).put("contactId", id).put("seq", 0).put("type", "OPENED");
        event.put("source", "complaints").put("audience", "CUSTOMER").put("direction", "INBOUND");
        event.put("channel", row.get("Submitted via").equals("Phone") ? "PHONE" : "OTHER");
        event.put("journeyId", row.get("Product"));
        event.put("occurredAt", endOfDay(row.get("Date received")).toString());
        if (!row.get("Issue").isBlank()) {
            event.putObject("driver")
                    .put("code", row.get("Issue").replace("/", "%2F"))
                    .put("source", "AGENT");
        }
        return ShopLines.recorded(MessyStream.CONTACTS, event, endOfDay(row.get("Date sent to company")));
    }

    private static Instant endOfDay(String date) {
        return midnight(LocalDate.parse(date, DATE).plusDays(1)).minusMillis(1);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}

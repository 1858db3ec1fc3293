package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String GOOD = """
            {"eventId":"e%d","occurredAt":"2026-01-01T10:00:00Z","source":"s","audience":"CUSTOMER","responseId":"r%d",\
            "revision":0,"status":"COMPLETE","programme":"TRANSACTIONAL","customerKey":"c","nps":%d,"test":%s}""";

    @TempDir
    private Path dir;

    private final StringWriter out = new StringWriter();

    @Test
    void what_would_be_refused_is_told_with_file_line_reason_and_field() throws IOException {
        Path answers = Files.write(
                dir.resolve("survey-responses.jsonl"),
                List.of(
                        GOOD.formatted(1, 1, 9, false),
                        GOOD.formatted(2, 2, 11, false),
                        "torn {",
                        GOOD.formatted(3, 3, 5, true),
                        GOOD.formatted(4, 4, 5, false).replace("2026-01", "2999-01")));

        assertThat(check(answers)).isEqualTo(1);
        assertThat(out.toString())
                .contains("survey-responses.jsonl:2: SCORE_RANGE in nps")
                .contains("survey-responses.jsonl:3: NOT_JSON")
                .contains("survey-responses.jsonl:5: FUTURE in occurredAt")
                .contains("5 lines read, 3 would be refused, 1 are test events, 0 are skipped");
    }

    @Test
    void a_clean_file_ends_with_0() throws IOException {
        Path answers = Files.writeString(dir.resolve("survey-responses.jsonl"), GOOD.formatted(1, 1, 0, false));

        assertThat(check(answers)).isZero();
        assertThat(out.toString()).contains("1 lines read, 0 would be refused");
    }

    @Test
    void a_value_that_is_left_out_is_told_and_refuses_nothing() throws IOException {
        Path contacts = Files.writeString(dir.resolve("contact-events.jsonl"), """
                {"eventId":"e1","occurredAt":"2026-01-01T10:00:00Z","source":"s","audience":"CUSTOMER","contactId":"k1",\
                "seq":1,"type":"CLOSED","resolution":"GIFT"}
                \t \s
                """);

        assertThat(check(contacts)).isZero();
        assertThat(out.toString())
                .contains("unknown value of resolution, left out: 1")
                .contains("1 lines read, 0 would be refused");
    }

    @Test
    void orders_and_deliveries_are_checked_too() throws IOException {
        Path orders = Files.writeString(dir.resolve("order-events.jsonl"), """
                {"eventId":"e1","occurredAt":"2026-01-01T10:00:00Z","source":"s","audience":"CUSTOMER","orderId":"o1",\
                "type":"PLACED","customerKey":"c","placedBy":"CUSTOMER","items":[{"orderItemId":"a","sellerType":"OWN",\
                "fulfilment":"PLATFORM","quantity":1},{"orderItemId":"b","sellerType":"OWN","fulfilment":"PLATFORM","quantity":0}]}
                """);
        Path deliveries = Files.writeString(dir.resolve("delivery-events.jsonl"), """
                {"eventId":"e1","occurredAt":"2026-01-01T10:00:00Z","source":"s","audience":"CUSTOMER","shipmentId":"s1",\
                "orderId":"o1","type":"SCAN","customerKey":"c","carrier":"x"}
                """);

        assertThat(check(orders)).isEqualTo(1);
        assertThat(out.toString()).contains("order-events.jsonl:1: RANGE in items[1].quantity");
        assertThat(check(deliveries)).isZero();
    }

    @Test
    void steps_of_journeys_are_checked_too() throws IOException {
        Path steps = Files.writeString(dir.resolve("journey-step-events.jsonl"), """
                {"eventId":"e1","occurredAt":"2026-01-01T10:00:00Z","source":"s","audience":"CUSTOMER","journeyId":"return",\
                "journeyInstanceId":"j1","stepId":"0","kind":"STARTED","customerKey":"c","emotion":"BOREDOM"}
                {"eventId":"e2","occurredAt":"2026-01-01T11:00:00Z","source":"s","audience":"CUSTOMER","journeyId":"return",\
                "journeyInstanceId":"j1","stepId":"1","kind":"SKIPPED","customerKey":"c"}
                """);

        assertThat(check(steps)).isEqualTo(1);
        assertThat(out.toString())
                .contains("journey-step-events.jsonl:2: UNKNOWN_VALUE in kind")
                .contains("unknown value of emotion, left out: 1");
    }

    private int check(Path file) {
        return Main.commandLine().setOut(new PrintWriter(out, true)).execute("check", file.toString());
    }
}

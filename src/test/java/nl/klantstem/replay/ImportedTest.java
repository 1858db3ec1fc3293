package nl.klantstem.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path dir;

    @Test
    void lines_come_out_in_recorded_order_with_ties_by_topic_and_then_as_they_were_given() throws IOException {
        Path contacts = file(
                "contact-events.jsonl",
                "{\"contactId\":\"k1\",\"occurredAt\":\"2026-01-02T10:00:00Z\"}",
                "{\"contactId\":\"k2\",\"occurredAt\":\"2026-01-01T10:00:00Z\"}");
        Path answers = file(
                "survey-responses-2026.jsonl",
                "{\"responseId\":\"r1\",\"occurredAt\":\"2026-01-01T10:00:00Z\",\"recordedAt\":\"2026-01-02T11:00:00+01:00\"}",
                "{\"responseId\":\"r2\",\"occurredAt\":\"2026-01-02T10:00:00Z\"}");

        assertThat(records(contacts, answers))
                .extracting(ImportedRecord::origin)
                .containsExactly(
                        "contact-events.jsonl:2",
                        "survey-responses-2026.jsonl:1",
                        "survey-responses-2026.jsonl:2",
                        "contact-events.jsonl:1");
    }

    @Test
    void what_does_not_fit_in_memory_sorts_the_same() throws IOException {
        long seed = 20261124;
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            lines.add("{\"responseId\":\"r" + i + "\",\"occurredAt\":\"2026-01-01T00:00:"
                    + String.format("%02d", random.nextInt(60)) + "Z\",\"nps\":" + i + "}");
        }
        Path answers = file("survey-responses.jsonl", lines.toArray(String[]::new));
        List<InputFile> inputs = Inputs.resolve(List.of(answers), List.of());

        try (Imported small = Imported.read(inputs, START, new RecordSorter(dir.resolve("work"), 20_000), n -> {});
                Imported large = Imported.read(inputs, START, dir.resolve("work2"), n -> {})) {
            List<String> spilled = new ArrayList<>();
            small.forEach(r -> spilled.add(r.origin() + new String(r.value(), UTF_8)));
            List<String> inMemory = new ArrayList<>();
            large.forEach(r -> inMemory.add(r.origin() + new String(r.value(), UTF_8)));
            assertThat(spilled).as("seed " + seed).hasSize(3000).isEqualTo(inMemory);
            List<Long> times = new ArrayList<>();
            small.forEach(r -> times.add(r.recordedAt()));
            assertThat(times).isSorted();
            assertThat(dir.resolve("work")).isNotEmptyDirectory();
        }
        assertThat(dir.resolve("work")).isEmptyDirectory();
    }

    @Test
    void all_events_of_a_contact_carry_the_key_of_the_earliest_event_that_names_its_customer() throws IOException {
        Path contacts = file(
                "contact-events.jsonl",
                "{\"contactId\":\"k1\",\"seq\":2,\"occurredAt\":\"2026-01-01T12:00:00Z\",\"customerKey\":\"later\"}",
                "{\"contactId\":\"k1\",\"seq\":1,\"occurredAt\":\"2026-01-01T11:00:00Z\",\"customerKey\":\"earliest\"}",
                "{\"contactId\":\"k1\",\"seq\":0,\"occurredAt\":\"2026-01-01T10:00:00Z\"}",
                "{\"contactId\":\"k2\",\"seq\":0,\"occurredAt\":\"2026-01-01T13:00:00Z\",\"customerKey\":\"  \"}",
                "{\"seq\":0,\"occurredAt\":\"2026-01-01T14:00:00Z\"}");

        assertThat(records(contacts))
                .extracting(r -> new String(r.key(), UTF_8))
                .containsExactly("earliest", "earliest", "later", "k2", "contact-events.jsonl:5");
    }

    @Test
    void reference_data_is_known_since_it_was_recorded_else_since_it_takes_effect_and_not_later_than_now()
            throws IOException {
        Path plan = file(
                "plan.jsonl",
                "{\"hour\":\"2026-01-01T10:00:00Z\",\"recordedAt\":\"2025-12-30T08:00:00Z\"}",
                "{\"hour\":\"2026-01-01T12:00:00+01:00\",\"audience\":\"PARTNER\"}",
                "{\"hour\":\"2999-01-01T10:00:00Z\"}");
        Path measures = file("measures.jsonl", "{\"measureId\":\"m\",\"effectiveAt\":\"1970-01-01T05:00:00Z\"}");

        assertThat(records(measures, plan))
                .extracting(r -> new String(r.key(), UTF_8) + " " + Instant.ofEpochMilli(r.recordedAt()))
                .containsExactly(
                        "m 1980-01-01T00:00:00Z",
                        "CUSTOMER/2026-01-01T10:00:00Z 2025-12-30T08:00:00Z",
                        "PARTNER/2026-01-01T11:00:00Z 2026-01-01T11:00:00Z",
                        "CUSTOMER/2999-01-01T10:00:00Z " + START);
        assertThat(records(measures, plan))
                .allSatisfy(r -> assertThat(r.refuse()).isNull());
    }

    @Test
    void a_history_ends_with_its_last_event_however_far_a_plan_reaches() throws IOException {
        Path plan = file("plan.jsonl", "{\"hour\":\"2026-03-01T10:00:00Z\"}");
        Path answers =
                file("survey-responses.jsonl", "{\"responseId\":\"r1\",\"occurredAt\":\"2026-01-01T12:00:00Z\"}");

        try (var imported =
                Imported.read(Inputs.resolve(List.of(plan, answers), List.of()), START, dir.resolve("w"), n -> {})) {
            assertThat(imported.last()).contains(Instant.parse("2026-01-01T12:00:00Z"));
        }
    }

    @Test
    void the_key_of_an_answer_is_its_customer_else_its_contact_else_itself() throws IOException {
        Path answers = file(
                "survey-responses.jsonl",
                "{\"responseId\":\"r1\",\"contactId\":\"k1\",\"customerKey\":\"c1\"}",
                "{\"responseId\":\"r2\",\"contactId\":\"k1\"}",
                "{\"responseId\":\"r3\"}",
                "{\"responseId\":\"r4");

        assertThat(records(answers))
                .extracting(r -> new String(r.key(), UTF_8))
                .containsExactly("c1", "k1", "r3", "survey-responses.jsonl:4");
    }

    @Test
    void a_line_without_a_readable_time_takes_that_of_the_line_before_it() throws IOException {
        Path answers = file(
                "survey-responses.jsonl",
                "not json",
                "{\"occurredAt\":\"yesterday\"}",
                "{\"occurredAt\":\"2026-01-01T10:00:00Z\"}",
                "{\"occurredAt\":\"2026-01-01T12:0",
                "",
                "{\"recordedAt\":\"2026-01-01\",\"occurredAt\":\"2026-01-01T09:00:00Z\"}",
                "{}");
        Path broken = file("survey-invitations.jsonl", "{", "[]");

        assertThat(records(answers, broken))
                .extracting(r -> r.origin() + " " + Instant.ofEpochMilli(r.recordedAt()))
                .containsExactly(
                        "survey-invitations.jsonl:1 1980-01-01T00:00:00Z",
                        "survey-invitations.jsonl:2 1980-01-01T00:00:00Z",
                        "survey-responses.jsonl:1 2026-01-01T10:00:00Z",
                        "survey-responses.jsonl:2 2026-01-01T10:00:00Z",
                        "survey-responses.jsonl:3 2026-01-01T10:00:00Z",
                        "survey-responses.jsonl:4 2026-01-01T10:00:00Z",
                        "survey-responses.jsonl:6 2026-01-01T23:59:59.999Z",
                        "survey-responses.jsonl:7 2026-01-01T23:59:59.999Z");
    }

    @Test
    void times_that_cannot_be_believed_are_refused_and_never_become_the_time_of_a_record() throws IOException {
        Path answers = file(
                "survey-responses.jsonl",
                "{\"occurredAt\":\"2026-01-01T10:00:00Z\"}",
                "{\"occurredAt\":\"2026-01-01T10:00:00Z\",\"recordedAt\":\"2026-11-24T12:05:00.001Z\"}",
                "{\"occurredAt\":\"9999-01-01T10:00:00Z\"}",
                "{\"occurredAt\":\"1979-12-31T23:59:59Z\"}",
                "{\"occurredAt\":\"2026-01-01T10:00:00Z\",\"recordedAt\":\"soon\"}",
                "{\"occurredAt\":\"2026-01-01T10:00:00Z\",\"recordedAt\":1767261600}",
                "{\"occurredAt\":\"2026-11-24T12:05:00Z\"}");

        List<ImportedRecord> records = records(answers);

        assertThat(records)
                .extracting(r -> r.refuse() == null ? null : r.refuse().reason())
                .containsExactly(
                        null,
                        RejectReason.FUTURE,
                        RejectReason.FUTURE,
                        RejectReason.TOO_OLD,
                        RejectReason.TIME_FORMAT,
                        RejectReason.TYPE,
                        null);
        assertThat(records.subList(0, 6)).allSatisfy(r -> assertThat(Instant.ofEpochMilli(r.recordedAt()))
                .isEqualTo("2026-01-01T10:00:00Z"));
    }

    @Test
    void bytes_are_passed_on_as_they_are_and_a_line_too_long_for_any_event_only_in_part() throws IOException {
        byte[] notUtf8 = {'{', '"', (byte) 0xff, '"', '}'};
        byte[] endless = new byte[2_000_000];
        Arrays.fill(endless, (byte) 'x');
        var text = new ByteArrayOutputStream();
        text.write(notUtf8);
        text.write("\r\n".getBytes(UTF_8));
        text.write(endless);
        text.write('\n');
        text.write("{}".getBytes(UTF_8));
        Path answers = Files.write(dir.resolve("survey-responses.jsonl"), text.toByteArray());

        List<ImportedRecord> records = records(answers);

        assertThat(records).hasSize(3);
        assertThat(records.get(0).value()).isEqualTo(notUtf8);
        assertThat(records.get(1).value()).hasSize(512 * 1024);
        assertThat(records.get(2).value()).isEqualTo("{}".getBytes(UTF_8));
    }

    @Test
    void gzip_is_known_by_its_content_and_must_be_whole() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 2000; i++) {
                gzip.write(("{\"responseId\":\"r" + i * 7919 + "\"}\n").getBytes(UTF_8));
            }
        }
        byte[] whole = packed.toByteArray();
        Path unnamed = Files.write(dir.resolve("survey-responses.jsonl"), whole);
        Path torn = Files.write(dir.resolve("survey-responses-torn.jsonl.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(records(unnamed)).hasSize(2000);
        assertThatThrownBy(() -> records(torn))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("survey-responses-torn.jsonl.gz after line ")
                .hasMessageContaining("is not whole");
    }

    @Test
    void files_that_cannot_be_imported_are_told_before_anything_starts() throws IOException {
        Path missing = dir.resolve("survey-responses-2.jsonl");
        Path foreign = file("export.csv", "a,b");
        Path notPacked = file("contact-events.jsonl.gz", "{}");

        assertThatThrownBy(() -> Inputs.resolve(List.of(missing, dir, foreign, notPacked), List.of()))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("survey-responses-2.jsonl does not exist")
                .hasMessageContaining(dir + " is a folder")
                .hasMessageContaining("export.csv needs a mapping: give --mapping")
                .hasMessageContaining("ends in .gz but is not gzip");
    }

    @Test
    void labels_are_counted_over_all_inputs() throws IOException {
        Path contacts = file(
                "contact-events.jsonl",
                "{\"driver\":{\"source\":\"AGENT\",\"code\":\"a/b\"},\"journeyId\":\"return\"}",
                "{\"intent\":{\"code\":\"c/d\",\"confidence\":0.5}}",
                "{\"driver\":{\"code\":\"c/d\"},\"intent\":[1,{\"code\":\"no\"}]}");
        List<InputFile> inputs = Inputs.resolve(List.of(contacts), List.of());

        try (Imported imported = Imported.read(inputs, START, dir.resolve("work"), n -> {})) {
            assertThat(imported.labels().top("driver", 9, Set.of())).containsExactly("c/d", "a/b");
            assertThat(imported.labels().top("driver", 1, Set.of("c/d"))).containsExactly("a/b");
            assertThat(imported.labels().top("journeyId", 9, Set.of())).containsExactly("return");
            assertThat(imported.lines()).isEqualTo(Map.of(Topic.CONTACT_EVENTS, 3L));
        }
    }

    @Test
    void orders_and_deliveries_are_imported_in_our_own_form_under_their_customer() throws IOException {
        Path orders = file(
                "order-events-2026.jsonl",
                "{\"orderId\":\"o1\",\"customerKey\":\"c1\",\"occurredAt\":\"2026-01-01T10:00:00Z\",\"items\":[{\"driver\":{}}]}",
                "{\"orderId\":\"o2\",\"contactId\":\"k\",\"occurredAt\":\"2026-01-01T10:00:00Z\",\"journeyId\":\"no label\"}");
        Path deliveries = file(
                "delivery-events.jsonl",
                "{\"shipmentId\":\"s1\",\"orderId\":\"o1\",\"customerKey\":\"c1\",\"occurredAt\":\"2026-01-01T10:00:00Z\","
                        + "\"carrier\":\"x\",\"region\":\"north\",\"driver\":{\"code\":\"no label\"}}");
        List<InputFile> inputs = Inputs.resolve(List.of(deliveries, orders), List.of());

        try (Imported imported = Imported.read(inputs, START, dir.resolve("work"), n -> {})) {
            List<String> told = new ArrayList<>();
            imported.forEach(r -> told.add(r.topic() + " " + new String(r.key(), UTF_8)));
            assertThat(told)
                    .containsExactly("ORDER_EVENTS c1", "ORDER_EVENTS order-events-2026.jsonl:2", "DELIVERY_EVENTS c1");
            assertThat(imported.lines()).isEqualTo(Map.of(Topic.ORDER_EVENTS, 2L, Topic.DELIVERY_EVENTS, 1L));
            assertThat(imported.labels().top("carrier", 9, Set.of())).containsExactly("x");
            assertThat(imported.labels().top("region", 9, Set.of())).containsExactly("north");
            assertThat(imported.labels().top("journeyId", 9, Set.of())).isEmpty();
            assertThat(imported.labels().top("driver", 9, Set.of())).isEmpty();
        }
    }

    @Test
    void why_surveys_were_not_asked_is_a_label_of_invitations_alone() throws IOException {
        Path invitations = file(
                "survey-invitations.jsonl",
                "{\"invitationId\":\"i1\",\"customerKey\":\"c1\",\"occurredAt\":\"2026-01-01T10:00:00Z\",\"suppressionReason\":\"MOOD\"}");
        Path contacts = file(
                "contact-events.jsonl",
                "{\"contactId\":\"k1\",\"customerKey\":\"c1\",\"occurredAt\":\"2026-01-01T10:00:00Z\",\"suppressionReason\":\"no label\"}");
        List<InputFile> inputs = Inputs.resolve(List.of(invitations, contacts), List.of());

        try (Imported imported = Imported.read(inputs, START, dir.resolve("work"), n -> {})) {
            assertThat(imported.labels().top("suppressionReason", 9, Set.of())).containsExactly("MOOD");
        }
    }

    private List<ImportedRecord> records(Path... files) {
        List<ImportedRecord> records = new ArrayList<>();
        try (Imported imported =
                Imported.read(Inputs.resolve(List.of(files), List.of()), START, dir.resolve("work"), n -> {})) {
            imported.forEach(records::add);
        }
        return records;
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(dir.resolve(name), List.of(lines), UTF_8);
    }
}

package nl.klantstem.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.replay.Imported;
import nl.klantstem.replay.ImportedRecord;
import nl.klantstem.replay.Inputs;
import nl.klantstem.replay.mapping.Mapping;
import nl.klantstem.replay.mapping.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path dir;

    @Test
    void a_row_becomes_an_event_by_columns_constants_templates_tables_and_scales() throws IOException {
        Mapping mapping = MappingFile.parse("m.yaml", """
                stream: survey-responses
                format: csv
                scales: {stars: {1: 0, 5: 10}}
                skip: [{column: state, equals: draft}]
                fields:
                  eventId: {template: "e-{id}-{{x}}-{_line}-{_file}"}
                  revision: {constant: 0}
                  test: {column: test}
                  nps: {column: stars, scale: stars, absent: "-"}
                  journeyId: {column: topic, values: {Retour: return}, default: order-status}
                  status: {column: state, values: {done: COMPLETE}, otherwise: PARTIAL}
                  experienceValues.RELIEVE: {column: relieve}
                """);

        assertThat(values(mapping, """
                        id,test,stars,topic,state,relieve
                        7,true,5,Retour,done,4

                        8,TRUE,-,,half,
                        9,maybe,1,Gift,draft,
                        """)).containsExactly("""
                        {"eventId":"e-7-{x}-2-in.csv","experienceValues":{"RELIEVE":4},"journeyId":"return","nps":10,"revision":0,"status":"COMPLETE","test":true}""", """
                        {"eventId":"e-8-{x}-4-in.csv","journeyId":"order-status","revision":0,"status":"PARTIAL","test":true}""");
    }

    @Test
    void what_does_not_convert_is_passed_on_as_it_was_found_with_the_reason_where_it_would_be_mistaken()
            throws IOException {
        Mapping mapping = MappingFile.parse("m.yaml", """
                stream: survey-responses
                format: csv
                scales: {stars: {1: 0, 5: 10}}
                fields:
                  nps: {column: stars, scale: stars}
                  csat: {column: csat}
                  occurredAt: {column: at, time: {format: epoch-millis}}
                """);

        List<ImportedRecord> records = records(mapping, """
                stars,csat,at
                6,9.5,1767261600000
                five,two,1767261600
                5,5,today
                5,5
                """);

        assertThat(records)
                .extracting(r -> new String(r.value(), UTF_8))
                .containsExactlyInAnyOrder("""
                        {"csat":9.5,"nps":6,"occurredAt":"2026-01-01T10:00:00Z"}""", """
                        {"csat":"two","nps":"five","occurredAt":"1767261600"}""", """
                        {"csat":5,"nps":10,"occurredAt":"today"}""", "5,5");
        assertThat(records)
                .extracting(r -> r.refuse() == null ? null : r.refuse().reason())
                .containsExactly(RejectReason.SCORE_RANGE, RejectReason.TIME_UNIT, RejectReason.TIME_FORMAT, null);
    }

    @Test
    void a_slash_in_a_foreign_driver_is_no_level_unless_the_mapping_says_so() throws IOException {
        String mapping = """
                stream: contact-events
                format: jsonl
                fields:
                  driver.code: {template: "{a}/{b.c}"%s}
                  driver.source: {constant: AGENT}
                """;
        String rows = """
                {"a": "x/y", "b": {"c": "p > q"}}
                {"a": "x/y"}
                broken
                """;

        assertThat(values(MappingFile.parse("m.yaml", mapping.formatted("")), rows))
                .containsExactly("""
                        {"driver":{"code":"x%2Fy/p > q","source":"AGENT"}}""", "{}", "broken");
        assertThat(values(MappingFile.parse("m.yaml", mapping.formatted(", levels: \" > \"")), rows)
                        .get(0))
                .isEqualTo("""
                        {"driver":{"code":"x%2Fy/p/q","source":"AGENT"}}""");
        assertThat(values(MappingFile.parse("m.yaml", mapping.formatted(", levels: /")), rows)
                        .get(0))
                .isEqualTo("""
                        {"driver":{"code":"x/y/p > q","source":"AGENT"}}""");
    }

    @Test
    void times_are_read_by_pattern_and_zone_and_a_date_alone_is_the_end_of_its_day() throws IOException {
        Mapping mapping = MappingFile.parse("m.yaml", """
                stream: survey-responses
                format: csv
                delimiter: tab
                zone: Europe/Amsterdam
                recordedAt: {column: known, time: {format: [dd-MM-yyyy, iso]}}
                fields:
                  eventId: {column: id}
                  occurredAt:
                    template: "2026-{day}"
                    time: {format: yyyy-M-d, clock: {column: clock, format: "MM/dd/yyyy hh:mm a", dayZero: 1899-12-31}}
                """);

        List<ImportedRecord> records = records(mapping, """
                id\tday\tclock\tknown
                gap\t3-29\t12/31/1899 02:30 AM\t2026-03-29T04:00:00Z
                twice\t10-25\t12/31/1899 02:30 am\t25-10-2026
                next\t10-25\t01/01/1900 12:05 AM\t2026-10-26T09:00:00+01:00
                """);

        assertThat(records)
                .extracting(r -> new String(r.value(), UTF_8) + " " + Instant.ofEpochMilli(r.recordedAt()) + " "
                        + (r.refuse() == null
                                ? null
                                : r.refuse().reason() + " in " + r.refuse().field()))
                .containsExactly("""
                        {"eventId":"gap","occurredAt":"2026-3-29"} 2026-03-29T04:00:00Z TIME_FORMAT in occurredAt""", """
                        {"eventId":"twice","occurredAt":"2026-10-25T00:30:00Z"} 2026-10-25T22:59:59.999Z null""", """
                        {"eventId":"next","occurredAt":"2026-10-25T23:05:00Z"} 2026-10-26T08:00:00Z null""");
    }

    @Test
    void a_line_of_an_order_becomes_an_order_of_one_item() throws IOException {
        Mapping mapping = MappingFile.parse("m.yaml", """
                stream: order-events
                format: csv
                fields:
                  orderId: {column: order}
                  items[0].orderItemId: {column: line}
                  items[0].quantity: {column: n}
                  items[0].sellerType: {constant: OWN}
                  promisedTo: {column: promised, time: {format: iso}}
                """);

        assertThat(values(mapping, """
                        order,line,n,promised
                        o1,a,2,2026-01-03
                        o2,b,many,
                        o3,,,
                        """)).containsExactly("""
                        {"items":[{"orderItemId":"a","quantity":2,"sellerType":"OWN"}],"orderId":"o1","promisedTo":"2026-01-03T23:59:59.999Z"}""", """
                        {"items":[{"orderItemId":"b","quantity":"many","sellerType":"OWN"}],"orderId":"o2"}""", """
                        {"orderId":"o3"}""");
    }

    @Test
    void a_scan_of_a_carrier_becomes_a_delivery_event() throws IOException {
        Mapping mapping = MappingFile.parse("m.yaml", """
                stream: delivery-events
                format: jsonl
                fields:
                  shipmentId: {column: parcel}
                  type: {column: status, values: {D: DELIVERED, N: DELIVERED_NEIGHBOUR}, otherwise: SCAN}
                  carrier: {constant: carrier-a}
                  region: {column: to.region}
                """);

        assertThat(values(mapping, """
                        {"parcel": "s1", "status": "N", "to": {"region": "north"}}
                        """)).containsExactly("""
                        {"carrier":"carrier-a","region":"north","shipmentId":"s1","type":"DELIVERED_NEIGHBOUR"}""");
    }

    @Test
    void all_mistakes_in_a_mapping_are_told_at_once_with_line_field_and_remedy() {
        assertThatThrownBy(() -> MappingFile.parse("m.yaml", """
                                stream: survey-response
                                format: xml
                                zoen: UTC
                                skip: [{column: a}]
                                fields:
                                  responsId: {column: id}
                                  nps: {colum: score, scale: stars}
                                  csat: {column: c, time: {format: iso}}
                                  eventId: {template: "{", levels: /}
                                  occurredAt: {column: at, time: {format: "yyyy-bb", zone: Mars}}
                                """))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(
                        "m.yaml:1: stream: 'survey-response' is no topic that a mapping can fill, did you mean 'survey-responses'?")
                .hasMessageContaining("m.yaml:2: format: 'xml' is not known")
                .hasMessageContaining("m.yaml:3: unknown key 'zoen', did you mean 'zone'?")
                .hasMessageContaining("m.yaml:4: skip[0].column: say when to skip")
                .hasMessageContaining(
                        "m.yaml:6: fields.responsId: is no field of survey-responses that can be mapped, did you mean 'responseId'?")
                .hasMessageContaining("m.yaml:7: fields.nps: unknown key 'colum', did you mean 'column'?")
                .hasMessageContaining("m.yaml:7: fields.nps.scale: 'stars' is not under scales")
                .hasMessageContaining("m.yaml:8: fields.csat.time: is for times and dates")
                .hasMessageContaining("m.yaml:9: fields.eventId.template: '{' is not text with columns in braces")
                .hasMessageContaining("m.yaml:9: fields.eventId.levels: is for driver codes")
                .hasMessageContaining("m.yaml:10: fields.occurredAt.time.format: 'yyyy-bb' is no pattern of a time")
                .hasMessageContaining("m.yaml:10: fields.occurredAt.time.zone: 'Mars' is not a time zone");
    }

    @Test
    void a_file_without_a_column_that_is_named_is_told_before_anything_starts() {
        Mapping mapping =
                MappingFile.parse("m.yaml", "{stream: survey-responses, format: csv, fields: {nps: {column: NETPRO}}}");

        assertThatThrownBy(() -> records(mapping, "Score,Name\n1,x\n"))
                .isInstanceOf(UserMistake.class)
                .hasMessage("column 'NETPRO', which m.yaml names, is not in in.csv; it has: Name, Score");
        assertThatThrownBy(() -> records(mapping, "NETPRO\n1\n\"torn\n2\n"))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("in.csv:3: the rows from here on are not readable as CSV");
    }

    @Test
    void text_in_another_charset_than_named_is_no_guess() throws IOException {
        String mapping = "{stream: survey-responses, format: csv, charset: %s, fields: {journeyId: {column: é}}}";
        Files.write(dir.resolve("in.csv"), "é\nè\n".getBytes(Charset.forName("windows-1252")));

        assertThat(imported(MappingFile.parse("m.yaml", mapping.formatted("windows-1252"))))
                .extracting(r -> new String(r.value(), UTF_8))
                .containsExactly("{\"journeyId\":\"è\"}");
        assertThatThrownBy(() -> imported(MappingFile.parse("m.yaml", mapping.formatted("UTF-8"))))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("name its charset in m.yaml");
    }

    @Test
    void the_web_shop_example_shows_what_is_refused_and_why() throws IOException {
        Files.writeString(dir.resolve("in.csv"), resource("webshop-survey.csv"));

        List<ImportedRecord> records = imported(MappingFile.parse("webshop", resource("webshop-survey.mapping.yaml")));

        assertThat(records).hasSize(43);
        assertThat(records.stream()
                        .map(ImportedRecord::refuse)
                        .filter(Objects::nonNull)
                        .map(Refusal::reason))
                .containsExactlyInAnyOrder(RejectReason.SCORE_RANGE, RejectReason.TIME_FORMAT, RejectReason.FUTURE);
    }

    @Test
    void the_other_examples_are_good_mappings_and_catalogues() throws IOException {
        for (String name : List.of("airport-survey", "complaints")) {
            assertThat(MappingFile.parse(name, resource(name + ".mapping.yaml")).fields())
                    .containsKeys("eventId", "occurredAt");
            assertThat(CatalogueFile.parse(name, resource(name + ".catalogue.yaml"))
                            .latest()
                            .open())
                    .containsKey("journeyId");
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(MappingFileTest.class.getResourceAsStream("/examples/" + name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private List<String> values(Mapping mapping, String text) throws IOException {
        return records(mapping, text).stream()
                .map(r -> new String(r.value(), UTF_8))
                .toList();
    }

    private List<ImportedRecord> records(Mapping mapping, String text) throws IOException {
        Files.writeString(dir.resolve("in.csv"), text);
        return imported(mapping);
    }

    private List<ImportedRecord> imported(Mapping mapping) {
        List<ImportedRecord> records = new ArrayList<>();
        try (Imported imported = Imported.read(
                Inputs.resolve(List.of(dir.resolve("in.csv")), List.of(mapping)),
                START,
                dir.resolve("work"),
                n -> {})) {
            imported.forEach(records::add);
        }
        return records;
    }
}

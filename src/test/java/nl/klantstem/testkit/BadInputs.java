package nl.klantstem.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** The bad-input catalogue, {@code bad-input/cases.tsv}: records that must be refused, each for its reason, and their like that must not. */
public final class BadInputs {

    /** One record, and what must become of it: a reason, and the field that offends when one does; accepted without. */
    public record Case(
            String name,
            Topic stream,
            byte @Nullable [] value,
            Instant recordedAt,
            @Nullable RejectReason reason,
            @Nullable String field) {

        @Override
        public String toString() {
            return name;
        }
    }

    private BadInputs() {}

    public static List<Case> all() {
        return read().lines()
                .filter(line -> !line.startsWith("#"))
                .map(BadInputs::parse)
                .toList();
    }

    /** A survey response that nothing is wrong with, another one for every number. */
    public static Case good(int number, Instant recordedAt) {
        var value = """
                {"eventId":"good-%1$d","occurredAt":"%2$s","source":"bad-input","audience":"CUSTOMER","responseId":"good-%1$d",\
                "revision":0,"status":"COMPLETE","programme":"TRANSACTIONAL","customerKey":"good-%1$d","journeyId":"return","nps":10}""".formatted(number, recordedAt);
        return new Case("good " + number, Topic.SURVEY_RESPONSES, utf8(value), recordedAt, null, null);
    }

    private static Case parse(String line) {
        var columns = line.split("\t", 6);
        var stream = Arrays.stream(Topic.values())
                .filter(topic -> topic.shortName().equals(columns[1]))
                .findFirst()
                .orElseThrow();
        return new Case(
                columns[0],
                stream,
                value(columns[5]),
                Instant.parse(columns[2]),
                columns[3].equals("-") ? null : RejectReason.valueOf(columns[3]),
                columns[4].equals("-") ? null : columns[4]);
    }

    private static byte @Nullable [] value(String column) {
        if (column.startsWith("null:")) {
            return null;
        }
        if (column.startsWith("hex:")) {
            return HexFormat.of().parseHex(column.substring("hex:".length()));
        }
        var parts = column.split(":", 3);
        return switch (parts[0]) {
            case "pad" -> utf8(parts[2] + " ".repeat(Integer.parseInt(parts[1]) - utf8(parts[2]).length));
            case "fill" -> utf8(parts[2].replace("@FILL", "x".repeat(Integer.parseInt(parts[1]))));
            default -> utf8(column);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String read() {
        try (var in = BadInputs.class.getResourceAsStream("/bad-input/cases.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package nl.klantstem.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.topic.Topics;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What the headers of a record say. */
final class HeaderTexts {

    private HeaderTexts() {}

    static boolean isTick(byte @Nullable [] value, Headers headers) {
        return value == null && headers.lastHeader(Topics.TICK_HEADER) != null;
    }

    /** The file and line that the record was imported from, when it was. */
    static @Nullable String origin(Headers headers) {
        return text(headers, Topics.ORIGIN_HEADER);
    }

    /** The reason that the importer gives; anybody can write a header, so one that is no reason means nothing. */
    static Parsed.@Nullable Rejected refusal(Headers headers) {
        @Nullable String told = text(headers, Topics.REFUSE_HEADER);
        return Arrays.stream(RejectReason.values())
                .filter(reason -> reason.name().equals(told))
                .findFirst()
                .map(reason -> new Parsed.Rejected(reason, text(headers, Topics.REFUSED_FIELD_HEADER)))
                .orElse(null);
    }

    private static @Nullable String text(Headers headers, String name) {
        @Nullable Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

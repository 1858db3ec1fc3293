package nl.klantstem.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.ingest.ParsedReference.Accepted;
import nl.klantstem.ingest.ParsedReference.Rejected;
import nl.klantstem.ingest.ParsedReference.Removed;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceParserTest {

    private final ReferenceParser parser = new ReferenceParser();

    @Test
    void the_key_is_what_the_value_says_and_never_what_the_record_says() {
        var plan = parser.parse(
                Topic.PLAN,
                bytes("whatever"),
                bytes("{\"hour\":\"2026-03-02T10:00:00+01:00\",\"audience\":\"PARTNER\"}"));

        assertThat(((Accepted) plan).fact().key()).isEqualTo("PARTNER/2026-03-02T09:00:00Z");
    }

    @Test
    void the_same_plan_in_another_order_is_written_the_same() {
        var one = parser.parse(Topic.PLAN, null, bytes("""
                {"hour":"2026-03-02T09:00:00Z","forecastContacts":{"CHAT":{"b":1,"a":2.0},"PHONE":{"x":3}},"extra":1}"""));
        var other = parser.parse(Topic.PLAN, null, bytes("""
                {"forecastContacts":{"PHONE":{"x":3.0},"CHAT":{"a":2,"b":1e0}},"audience":"CUSTOMER",\
                "hour":"2026-03-02T10:00:00+01:00"}"""));

        assertThat(one).isEqualTo(other);
        assertThat(Json.bytes(((Accepted) one).fact()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"audience\":\"CUSTOMER\",\"hour\":\"2026-03-02T09:00:00Z\",\"forecastContacts\":"
                        + "{\"PHONE\":{\"x\":3.0},\"CHAT\":{\"a\":2.0,\"b\":1.0}},\"capacityContacts\":{}}");
    }

    @Test
    void a_key_without_a_value_says_nothing_any_more() {
        assertThat(parser.parse(Topic.MEASURES, bytes("m-1"), null)).isEqualTo(new Removed("m-1"));
        assertThat(parser.parse(Topic.PLAN, bytes("CUSTOMER/2026-03-02T10:00:00+01:00"), null))
                .isEqualTo(new Removed("CUSTOMER/2026-03-02T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "2026-03-02T09:00:00Z", "NOBODY/2026-03-02T09:00:00Z", "CUSTOMER/today"})
    void a_key_that_is_none_takes_nothing_back(String key) {
        assertThat(parser.parse(Topic.PLAN, bytes(key), null)).isEqualTo(new Rejected(RejectReason.TOMBSTONE, null));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

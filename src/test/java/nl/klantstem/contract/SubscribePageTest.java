package nl.klantstem.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Collectors;
import nl.klantstem.testkit.Golden;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

/** docs/subscribe.md lists what is published, and names only fields that there are. */
class SubscribePageTest {

    private static final Path PAGE = Path.of("docs/subscribe.md");
    private static final String BEGIN = "<!-- topics -->\n";
    private static final String END = "<!-- /topics -->";

    @Test
    void the_table_of_topics_is_up_to_date() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();

        Golden.check(PAGE.toString(), page.substring(0, from) + table() + page.substring(page.indexOf(END)));
    }

    @Test
    void every_field_that_the_examples_name_is_there() {
        JsonNode drivers = Schemas.ofValue("contact-drivers").get("properties");
        assertThat(drivers.at("/flow/properties").has("grossPer1000")).isTrue();
        assertThat(drivers.at("/flow/properties").has("netPer1000")).isTrue();
        assertThat(drivers.has("cohort") && drivers.has("orders")).isTrue();
        assertThat(Schemas.ofValue("nps-alerts").at("/properties/state/enum").toString())
                .contains("OPEN");
        assertThat(Schemas.ofValue("nps-alerts").get("properties").has("text")).isTrue();
        assertThat(Schemas.ofKey("nps-alerts").get("properties").has("alertId")).isTrue();
        assertThat(Schemas.ofKey("journey-nps").at("/properties/state/enum").toString())
                .isEqualTo("[\"CURRENT\",\"FINAL\"]");
    }

    private static String table() {
        var rows = new ArrayList<String>();
        rows.add("| topic | who | key | kept | what it says |");
        rows.add("| --- | --- | --- | --- | --- |");
        for (Topic topic : AsyncApi.published()) {
            var key = Schemas.ofKey(topic.shortName()).get("properties").properties().stream()
                    .map(field -> field.getKey())
                    .collect(Collectors.joining(", "));
            rows.add("| %s | %s | %s | %s | %s |"
                    .formatted(
                            topic.shortName(),
                            AsyncApi.access(topic),
                            key,
                            topic.isCompacted() ? "compacted" : "14 days",
                            Schemas.ofValue(topic.shortName()).get("title").asText()));
        }
        return String.join("\n", rows) + "\n";
    }
}

package nl.klantstem.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Stop;
import nl.klantstem.contract.out.Share;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.replay.story.LostInMail;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the story shows of what it published is what the recount of its scenario finds. */
class StoryIT {

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void the_story_is_told_month_by_month_and_ends_with_before_and_after() throws Exception {
        var shown = new ByteArrayOutputStream();
        try (var stop = new Stop()) {
            new Story(0, new Screen(new PrintStream(shown, true, UTF_8), false), stop).run();
        }

        String text = shown.toString(UTF_8);
        System.out.println(text);
        assertThat(text.lines().filter(line -> line.matches("[A-Z][a-z]{2} 201[34] +[+-].*")))
                .hasSize(12);
        assertThat(line(text, "NPS of Lost in mail"))
                .contains("+18.0 (+6.2 to +29.3) of 200", "+41.5 (+30.5 to +51.3) of 200");
        assertThat(line(text, "NPS of the company")).contains("+40.0 (+35.7 to +44.1) of 1,250", "+44.0 (");
        assertThat(line(text, "ordered again within 14 days")).contains(shares("journey-outcomes", "reordered"));
        assertThat(line(text, "no order within 60 days")).contains(shares("journey-outcomes", "leakage"));
        assertThat(line(text, "surveys answered")).contains(shares("survey-health", "responseRate"));
        assertThat(line(text, "3 Reports it")).matches(".*4\\.\\d d > \\d+ min +\\d+ > \\d+");
        String waits = text.substring(text.indexOf("told to wait, of"), text.indexOf("felt at"));
        assertThat(line(waits, "3 Reports it")).matches(".* 59\\.\\d% \\(.*\\), 4\\.0 d > 0\\.0% \\(0\\.0 to .*\\)");
        String brought =
                text.substring(text.indexOf("what did the measures bring?"), text.indexOf("step, before > after"));
        assertThat(brought.lines().filter(line -> line.startsWith("- "))).hasSize(3);
        assertThat(brought).contains("cannot be told apart");
        assertThat(line(brought, "NPS  ").replaceAll(" \\(.*?\\)", ""))
                .contains(answers("2014-02-14", "2014-05-15", true), answers("2014-05-29", "2014-10-16", true));
        assertThat(line(brought, "NPS of the rest").replaceAll(" \\(.*?\\)", ""))
                .contains(answers("2014-02-14", "2014-05-15", false), answers("2014-05-29", "2014-10-16", false));
        assertThat(brought).contains("At the end: IMPROVED, as was expected.");
        String felt = text.substring(text.indexOf("felt at"), text.indexOf("where it hurts"));
        assertThat(felt.lines().filter(line -> line.startsWith("3 Reports it") && line.contains("anger")))
                .singleElement()
                .satisfies(line -> assertThat(line).matches(".* \\d+\\.\\d% \\(.* to .*\\) > -"));
        assertThat(text.substring(text.indexOf("where it hurts"))
                        .lines()
                        .skip(3)
                        .findFirst()
                        .orElse(""))
                .matches("  1(-\\d)?\\. 3 Reports it: -.*");
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
        assertThat(text).contains("This is an association, not a cause").doesNotContain("\u001b");
    }

    /** A share before and after, as the scenario expects it to be published. */
    private static List<String> shares(String topic, String name) throws IOException {
        var shares = new ArrayList<String>();
        for (String line :
                Files.readAllLines(Path.of("src/test/resources/scenarios/lost-in-mail-2014/then", topic + ".jsonl"))) {
            var share = Json.MAPPER.readTree(line).path("value").path(name);
            shares.add(Text.share(Json.MAPPER.treeToValue(share, Share.class)));
        }
        return shares;
    }

    /** The score of the answers that the story gives on some days, up to the last: of the journey, or of all others. */
    private static String answers(String from, String to, boolean journey) throws IOException {
        long n = 0;
        long sum = 0;
        for (ShopRecord told : LostInMail.records()) {
            var json = Json.MAPPER.readTree(told.value());
            String day = Instant.ofEpochMilli(told.recordedAt())
                    .atZone(ZoneId.of("Europe/Amsterdam"))
                    .toLocalDate()
                    .toString();
            if (told.topic() == Topic.SURVEY_RESPONSES
                    && json.get("journeyId").asText().equals("lost-in-mail") == journey
                    && day.compareTo(from) >= 0
                    && day.compareTo(to) < 0) {
                int score = json.get("nps").asInt();
                n++;
                sum += score > 8 ? 1 : score > 6 ? 0 : -1;
            }
        }
        return String.format(Locale.ROOT, "%+.1f of %,d", 100.0 * sum / n, n);
    }

    private static String line(String text, String begin) {
        return text.lines().filter(line -> line.startsWith(begin)).findFirst().orElse("no line begins with " + begin);
    }
}

package nl.klantstem.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.replay.story.LostInMail;
import nl.klantstem.testkit.Golden;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

/** The story that the demo plays is the one that its scenario gives, and what the scenario expects is recounted by hand. */
class StoryFilesTest {

    private static final Path FOLDER = Scenario.ALL.resolve("lost-in-mail-2014");
    private static final Path GIVEN = FOLDER.resolve("given");

    @Test
    void the_scenario_is_given_what_the_demo_plays() throws IOException {
        var told = new EnumMap<Topic, StringBuilder>(Topic.class);
        for (ShopRecord each : LostInMail.records()) {
            told.computeIfAbsent(each.topic(), topic -> new StringBuilder())
                    .append(new String(each.value(), UTF_8))
                    .append('\n');
        }
        assertThat(told).hasSize(6);
        for (Map.Entry<Topic, StringBuilder> of : told.entrySet()) {
            Path file = GIVEN.resolve(of.getKey().shortName() + Scenario.ZIPPED);
            if (Golden.updating()) {
                write(file, of.getValue().toString());
            }
            assertThat(Scenario.text(file).equals(of.getValue().toString()))
                    .as("%s tells what is played; make it with -Dgolden.update=true", file)
                    .isTrue();
        }
    }

    @Test
    void what_the_scenario_expects_is_what_a_plain_recount_finds() {
        var recount = new StoryRecount(GIVEN);
        recount.expected()
                .forEach((topic, lines) -> Golden.check(
                        FOLDER.resolve("then").resolve(topic + ".jsonl").toString(), String.join("\n", lines) + "\n"));
    }

    @Test
    void the_journey_was_far_below_the_company_and_came_up_to_it() {
        var recount = new StoryRecount(GIVEN);

        assertThat(recount.nps(StoryRecount.BEFORE, true)).isEqualTo(18.0);
        assertThat(recount.nps(StoryRecount.BEFORE, false)).isEqualTo(40.0);
        assertThat(recount.nps(StoryRecount.AFTER, true)).isBetween(35.0, 45.0);
        assertThat(recount.nps(StoryRecount.AFTER, false)).isBetween(40.0, 45.0);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(UTF_8));
        }
    }
}

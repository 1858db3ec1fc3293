package nl.klantstem.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.klantstem.scenario.AlertRecount.Alarm;
import nl.klantstem.scenario.AlertStory.Answer;
import nl.klantstem.stats.Direction;
import nl.klantstem.testkit.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The scenarios about alerts are given what their recipe says, and expect what a plain recount of these answers finds. */
class AlertStoriesTest {

    @TestFactory
    Stream<DynamicTest> a_scenario_is_given_its_recipe_and_expects_what_a_recount_finds() {
        return AlertStories.all().entrySet().stream()
                .map(story -> DynamicTest.dynamicTest(story.getKey(), () -> check(story.getKey(), story.getValue())));
    }

    private static void check(String name, AlertStory story) throws IOException {
        Path folder = Scenario.ALL.resolve(name);
        Path given = folder.resolve("given").resolve("survey-responses" + Scenario.ZIPPED);
        if (Golden.updating()) {
            write(given, story.lines());
        }
        assertThat(Scenario.text(given).equals(story.lines()))
                .as("%s follows its recipe; make it with -Dgolden.update=true", given)
                .isTrue();
        Golden.check(folder.resolve("then/nps-alerts.jsonl").toString(), expected(story));
    }

    /** Nothing, or the one incident; whether corrections take it back is not counted here. */
    private static String expected(AlertStory story) {
        List<Answer> answers = story.answers();
        LocalDate first =
                answers.get(0).recordedAt().atZone(AlertStory.AMSTERDAM).toLocalDate();
        LocalDate last = answers.get(answers.size() - 1)
                .recordedAt()
                .atZone(AlertStory.AMSTERDAM)
                .toLocalDate();
        var recount = new AlertRecount(answers, first, last.plusDays(1), List.of());
        if (recount.alarms().isEmpty()) {
            return "";
        }
        assertThat(recount.isOneIncident()).isTrue();
        Alarm alarm = recount.alarms().get(0);
        String kind = alarm.direction == Direction.DROP ? "DROP" : "IMPROVED";
        String scope = alarm.scope.isEmpty() ? "" : ",\"journeyId\":\"" + alarm.scope + "\"";
        boolean corrected = answers.stream().anyMatch(answer -> answer.revision() > 0);
        String state = corrected
                ? "RETRACTED"
                : recount.alarms().stream().allMatch(each -> each.ended >= 0) ? "RECOVERED" : "OPEN";
        String opening = "{\"key\":{},\"to\":\"" + alarm.raisedAt() + "\",\"value\":{\"kind\":\"" + kind
                + "\",\"state\":\"OPEN\",\"scope\":{\"audience\":\"CUSTOMER\"" + scope + "},"
                + alarm.told() + ",\"endedAt\":null}}\n";
        return opening + "{\"key\":{},\"value\":{\"kind\":\"" + kind + "\",\"state\":\"" + state + "\"," + alarm.told()
                + "}}\n";
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(UTF_8));
        }
    }
}

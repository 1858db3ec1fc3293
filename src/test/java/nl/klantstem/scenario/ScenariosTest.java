package nl.klantstem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each scenario goes through the whole topology and publishes what its story says; {@link LongStoriesIT} has the long ones. */
class ScenariosTest {

    @TempDir
    Path dir;

    @TestFactory
    Stream<DynamicTest> each_story_comes_true() {
        return Scenario.all().stream()
                .filter(scenario -> scenario.every() == null)
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.folder().getFileName() + ": " + scenario.title(),
                        scenario.folder().resolve("story.md").toUri(),
                        () -> assertThat(Staged.differences(scenario, dir)).isEmpty()));
    }

    @Test
    void every_scenario_is_shown_by_the_definition_that_it_explains() throws IOException {
        String shown = Files.readString(Path.of("docs/measures.md"))
                + Files.readString(Path.of("docs/alerts.md"))
                + Files.readString(Path.of("docs/day-steering.md"));
        var links = Scenario.all().stream()
                .map(scenario -> "(../" + scenario.folder().resolve("story.md") + ")")
                .toList();

        assertThat(links).isNotEmpty();
        assertThat(links.stream().filter(link -> !shown.contains(link))).isEmpty();
    }

    @Test
    void what_does_not_come_true_is_told_by_line_and_field() throws IOException {
        var folder = story("{\"key\":{\"scope\":{\"audience\":\"CUSTOMER\"},\"type\":\"DAY\",\"date\":\"2026-03-02\","
                + "\"state\":\"FINAL\"},\"value\":{\"contacts\":2,\"outbound\":null}}");

        assertThat(Staged.differences(Scenario.read(folder), dir))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .contains(
                                "contact-drivers.jsonl:1 of ",
                                "/contacts: expected 2, got 1",
                                "/outbound: expected none, got 0"));
    }

    @Test
    void a_topic_that_published_nothing_is_an_error() throws IOException {
        var folder = story("{\"key\":{},\"value\":{}}");
        Files.move(folder.resolve("then/contact-drivers.jsonl"), folder.resolve("then/journey-nps.jsonl"));

        assertThat(Staged.differences(Scenario.read(folder), dir))
                .singleElement()
                .satisfies(told -> assertThat(told).endsWith("nothing was published to journey-nps"));
    }

    @Test
    void an_unknown_file_is_an_error() throws IOException {
        var folder = story("{\"key\":{},\"value\":{}}");
        Files.move(folder.resolve("then/contact-drivers.jsonl"), folder.resolve("then/contact-driver.jsonl"));

        assertThatThrownBy(() -> Scenario.read(folder)).hasMessageContaining("no topic is published by that name");
    }

    private Path story(String then) throws IOException {
        var folder = Files.createDirectories(dir.resolve("story"));
        Files.writeString(folder.resolve("story.md"), "---\nuntil: 2026-03-02T23:00:00Z\n---\n# A contact\n");
        Files.createDirectories(folder.resolve("given"));
        Files.createDirectories(folder.resolve("then"));
        Files.writeString(folder.resolve("given/contact-events.jsonl"), """
                {"eventId":"e1","occurredAt":"2026-03-02T10:00:00Z","source":"desk","audience":"CUSTOMER","contactId":"k1",\
                "seq":0,"type":"OPENED","customerKey":"anna","direction":"INBOUND","channel":"PHONE","initiator":"CUSTOMER"}
                """);
        Files.writeString(folder.resolve("then/contact-drivers.jsonl"), then);
        return folder;
    }
}

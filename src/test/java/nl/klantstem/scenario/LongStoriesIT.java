package nl.klantstem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios that last too long for the quick tests: those that say {@code every}. */
class LongStoriesIT {

    private static final List<Scenario> LONG =
            Scenario.all().stream().filter(scenario -> scenario.every() != null).toList();

    @TempDir
    Path dir;

    @TestFactory
    Stream<DynamicTest> each_long_story_comes_true() {
        return LONG.stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.folder().getFileName() + ": " + scenario.title(),
                        scenario.folder().resolve("story.md").toUri(),
                        () -> assertThat(Staged.differences(scenario, dir)).isEmpty()));
    }

    @Test
    void there_are_such_stories() {
        assertThat(LONG).isNotEmpty();
    }
}

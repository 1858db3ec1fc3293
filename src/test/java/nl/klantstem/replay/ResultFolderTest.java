package nl.klantstem.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {

    @TempDir
    private Path dir;

    @Test
    void results_have_their_names_only_when_the_run_is_through() throws IOException {
        try (ResultFolder folder = ResultFolder.open(dir.resolve("out"), "first run")) {
            assertThat(folder.before()).isEmpty();
            writeParts(folder);
            assertThat(dir.resolve("out/journey-nps.jsonl")).doesNotExist();
            assertThat(dir.resolve("out/replay.txt")).content().startsWith("unfinished: first run");

            folder.finish("{}");
        }
        assertThat(dir.resolve("out/journey-nps.jsonl")).hasContent("x");
        assertThat(dir.resolve("out/replay.txt")).content().startsWith("finished: first run");
    }

    @Test
    void a_second_run_says_what_was_there_and_removes_only_what_is_ours() throws IOException {
        try (ResultFolder folder = ResultFolder.open(dir, "first run")) {
            writeParts(folder);
        }
        Path notes = Files.writeString(dir.resolve("notes.jsonl"), "mine");

        try (ResultFolder folder = ResultFolder.open(dir, "second run")) {
            assertThat(folder.before()).contains("unfinished: first run");
            assertThat(folder.part(Topic.JOURNEY_NPS)).doesNotExist();
            assertThat(notes).exists();
        }
    }

    @Test
    void files_of_somebody_else_are_never_removed() throws IOException {
        Path theirs = Files.writeString(dir.resolve("journey-nps.jsonl"), "theirs");

        assertThatThrownBy(() -> ResultFolder.open(dir, "run"))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("give an empty folder");
        assertThat(theirs).hasContent("theirs");
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Path file = Files.writeString(dir.resolve("out"), "mine");

        assertThatThrownBy(() -> ResultFolder.open(file, "run"))
                .isInstanceOf(UserMistake.class)
                .hasMessage(file + " is a file: give a folder as --out");
        assertThat(file).hasContent("mine");
    }

    @Test
    void two_runs_never_write_in_one_folder() {
        try (ResultFolder folder = ResultFolder.open(dir, "first run")) {
            assertThatThrownBy(() -> ResultFolder.open(dir, "second run"))
                    .isInstanceOf(UserMistake.class)
                    .hasMessageContaining("another replay writes in");
            assertThat(folder.before()).isEmpty();
        }
    }

    private static void writeParts(ResultFolder folder) throws IOException {
        for (Topic topic : Collector.published()) {
            Files.writeString(folder.part(topic), "x");
        }
    }
}

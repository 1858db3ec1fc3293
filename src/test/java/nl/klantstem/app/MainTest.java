package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void no_arguments_show_every_command_on_a_line_and_how_to_begin() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains("Usage: klantstem", "  topics ", "  config ", "  pipeline ")
                .contains("To begin with:", "klantstem demo");
    }

    @Test
    void a_mistyped_command_or_option_gets_a_suggestion_and_exit_code_2() {
        assertThat(run("topcs")).isEqualTo(2);
        assertThat(run("config", "--confg", "x")).isEqualTo(2);
        assertThat(err.toString())
                .contains("klantstem: unknown command, option or argument 'topcs'", "Did you mean: klantstem topics?")
                .contains("unknown command, option or argument '--confg'", "--config")
                .contains("See 'klantstem config --help'.");
        assertThat(run("topics")).isEqualTo(2);
    }

    @Test
    void what_is_no_number_is_told_in_the_words_of_the_user() {
        assertThat(run("demo", "--speed", "fast")).isEqualTo(2);
        assertThat(run("replay", "--partitions", "x", "f")).isEqualTo(2);
        assertThat(err.toString()).contains("'fast' is not a number").contains("'x' is not a whole number");
    }

    @Test
    void a_mistake_of_the_user_is_a_sentence_and_exit_code_1() {
        assertThat(run("config", "--config", "none.yaml")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("klantstem config: configuration none.yaml does not exist\n");
    }

    @Test
    void several_mistakes_stand_on_lines_of_their_own() {
        assertThat(run("config", "--set", "a=b", "--set", "c=d")).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(3).first().isEqualTo("klantstem config:");
    }

    @Test
    void the_stack_trace_comes_only_when_asked_for() {
        assertThat(run("config", "--config", "none.yaml", "--debug")).isEqualTo(1);
        assertThat(err.toString()).contains("UserMistake", "\tat ");
    }

    @Test
    void a_file_that_does_not_exist_is_one_mistake() {
        assertThat(run("replay", "none.jsonl")).isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines("klantstem replay: none.jsonl does not exist\n");
    }

    @Test
    void the_version_names_what_it_runs_on() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("klantstem ", "Kafka 4.", "Java ");
    }

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}

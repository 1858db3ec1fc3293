package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StoryCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_story_that_is_mistyped_is_told_what_was_meant() {
        assertThat(run("demo", "--story", "lost-in-mial")).isEqualTo(1);
        assertThat(err.toString())
                .contains("--story is 'lost-in-mial': there is no such story, did you mean 'lost-in-mail'?");
    }

    @Test
    void what_is_of_the_live_shop_does_not_go_with_a_story() {
        assertThat(run("demo", "--story", "lost-in-mail", "--speed", "10")).isEqualTo(1);
        assertThat(err.toString()).contains("--speed is of the live shop").contains("leave out --story");
    }

    @Test
    void a_port_is_a_port_with_a_story_too() {
        assertThat(run("demo", "--story", "lost-in-mail", "--port", "70000")).isEqualTo(1);
        assertThat(err.toString()).contains("--port is 70000: give a number from 0 to 65535");
    }

    @Test
    void help_names_the_stories() {
        assertThat(run("demo", "--help")).isZero();
        assertThat(out.toString()).contains("--story=NAME").contains("lost-in-mail");
    }

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}

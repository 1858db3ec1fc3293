package nl.klantstem.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void elsewhere_than_on_a_terminal_there_are_plain_lines_only() {
        var screen = new Screen(new PrintStream(shown, true, UTF_8), false);
        screen.say("starting");
        screen.progress("half way");
        screen.show(List.of("first", "second"));
        screen.leave();

        assertThat(shown.toString(UTF_8)).isEqualToNormalizingNewlines("starting\nfirst\nsecond\n\n");
    }

    @Test
    void a_terminal_is_redrawn_in_place_and_left_as_it_was() {
        var screen = new Screen(new PrintStream(shown, true, UTF_8), true);
        screen.show(List.of("first"));
        screen.show(List.of("second"));
        screen.leave();
        screen.leave();

        assertThat(shown.toString(UTF_8))
                .isEqualTo("\u001b[?25l\u001b[?7l\u001b[2J\u001b[Hfirst\u001b[K\n\u001b[J"
                        + "\u001b[Hsecond\u001b[K\n\u001b[J\u001b[?25h\u001b[?7h");
    }

    @Test
    void progress_is_replaced_on_its_line_some_times_a_second_and_followed_by_a_new_one() throws InterruptedException {
        var screen = new Screen(new PrintStream(shown, true, UTF_8), true);
        screen.progress("too soon");
        Thread.sleep(250);
        screen.progress("1");
        Thread.sleep(250);
        screen.progress("2");
        screen.progress("too soon");
        screen.say("done");

        assertThat(shown.toString(UTF_8)).isEqualToNormalizingNewlines("\r1\u001b[K\r2\u001b[K\ndone\n");
    }
}

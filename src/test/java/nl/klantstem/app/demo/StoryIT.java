package nl.klantstem.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Stop;
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
        assertThat(line(text, "ordered again within 14 days"))
                .contains("32.5% (28.2 to 37.2) of 415", "65.2% (60.4 to 69.7) of 399");
        assertThat(line(text, "surveys answered")).contains("45.9% (41.3 to 50.6) of 436", "46.4% (");
        assertThat(line(text, "3 Reports it")).contains("453 > 447", "62.3% > -", "191 > 6");
        assertThat(text).contains("This is an association, not a cause").doesNotContain("\u001b");
    }

    private static String line(String text, String begin) {
        return text.lines().filter(line -> line.startsWith(begin)).findFirst().orElse("no line begins with " + begin);
    }
}

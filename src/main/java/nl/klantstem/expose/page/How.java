package nl.klantstem.expose.page;

import java.time.Instant;
import java.util.Map;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.Window;
import nl.klantstem.expose.board.Figure;
import nl.klantstem.expose.board.Figure.Doubt;
import nl.klantstem.expose.board.Figure.Unit;
import nl.klantstem.expose.board.Origin;
import nl.klantstem.expose.board.Told;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/** How a number is computed, behind the number itself: formula, what went in, the smallest group, and the topic record. */
final class How {

    private final Written written;
    private final Words words;

    How(Written written) {
        this.written = written;
        this.words = written.words();
    }

    /** A number that opens; {@code shown} is what is seen of it, {@code held} what it is held against. */
    Html of(Html shown, String formula, Figure figure, @Nullable Figure held) {
        var panel = new Html().open("p").text(words.say(formula)).close("p");
        figure(panel, figure);
        if (held != null) {
            panel.span("p", "against", words.say("how.against"));
            figure(panel, held);
        }
        return opening(shown, panel);
    }

    /** The same of a record that is told as it is. */
    Html of(Html shown, String formula, Told<?, ?> told, Instant asOf) {
        return of(shown, words.say(formula), Map.of(), told, asOf);
    }

    /** The same with some of what it says, by name. */
    Html of(Html shown, String explained, Map<String, String> lines, Told<?, ?> told, Instant asOf) {
        var panel = new Html().open("p").text(explained).close("p").open("dl");
        lines.forEach((name, value) -> line(panel, name, value));
        record(panel, told.topic(), Json.text(told.key()), asOf);
        return opening(shown, panel.close("dl"));
    }

    private Html opening(Html shown, Html panel) {
        return new Html()
                .open("details", "class", "how")
                .open("summary", "title", words.say("how.open"))
                .add(shown)
                .close("summary")
                .open("div", "class", "panel")
                .span("strong", "how-title", words.say("how.title"))
                .add(panel)
                .close("div")
                .close("details");
    }

    private void figure(Html panel, Figure figure) {
        panel.open("dl");
        @Nullable Origin origin = figure.origin();
        figure.parts().forEach((name, count) -> line(panel, words.say("part." + name), written.whole(count)));
        if (figure.unit() == Unit.NPS_POINTS) {
            line(panel, words.say("part.answers"), written.whole(figure.n()));
        }
        @Nullable Interval interval = figure.interval();
        if (interval != null) {
            line(panel, words.say("how.interval"), range(interval));
        }
        if (figure.unit() != Unit.CONTACTS) {
            line(panel, words.say("how.fewest"), words.say("how.fewest." + figure.unit()));
        }
        if (figure.doubt() != Doubt.OK) {
            line(panel, words.say("how.doubt"), words.say("doubt", figure.doubt()));
        }
        if (origin != null) {
            if (origin.window() != null) {
                line(panel, words.say("how.window"), window(origin.window()));
            }
            record(panel, origin.topic(), origin.key(), origin.asOf());
        }
        panel.close("dl");
    }

    private void record(Html panel, String topic, String key, Instant asOf) {
        panel.open("dt").text(words.say("how.topic")).close("dt");
        panel.open("dd").span("code", "record", topic).close("dd");
        panel.open("dt").text(words.say("how.key")).close("dt");
        panel.open("dd").span("code", "record", key).close("dd");
        panel.open("dt").text(words.say("how.asOf")).close("dt");
        panel.open("dd").span("code", "record", asOf.toString()).close("dd");
    }

    String range(Interval interval) {
        return words.say("range", written.signed(interval.low()), written.signed(interval.high()));
    }

    private String window(Window window) {
        return words.say("range", written.moment(window.from()), written.moment(window.to()));
    }

    private static void line(Html panel, String name, String value) {
        panel.open("dt").text(name).close("dt").open("dd").text(value).close("dd");
    }
}

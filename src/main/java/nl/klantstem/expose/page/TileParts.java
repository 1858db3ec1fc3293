package nl.klantstem.expose.page;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.Window;
import nl.klantstem.expose.board.Figure;
import nl.klantstem.expose.board.Figure.Doubt;
import nl.klantstem.expose.board.Origin;
import nl.klantstem.expose.board.Tile;
import org.jspecify.annotations.Nullable;

/** The six figures, and how any figure is written. */
final class TileParts {

    private static final int HOURS_AS_HOURS = 24;

    private final Written written;
    private final Words words;
    private final How how;

    TileParts(Written written) {
        this.written = written;
        this.words = written.words();
        this.how = new How(written);
    }

    List<Part> of(List<Tile> tiles) {
        return tiles.stream().map(this::part).toList();
    }

    private Part part(Tile tile) {
        var figure = tile.figure();
        @Nullable Figure usual = tile.usual();
        var html = new Html()
                .open("li", "class", "tile", "data-key", tile.id().name())
                .open("h2")
                .text(words.say("tile", tile.id()))
                .close("h2");
        html.add(how.of(number(figure, "big"), "formula." + tile.id(), figure, usual));
        html.open("p", "class", "sub").text(sub(figure)).close("p");
        html.open("p", "class", "sub usual").text(usual(tile)).close("p");
        return new Part(tile.id().name(), html.close("li").toString());
    }

    /** A figure as it is seen: what is of few is marked in words too. */
    Html number(Figure figure, String size) {
        @Nullable Double value = figure.value();
        if (value == null) {
            return new Html().span("span", "value none", "\u2013");
        }
        boolean few = figure.doubt() == Doubt.LOW_N;
        var html = new Html().span("span", "value " + size + (few ? " few" : ""), value(figure.unit(), value));
        @Nullable Interval interval = figure.interval();
        if (interval != null) {
            double half = (interval.high() - interval.low()) / 2;
            html.text(" ").span("span", "margin", "\u00b1" + written.plain(half, 1));
        }
        return html;
    }

    private String value(Figure.Unit unit, double value) {
        return switch (unit) {
            case NPS_POINTS -> written.signed(value);
            case PER_1000_ORDERS -> written.plain(value, 1);
            case RATIO -> written.percent(value);
            case CONTACTS -> written.whole(Math.round(value));
        };
    }

    /** Why there is no figure, or of how many it is and over what. */
    private String sub(Figure figure) {
        if (figure.value() == null) {
            return words.say("doubt", figure.doubt());
        }
        String of = words.say("of." + figure.unit(), written.whole(figure.n()));
        String window = window(figure);
        String few = figure.doubt() == Doubt.LOW_N ? " · " + words.say("few") : "";
        return of + (window.isEmpty() ? "" : " · " + window) + few;
    }

    private String usual(Tile tile) {
        if (tile.id() == Tile.Id.OPEN_CONTACTS) {
            @Nullable Long waiting = tile.figure().parts().get("waiting");
            return waiting == null ? "" : words.say("waiting", written.whole(waiting));
        }
        @Nullable Figure usual = tile.usual();
        return usual == null || usual.value() == null
                ? ""
                : words.say("usual", window(usual), value(usual.unit(), usual.value()));
    }

    /** 24 h, 7 d, today. */
    String window(Figure figure) {
        @Nullable Origin origin = figure.origin();
        @Nullable Window window = origin == null ? null : origin.window();
        if (window == null) {
            return "";
        }
        if (window.type() == Window.Type.DAY || window.length() == null) {
            return words.say("window.today");
        }
        try {
            var length = Duration.parse(window.length());
            return length.toHours() <= HOURS_AS_HOURS
                    ? words.say("duration.hours", length.toHours())
                    : words.say("duration.days", length.toDays());
        } catch (DateTimeParseException e) {
            return window.length();
        }
    }
}

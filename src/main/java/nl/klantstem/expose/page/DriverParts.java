package nl.klantstem.expose.page;

import java.util.List;
import java.util.Locale;
import nl.klantstem.expose.board.DriverRow;
import org.jspecify.annotations.Nullable;

/** The table of what customers make contact about. */
final class DriverParts {

    private static final int WIDTH = 100;

    private final Written written;
    private final Words words;
    private final Names names;
    private final How how;
    private final TileParts figures;

    DriverParts(Written written, Names names) {
        this.written = written;
        this.words = written.words();
        this.names = names;
        this.how = new How(written);
        this.figures = new TileParts(written);
    }

    List<Part> of(List<DriverRow> rows) {
        if (rows.isEmpty()) {
            var html = new Html()
                    .open("tr", "class", "empty", "data-key", "none")
                    .open("td", "colspan", "4")
                    .text(words.say("empty.drivers"))
                    .close("td")
                    .close("tr");
            return List.of(new Part("none", html.toString()));
        }
        long most = rows.stream().mapToLong(row -> row.now().n()).max().orElse(1);
        return rows.stream().map(row -> part(row, most)).toList();
    }

    private Part part(DriverRow row, long most) {
        var html = new Html().open("tr", "data-key", row.driver());
        html.open("th", "scope", "row").name(names.driver(row.driver()));
        if (row.surgeId() != null) {
            html.text(" ").span("span", "pill surge", words.say("surge"));
        }
        html.close("th")
                .open("td", "class", "drawn bar")
                .add(bar(row.now().n(), most))
                .close("td");
        html.open("td", "class", "num")
                .add(how.of(figures.number(row.now(), ""), "formula.DRIVER", row.now(), row.usual()))
                .close("td");
        html.open("td", "class", "num change").add(change(row)).close("td");
        return new Part(row.driver(), html.close("tr").toString());
    }

    private Html change(DriverRow row) {
        @Nullable Double change = row.change();
        if (change == null) {
            return new Html().span("span", "value none", "\u2013").span("span", "sr", words.say("change.few"));
        }
        String arrow = change > 0.005 ? "\u25b2 " : change < -0.005 ? "\u25bc " : "";
        return new Html()
                .open("span", "aria-hidden", "true", "class", "arrow")
                .text(arrow)
                .close("span")
                .span("span", "value", written.change(change));
    }

    private static Html bar(long count, long most) {
        String width = String.format(Locale.ROOT, "%.1f", 1.0 * WIDTH * count / Math.max(1, most));
        return new Html()
                .open(
                        "svg",
                        "class",
                        "share",
                        "viewBox",
                        "0 0 100 8",
                        "preserveAspectRatio",
                        "none",
                        "aria-hidden",
                        "true",
                        "focusable",
                        "false")
                .open("rect", "width", width, "height", "8", "rx", "2")
                .close("rect")
                .close("svg");
    }
}

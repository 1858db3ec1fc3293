package nl.klantstem.expose.page;

import java.util.List;
import java.util.Locale;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.expose.board.Figure;
import nl.klantstem.expose.board.JourneyRow;
import org.jspecify.annotations.Nullable;

/** The table of journeys. */
final class JourneyParts {

    private final Written written;
    private final Words words;
    private final Names names;
    private final How how;
    private final TileParts figures;

    JourneyParts(Written written, Names names) {
        this.written = written;
        this.words = written.words();
        this.names = names;
        this.how = new How(written);
        this.figures = new TileParts(written);
    }

    List<Part> of(List<JourneyRow> rows) {
        if (rows.isEmpty()) {
            var html = new Html()
                    .open("tr", "class", "empty", "data-key", "none")
                    .open("td", "colspan", "6")
                    .text(words.say("empty.journeys"))
                    .close("td")
                    .close("tr");
            return List.of(new Part("none", html.toString()));
        }
        var drawings = Drawings.fitting(rows);
        return rows.stream().map(row -> part(row, drawings)).toList();
    }

    private Part part(JourneyRow row, Drawings drawings) {
        String key = row.audience() + (row.id() == null ? "" : "/" + row.id());
        String status = row.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var html = new Html().open("tr", "class", (row.id() == null ? "whole " : "") + status, "data-key", key);
        html.open("th", "scope", "row").name(names.row(row)).close("th");
        html.open("td", "class", "drawn days")
                .add(drawings.days(row.days()))
                .span("span", "sr", days(row))
                .close("td");
        html.open("td", "class", "drawn bands")
                .add(Drawings.band(row.now(), row.target()))
                .span("span", "sr", row.target() == null ? "" : words.say("target", row.target()))
                .close("td");
        html.open("td", "class", "num")
                .add(score(row.now(), "formula.JOURNEY_NOW"))
                .close("td");
        html.open("td", "class", "num month")
                .add(score(row.usual(), "formula.JOURNEY_USUAL"))
                .close("td");
        html.open("td", "class", "stands").add(status(row, status)).close("td");
        return new Part(key, html.close("tr").toString());
    }

    private Html score(Figure figure, String formula) {
        var shown = figures.number(figure, "");
        String n = figure.value() == null && figure.doubt() != Figure.Doubt.NOTHING_COUNTED
                ? words.say("short." + figure.doubt())
                : words.say("n", written.whole(figure.n()));
        shown.text(" ").span("span", "n", n);
        if (figure.doubt() == Figure.Doubt.LOW_N) {
            shown.text(" ").span("span", "n fewword", words.say("few"));
        }
        return how.of(shown, formula, figure, null);
    }

    /** The drawn line in words: first and last day with enough answers. */
    private String days(JourneyRow row) {
        var told = row.days().stream()
                .filter(day -> day.nps().doubt() == Figure.Doubt.OK && day.nps().value() != null)
                .toList();
        if (told.isEmpty()) {
            return words.say("days.none");
        }
        return words.say("days", told.size(), told(told.get(0)), told(told.get(told.size() - 1)));
    }

    private String told(JourneyRow.Day day) {
        @Nullable Double nps = day.nps().value();
        return written.day(day.date()) + " " + (nps == null ? "" : written.signed(nps));
    }

    private Html status(JourneyRow row, String kind) {
        var shown = new Html().span("span", "pill " + kind, words.say("status", row.status()));
        var watch = row.watch();
        if (watch == null) {
            return shown;
        }
        var of = watch.value();
        var panel = new Html().add(how.of(shown, "formula.STATUS", watch, of.asOf()));
        String togo = togo(of);
        return togo.isEmpty() ? panel : panel.span("span", "n", togo);
    }

    /** What a score that is not watched yet still needs. */
    private String togo(NpsWatch watch) {
        if (watch.state() != NpsWatch.State.LEARNING) {
            return "";
        }
        @Nullable Integer days = watch.daysToGo();
        return days == null ? words.say("togo.never") : words.say("togo", days);
    }
}

package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Board.Row.row;
import static nl.klantstem.house.dashboards.Choice.label;
import static nl.klantstem.house.dashboards.Query.column;
import static nl.klantstem.house.dashboards.Query.now;
import static nl.klantstem.house.dashboards.Query.range;
import static nl.klantstem.house.dashboards.Words.same;
import static nl.klantstem.house.dashboards.Words.words;

import java.util.List;
import java.util.Set;
import nl.klantstem.expose.MeasureMetric;
import nl.klantstem.house.dashboards.Panel.Column;
import nl.klantstem.house.dashboards.Panel.Look;

/** What the measures brought that were taken to make things better. */
final class MeasuresBoard {

    private MeasuresBoard() {}

    static Board board() {
        return new Board(
                "measures",
                words("Measures", "Maatregelen"),
                words(
                        "What the measures brought that were taken to make things better, before against after.",
                        "Wat de maatregelen brachten die genomen zijn om het beter te maken, voor tegen na."),
                "now-7d",
                "5m",
                Set.of(),
                List.of(row(effects()), row(brought(), answers())));
    }

    private static Panel effects() {
        var effect = words("Brought", "Opbrengst");
        return new Panel(
                        new Look.Table(
                                List.of(
                                        new Column("measure", words("Measure", "Maatregel"), Unit.COUNT),
                                        new Column("owner", words("Owner", "Eigenaar"), Unit.COUNT),
                                        new Column("state", words("State", "Stand"), Unit.COUNT),
                                        new Column("verdict", words("What is seen", "Wat te zien is"), Unit.COUNT),
                                        new Column("since", words("In effect", "Van kracht"), Unit.MOMENT),
                                        new Column("before", words("NPS before", "NPS voor"), Unit.POINTS),
                                        new Column("after", words("NPS after", "NPS na"), Unit.POINTS),
                                        new Column("brought", effect, Unit.POINTS),
                                        new Column("low", words("95% low", "95% laag"), Unit.POINTS),
                                        new Column("high", words("95% high", "95% hoog"), Unit.POINTS)),
                                effect),
                        words("Before and after", "Voor en na"),
                        words(
                                "The 24 measures that took effect last. NPS of the answers before and after it took effect, and what it"
                                        + " brought: after - before, less the same of the control scope where there is one, with the 95%"
                                        + " interval that may be looked at every day. An interval that holds 0 says nothing; under 30"
                                        + " answers before or after neither does the rest.",
                                "De 24 maatregelen die het laatst van kracht werden. NPS van de antwoorden ervoor en erna, en de opbrengst:"
                                        + " na - voor, min hetzelfde van het vergelijkingsgebied als dat er is, met het 95%-interval waar"
                                        + " elke dag naar gekeken mag worden. Een interval waar 0 in ligt zegt niets; onder de 30 antwoorden"
                                        + " voor of na de rest ook niet."),
                        Unit.POINTS,
                        24,
                        11,
                        List.of(
                                column(
                                        "max by (measure, owner, state, verdict) (%s)"
                                                .formatted(Series.of(MeasureMetric.STATE)),
                                        words("known", "bekend")),
                                column("1000 * " + by(Series.of(MeasureMetric.EFFECTIVE)), words("since", "sinds")),
                                column(score("before"), words("before", "voor")),
                                column(score("after"), words("after", "na")),
                                column(effect("value"), words("brought", "opbrengst")),
                                column(effect("low"), words("low", "laag")),
                                column(effect("high"), words("high", "hoog"))))
                .named(Term.MEASURES);
    }

    private static Panel brought() {
        return Panel.lines(
                        words("What each brought so far, in NPS points", "Wat elke tot dan bracht, in NPS-punten"),
                        words(
                                "As it was known then: after - before, less the same of the control scope where there is one. Look at the interval in the"
                                        + " table before believing it; under 30 answers it says little.",
                                "Zoals toen bekend: na - voor, min hetzelfde van het vergelijkingsgebied als dat er is. Kijk naar het interval in de"
                                        + " tabel voor u het gelooft; onder de 30 antwoorden zegt het weinig."),
                        Unit.POINTS,
                        range(effect("value"), same("{{measure}}")))
                .size(12, 9);
    }

    private static Panel answers() {
        return Panel.bars(
                        words("Answers compared", "Vergeleken antwoorden"),
                        words(
                                "How many answers before and after are compared. To see a change of 20 points takes about 240 on"
                                        + " either side, of 10 points 940.",
                                "Hoeveel antwoorden ervoor en erna worden vergeleken. Een verschil van 20 punten zien vergt er aan elke"
                                        + " kant ongeveer 240, van 10 punten 940."),
                        Unit.COUNT,
                        now(
                                "sort_desc(max by (measure, period) (%s))"
                                        .formatted(Series.of(MeasureMetric.RESPONSES)),
                                same("{{measure}}, {{period}}")))
                .size(12, 9);
    }

    private static String score(String period) {
        return by(Series.of(MeasureMetric.SCORE, label("period", period), label("bound", "value")));
    }

    private static String effect(String bound) {
        return by(Series.of(MeasureMetric.EFFECT, label("bound", bound)));
    }

    private static String by(String series) {
        return "max by (measure) (" + series + ")";
    }
}

package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Board.Row.row;
import static nl.klantstem.house.dashboards.Choice.AUDIENCE;
import static nl.klantstem.house.dashboards.Choice.JOURNEY;
import static nl.klantstem.house.dashboards.Choice.WINDOW;
import static nl.klantstem.house.dashboards.Choice.label;
import static nl.klantstem.house.dashboards.Choice.window;
import static nl.klantstem.house.dashboards.Formula.score;
import static nl.klantstem.house.dashboards.Formula.share;
import static nl.klantstem.house.dashboards.Formula.sum;
import static nl.klantstem.house.dashboards.Formula.sumBy;
import static nl.klantstem.house.dashboards.Query.column;
import static nl.klantstem.house.dashboards.Query.now;
import static nl.klantstem.house.dashboards.Query.range;
import static nl.klantstem.house.dashboards.Words.same;
import static nl.klantstem.house.dashboards.Words.words;

import java.util.List;
import java.util.Set;
import nl.klantstem.expose.MetricCatalogue;
import nl.klantstem.house.dashboards.Board.Variable;
import nl.klantstem.house.dashboards.Panel.Column;
import nl.klantstem.house.dashboards.Panel.Look;

/** How a journey does, at which step it hurts, and what came of it. */
final class JourneyBoard {

    private static final Link DRIVERS =
            Link.to("drivers", words("Why they contact us: drivers", "Waarom ze contact zoeken: contactredenen"));

    private static final String STEP = "{{journey}}, {{step}}";

    static final Words LOW = words("95% low", "95% laag");
    static final Words HIGH = words("95% high", "95% hoog");

    private JourneyBoard() {}

    static Board board() {
        return new Board(
                "journey",
                words("Journey", "Klantreis"),
                words(
                        "How a journey does, at which step it hurts, and what came of it.",
                        "Hoe het met een klantreis gaat, bij welke stap het pijn doet, en wat ervan kwam."),
                "now-7d",
                "1m",
                Set.of(Variable.AUDIENCE, Variable.JOURNEY, Variable.WINDOW),
                List.of(
                        row(nps(), categories()),
                        row(scores(), channels(), handling()),
                        row(
                                words(
                                        "Steps (of answers and ways of the last 28 days)",
                                        "Stappen (antwoorden en gangen van de laatste 28 dagen)"),
                                steps(),
                                stepScores(),
                                emotions()),
                        row(words("What came of it", "Wat ervan kwam"), drivers(), repeats(), outcomes(), links())));
    }

    private static Panel nps() {
        var score = score(MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES, "", AUDIENCE, JOURNEY, WINDOW);
        return Panel.lines(
                        words("NPS with its 95% interval", "NPS met 95%-interval"),
                        words(
                                "100 x (promoters - detractors) / answers of the window up to then, of the chosen journeys together; the"
                                        + " interval is adjusted Wald. Drawn from 30 answers on.",
                                "100 x (promotors - criticasters) / antwoorden van het venster tot dan, van de gekozen klantreizen samen; het"
                                        + " interval is aangepast Wald. Getekend vanaf 30 antwoorden."),
                        Unit.POINTS,
                        range(score.npsOfEnough(), same("NPS")),
                        range(score.low(), LOW),
                        range(score.high(), HIGH),
                        range(
                                "avg(%s)".formatted(Series.of(MetricCatalogue.NPS_TARGET, JOURNEY)),
                                words("target", "doel")))
                .to(DRIVERS);
    }

    private static Panel categories() {
        return Panel.lines(
                        words("Answers by category", "Antwoorden per categorie"),
                        words(
                                "Answers in the window up to then: promoters 9 and 10, passives 7 and 8, detractors 0 to 6. Groups"
                                        + " under 5 are left out where the cluster suppresses them.",
                                "Antwoorden in het venster tot dan: promotors 9 en 10, passief 7 en 8, criticasters 0 tot 6. Groepen"
                                        + " onder de 5 blijven weg waar het cluster ze onderdrukt."),
                        Unit.COUNT,
                        category("promoter", words("promoters", "promotors")),
                        category("passive", words("passives", "passief")),
                        category("detractor", words("detractors", "criticasters")))
                .stacked(Panel.Stack.SHARES);
    }

    private static Query category(String category, Words name) {
        return range(
                sum(Series.of(
                        MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES,
                        AUDIENCE,
                        JOURNEY,
                        WINDOW,
                        label("category", category))),
                name);
    }

    private static Panel scores() {
        return Panel.lines(
                        words("Scores given, per hour", "Gegeven scores, per uur"),
                        words(
                                "Answers by score 0 to 10 that became known in the hour up to then.",
                                "Antwoorden per score 0 tot 10 die in het uur tot dan bekend werden."),
                        Unit.COUNT,
                        range(
                                sumBy("score", Series.growth(MetricCatalogue.SURVEY_SCORES, "1h", JOURNEY)),
                                same("{{score}}")))
                .look(new Panel.Look.Heat())
                .size(8, 8);
    }

    private static Panel channels() {
        var score = score(MetricCatalogue.NPS_WINDOW_RESPONSES, "channel", AUDIENCE, JOURNEY, window("28d"));
        return Panel.bars(
                        words("NPS by channel, 28 d", "NPS per kanaal, 28 d"),
                        words(
                                "NPS of the answers of the last 28 days by channel of the contact they are about; from 30 answers on.",
                                "NPS van de antwoorden van de laatste 28 dagen per kanaal van het contact waar ze over gaan; vanaf 30"
                                        + " antwoorden."),
                        Unit.POINTS,
                        now("sort_desc(%s)".formatted(score.npsOfEnough()), same("{{channel}}")))
                .named(Term.CHANNELS);
    }

    private static Panel handling() {
        var score = score(
                MetricCatalogue.NPS_SEGMENT_WINDOW_RESPONSES,
                "segment",
                AUDIENCE,
                JOURNEY,
                "journey!=\"ALL\"",
                window("28d"),
                "segment=~\"handling=.*\"");
        return Panel.bars(
                        words("NPS by who handled it, 28 d", "NPS per afhandelaar, 28 d"),
                        words(
                                "NPS of the answers of the last 28 days by whether bot, people or both handled the contact; from 30 answers"
                                        + " on.",
                                "NPS van de antwoorden van de laatste 28 dagen per afhandeling door bot, mensen of beide; vanaf 30"
                                        + " antwoorden."),
                        Unit.POINTS,
                        now("sort_desc(%s)".formatted(score.npsOfEnough()), same("{{segment}}")))
                .named(Term.HANDLING);
    }

    private static Panel steps() {
        return Panel.bars(
                words("Steps reached", "Bereikte stappen"),
                words(
                        "How many reached each step in the last 28 days, of the journeys with steps that are chosen; the nine most.",
                        "Hoeveel er in de laatste 28 dagen elke stap bereikten, van de gekozen klantreizen met stappen; de negen"
                                + " meeste."),
                Unit.COUNT,
                now(
                        "topk(9, %s)"
                                .formatted(sumBy(
                                        "journey, step",
                                        Series.of(MetricCatalogue.JOURNEY_STEP_WINDOW, JOURNEY, window("28d")))),
                        same(STEP)));
    }

    private static Panel stepScores() {
        var score = score(MetricCatalogue.JOURNEY_STEP_RESPONSES_WINDOW, "journey, step", JOURNEY, window("28d"));
        return Panel.bars(
                words("NPS of those who met the step", "NPS van wie de stap meemaakte"),
                words(
                        "NPS of the answers of the last 28 days of those who met the step. Who met several counts at each. An"
                                + " association, not a cause. The nine lowest, from 30 answers on.",
                        "NPS van de antwoorden van de laatste 28 dagen van wie de stap meemaakte. Wie er meer meemaakte telt bij elk"
                                + " mee. Een samenhang, geen oorzaak. De negen laagste, vanaf 30 antwoorden."),
                Unit.POINTS,
                now("bottomk(9, %s)".formatted(score.npsOfEnough()), same(STEP)));
    }

    private static Panel emotions() {
        String named = sumBy(
                "journey, step, emotion",
                Series.of(MetricCatalogue.JOURNEY_STEP_EMOTION_WINDOW, JOURNEY, window("28d")));
        var times = words("Times", "Keer");
        return new Panel(
                        new Look.Table(
                                List.of(
                                        new Column("journey", words("Journey", "Klantreis"), Unit.COUNT),
                                        new Column("step", words("Step", "Stap"), Unit.STATE),
                                        new Column("emotion", words("Emotion", "Emotie"), Unit.COUNT),
                                        new Column("times", times, Unit.COUNT)),
                                times),
                        words("Emotions named at a step", "Genoemde emoties bij een stap"),
                        words(
                                "How often answers of the last 28 days name an emotion for a step; one may name several. Groups under 5 are"
                                        + " left out where the cluster suppresses them.",
                                "Hoe vaak antwoorden van de laatste 28 dagen een emotie noemen bij een stap; een antwoord kan er meer"
                                        + " noemen. Groepen onder de 5 blijven weg waar het cluster ze onderdrukt."),
                        Unit.COUNT,
                        8,
                        8,
                        List.of(column("topk(20, %s > 0)".formatted(named), words("times", "keer"))))
                .named(Term.EMOTIONS);
    }

    private static Panel drivers() {
        return Panel.bars(
                        words("Contacts by driver", "Contacten per contactreden"),
                        words(
                                "Inbound contacts of the chosen journeys in the window, the ten most frequent drivers.",
                                "Inkomende contacten van de gekozen klantreizen in het venster, de tien meest voorkomende contactredenen."),
                        Unit.COUNT,
                        now(
                                "topk(10, %s > 0)"
                                        .formatted(sumBy(
                                                "driver",
                                                Series.of(MetricCatalogue.CONTACT_DRIVER_WINDOW, JOURNEY, WINDOW))),
                                same("{{driver}}")))
                .size(6, 8);
    }

    private static Panel repeats() {
        return Panel.lines(
                        words("Contacts that come back", "Contacten die terugkomen"),
                        words(
                                "Inbound contacts that repeat an earlier one on the same issue within 7 days / all inbound contacts,"
                                        + " of the day up to then.",
                                "Inkomende contacten die een eerder over hetzelfde herhalen binnen 7 dagen / alle inkomende"
                                        + " contacten, van de dag tot dan."),
                        Unit.SHARE,
                        range(
                                share(
                                        sum(Series.growth(MetricCatalogue.REPEAT_CONTACTS, "1d", JOURNEY)),
                                        sum(Series.growth(MetricCatalogue.CONTACTS, "1d", AUDIENCE, JOURNEY))),
                                words("repeats", "herhaald")))
                .size(6, 8);
    }

    private static Panel outcomes() {
        return Panel.bars(
                        words("Outcomes of ways through the journey", "Uitkomsten van gangen door de klantreis"),
                        words(
                                "Instances of journeys by what ever came of them, since counting began; one may have several.",
                                "Gangen door klantreizen naar wat er ooit van kwam, sinds het tellen begon; een gang kan er meer hebben."),
                        Unit.COUNT,
                        now(
                                "sort_desc(%s > 0)"
                                        .formatted(
                                                sumBy("outcome", Series.of(MetricCatalogue.JOURNEY_OUTCOMES, JOURNEY))),
                                same("{{outcome}}")))
                .named(Term.JOURNEY_OUTCOMES)
                .size(6, 8);
    }

    private static Panel links() {
        return Panel.bars(
                        words("Answers linked to a contact, 28 d", "Antwoorden gekoppeld aan een contact, 28 d"),
                        words(
                                "Responses of the last 28 days, all journeys, by whether the contact they are about is known, or why"
                                        + " not.",
                                "Antwoorden van de laatste 28 dagen, alle klantreizen, naar of het contact bekend is, of waarom niet."),
                        Unit.COUNT,
                        now(
                                "sort_desc(%s)"
                                        .formatted(sumBy(
                                                "outcome",
                                                Series.of(
                                                        MetricCatalogue.SURVEY_LINKS_WINDOW, AUDIENCE, window("28d")))),
                                same("{{outcome}}")))
                .named(Term.LINKS)
                .size(6, 8);
    }
}

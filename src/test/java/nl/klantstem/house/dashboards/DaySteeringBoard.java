package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Board.Row.row;
import static nl.klantstem.house.dashboards.Formula.LEAST_ANSWERS;
import static nl.klantstem.house.dashboards.Formula.score;
import static nl.klantstem.house.dashboards.Formula.sum;
import static nl.klantstem.house.dashboards.Formula.sumBy;
import static nl.klantstem.house.dashboards.Query.column;
import static nl.klantstem.house.dashboards.Query.range;
import static nl.klantstem.house.dashboards.Words.same;
import static nl.klantstem.house.dashboards.Words.words;

import java.util.List;
import java.util.Set;
import nl.klantstem.expose.AlertMetric;
import nl.klantstem.expose.MetricCatalogue;
import nl.klantstem.expose.SteeringMetric;
import nl.klantstem.expose.board.JourneyRow;
import nl.klantstem.house.dashboards.Board.Variable;
import nl.klantstem.house.dashboards.Panel.Column;
import nl.klantstem.house.dashboards.Panel.Look;
import nl.klantstem.house.dashboards.Panel.State;

/** The wallboard of the day-steering room: one screen, nothing to scroll. */
final class DaySteeringBoard {

    private static final String DAY = Choice.window("24h");

    /** From the name of a journey. */
    static final Link ITS_JOURNEY = Link.choosing("journey", "journey", words("This journey", "Deze klantreis"));

    private DaySteeringBoard() {}

    static Board board() {
        return new Board(
                "day-steering",
                words("Day-steering", "Dagsturing"),
                words(
                        "What is happening now, on one screen. Made for kiosk mode.",
                        "Wat er nu gebeurt, op een scherm. Gemaakt voor de kioskstand."),
                "now-24h",
                "10s",
                Set.of(Variable.AUDIENCE, Variable.JOURNEY),
                List.of(
                        row(
                                DaySteeringTiles.today(),
                                DaySteeringTiles.lastHour(),
                                DaySteeringTiles.against(),
                                DaySteeringTiles.contactRate(),
                                DaySteeringTiles.serviceLevel(),
                                DaySteeringTiles.containment(),
                                DaySteeringTiles.dataAge().size(3, 4)),
                        row(states(), contacts()),
                        row(drivers(), journeys(), alerts())));
    }

    private static Panel states() {
        var score = Series.of(
                AlertMetric.NPS_SHIFT_SCORE, Choice.AUDIENCE, Choice.JOURNEY, Choice.label("direction", "DROP"));
        var drop = Series.of(
                AlertMetric.NPS_ALERT_ACTIVE, Choice.AUDIENCE, Choice.JOURNEY, Choice.label("direction", "DROP"));
        var rise = Series.of(
                AlertMetric.NPS_ALERT_ACTIVE, Choice.AUDIENCE, Choice.JOURNEY, Choice.label("direction", "IMPROVED"));
        // A score that is not watched has no evidence.
        String state = "max by (journey) (4 * (%s == 1)) or max by (journey) (3 * (%s == 1))".formatted(drop, rise)
                + " or max by (journey) (%s >= bool %s) or max by (journey) (2 + 0 * %s)"
                        .formatted(score, JourneyRow.WORTH_AN_EYE, drop);
        return new Panel(
                        new Look.States(List.of(
                                new State(0, words("ok", "goed"), Colour.GREEN),
                                new State(1, words("watch", "let op"), Colour.YELLOW),
                                new State(2, words("too few answers", "te weinig antwoorden"), Colour.GREY),
                                new State(3, words("improved", "verbeterd"), Colour.SKY),
                                new State(4, words("drop", "daling"), Colour.VERMILION))),
                        words("State of the journeys", "Stand van de klantreizen"),
                        words(
                                "drop and improved: an incident of the detector is open. watch: a quarter of the evidence of an alarm is there."
                                        + " too few answers: the journey cannot be watched yet.",
                                "daling en verbeterd: de detector heeft een voorval open. let op: een kwart van het bewijs voor een alarm is er."
                                        + " te weinig antwoorden: de klantreis kan nog niet bewaakt worden."),
                        Unit.STATE,
                        12,
                        8,
                        List.of(range(state, same("{{journey}}"))))
                .named(Term.JOURNEYS)
                .to(DaySteeringTiles.JOURNEYS);
    }

    private static Panel contacts() {
        return Panel.lines(
                        words("Contacts today, plan and last peak", "Contacten vandaag, plan en vorige piek"),
                        words(
                                "Inbound contacts of the chosen journeys since local midnight up to the last full hour, against the plan, the"
                                        + " same weekday of last week and the same day of last year's peak. A line is absent where it is not"
                                        + " known.",
                                "Inkomende contacten van de gekozen klantreizen sinds middernacht tot het laatste hele uur, tegen het plan, dezelfde"
                                        + " weekdag van vorige week en dezelfde dag van de piek van vorig jaar. Een lijn ontbreekt waar het niet"
                                        + " bekend is."),
                        Unit.COUNT,
                        range(
                                sum(Series.of(SteeringMetric.DAY_CONTACTS, Choice.JOURNEY)),
                                words("actual", "werkelijk")),
                        held("plan", words("plan", "plan")),
                        held("last_week", words("last week", "vorige week")),
                        held("last_peak", words("last peak", "vorige piek")))
                .to(DaySteeringTiles.PEAK);
    }

    private static Query held(String baseline, Words name) {
        return range(
                sum(Series.of(SteeringMetric.BASELINE_CONTACTS, Choice.JOURNEY, Choice.label("baseline", baseline))),
                name);
    }

    private static Panel drivers() {
        String day = sumBy("driver", Series.of(MetricCatalogue.CONTACT_DRIVER_WINDOW, Choice.JOURNEY, DAY));
        String week =
                sumBy("driver", Series.of(MetricCatalogue.CONTACT_DRIVER_WINDOW, Choice.JOURNEY, Choice.window("7d")));
        var contacts = words("24 h", "24 u");
        return new Panel(
                        new Look.Table(
                                List.of(
                                        new Column("driver", words("Driver", "Contactreden"), Unit.COUNT),
                                        new Column("24 h", contacts, Unit.COUNT),
                                        new Column("change", words("v week", "t.o.v. week"), Unit.PERCENT)),
                                contacts),
                        words("Top drivers", "Belangrijkste contactredenen"),
                        words(
                                "The ten drivers with most inbound contacts in the last 24 hours, and how that differs from the daily mean of"
                                        + " the last 7 days: 24 h / (7 d / 7) - 1.",
                                "De tien contactredenen met de meeste inkomende contacten in de laatste 24 uur, en het verschil met het"
                                        + " daggemiddelde van de laatste 7 dagen: 24 u / (7 d / 7) - 1."),
                        Unit.COUNT,
                        8,
                        9,
                        List.of(
                                column("topk(10, %s > 0)".formatted(day), contacts),
                                column(
                                        "%s / (%s / 7 > 0) - 1 and topk(10, %s > 0)".formatted(day, week, day),
                                        words("change", "verschil"))))
                .to(DaySteeringTiles.DRIVERS);
    }

    private static Panel journeys() {
        var score =
                score(MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES, "journey", Choice.AUDIENCE, Choice.JOURNEY, DAY);
        var nps = same("NPS");
        return new Panel(
                        new Look.Table(
                                List.of(
                                        new Column("journey", words("Journey", "Klantreis"), Unit.COUNT)
                                                .to(ITS_JOURNEY),
                                        new Column("NPS", nps, Unit.POINTS),
                                        new Column("±", same("±"), Unit.POINTS),
                                        new Column("n", same("n"), Unit.COUNT)),
                                same("n")),
                        words("Journeys, 24 h", "Klantreizen, 24 u"),
                        words(
                                "NPS of the answers given in the last 24 hours, half the width of its 95% interval, and how many answered."
                                        + " Under %d answers it says little.".formatted(LEAST_ANSWERS),
                                "NPS van de antwoorden van de laatste 24 uur, de halve breedte van het 95%-interval, en hoeveel antwoordden."
                                        + " Onder de %d antwoorden zegt het weinig.".formatted(LEAST_ANSWERS)),
                        Unit.POINTS,
                        8,
                        9,
                        List.of(
                                column(score.nps(), nps),
                                column(score.margin(), same("±")),
                                column("%s > 0".formatted(score.n()), same("n"))))
                .named(Term.JOURNEYS);
    }

    private static Panel alerts() {
        return new Panel(
                        new Look.Table(
                                List.of(
                                        new Column("alertname", words("Alert", "Alarm"), Unit.COUNT),
                                        new Column("about", words("About", "Over"), Unit.COUNT),
                                        new Column("severity", words("Severity", "Ernst"), Unit.COUNT)),
                                words("Severity", "Ernst")),
                        words("Alerts", "Alarmen"),
                        words(
                                "What Prometheus raises now: act now is for this minute, look today for the next meeting.",
                                "Wat Prometheus nu meldt: nu handelen is voor deze minuut, vandaag bekijken voor het volgende overleg."),
                        Unit.COUNT,
                        8,
                        9,
                        List.of(column(
                                "label_join(max by (alertname, journey, driver, channel, severity) (ALERTS{alertstate=\"firing\","
                                        + " severity!=\"none\"}), \"about\", \" \", \"journey\", \"driver\", \"channel\")",
                                words("active", "actief"))))
                .named(Term.SEVERITIES)
                .orElse(words("no alarm", "geen alarm"));
    }
}

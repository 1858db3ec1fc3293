package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Board.Row.row;
import static nl.klantstem.house.dashboards.Formula.LEAST_ANSWERS;
import static nl.klantstem.house.dashboards.Formula.score;
import static nl.klantstem.house.dashboards.Formula.share;
import static nl.klantstem.house.dashboards.Formula.sum;
import static nl.klantstem.house.dashboards.Formula.sumBy;
import static nl.klantstem.house.dashboards.Query.column;
import static nl.klantstem.house.dashboards.Query.now;
import static nl.klantstem.house.dashboards.Query.range;
import static nl.klantstem.house.dashboards.Words.same;
import static nl.klantstem.house.dashboards.Words.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.klantstem.expose.AlertMetric;
import nl.klantstem.expose.MetricCatalogue;
import nl.klantstem.expose.OperationsMetric;
import nl.klantstem.expose.SteeringMetric;
import nl.klantstem.house.dashboards.Board.Variable;
import nl.klantstem.house.dashboards.Panel.Column;
import nl.klantstem.house.dashboards.Panel.Look;
import nl.klantstem.house.dashboards.Panel.State;

/** The wallboard of the day-steering room: one screen, nothing to scroll. */
final class DaySteeringBoard {

    private static final String DAY = Choice.window("24h");

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
                        row(today(), lastHour(), contactRate(), serviceLevel(), containment(), dataAge()),
                        row(states(), contacts()),
                        row(drivers(), journeys(), alerts())));
    }

    static Panel today() {
        var score = score(
                MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES,
                "",
                Choice.AUDIENCE,
                Choice.JOURNEY,
                Choice.window("today"));
        return Panel.numbers(
                words("NPS today", "NPS vandaag"),
                words(
                        "100 x (promoters - detractors) / all answers given since local midnight, with half the width of its 95%"
                                + " interval and the number of answers. Under 30 answers it says little.",
                        "100 x (promoters - criticasters) / alle antwoorden sinds middernacht, met de halve breedte van het"
                                + " 95%-interval en het aantal antwoorden. Onder de 30 antwoorden zegt het weinig."),
                Unit.POINTS,
                now(score.nps(), same("NPS")),
                now(score.margin(), same("±")),
                now(score.n(), same("n")));
    }

    private static Panel lastHour() {
        var hour = score(
                MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES, "", Choice.AUDIENCE, Choice.JOURNEY, Choice.window("1h"));
        var week = score(
                MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES, "", Choice.AUDIENCE, Choice.JOURNEY, Choice.window("7d"));
        return Panel.numbers(
                words("NPS last hour, and week", "NPS laatste uur, en week"),
                words(
                        "100 x (promoters - detractors) / all answers of the last hour, with half the width of its 95% interval,"
                                + " and of the last 7 days. Under 30 answers the hour says little.",
                        "100 x (promoters - criticasters) / alle antwoorden van het laatste uur, met de halve breedte van het"
                                + " 95%-interval, en van de laatste 7 dagen. Onder de 30 antwoorden zegt het uur weinig."),
                Unit.POINTS,
                now(hour.nps(), words("1 h", "1 u")),
                now(hour.margin(), same("±")),
                now(week.nps(), words("7 d", "7 d")));
    }

    private static Panel contactRate() {
        return Panel.numbers(
                words("Contacts per 1,000 orders", "Contacten per 1.000 bestellingen"),
                words(
                        "1,000 x inbound contacts / orders placed, last 24 hours and last 7 days. Absent without orders.",
                        "1.000 x inkomende contacten / geplaatste bestellingen, laatste 24 uur en laatste 7 dagen. Zonder"
                                + " bestellingen is er geen."),
                Unit.PER_THOUSAND,
                now(rate("24h"), words("24 h", "24 u")),
                now(rate("7d"), words("7 d", "7 d")));
    }

    private static String rate(String window) {
        return "1000 * "
                + share(
                        sum(Series.of(MetricCatalogue.CONTACT_WINDOW, Choice.AUDIENCE, Choice.window(window))),
                        sum(Series.of(MetricCatalogue.ORDER_WINDOW, Choice.AUDIENCE, Choice.window(window))));
    }

    private static Panel serviceLevel() {
        return Panel.numbers(
                        words("Service level, 24 h", "Serviceniveau, 24 u"),
                        words(
                                "Answered within the channel's promise / all whose answer was due, all channels, last 24 hours.",
                                "Beantwoord binnen de belofte van het kanaal / alle waarvan het antwoord moest komen, alle"
                                        + " kanalen, laatste 24 uur."),
                        Unit.SHARE,
                        now(serviceLevel("", DAY), words("in time", "op tijd")))
                .from(0, Colour.VERMILION)
                .from(0.7, Colour.ORANGE)
                .from(0.8, Colour.BLUE);
    }

    static String serviceLevel(String by, String... selectors) {
        return share(
                level(by, Choice.label("outcome", "IN_TIME"), selectors),
                level(by, Choice.oneOf("outcome", "IN_TIME", "MISSED"), selectors));
    }

    private static String level(String by, String outcome, String... selectors) {
        var all = new ArrayList<>(List.of(Choice.AUDIENCE, outcome));
        all.addAll(List.of(selectors));
        var series = Series.of(MetricCatalogue.SERVICE_LEVEL_WINDOW, all.toArray(String[]::new));
        return by.isEmpty() ? sum(series) : sumBy(by, series);
    }

    private static Panel containment() {
        return Panel.numbers(
                words("Bot: contained, 24 h", "Bot: zelf opgelost, 24 u"),
                words(
                        "Sessions with the bot that ended there and did not come back / all that ended, last 24 hours; confirmed:"
                                + " those that the customer said were solved.",
                        "Gesprekken met de bot die daar eindigden en niet terugkwamen / alle die eindigden, laatste 24 uur;"
                                + " bevestigd: waarvan de klant zei dat het was opgelost."),
                Unit.SHARE,
                now(contained(DAY, "CONTAINED_CONFIRMED", "CONTAINED_ASSUMED"), words("contained", "opgelost")),
                now(contained(DAY, "CONTAINED_CONFIRMED"), words("confirmed", "bevestigd")));
    }

    static String contained(String window, String... outcomes) {
        return share(
                sum(Series.of(MetricCatalogue.BOT_WINDOW, Choice.AUDIENCE, window, Choice.oneOf("outcome", outcomes))),
                sum(Series.of(MetricCatalogue.BOT_WINDOW, Choice.AUDIENCE, window, "outcome!=\"OPEN\"")));
    }

    static Panel dataAge() {
        return Panel.numbers(
                        words("Data age", "Leeftijd van de data"),
                        words(
                                "How far behind the clock the final numbers are. They wait 5 minutes for latecomers, so a few"
                                        + " minutes are right; from 10 minutes on something holds them back.",
                                "Hoe ver de definitieve getallen achterlopen op de klok. Ze wachten 5 minuten op laatkomers, dus"
                                        + " een paar minuten hoort zo; vanaf 10 minuten houdt iets ze tegen."),
                        Unit.SECONDS,
                        now(
                                "clamp_min(time() - max(%s), 0)"
                                        .formatted(Series.of(
                                                OperationsMetric.WATERMARK, Choice.label("stream", "finals"))),
                                words("behind", "achter")))
                .from(600, Colour.ORANGE)
                .from(1800, Colour.VERMILION);
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
                + " or max by (journey) (%s >= bool 0.5) or max by (journey) (2 + 0 * %s)".formatted(score, drop);
        return new Panel(
                new Look.States(List.of(
                        new State(0, words("ok", "goed"), Colour.GREEN),
                        new State(1, words("watch", "let op"), Colour.YELLOW),
                        new State(2, words("too few answers", "te weinig antwoorden"), Colour.GREY),
                        new State(3, words("improved", "verbeterd"), Colour.SKY),
                        new State(4, words("drop", "daling"), Colour.VERMILION))),
                words("State of the journeys", "Stand van de reizen"),
                words(
                        "drop and improved: an incident of the detector is open. watch: half the evidence of an alarm is there."
                                + " too few answers: the journey cannot be watched yet.",
                        "daling en verbeterd: de detector heeft een voorval open. let op: het halve bewijs voor een alarm is er."
                                + " te weinig antwoorden: de reis kan nog niet bewaakt worden."),
                Unit.STATE,
                12,
                8,
                List.of(range(state, same("{{journey}}"))));
    }

    private static Panel contacts() {
        return Panel.lines(
                words("Contacts today, plan and last peak", "Contacten vandaag, plan en vorige piek"),
                words(
                        "Inbound contacts of the chosen journeys since local midnight up to the last full hour, against the plan, the"
                                + " same weekday of last week and the same day of last year's peak. A line is absent where it is not"
                                + " known.",
                        "Inkomende contacten van de gekozen reizen sinds middernacht tot het laatste hele uur, tegen het plan, dezelfde"
                                + " weekdag van vorige week en dezelfde dag van de piek van vorig jaar. Een lijn ontbreekt waar het niet"
                                + " bekend is."),
                Unit.COUNT,
                range(sum(Series.of(SteeringMetric.DAY_CONTACTS, Choice.JOURNEY)), words("actual", "werkelijk")),
                held("plan", words("plan", "plan")),
                held("last_week", words("last week", "vorige week")),
                held("last_peak", words("last peak", "vorige piek")));
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
                                new Column("driver", words("Driver", "Aanleiding"), Unit.COUNT),
                                new Column("24 h", contacts, Unit.COUNT),
                                new Column("change", words("v week", "t.o.v. week"), Unit.SHARE)),
                        contacts),
                words("Top drivers", "Belangrijkste aanleidingen"),
                words(
                        "The ten drivers with most inbound contacts in the last 24 hours, and how that differs from the daily mean of"
                                + " the last 7 days: 24 h / (7 d / 7) - 1.",
                        "De tien aanleidingen met de meeste inkomende contacten in de laatste 24 uur, en het verschil met het"
                                + " daggemiddelde van de laatste 7 dagen: 24 u / (7 d / 7) - 1."),
                Unit.COUNT,
                8,
                9,
                List.of(
                        column("topk(10, %s > 0)".formatted(day), contacts),
                        column(
                                "%s / (%s / 7 > 0) - 1 and topk(10, %s > 0)".formatted(day, week, day),
                                words("change", "verschil"))));
    }

    private static Panel journeys() {
        var score =
                score(MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES, "journey", Choice.AUDIENCE, Choice.JOURNEY, DAY);
        var nps = same("NPS");
        return new Panel(
                new Look.Table(
                        List.of(
                                new Column("journey", words("Journey", "Reis"), Unit.COUNT),
                                new Column("NPS", nps, Unit.POINTS),
                                new Column("±", same("±"), Unit.POINTS),
                                new Column("n", same("n"), Unit.COUNT)),
                        same("n")),
                words("Journeys, 24 h", "Reizen, 24 u"),
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
                        column("%s > 0".formatted(score.n()), same("n"))));
    }

    private static Panel alerts() {
        return new Panel(
                new Look.Table(
                        List.of(
                                new Column("alertname", words("Alert", "Alarm"), Unit.COUNT),
                                new Column("journey", words("Journey", "Reis"), Unit.COUNT),
                                new Column("severity", words("Severity", "Ernst"), Unit.COUNT),
                                new Column("active", words("Active", "Actief"), Unit.COUNT)),
                        words("Severity", "Ernst")),
                words("Alerts", "Alarmen"),
                words(
                        "What Prometheus raises now; the heartbeat Watchdog is always there, and shows that alerts work.",
                        "Wat Prometheus nu meldt; de hartslag Watchdog is er altijd, en toont dat alarmen werken."),
                Unit.COUNT,
                8,
                9,
                List.of(column(
                        "max by (alertname, journey, severity) (ALERTS{alertstate=\"firing\"})",
                        words("active", "actief"))));
    }
}

package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Board.Row.row;
import static nl.klantstem.house.dashboards.Choice.label;
import static nl.klantstem.house.dashboards.Formula.sum;
import static nl.klantstem.house.dashboards.Formula.sumBy;
import static nl.klantstem.house.dashboards.Query.column;
import static nl.klantstem.house.dashboards.Query.range;
import static nl.klantstem.house.dashboards.Words.same;
import static nl.klantstem.house.dashboards.Words.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.klantstem.expose.MetricCatalogue;
import nl.klantstem.expose.SteeringMetric;
import nl.klantstem.house.dashboards.Board.Variable;
import nl.klantstem.house.dashboards.Panel.Column;
import nl.klantstem.house.dashboards.Panel.Look;
import nl.klantstem.house.dashboards.Panel.State;

/** The peak against its plan and against the peak of last year, and whether tomorrow can be met. */
final class PeakBoard {

    private static final int HOURS = 24;

    private PeakBoard() {}

    static Board board() {
        return new Board(
                "peak",
                words("Peak", "Piek"),
                words(
                        "From Black Friday to the third week of January: against plan and the same peak day of last year.",
                        "Van Black Friday tot de derde week van januari: tegen het plan en dezelfde piekdag van vorig jaar."),
                "now-7d",
                "1m",
                Set.of(Variable.AUDIENCE),
                List.of(
                        row(readiness(), reasons(), phase()),
                        row(cumulative(), journeys()),
                        row(heat(), serviceLevel()),
                        row(returns(), orders())));
    }

    private static Panel readiness() {
        return new Panel(
                        new Look.States(List.of(
                                new State(0, words("ADJUST", "BIJSTUREN"), Colour.VERMILION),
                                new State(1, words("READY", "KLAAR"), Colour.BLUE))),
                        words("Ready for tomorrow", "Klaar voor morgen"),
                        words(
                                "Per area of the day-steering meeting. ADJUST: tomorrow's contacts (plan x actual / plan of the last 24 hours,"
                                        + " and what is open) exceed what can be handled, a target was missed in two hours today, or there is"
                                        + " no plan.",
                                "Per gebied van het dagstartoverleg. BIJSTUREN: de contacten van morgen (plan x werkelijk / plan van de laatste"
                                        + " 24 uur, en wat openstaat) gaan boven de capaciteit, een doel is vandaag twee uren gemist, of er"
                                        + " is geen plan."),
                        Unit.STATE,
                        8,
                        8,
                        List.of(range(
                                "max by (area) (%s)".formatted(Series.of(SteeringMetric.READY)), same("{{area}}"))))
                .named(Term.STEERING);
    }

    private static Panel reasons() {
        var count = words("Reasons", "Redenen");
        String reasons = "max by (area, reason) (%s)".formatted(Series.of(SteeringMetric.REASONS));
        return new Panel(
                        new Look.Table(
                                List.of(
                                        new Column("area", words("Area", "Gebied"), Unit.COUNT),
                                        new Column("reason", words("Reason", "Reden"), Unit.COUNT),
                                        new Column("count", count, Unit.COUNT),
                                        new Column(
                                                "contacts", words("Contacts short", "Contacten tekort"), Unit.COUNT)),
                                count),
                        words("What to adjust", "Wat bij te sturen"),
                        words(
                                "How many reasons there are (channels, service partners), and the contacts that are too many for tomorrow's"
                                        + " capacity or were answered too late today.",
                                "Hoeveel redenen er zijn (kanalen, servicepartners), en de contacten die te veel zijn voor de capaciteit van"
                                        + " morgen of vandaag te laat beantwoord zijn."),
                        Unit.COUNT,
                        8,
                        8,
                        List.of(
                                column("%s > 0".formatted(reasons), words("count", "aantal")),
                                column(
                                        "max by (area, reason) (%s) and %s > 0"
                                                .formatted(Series.of(SteeringMetric.SHORTFALL), reasons),
                                        words("contacts", "contacten"))))
                .named(Term.STEERING)
                .orElse(words("nothing to adjust", "niets bij te sturen"));
    }

    private static Panel phase() {
        return new Panel(
                new Look.States(List.of(
                        new State(0, words("no", "nee"), Colour.GREY),
                        new State(1, words("now", "nu"), Colour.ORANGE))),
                words("Calendar of the peak", "Kalender van de piek"),
                words(
                        "The phases of the peak and the days that they hang on, computed for each year (Black Friday moves).",
                        "De fasen van de piek en de dagen waar ze aan hangen, per jaar berekend (Black Friday schuift)."),
                Unit.STATE,
                8,
                8,
                List.of(range(
                        "max by (event) (%s)"
                                .formatted(Series.of(SteeringMetric.CALENDAR_EVENT_ACTIVE, label("kind", "phase"))),
                        same("{{event}}"))));
    }

    private static Panel cumulative() {
        return Panel.lines(
                words("Contacts of the day so far", "Contacten van de dag tot nu"),
                words(
                        "Inbound contacts of customers and partners since local midnight up to the last full hour, against the plan,"
                                + " the same weekday of last week, and the same day of last year's peak, counted from its anchor day."
                                + " A line is absent where it is not known.",
                        "Inkomende contacten van klanten en partners sinds middernacht tot het laatste hele uur, tegen het plan,"
                                + " dezelfde weekdag van vorige week, en dezelfde dag van de piek van vorig jaar, geteld vanaf de"
                                + " ankerdag. Een lijn ontbreekt waar het niet bekend is."),
                Unit.COUNT,
                range(sum(Series.of(SteeringMetric.DAY_CONTACTS)), words("actual", "werkelijk")),
                baseline("plan", words("plan", "plan")),
                baseline("last_week", words("last week", "vorige week")),
                baseline("last_peak", words("last peak", "vorige piek")));
    }

    private static Query baseline(String baseline, Words name) {
        return range(sum(Series.of(SteeringMetric.BASELINE_CONTACTS, label("baseline", baseline))), name);
    }

    private static Panel journeys() {
        var actual = words("Today", "Vandaag");
        return new Panel(
                new Look.Table(
                        List.of(
                                new Column("journey", words("Journey", "Klantreis"), Unit.COUNT)
                                        .to(DaySteeringBoard.ITS_JOURNEY),
                                new Column("today", actual, Unit.COUNT),
                                new Column("plan", words("Plan", "Plan"), Unit.COUNT),
                                new Column("v plan", words("v plan", "t.o.v. plan"), Unit.SHARE),
                                new Column("last week", words("Last week", "Vorige week"), Unit.COUNT),
                                new Column("last peak", words("Last peak", "Vorige piek"), Unit.COUNT)),
                        actual),
                words("By journey, day so far", "Per klantreis, dag tot nu"),
                words(
                        "Inbound contacts since local midnight up to the last full hour against plan, last week and last peak up to the"
                                + " same hour.",
                        "Inkomende contacten sinds middernacht tot het laatste hele uur tegen plan, vorige week en vorige piek tot"
                                + " hetzelfde uur."),
                Unit.COUNT,
                12,
                8,
                List.of(
                        column(byJourney(Series.of(SteeringMetric.DAY_CONTACTS)), words("today", "vandaag")),
                        column(byJourney(held("plan")), words("plan", "plan")),
                        column(
                                "%s / (%s > 0) - 1"
                                        .formatted(
                                                byJourney(Series.of(SteeringMetric.DAY_CONTACTS)),
                                                byJourney(held("plan"))),
                                words("v plan", "t.o.v. plan")),
                        column(byJourney(held("last_week")), words("last week", "vorige week")),
                        column(byJourney(held("last_peak")), words("last peak", "vorige piek"))));
    }

    private static String held(String baseline) {
        return Series.of(SteeringMetric.BASELINE_CONTACTS, label("baseline", baseline));
    }

    private static String byJourney(String series) {
        return sumBy("journey", series);
    }

    /** Prometheus knows no zones: in the peak local time is an hour ahead of UTC. */
    private static Panel heat() {
        String contacts = sum(Series.growth(MetricCatalogue.CONTACTS, "1h", Choice.AUDIENCE));
        var hours = IntStream.range(0, HOURS)
                .mapToObj(hour -> range(
                        "%s and on () (hour(vector(time() + 3600)) == %d)".formatted(contacts, hour),
                        same("%02d".formatted(hour))))
                .toArray(Query[]::new);
        return Panel.heat(
                words("Contacts by hour and day", "Contacten per uur en dag"),
                words(
                        "Inbound contacts in the hour up to then, by hour of the day in winter time (UTC+1), which the whole peak is in."
                                + " Look at a week or more.",
                        "Inkomende contacten in het uur tot dan, per uur van de dag in wintertijd (UTC+1), waar de hele piek in ligt."
                                + " Kijk naar een week of meer."),
                Unit.COUNT,
                hours);
    }

    private static Panel serviceLevel() {
        return Panel.lines(
                        words("Service level of the day", "Servicelevel van de dag"),
                        words(
                                "Answered within the channel's promise / all whose answer was due since local midnight, by channel.",
                                "Beantwoord binnen de belofte van het kanaal / alle waarvan het antwoord moest komen sinds middernacht, per"
                                        + " kanaal."),
                        Unit.SHARE,
                        range(DaySteeringTiles.serviceLevel("channel", Choice.window("today")), same("{{channel}}")))
                .named(Term.CHANNELS)
                .to(Link.to("channels", words("Channels and bot", "Kanalen en bot")));
    }

    private static Panel returns() {
        return Panel.lines(
                words("The wave of returns: contacts of 7 days", "De retourgolf: contacten van 7 dagen"),
                words(
                        "Inbound contacts of the 7 days up to then about returns and exchanges: after Christmas they come, until the"
                                + " third week of January.",
                        "Inkomende contacten van de 7 dagen tot dan over retouren en ruilen: na Kerst komen ze, tot de derde week van"
                                + " januari."),
                Unit.COUNT,
                range(
                        sumBy(
                                "driver",
                                Series.of(
                                        MetricCatalogue.CONTACT_DRIVER_WINDOW,
                                        Choice.window("7d"),
                                        "driver=~\"returns/.*\"")),
                        same("{{driver}}")));
    }

    private static Panel orders() {
        return Panel.lines(
                words("Orders of the day so far", "Bestellingen van de dag tot nu"),
                words(
                        "Orders placed since local midnight up to the last full hour, against plan, last week and last peak.",
                        "Geplaatste bestellingen sinds middernacht tot het laatste hele uur, tegen plan, vorige week en vorige piek."),
                Unit.COUNT,
                range(sales(SteeringMetric.ACTUAL), words("actual", "werkelijk")),
                range(sales(SteeringMetric.PLAN), words("plan", "plan")),
                range(
                        sales(SteeringMetric.BASELINE, label("baseline", "last_week")),
                        words("last week", "vorige week")),
                range(
                        sales(SteeringMetric.BASELINE, label("baseline", "last_peak")),
                        words("last peak", "vorige piek")));
    }

    private static String sales(SteeringMetric metric, String... more) {
        var selectors = new ArrayList<>(List.of(label("area", "SALES"), label("period", "today")));
        selectors.addAll(List.of(more));
        return "max(" + Series.of(metric, selectors.toArray(String[]::new)) + ")";
    }
}

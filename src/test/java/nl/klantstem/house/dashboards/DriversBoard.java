package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Board.Row.row;
import static nl.klantstem.house.dashboards.Choice.AUDIENCE;
import static nl.klantstem.house.dashboards.Choice.WINDOW;
import static nl.klantstem.house.dashboards.Choice.label;
import static nl.klantstem.house.dashboards.Choice.window;
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

/** Why customers contact the shop, and which contacts need not have happened. */
final class DriversBoard {

    private static final String FAILURE = label("demand", "FAILURE");

    private DriversBoard() {}

    static Board board() {
        return new Board(
                "drivers",
                words("Drivers and avoidable contacts", "Contactredenen en vermijdbare contacten"),
                words(
                        "Why customers contact the shop, which contacts need not have happened, and who can prevent them.",
                        "Waarom klanten contact zoeken, welke contacten niet nodig waren geweest, en wie ze kan voorkomen."),
                "now-7d",
                "1m",
                Set.of(Variable.AUDIENCE, Variable.WINDOW),
                List.of(
                        row(pareto(), movers(), demand()),
                        row(departments(), causes(), course()),
                        row(routing(), misrouted())));
    }

    private static Panel pareto() {
        String contacts = sumBy("driver", Series.of(MetricCatalogue.CONTACT_DRIVER_WINDOW, WINDOW));
        return Panel.bars(
                        words("Contacts by driver", "Contacten per contactreden"),
                        words(
                                "Inbound contacts in the window by driver, two levels deep, the fifteen most frequent.",
                                "Inkomende contacten in het venster per contactreden, twee niveaus diep, de vijftien meest"
                                        + " voorkomende."),
                        Unit.COUNT,
                        now("topk(15, %s > 0)".formatted(contacts), same("{{driver}}")))
                .size(8, 11);
    }

    private static Panel movers() {
        String day = sumBy("driver", Series.of(MetricCatalogue.CONTACT_DRIVER_WINDOW, window("24h")));
        String week = sumBy("driver", Series.of(MetricCatalogue.CONTACT_DRIVER_WINDOW, window("7d")));
        String month = sumBy("driver", Series.of(MetricCatalogue.CONTACT_DRIVER_WINDOW, window("28d")));
        var name = words("v week", "t.o.v. week");
        return new Panel(
                new Look.Table(
                        List.of(
                                new Column("driver", words("Driver", "Contactreden"), Unit.COUNT),
                                new Column("24 h", words("24 h", "24 u"), Unit.COUNT),
                                new Column("v week", name, Unit.PERCENT),
                                new Column("v 28 d", words("v 28 d", "t.o.v. 28 d"), Unit.PERCENT)),
                        name),
                words("What moves", "Wat beweegt"),
                words(
                        "Contacts of the last 24 hours against the daily mean of the last 7 and 28 days: 24 h / (7 d / 7) - 1. Drivers"
                                + " with 10 contacts or more in the 24 hours.",
                        "Contacten van de laatste 24 uur tegen het daggemiddelde van de laatste 7 en 28 dagen: 24 u / (7 d / 7) - 1."
                                + " Contactredenen met 10 contacten of meer in de 24 uur."),
                Unit.COUNT,
                8,
                11,
                List.of(
                        column("%s >= 10".formatted(day), words("24 h", "24 u")),
                        column("%s / (%s / 7 > 0) - 1 and %s >= 10".formatted(day, week, day), name),
                        column(
                                "%s / (%s / 28 > 0) - 1 and %s >= 10".formatted(day, month, day),
                                words("v 28 d", "t.o.v. 28 d"))));
    }

    private static Panel demand() {
        return Panel.lines(
                        words("Worth having, or not", "De moeite waard, of niet"),
                        words(
                                "Inbound contacts in the window up to then: worth having, avoidable because something went wrong,"
                                        + " or not known: the driver does not say.",
                                "Inkomende contacten in het venster tot dan: de moeite waard, vermijdbaar omdat er iets misging, of"
                                        + " onbekend: de contactreden zegt het niet."),
                        Unit.COUNT,
                        range(
                                sumBy("demand", Series.of(MetricCatalogue.CONTACT_WINDOW, AUDIENCE, WINDOW)),
                                same("{{demand}}")))
                .stacked(Panel.Stack.SHARES)
                .named(Term.DEMAND)
                .size(8, 11);
    }

    private static Panel departments() {
        String here =
                sumBy("department", Series.of(MetricCatalogue.DEPARTMENT_WINDOW, AUDIENCE, window("7d"), FAILURE));
        String before =
                sumBy("department", Series.of(MetricCatalogue.AVOIDABLE_PREVIOUS_WINDOW, AUDIENCE, window("7d")));
        var contacts = words("7 d", "7 d");
        return new Panel(
                new Look.Table(
                        List.of(
                                new Column("department", words("Department", "Afdeling"), Unit.COUNT),
                                new Column("7 d", contacts, Unit.COUNT),
                                new Column("before", words("7 d before", "7 d ervoor"), Unit.COUNT),
                                new Column("change", words("Change", "Verschil"), Unit.PERCENT)),
                        contacts),
                words("Who can prevent them", "Wie ze kan voorkomen"),
                words(
                        "Avoidable contacts of the last 7 days by owning department, against the 7 days before.",
                        "Vermijdbare contacten van de laatste 7 dagen per verantwoordelijke afdeling, tegen de 7 dagen ervoor."),
                Unit.COUNT,
                8,
                9,
                List.of(
                        column("%s > 0".formatted(here), contacts),
                        column("%s and %s > 0".formatted(before, here), words("before", "ervoor")),
                        column("%s / (%s > 0) - 1".formatted(here, before), words("change", "verschil"))));
    }

    private static Panel causes() {
        return Panel.bars(
                        words("Causes, last 7 days", "Oorzaken, laatste 7 dagen"),
                        words(
                                "Avoidable contacts that became known in the last 7 days by cause.",
                                "Vermijdbare contacten die in de laatste 7 dagen bekend werden, per oorzaak."),
                        Unit.COUNT,
                        now(
                                "sort_desc(%s > 0)"
                                        .formatted(sumBy(
                                                "cause", Series.growth(MetricCatalogue.AVOIDABLE_CONTACTS, "7d"))),
                                same("{{cause}}")))
                .named(Term.CAUSES)
                .orElse(words("none became known", "geen bekend geworden"))
                .size(8, 9);
    }

    private static Panel course() {
        return Panel.lines(
                        words("Avoidable part of known demand", "Vermijdbaar deel van de bekende vraag"),
                        words(
                                "Avoidable / (avoidable + worth having) of the window up to then.",
                                "Vermijdbaar / (vermijdbaar + de moeite waard) van het venster tot dan."),
                        Unit.SHARE,
                        range(
                                share(
                                        sum(Series.of(MetricCatalogue.CONTACT_WINDOW, AUDIENCE, WINDOW, FAILURE)),
                                        sum(Series.of(
                                                MetricCatalogue.CONTACT_WINDOW,
                                                AUDIENCE,
                                                WINDOW,
                                                "demand!=\"UNKNOWN\""))),
                                words("avoidable", "vermijdbaar")))
                .size(8, 9);
    }

    private static Panel routing() {
        return new Panel(
                        new Look.Table(
                                List.of(
                                        new Column("intended", words("Should handle it", "Hoort bij"), Unit.COUNT),
                                        new Column("handled", words("Handled it first", "Kwam bij"), Unit.COUNT),
                                        new Column("contacts", words("Contacts", "Contacten"), Unit.COUNT)),
                                words("Contacts", "Contacten")),
                        words(
                                "Platform or partner: who should, and who did, 7 d",
                                "Platform of partner: wie hoort, en wie deed, 7 d"),
                        words(
                                "Inbound contacts of the last 7 days by who should handle them by the catalogue's ownership rules, and who"
                                        + " did first.",
                                "Inkomende contacten van de laatste 7 dagen naar wie ze volgens de catalogus hoort te behandelen, en wie dat"
                                        + " als eerste deed."),
                        Unit.COUNT,
                        12,
                        8,
                        List.of(column(
                                sumBy(
                                                "intended, handled",
                                                Series.of(
                                                        MetricCatalogue.CONTACT_ROUTING_WINDOW, AUDIENCE, window("7d")))
                                        + " > 0",
                                words("contacts", "contacten"))))
                .named(Term.PARTIES);
    }

    private static Panel misrouted() {
        String wrong = "(%s + %s)".formatted(routed("PLATFORM", "PARTNER"), routed("PARTNER", "PLATFORM"));
        return Panel.lines(
                words("Wrong door", "Verkeerde deur"),
                words(
                        "Contacts of the last 7 days that came to the platform and belonged with a partner, or the other way round /"
                                + " all of which both are known.",
                        "Contacten van de laatste 7 dagen die bij het platform kwamen en bij een partner hoorden, of andersom / alle"
                                + " waarvan beide bekend zijn."),
                Unit.SHARE,
                range(
                        share(
                                wrong,
                                sum(Series.of(
                                        MetricCatalogue.CONTACT_ROUTING_WINDOW,
                                        AUDIENCE,
                                        window("7d"),
                                        "intended!=\"unknown\"",
                                        "handled!=\"unknown\""))),
                        words("wrong door", "verkeerde deur")));
    }

    private static String routed(String intended, String handled) {
        return sum(Series.of(
                MetricCatalogue.CONTACT_ROUTING_WINDOW,
                AUDIENCE,
                window("7d"),
                label("intended", intended),
                label("handled", handled)));
    }
}

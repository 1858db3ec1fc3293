package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Board.Row.row;
import static nl.klantstem.house.dashboards.Choice.AUDIENCE;
import static nl.klantstem.house.dashboards.Choice.label;
import static nl.klantstem.house.dashboards.Choice.oneOf;
import static nl.klantstem.house.dashboards.Choice.window;
import static nl.klantstem.house.dashboards.Formula.score;
import static nl.klantstem.house.dashboards.Formula.share;
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

/** How service partners do beside the own house, and selling partners as customers of ours. */
final class PartnersBoard {

    private static final String PARTNER = label("audience", "PARTNER");
    private static final String BY = "service_partner";

    private PartnersBoard() {}

    static Board board() {
        return new Board(
                "partners",
                words("Partners and service partners", "Partners en servicepartners"),
                words(
                        "How service partners do beside the own house, and how selling partners fare with us.",
                        "Hoe servicepartners het doen naast het eigen huis, en hoe het verkooppartners bij ons vergaat."),
                "now-7d",
                "1m",
                Set.of(Variable.AUDIENCE),
                List.of(
                        row(words("Service partners", "Servicepartners"), table(), contacts()),
                        row(
                                words("Selling partners", "Verkooppartners"),
                                partnerScore(),
                                partnerContacts(),
                                partnerDrivers()),
                        row(words("Carriers", "Vervoerders"), carriers(), suspected())));
    }

    private static Panel table() {
        var score = score(MetricCatalogue.SERVICE_PARTNER_RESPONSES, BY, AUDIENCE, window("28d"));
        String level = share(level(label("outcome", "IN_TIME")), level(oneOf("outcome", "IN_TIME", "MISSED")));
        String first = share(first(label("outcome", "RESOLVED")), first(oneOf("outcome", "RESOLVED", "REPEATED")));
        var nps = same("NPS");
        return new Panel(
                        new Look.Table(
                                List.of(
                                        new Column(BY, words("Service partner", "Servicepartner"), Unit.COUNT),
                                        new Column("contacts", words("Contacts 7 d", "Contacten 7 d"), Unit.COUNT),
                                        new Column("in time", words("In time", "Op tijd"), Unit.SHARE),
                                        new Column("first", words("First contact", "Eerste contact"), Unit.SHARE),
                                        new Column("NPS", nps, Unit.POINTS),
                                        new Column("±", same("±"), Unit.POINTS),
                                        new Column("n", same("n"), Unit.COUNT)),
                                words("Contacts 7 d", "Contacten 7 d")),
                        words("Service partners beside each other", "Servicepartners naast elkaar"),
                        words(
                                "Contacts and answers in time of the last 7 days; solved at first contact and NPS with half the width of its"
                                        + " 95% interval of the last 28. They handle other contacts, so a difference of less than both"
                                        + " margins says nothing.",
                                "Contacten en op tijd beantwoord van de laatste 7 dagen; opgelost bij eerste contact en NPS met de halve"
                                        + " breedte van het 95%-interval van de laatste 28. Ze doen andere contacten, dus een verschil kleiner"
                                        + " dan beide marges zegt niets."),
                        Unit.COUNT,
                        16,
                        8,
                        List.of(
                                column("%s > 0".formatted(handled()), words("contacts", "contacten")),
                                column(level, words("in time", "op tijd")),
                                column(first, words("first", "eerste")),
                                column(score.nps(), nps),
                                column(score.margin(), same("±")),
                                column("%s > 0".formatted(score.n()), same("n"))))
                .named(Term.SERVICE_PARTNERS);
    }

    private static String handled() {
        return sumBy(BY, Series.of(MetricCatalogue.SERVICE_PARTNER_WINDOW, AUDIENCE, window("7d")));
    }

    private static String level(String outcome) {
        return sumBy(BY, Series.of(MetricCatalogue.SERVICE_PARTNER_LEVEL_WINDOW, AUDIENCE, window("7d"), outcome));
    }

    private static String first(String outcome) {
        return sumBy(BY, Series.of(MetricCatalogue.SERVICE_PARTNER_FIRST_WINDOW, AUDIENCE, window("28d"), outcome));
    }

    private static Panel contacts() {
        return Panel.lines(
                        words("Contacts by service partner, 24 h", "Contacten per servicepartner, 24 u"),
                        words(
                                "Inbound contacts of the 24 hours up to then, by who handled them last.",
                                "Inkomende contacten van de 24 uur tot dan, naar wie ze het laatst behandelde."),
                        Unit.COUNT,
                        range(
                                sumBy(BY, Series.of(MetricCatalogue.SERVICE_PARTNER_WINDOW, AUDIENCE, window("24h")))
                                        + " > 0",
                                same("{{service_partner}}")))
                .named(Term.SERVICE_PARTNERS)
                .stacked(Panel.Stack.ADDED)
                .size(8, 8);
    }

    private static Panel partnerScore() {
        var score = score(MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES, "journey", PARTNER, window("28d"));
        var nps = same("NPS");
        return new Panel(
                new Look.Table(
                        List.of(
                                new Column("journey", words("Journey", "Klantreis"), Unit.COUNT),
                                new Column("NPS", nps, Unit.POINTS),
                                new Column("±", same("±"), Unit.POINTS),
                                new Column("n", same("n"), Unit.COUNT)),
                        same("n")),
                words("Voice of the partner, 28 d", "Stem van de partner, 28 d"),
                words(
                        "NPS of the answers of selling partners of the last 28 days, half the width of its 95% interval, and how many"
                                + " answered. Under 30 answers it says little.",
                        "NPS van de antwoorden van verkooppartners van de laatste 28 dagen, de halve breedte van het 95%-interval, en"
                                + " hoeveel antwoordden. Onder de 30 antwoorden zegt het weinig."),
                Unit.POINTS,
                8,
                8,
                List.of(
                        column(score.nps(), nps),
                        column(score.margin(), same("±")),
                        column("%s > 0".formatted(score.n()), same("n"))));
    }

    private static Panel partnerContacts() {
        return Panel.lines(
                        words("Contacts of selling partners, 24 h", "Contacten van verkooppartners, 24 u"),
                        words(
                                "Inbound contacts of selling partners in the 24 hours up to then, by whether they were worth having.",
                                "Inkomende contacten van verkooppartners in de 24 uur tot dan, naar of ze de moeite waard waren."),
                        Unit.COUNT,
                        range(
                                sumBy("demand", Series.of(MetricCatalogue.CONTACT_WINDOW, PARTNER, window("24h"))),
                                same("{{demand}}")))
                .named(Term.DEMAND)
                .stacked(Panel.Stack.ADDED)
                .size(8, 8);
    }

    private static Panel partnerDrivers() {
        return Panel.bars(
                        words("Their journeys, since counting began", "Hun klantreizen, sinds het tellen begon"),
                        words(
                                "Inbound contacts of selling partners by journey, since counting began.",
                                "Inkomende contacten van verkooppartners per klantreis, sinds het tellen begon."),
                        Unit.COUNT,
                        now(
                                "topk(10, %s > 0)"
                                        .formatted(sumBy("journey", Series.of(MetricCatalogue.CONTACTS, PARTNER))),
                                same("{{journey}}")))
                .size(8, 8);
    }

    private static Panel carriers() {
        return Panel.bars(
                        words("Delivered in time, 28 d", "Op tijd bezorgd, 28 d"),
                        words(
                                "Shipments that the carrier got in the last 28 days: delivered by the promise / all whose promise is"
                                        + " over.",
                                "Zendingen die de vervoerder in de laatste 28 dagen kreeg: bezorgd binnen de belofte / alle waarvan de"
                                        + " belofte voorbij is."),
                        Unit.SHARE,
                        now(
                                "sort_desc(%s)"
                                        .formatted(share(
                                                shipments(label("outcome", "ON_TIME")),
                                                shipments(oneOf("outcome", "ON_TIME", "LATE", "LOST", "OVERDUE")))),
                                same("{{carrier}}")))
                .size(12, 7);
    }

    private static String shipments(String outcome) {
        return sumBy("carrier", Series.of(MetricCatalogue.DELIVERY_WINDOW, AUDIENCE, window("28d"), outcome));
    }

    private static Panel suspected() {
        return Panel.bars(
                        words("Parcels that may be lost, now", "Pakketten die kwijt kunnen zijn, nu"),
                        words(
                                "Parcels that are suspected to be lost before the customer says so, by carrier.",
                                "Pakketten waarvan vermoed wordt dat ze kwijt zijn, voor de klant het zegt, per vervoerder."),
                        Unit.COUNT,
                        now(
                                "sort_desc(%s > 0)"
                                        .formatted(sumBy("carrier", Series.of(MetricCatalogue.PARCELS_SUSPECTED))),
                                same("{{carrier}}")))
                .orElse(words("none", "geen"))
                .size(12, 7);
    }
}

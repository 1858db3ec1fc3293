package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Board.Row.row;
import static nl.klantstem.house.dashboards.Choice.AUDIENCE;
import static nl.klantstem.house.dashboards.Choice.CHANNEL;
import static nl.klantstem.house.dashboards.Choice.WINDOW;
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

/** Whether customers reach someone, and whether the bot helps or gets in the way. */
final class ChannelsBoard {

    private ChannelsBoard() {}

    static Board board() {
        return new Board(
                "channels",
                words("Channels and bot", "Kanalen en bot"),
                words(
                        "Whether customers reach someone, and whether the bot helps or gets in the way.",
                        "Of klanten iemand bereiken, en of de bot helpt of in de weg zit."),
                "now-24h",
                "1m",
                Set.of(Variable.AUDIENCE, Variable.CHANNEL, Variable.WINDOW),
                List.of(
                        row(level(), waits(), abandoned()),
                        row(open(), people(), resolution()),
                        row(words("Bot", "Bot"), contained(), sessions(), scores())));
    }

    private static Panel level() {
        return Panel.lines(
                        words("Service level by channel", "Servicelevel per kanaal"),
                        words(
                                "Answered within the channel's promise / all whose answer was due in the window up to then. The"
                                        + " promise of each channel is in the catalogue.",
                                "Beantwoord binnen de belofte van het kanaal / alle waarvan het antwoord moest komen in het venster"
                                        + " tot dan. De belofte per kanaal staat in de catalogus."),
                        Unit.SHARE,
                        range(DaySteeringTiles.serviceLevel("channel", CHANNEL, WINDOW), same("{{channel}}")))
                .named(Term.CHANNELS)
                .size(8, 8);
    }

    private static Panel waits() {
        String buckets = sumBy("le, channel", Series.buckets(MetricCatalogue.CONTACT_ANSWER, "1h", AUDIENCE, CHANNEL));
        return Panel.lines(
                        words(
                                "Waiting for an answer: nine in ten within",
                                "Wachten op antwoord: negen van de tien binnen"),
                        words(
                                "The time within which 90% of the contacts answered in the hour up to then were answered, from the"
                                        + " classes of the histogram: between two of its bounds it is a guess.",
                                "De tijd waarbinnen 90% van de in het uur tot dan beantwoorde contacten beantwoord werd, uit de"
                                        + " klassen van het histogram: tussen twee grenzen is het een schatting."),
                        Unit.SECONDS,
                        range("histogram_quantile(0.9, %s) >= 0".formatted(buckets), same("{{channel}}")))
                .logarithmic()
                .named(Term.CHANNELS)
                .size(8, 8);
    }

    private static Panel abandoned() {
        return Panel.lines(
                        words("Given up", "Opgegeven"),
                        words(
                                "Contacts given up before an answer (short ones apart) / all that were offered and did not end so, in"
                                        + " the window up to then.",
                                "Contacten die voor het antwoord zijn opgegeven (korte niet meegeteld) / alle aangeboden, in het"
                                        + " venster tot dan."),
                        Unit.SHARE,
                        range(
                                share(
                                        offers(label("outcome", "ABANDONED")),
                                        offers(oneOf("outcome", "ABANDONED", "ANSWERED", "UNANSWERED"))),
                                same("{{channel}}")))
                .named(Term.CHANNELS)
                .size(8, 8);
    }

    private static String offers(String outcome) {
        return sumBy("channel", Series.of(MetricCatalogue.CONTACT_OFFER_WINDOW, AUDIENCE, CHANNEL, WINDOW, outcome));
    }

    private static Panel open() {
        return Panel.lines(
                        words("Open contacts by age", "Openstaande contacten naar leeftijd"),
                        words(
                                "Inbound contacts that have not ended, by how long ago they opened.",
                                "Inkomende contacten die nog niet zijn afgerond, naar hoe lang geleden ze begonnen."),
                        Unit.COUNT,
                        range(
                                sumBy("age", Series.of(MetricCatalogue.OPEN_CONTACTS, AUDIENCE, CHANNEL)),
                                same("{{age}}")))
                .stacked(Panel.Stack.ADDED)
                .size(8, 8);
    }

    private static Panel people() {
        return Panel.lines(
                        words("A person for who asked for one", "Een mens voor wie erom vroeg"),
                        words(
                                "Of the contacts of the window up to then that asked for a person and for which it was due: got one in"
                                        + " time, by why they asked.",
                                "Van de contacten van het venster tot dan die om een mens vroegen en waarvoor het moest: kregen er op"
                                        + " tijd een, naar waarom ze vroegen."),
                        Unit.SHARE,
                        range(
                                share(asked(label("outcome", "IN_TIME")), asked(oneOf("outcome", "IN_TIME", "MISSED"))),
                                same("{{reason}}")))
                .named(Term.REASONS_FOR_A_PERSON)
                .size(8, 8);
    }

    private static String asked(String outcome) {
        return sumBy("reason", Series.of(MetricCatalogue.HUMAN_REQUEST_WINDOW, AUDIENCE, WINDOW, outcome));
    }

    private static Panel resolution() {
        return Panel.bars(
                        words("Solved at first contact, 28 d", "Opgelost bij eerste contact, 28 d"),
                        words(
                                "First contacts on an issue of the last 28 days that were resolved and did not come back within 7 days"
                                        + " / those that were or did.",
                                "Eerste contacten over een kwestie van de laatste 28 dagen die opgelost zijn en binnen 7 dagen niet"
                                        + " terugkwamen / die dat wel of niet deden."),
                        Unit.SHARE,
                        now(
                                "sort_desc(%s)"
                                        .formatted(share(
                                                first(label("outcome", "RESOLVED")),
                                                first(oneOf("outcome", "RESOLVED", "REPEATED")))),
                                same("{{channel}}")))
                .named(Term.CHANNELS)
                .size(8, 8);
    }

    private static String first(String outcome) {
        return sumBy(
                "channel", Series.of(MetricCatalogue.FIRST_CONTACT_WINDOW, AUDIENCE, CHANNEL, window("28d"), outcome));
    }

    private static Panel contained() {
        return Panel.lines(
                        words("Contained by the bot", "Opgelost door de bot"),
                        words(
                                "Sessions that ended with the bot and did not come back / all that ended, of the window up to then;"
                                        + " confirmed: a day has passed since, so it is 0 in windows of a day or less.",
                                "Gesprekken die bij de bot eindigden en niet terugkwamen / alle die eindigden, van het venster tot"
                                        + " dan; bevestigd: er is een dag voorbij, dus het is 0 in vensters tot een dag."),
                        Unit.SHARE,
                        range(
                                DaySteeringTiles.contained(WINDOW, "CONTAINED_CONFIRMED", "CONTAINED_ASSUMED"),
                                words("contained", "opgelost")),
                        range(
                                DaySteeringTiles.contained(WINDOW, "CONTAINED_CONFIRMED"),
                                words("confirmed", "bevestigd")),
                        range(DaySteeringTiles.contained(WINDOW, "HANDED_OVER"), words("handed over", "overgedragen")),
                        range(DaySteeringTiles.contained(WINDOW, "STUCK"), words("stuck", "vastgelopen")))
                .size(8, 8);
    }

    private static Panel sessions() {
        return Panel.bars(
                        words("What came of sessions, 7 d", "Wat er van gesprekken kwam, 7 d"),
                        words(
                                "Sessions with the bot that started in the last 7 days by what is known now to have come of them.",
                                "Gesprekken met de bot die in de laatste 7 dagen begonnen, naar wat er nu van bekend is."),
                        Unit.COUNT,
                        now(
                                "sort_desc(%s)"
                                        .formatted(sumBy(
                                                "outcome",
                                                Series.of(MetricCatalogue.BOT_WINDOW, AUDIENCE, window("7d")))),
                                same("{{outcome}}")))
                .named(Term.BOT_OUTCOMES)
                .size(8, 8);
    }

    private static Panel scores() {
        var score = score(
                MetricCatalogue.NPS_SEGMENT_WINDOW_RESPONSES,
                "segment",
                AUDIENCE,
                label("journey", "ALL"),
                window("28d"),
                "segment=~\"handling=.*\"");
        var nps = same("NPS");
        return new Panel(
                        new Look.Table(
                                List.of(
                                        new Column("segment", words("Handled by", "Afgehandeld door"), Unit.COUNT),
                                        new Column("NPS", nps, Unit.POINTS),
                                        new Column("±", same("±"), Unit.POINTS),
                                        new Column("n", same("n"), Unit.COUNT)),
                                nps),
                        words("NPS: bot, people, both, 28 d", "NPS: bot, mensen, beide, 28 d"),
                        words(
                                "NPS of the answers of the last 28 days by who handled the contact, half the width of its 95% interval, and"
                                        + " how many answered. Under 30 answers it says little.",
                                "NPS van de antwoorden van de laatste 28 dagen naar wie het contact afhandelde, de halve breedte van het"
                                        + " 95%-interval, en hoeveel antwoordden. Onder de 30 antwoorden zegt het weinig."),
                        Unit.POINTS,
                        8,
                        8,
                        List.of(
                                column(score.nps(), nps),
                                column(score.margin(), same("±")),
                                column("%s > 0".formatted(score.n()), same("n"))))
                .named(Term.HANDLING);
    }
}

package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Formula.score;
import static nl.klantstem.house.dashboards.Formula.share;
import static nl.klantstem.house.dashboards.Formula.sum;
import static nl.klantstem.house.dashboards.Formula.sumBy;
import static nl.klantstem.house.dashboards.Query.now;
import static nl.klantstem.house.dashboards.Words.same;
import static nl.klantstem.house.dashboards.Words.words;

import java.util.ArrayList;
import java.util.List;
import nl.klantstem.expose.MetricCatalogue;
import nl.klantstem.expose.OperationsMetric;
import nl.klantstem.expose.SteeringMetric;

/** The large numbers of the day-steering room, each of which leads to why it is so. */
final class DaySteeringTiles {

    static final Link JOURNEYS = Link.to("journey", words("Journeys", "Klantreizen"));
    static final Link DRIVERS = Link.to("drivers", words("Drivers", "Contactredenen"));
    static final Link CHANNELS = Link.to("channels", words("Channels and bot", "Kanalen en bot"));
    static final Link PEAK = Link.to("peak", words("Peak", "Piek"));

    private static final String DAY = Choice.window("24h");

    private DaySteeringTiles() {}

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
                                "100 x (promotors - criticasters) / alle antwoorden sinds middernacht, met de halve breedte van het"
                                        + " 95%-interval en het aantal antwoorden. Onder de 30 antwoorden zegt het weinig."),
                        Unit.POINTS,
                        now(score.nps(), same("NPS")),
                        now(score.margin(), same("±")),
                        now(score.n(), same("n")))
                .to(JOURNEYS)
                .to(DRIVERS);
    }

    static Panel lastHour() {
        var hour = score(
                MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES, "", Choice.AUDIENCE, Choice.JOURNEY, Choice.window("1h"));
        var week = score(
                MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES, "", Choice.AUDIENCE, Choice.JOURNEY, Choice.window("7d"));
        return Panel.numbers(
                        words("NPS last hour, and week", "NPS laatste uur, en week"),
                        words(
                                "100 x (promoters - detractors) / all answers of the last hour, with half the width of its 95% interval,"
                                        + " and of the last 7 days. Under 30 answers the hour says little.",
                                "100 x (promotors - criticasters) / alle antwoorden van het laatste uur, met de halve breedte van het"
                                        + " 95%-interval, en van de laatste 7 dagen. Onder de 30 antwoorden zegt het uur weinig."),
                        Unit.POINTS,
                        now(hour.nps(), words("1 h", "1 u")),
                        now(hour.margin(), same("±")),
                        now(week.nps(), words("7 d", "7 d")))
                .to(JOURNEYS)
                .to(DRIVERS);
    }

    static Panel against() {
        return Panel.numbers(
                        words("Contacts today, % of", "Contacten vandaag, % van"),
                        words(
                                "Inbound contacts of the chosen journeys since local midnight up to the last full hour / the plan, the"
                                        + " same weekday of last week and the same day of last year's peak up to the same hour. What is"
                                        + " not known is left out.",
                                "Inkomende contacten van de gekozen klantreizen sinds middernacht tot het laatste hele uur / het plan,"
                                        + " dezelfde weekdag van vorige week en dezelfde dag van de piek van vorig jaar tot hetzelfde"
                                        + " uur. Wat niet bekend is ontbreekt."),
                        Unit.PERCENT,
                        now(of("plan"), words("plan", "plan")),
                        now(of("last_week"), words("last week", "vorige week")),
                        now(of("last_peak"), words("last peak", "vorige piek")))
                .orElse(words("no plan", "geen plan"))
                .to(PEAK);
    }

    /** Journeys that the baseline does not know are left out of both. */
    private static String of(String baseline) {
        String held = sumBy(
                "journey",
                Series.of(SteeringMetric.BASELINE_CONTACTS, Choice.JOURNEY, Choice.label("baseline", baseline)));
        return share(
                sum(sumBy("journey", Series.of(SteeringMetric.DAY_CONTACTS, Choice.JOURNEY)) + " and " + held),
                sum(held));
    }

    static Panel contactRate() {
        return Panel.numbers(
                        words("Contacts per 1,000", "Contacten per 1.000"),
                        words(
                                "1,000 x inbound contacts / orders placed: per 1,000 orders, last 24 hours and last 7 days. Absent without orders.",
                                "1.000 x inkomende contacten / geplaatste bestellingen: per 1.000 bestellingen, laatste 24 uur en laatste 7 dagen. Zonder"
                                        + " bestellingen is er geen."),
                        Unit.PER_THOUSAND,
                        now(rate("24h"), words("24 h", "24 u")),
                        now(rate("7d"), words("7 d", "7 d")))
                .orElse(words("no orders", "geen bestellingen"))
                .to(DRIVERS)
                .size(3, 4);
    }

    private static String rate(String window) {
        return "1000 * "
                + share(
                        sum(Series.of(MetricCatalogue.CONTACT_WINDOW, Choice.AUDIENCE, Choice.window(window))),
                        sum(Series.of(MetricCatalogue.ORDER_WINDOW, Choice.AUDIENCE, Choice.window(window))));
    }

    static Panel serviceLevel() {
        return Panel.numbers(
                        words("Service level, 24 h", "Servicelevel, 24 u"),
                        words(
                                "Answered within the channel's promise / all whose answer was due, all channels, last 24 hours.",
                                "Beantwoord binnen de belofte van het kanaal / alle waarvan het antwoord moest komen, alle"
                                        + " kanalen, laatste 24 uur."),
                        Unit.SHARE,
                        now(serviceLevel("", DAY), words("in time", "op tijd")))
                .from(0, Colour.VERMILION)
                .from(0.7, Colour.ORANGE)
                .from(0.8, Colour.SKY)
                .orElse(words("none due", "geen nodig"))
                .to(CHANNELS)
                .size(3, 4);
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

    static Panel containment() {
        return Panel.numbers(
                        words("Bot: contained, 24 h", "Bot: zelf opgelost, 24 u"),
                        words(
                                "Sessions with the bot that ended there and did not come back / all that ended, last 24 hours; stuck: those"
                                        + " that asked for a person in vain.",
                                "Gesprekken met de bot die daar eindigden en niet terugkwamen / alle die eindigden, laatste 24 uur;"
                                        + " vastgelopen: die tevergeefs om een mens vroegen."),
                        Unit.PERCENT,
                        now(contained(DAY, "CONTAINED_CONFIRMED", "CONTAINED_ASSUMED"), words("contained", "opgelost")),
                        now(contained(DAY, "STUCK"), words("stuck", "vast")))
                .orElse(words("no sessions", "geen gesprekken"))
                .to(CHANNELS)
                .size(3, 4);
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
                .from(1800, Colour.VERMILION)
                .to(Link.to("pipeline", words("What holds it back", "Wat het tegenhoudt")));
    }
}

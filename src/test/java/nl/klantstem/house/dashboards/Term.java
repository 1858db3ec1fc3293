package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Words.same;
import static nl.klantstem.house.dashboards.Words.words;

import java.util.List;

/** What a value of a label is called where people read it. */
record Term(String value, Words called) {

    static final List<Term> CHANNELS = List.of(
            term("PHONE", "phone", "telefoon"),
            term("CHAT", "chat", "chat"),
            term("EMAIL", "e-mail", "e-mail"),
            new Term("BOT", same("bot")),
            term("OTHER", "other", "overig"),
            term("unknown", "not known", "onbekend"));

    static final List<Term> DEMAND = List.of(
            term("VALUE", "worth having", "de moeite waard"),
            term("FAILURE", "avoidable", "vermijdbaar"),
            term("UNKNOWN", "not known", "onbekend"));

    static final List<Term> BOT_OUTCOMES = List.of(
            term("OPEN", "not ended", "niet afgerond"),
            term("CONTAINED_ASSUMED", "contained, assumed", "opgelost, aangenomen"),
            term("CONTAINED_CONFIRMED", "contained, confirmed", "opgelost, bevestigd"),
            term("RETURNED", "came back", "kwam terug"),
            term("HANDED_OVER", "handed over", "overgedragen"),
            term("ABANDONED", "given up", "opgegeven"),
            term("STUCK", "stuck", "vastgelopen"));

    static final List<Term> HANDLING = List.of(
            term("handling=BOT_ONLY", "bot alone", "alleen bot"),
            term("handling=HUMAN_ONLY", "people alone", "alleen mensen"),
            term("handling=HANDED_OVER", "bot, then people", "bot, dan mensen"),
            term("handling=unknown", "not known", "onbekend"));

    static final List<Term> REASONS_FOR_A_PERSON = List.of(
            term("COMPLEX", "complex", "ingewikkeld"),
            term("EMOTIONAL", "emotional", "emotioneel"),
            term("PREFERENCE", "preference", "voorkeur"),
            term("unknown", "not said", "niet gezegd"));

    static final List<Term> PARTIES = List.of(
            term("PLATFORM", "platform", "platform"),
            term("PARTNER", "partner", "partner"),
            term("unknown", "not known", "onbekend"));

    static final List<Term> STEERING = List.of(
            term("SALES", "sales", "verkoop"),
            term("LOGISTICS", "logistics", "logistiek"),
            term("CUSTOMER_SERVICE", "customer service", "klantenservice"),
            term("PARTNER_SERVICE", "partner service", "partnerservice"),
            term("SERVICE_LEVELS", "service levels", "servicelevels"),
            term("ALL", "all areas", "alle gebieden"),
            term("OVER_CAPACITY", "over capacity", "boven de capaciteit"),
            term("TARGET_MISSED", "target missed", "doel gemist"),
            term("NO_PLAN", "no plan", "geen plan"));

    static final List<Term> MEASURES = List.of(
            term("PLANNED", "planned", "gepland"),
            term("INTERIM", "so far", "tot nu toe"),
            term("FINAL", "final", "definitief"),
            term("FORGOTTEN", "too long ago to judge", "te lang geleden om te beoordelen"),
            term("IMPROVED", "improved", "verbeterd"),
            term("WORSENED", "worsened", "verslechterd"),
            term("NO_CHANGE_SEEN", "no change seen", "geen verandering gezien"),
            term("TOO_FEW", "too few answers", "te weinig antwoorden"),
            term("none", "nothing yet", "nog niets"));

    static final List<Term> JOURNEY_OUTCOMES = List.of(
            term("STARTED", "started", "begonnen"),
            term("COMPLETED", "completed", "afgerond"),
            term("ABANDONED", "given up", "opgegeven"),
            term("DUE", "reorder due", "herbestelling verwacht"),
            term("REORDERED", "ordered anew", "opnieuw besteld"),
            term("REORDERED_BY_AGENT", "ordered anew by an agent", "opnieuw besteld door medewerker"),
            term("CREDITED", "credited", "gecrediteerd"),
            term("FOUND", "found", "gevonden"),
            term("KEPT", "kept", "gehouden"),
            term("REFUNDED", "refunded", "terugbetaald"),
            term("LEAKAGE_DUE", "leakage due", "verlies te bepalen"),
            term("LEAKAGE", "leakage", "verlies"));

    static final List<Term> LINKS = List.of(
            term("LINKED", "linked", "gekoppeld"),
            term("CONTACT_UNKNOWN", "contact not known", "contact onbekend"),
            term("NO_CONTACT", "no contact found", "geen contact gevonden"),
            term("NO_CUSTOMER", "no customer", "geen klant"));

    static final List<Term> CAUSES = List.of(
            term("CARRIER", "carrier", "vervoerder"),
            term("UNCLEAR_INFO", "unclear information", "onduidelijke informatie"),
            term("OWN_ERROR", "own error", "eigen fout"),
            term("PARTNER", "partner", "partner"),
            term("TOOLING_GAP", "tooling gap", "gereedschap schiet tekort"),
            term("NOT_RESOLVED", "not resolved before", "eerder niet opgelost"),
            term("OTHER", "other", "overig"),
            term("unknown", "not known", "onbekend"));

    static final List<Term> EMOTIONS = List.of(
            term("SURPRISE", "surprise", "verrassing"),
            term("JOY", "joy", "blijdschap"),
            term("INDIFFERENCE", "indifference", "onverschilligheid"),
            term("ANGER", "anger", "boosheid"),
            term("FRUSTRATION", "frustration", "frustratie"),
            term("DISAPPOINTMENT", "disappointment", "teleurstelling"),
            term("DISCONTENT", "discontent", "ontevredenheid"));

    static final List<Term> JOURNEYS = List.of(
            term("ALL", "all journeys", "alle klantreizen"),
            term("other", "other", "overig"),
            term("unknown", "not known", "onbekend"));

    static final List<Term> SERVICE_PARTNERS = List.of(
            term("IN_HOUSE", "in house", "eigen huis"),
            term("other", "other", "overig"),
            term("unknown", "not known", "onbekend"));

    static final List<Term> SEVERITIES = List.of(
            term("page", "act now", "nu handelen"),
            term("message", "look today", "vandaag bekijken"),
            term("none", "none", "geen"));

    private static Term term(String value, String en, String nl) {
        return new Term(value, words(en, nl));
    }
}

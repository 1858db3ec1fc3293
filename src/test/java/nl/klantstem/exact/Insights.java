package nl.klantstem.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.exact.Figures.Adjusted;
import nl.klantstem.exact.Figures.Scores;

/** What an insight must say of counts, by its topic: every field but those that say when and where. */
final class Insights {

    static final String NPS = "journey-nps";
    static final String DRIVERS = "contact-drivers";
    static final String OUTCOMES = "contact-outcomes";
    static final String AVOIDABLE = "avoidable-contacts";
    static final String PARTNERS = "service-partners";
    static final String DELIVERIES = "delivery-outcomes";

    private static final Set<String> NOT_COMPARED =
            Set.of("scope", "window", "pane", "totals", "asOf", "provisional", "catalogueVersion", "schemaVersion");
    private static final List<String> PARTIES = List.of("PLATFORM", "PARTNER", "unknown");
    private static final List<String> BOT =
            List.of("open", "containedAssumed", "containedConfirmed", "returned", "handedOver", "abandoned", "stuck");

    private Insights() {}

    /** The scope that a cell is named after. */
    static Map<String, String> scope(String cell) {
        var scope = new TreeMap<String, String>();
        Results.tree(cell.substring(cell.indexOf(' ') + 1))
                .properties()
                .forEach(label -> scope.put(label.getKey(), label.getValue().asText()));
        return scope;
    }

    /** The fields of a published value that are compared, as a text in which only their values matter. */
    static String said(JsonNode value) {
        ObjectNode json = value.deepCopy();
        json.remove(NOT_COMPARED);
        return sorted(json).toString();
    }

    /** What must be said: of a window's counts, those of the period before, and those of its peers. */
    static String must(String cell, Counts now, Counts before, List<Counts> peers, double botMargin) {
        ObjectNode json =
                switch (cell.substring(0, cell.indexOf(' '))) {
                    case NPS -> nps(now);
                    case DRIVERS -> drivers(scope(cell), now);
                    case OUTCOMES -> outcomes(now, botMargin);
                    case AVOIDABLE -> avoidable(now, before);
                    case PARTNERS -> partners(scope(cell), now, peers);
                    case DELIVERIES -> deliveries(now);
                    default -> throw new IllegalArgumentException(cell);
                };
        json.putObject("completeness").put("late", now.of("late")).put("unmatched", now.of("unmatched"));
        return sorted(json).toString();
    }

    /** What the record of a pane must say in a ledger. */
    static String mustInLedger(String cell, Counts now) {
        ObjectNode json;
        if (cell.startsWith(NPS)) {
            json = nps(now);
            json.remove(List.of("nps", "interval", "reliability"));
        } else {
            json = contacts(now);
            if (CountedContact.hasRate(scope(cell))) {
                json.putObject("orders")
                        .put("placed", now.of("orders"))
                        .put("firstContacts", now.of("firstOfOrder"))
                        .put("cohortContacts", now.of("cohortContacts"))
                        .put("cohortOrders", now.of("cohortOrders"));
            }
        }
        json.putObject("completeness").put("late", now.of("late")).put("unmatched", now.of("unmatched"));
        return sorted(json).toString();
    }

    // --- by topic -----------------------------------------------------------------------------------------------

    private static ObjectNode nps(Counts now) {
        var json = Line.JSON.createObjectNode();
        var scores = json.putArray("scores");
        var category = new long[3];
        for (int score = 0; score <= 10; score++) {
            long n = now.of("score " + score);
            scores.add(n);
            category[score >= 9 ? 0 : score >= 7 ? 1 : 2] += n;
        }
        var all = new Scores(category[0], category[1], category[2]);
        json.put("n", all.n()).put("promoters", all.promoters());
        json.put("passives", all.passives()).put("detractors", all.detractors());
        var score = Figures.score(all);
        if (score != null) {
            json.set("nps", score.get("nps"));
            json.set("interval", score.get("interval"));
        }
        json.put("reliability", Figures.reliability(all.n()));
        for (String mean : new String[] {"csat", "ces"}) {
            long n = now.of(mean + " n");
            var of = json.putObject(mean).put("n", n);
            if (n > 0) {
                of.put("mean", Figures.quotient(now.of(mean + " sum"), n, 2));
            }
        }
        return json;
    }

    private static ObjectNode contacts(Counts now) {
        var json = Line.JSON.createObjectNode();
        for (String field :
                List.of("contacts", "outbound", "fromIntent", "value", "avoidable", "demandUnknown", "repeat")) {
            json.put(field, now.of(field));
        }
        return json;
    }

    private static ObjectNode drivers(Map<String, String> scope, Counts now) {
        ObjectNode json = contacts(now);
        if (!CountedContact.hasRate(scope)) {
            return json;
        }
        long orders = now.of("orders");
        json.put("orders", orders);
        if (orders > 0) {
            var flow = json.putObject("flow");
            Figures.per1000(flow, "grossPer1000", now.of("contacts"), orders);
            Figures.per1000(flow, "netPer1000", now.of("firstOfOrder"), orders);
            var cohort = json.putObject("cohort");
            Figures.per1000(cohort, "grossPer1000", now.of("cohortContacts"), orders);
            Figures.per1000(cohort, "netPer1000", now.of("cohortOrders"), orders);
        }
        return json;
    }

    private static ObjectNode outcomes(Counts now, double botMargin) {
        var json = Line.JSON.createObjectNode();
        for (String field : List.of(
                "contacts",
                "outbound",
                "open",
                "endedUnknown",
                "answered",
                "shortAbandoned",
                "abandoned",
                "waiting",
                "unanswered",
                "transferred",
                "transfers",
                "stuckInBot",
                "repeats")) {
            json.put(field, now.of(field));
        }
        json.put("offered", offered(now));
        serviceLevel(json, now);
        firstContact(json, now);
        Figures.durations(json, "timeToAnswer", now);
        Figures.durations(json, "timeToHuman", now);
        Figures.durations(json, "timeToHumanFromOpening", now);
        human(json, now);
        bot(json, now);
        if (now.of("imposed") > 0) {
            json.putObject("waits").put("imposed", now.of("imposed")).put("secondContacts", now.of("secondContacts"));
        }
        routing(json, now);
        scores(json, now, botMargin);
        return json;
    }

    private static long offered(Counts now) {
        return now.of("answered")
                + now.of("abandoned")
                + now.of("shortAbandoned")
                + now.of("waiting")
                + now.of("unanswered");
    }

    private static void serviceLevel(ObjectNode json, Counts now) {
        if (now.of("due") > 0) {
            var level = json.putObject("serviceLevel").put("due", now.of("due")).put("inTime", now.of("inTime"));
            Figures.ratio(level, "ratio", now.of("inTime"), now.of("due"));
        }
    }

    private static void firstContact(ObjectNode json, Counts now) {
        long contacts = now.of("first");
        if (contacts > 0) {
            var first = json.putObject("firstContact").put("contacts", contacts).put("due", now.of("firstDue"));
            first.put("resolved", now.of("firstResolved")).put("repeated", now.of("firstRepeated"));
            Figures.ratio(first, "ratio", now.of("firstResolved"), now.of("firstDue"));
            Figures.ratio(first, "provisionalRatio", contacts - now.of("firstRepeated"), contacts);
        }
    }

    private static void human(ObjectNode json, Counts now) {
        var byReason = Line.JSON.createObjectNode();
        long[] all = new long[3];
        for (String reason : new String[] {"COMPLEX", "EMOTIONAL", "PREFERENCE", "unknown"}) {
            long asked = now.of("asked " + reason);
            if (asked > 0) {
                long due = now.of("humanDue " + reason);
                long inTime = now.of("humanInTime " + reason);
                asked(byReason.putObject(reason), asked, due, inTime);
                all[0] += asked;
                all[1] += due;
                all[2] += inTime;
            }
        }
        if (all[0] > 0) {
            var human = json.putObject("human");
            asked(human, all[0], all[1], all[2]);
            human.set("byReason", byReason);
        }
    }

    private static void asked(ObjectNode json, long asked, long due, long inTime) {
        json.put("asked", asked).put("due", due).put("inTime", inTime);
        Figures.ratio(json, "ratio", inTime, due);
    }

    private static void bot(ObjectNode json, Counts now) {
        long sessions =
                BOT.stream().mapToLong(outcome -> now.of("bot " + outcome)).sum();
        if (sessions > 0) {
            var bot = json.putObject("bot").put("sessions", sessions);
            BOT.forEach(outcome -> bot.put(outcome, now.of("bot " + outcome)));
        }
    }

    private static void routing(ObjectNode json, Counts now) {
        var routes = Line.JSON.createArrayNode();
        long right = 0;
        long wrong = 0;
        for (String intended : PARTIES) {
            for (String first : PARTIES) {
                for (String last : PARTIES) {
                    long n = now.of("route " + intended + " " + first + " " + last);
                    if (n > 0) {
                        routes.addObject()
                                .put("intended", intended)
                                .put("first", first)
                                .put("last", last)
                                .put("contacts", n);
                        boolean known = !intended.equals("unknown") && !first.equals("unknown");
                        right += known && intended.equals(first) ? n : 0;
                        wrong += known && !intended.equals(first) ? n : 0;
                    }
                }
            }
        }
        if (!routes.isEmpty()) {
            var routing = json.putObject("routing").put("right", right).put("misrouted", wrong);
            Figures.ratio(routing, "misrouteRatio", wrong, right + wrong);
            routing.set("routes", routes);
            Figures.durations(routing, "timeToRightOwner", now);
        }
    }

    private static void scores(ObjectNode json, Counts now, double botMargin) {
        var nps = Line.JSON.createObjectNode();
        for (String handling : new String[] {"BOT_ONLY", "HANDED_OVER", "HUMAN_ONLY"}) {
            var score = Figures.score(Scores.of(now, handling + " "));
            if (score != null) {
                nps.set(handling, score);
            }
        }
        if (!nps.isEmpty()) {
            json.set("nps", nps);
        }
        Figures.difference(json, Scores.of(now, "BOT_ONLY "), Scores.of(now, "HUMAN_ONLY "), botMargin);
    }

    private static ObjectNode avoidable(Counts now, Counts before) {
        ObjectNode json = demand(now);
        json.set("previous", demand(before));
        Figures.ratio(json, "change", now.of("avoidable") - before.of("avoidable"), before.of("avoidable"));
        var score = Figures.score(Scores.of(now, ""));
        if (score != null) {
            json.set("nps", score);
        }
        return json;
    }

    private static ObjectNode demand(Counts now) {
        long avoidable = now.of("avoidable");
        long value = now.of("value");
        long unknown = now.of("demandUnknown");
        var json = Line.JSON.createObjectNode();
        json.put("contacts", avoidable + value + unknown).put("avoidable", avoidable);
        json.put("value", value).put("unknown", unknown);
        Figures.ratio(json, "shareOfKnown", avoidable, avoidable + value);
        Figures.ratio(json, "shareUnknown", unknown, avoidable + value + unknown);
        return json;
    }

    private static ObjectNode partners(Map<String, String> scope, Counts now, List<Counts> peers) {
        var json = Line.JSON.createObjectNode();
        json.put("contacts", now.of("contacts")).put("offered", offered(now)).put("answered", now.of("answered"));
        serviceLevel(json, now);
        firstContact(json, now);
        json.put("transferred", now.of("transferred"));
        Figures.ratio(json, "transferredShare", now.of("transferred"), now.of("contacts"));
        var own = Scores.of(now, "");
        var score = Figures.score(own);
        if (score != null) {
            json.set("nps", score);
        }
        if (own.n() >= 30 && !Set.of("unknown", "other").contains(scope.get("servicePartnerId"))) {
            var ranked = peers.stream()
                    .map(peer -> Scores.of(peer, ""))
                    .filter(peer -> peer.n() >= 30)
                    .map(Adjusted::of)
                    .toList();
            var mine = Adjusted.of(own);
            long above =
                    ranked.stream().filter(peer -> peer.low() > mine.high()).count();
            long below =
                    ranked.stream().filter(peer -> peer.high() < mine.low()).count();
            json.putObject("rank")
                    .put("from", above + 1)
                    .put("to", ranked.size() - below)
                    .put("of", ranked.size())
                    .put("distinguishable", above + 1 == ranked.size() - below);
        }
        return json;
    }

    private static ObjectNode deliveries(Counts now) {
        var json = Line.JSON.createObjectNode();
        long shipments = 0;
        for (String outcome : List.of("onTime", "tooLate", "overdue", "lost", "returned", "delivered", "underway")) {
            shipments += now.of(outcome);
            json.put(outcome.equals("tooLate") ? "late" : outcome, now.of(outcome));
        }
        json.put("shipments", shipments);
        long past = now.of("tooLate") + now.of("overdue") + now.of("lost");
        Figures.per1000(json, "onTimePer1000", now.of("onTime"), shipments);
        Figures.per1000(json, "pastPromisePer1000", past, shipments);
        Figures.per1000(json, "lostPer1000", now.of("lost"), shipments);
        return json;
    }

    // --- totals -------------------------------------------------------------------------------------------------

    /** The cumulative totals, as they must stand beside a window; null where an insight has none. */
    static String mustTotals(String cell, Counts counted, Counts corrected) {
        var json = Line.JSON.createObjectNode();
        switch (cell.substring(0, cell.indexOf(' '))) {
            case NPS -> {
                for (int score = 0; score <= 10; score++) {
                    json.withArray("/scores").add(counted.of("score " + score));
                    json.withArray("/corrected").add(corrected.of("score " + score));
                }
            }
            case DRIVERS -> {
                json.put("contacts", counted.of("contacts")).put("corrected", corrected.of("contacts"));
                json.put("repeat", counted.of("repeat")).put("repeatCorrected", corrected.of("repeat"));
                json.put("avoidable", counted.of("avoidable")).put("avoidableCorrected", corrected.of("avoidable"));
                if (CountedContact.hasRate(scope(cell))) {
                    json.put("orders", counted.of("orders")).put("ordersCorrected", corrected.of("orders"));
                }
            }
            case OUTCOMES -> {
                json.set("counted", counters(counted));
                json.set("corrected", counters(corrected));
            }
            case AVOIDABLE ->
                json.put("avoidable", counted.of("avoidable")).put("corrected", corrected.of("avoidable"));
            default -> {}
        }
        return sorted(json).toString();
    }

    private static ObjectNode counters(Counts counts) {
        var json = Line.JSON.createObjectNode();
        json.put("abandoned", counts.of("abandoned")).put("repeats", counts.of("repeats"));
        times(json, "answer", "timeToAnswer", counts);
        times(json, "human", "timeToHuman", counts);
        bot(json, counts);
        var routing = Line.JSON.createObjectNode();
        routing(routing, counts);
        if (routing.has("routing")) {
            json.set("routes", routing.path("routing").path("routes"));
        }
        return json;
    }

    private static void times(ObjectNode json, String field, String name, Counts counts) {
        var times = Line.JSON.createObjectNode();
        Figures.durations(times, name, counts);
        if (times.has(name)) {
            var of = json.putObject(field);
            of.set("sum", times.path(name).path("sum"));
            of.set("counts", times.path(name).path("counts"));
        }
    }

    static String saidTotals(JsonNode value) {
        return sorted(value.path("totals").isMissingNode() ? Line.JSON.createObjectNode() : value.path("totals"))
                .toString();
    }

    private static JsonNode sorted(JsonNode json) {
        if (!json.isObject()) {
            return json;
        }
        var sorted = Line.JSON.createObjectNode();
        var names = new TreeSet<String>();
        json.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> sorted.set(name, sorted(json.path(name))));
        return sorted;
    }
}

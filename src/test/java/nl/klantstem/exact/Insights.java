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
                    case OUTCOMES -> OutcomeInsight.of(now, botMargin);
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
        json.put("contacts", now.of("contacts"))
                .put("offered", OutcomeInsight.offered(now))
                .put("answered", now.of("answered"));
        OutcomeInsight.serviceLevel(json, now);
        OutcomeInsight.firstContact(json, now);
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
        Suspected.figures(json, now);
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
                json.set("counted", OutcomeInsight.counters(counted));
                json.set("corrected", OutcomeInsight.counters(corrected));
            }
            case AVOIDABLE ->
                json.put("avoidable", counted.of("avoidable")).put("corrected", corrected.of("avoidable"));
            default -> {}
        }
        return sorted(json).toString();
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

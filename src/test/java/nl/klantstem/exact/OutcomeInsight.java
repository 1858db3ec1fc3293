package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.klantstem.exact.Figures.Scores;

/** What contact-outcomes must say of counts, block by block; a block without anything to say is absent. */
final class OutcomeInsight {

    private static final List<String> PARTIES = List.of("PLATFORM", "PARTNER", "unknown");
    private static final List<String> BOT =
            List.of("open", "containedAssumed", "containedConfirmed", "returned", "handedOver", "abandoned", "stuck");

    private OutcomeInsight() {}

    /** How the contacts of a window went. */
    static ObjectNode of(Counts now, double botMargin) {
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

    static long offered(Counts now) {
        return now.of("answered")
                + now.of("abandoned")
                + now.of("shortAbandoned")
                + now.of("waiting")
                + now.of("unanswered");
    }

    static void serviceLevel(ObjectNode json, Counts now) {
        if (now.of("due") > 0) {
            var level = json.putObject("serviceLevel").put("due", now.of("due")).put("inTime", now.of("inTime"));
            Figures.ratio(level, "ratio", now.of("inTime"), now.of("due"));
        }
    }

    static void firstContact(ObjectNode json, Counts now) {
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

    /** What of it is counted over all time. */
    static ObjectNode counters(Counts counts) {
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
}

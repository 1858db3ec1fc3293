package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What survey-health must say of counts. */
final class SurveyInsight {

    private static final List<String> STAGES =
            List.of("suppressed", "asked", "bounced", "delivered", "opened", "answered");
    private static final List<String> REASONS = List.of("NO_CUSTOMER", "CONTACT_UNKNOWN", "NO_CONTACT");

    private SurveyInsight() {}

    static ObjectNode of(Counts now) {
        var json = Line.JSON.createObjectNode();
        for (String stage : STAGES) {
            json.put(stage, now.of(stage));
        }
        json.put("expired", now.of("expired")).put("againWithinQuarantine", now.of("again"));
        Figures.share(json, "responseRate", now.of("answered"), now.of("asked"));
        Figures.share(json, "responseRateDue", now.of("answeredInTime"), now.of("due"));
        Figures.durations(json, "answerDelay", now, Times.LONG);
        long unmatched = REASONS.stream()
                .mapToLong(reason -> now.of("unmatched " + reason))
                .sum();
        long responses = unmatched + now.of("linked");
        json.put("responses", responses);
        if (responses > 0) {
            var of = json.putObject("unmatched").put("responses", unmatched);
            var byReason = of.putObject("byReason");
            REASONS.forEach(reason -> byReason.put(reason, now.of("unmatched " + reason)));
            Figures.ratio(of, "share", unmatched, responses);
        }
        return json;
    }

    /** What is counted over all time. */
    static ObjectNode counters(Counts counts) {
        var json = Line.JSON.createObjectNode();
        for (String stage : STAGES) {
            json.put(stage, counts.of(stage));
        }
        json.put("againWithinQuarantine", counts.of("again")).put("linked", counts.of("linked"));
        var unmatched = json.putObject("unmatched");
        REASONS.forEach(reason -> unmatched.put(reason, counts.of("unmatched " + reason)));
        return json;
    }
}

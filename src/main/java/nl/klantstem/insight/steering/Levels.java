package nl.klantstem.insight.steering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.ContactRules.ServiceLevel;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.out.DaySteering.Area;
import nl.klantstem.contract.out.DaySteering.Reason;
import nl.klantstem.contract.out.DaySteering.Row;

/**
 * The row of service levels: answers that were due, and came in time, by channel against its target. An hour of contacts is
 * looked at once their answers are due: in a channel that promises one within a day, the hours of a day ago.
 */
record Levels(Books books, Times times, Duration allowance) {

    Row row(Map<Channel, ServiceLevel> rules) {
        var channels = new ArrayList<Answering>();
        new TreeMap<>(rules).forEach((channel, rule) -> {
            if (rule.targetRatio() != null) {
                channels.add(new Answering(channel, rule.targetRatio(), times.before(delay(rule)), books));
            }
        });
        List<Reason> reasons = channels.stream()
                .map(Answering::missed)
                .flatMap(Optional::stream)
                .toList();
        return new Row(
                Area.SERVICE_LEVELS,
                times.whole() ? null : Answering.hour(channels.stream()),
                Answering.today(channels.stream()),
                null,
                Rows.readiness(reasons),
                reasons,
                channels.stream().map(Answering::part).toList());
    }

    /** How much longer than the others an hour must wait to be judged, in whole hours. */
    private long delay(ServiceLevel rule) {
        long minutes = Math.max(0, rule.answerWithin().minus(allowance).toMinutes());
        return -Math.floorDiv(-minutes, Span.HOUR) * Span.HOUR;
    }
}

package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.topic.Topic;

/** Holds the last record of every pane of the ledgers against a recount of what is known in the end. */
final class LedgersAgree {

    private static final Map<Topic, String> OF = Map.of(
            Topic.JOURNEY_NPS_LEDGER, Insights.NPS,
            Topic.CONTACT_LEDGER, Insights.DRIVERS);

    private LedgersAgree() {}

    static void check(Cells cells, Results results, Instant until) {
        var wrong = new ArrayList<String>();
        long known = Cells.known(until);
        OF.forEach((topic, insight) -> {
            var last = new TreeMap<String, Results.Published>();
            results.of(topic).forEach(record -> last.put(record.key(), record));
            var panes = new TreeMap<String, Long>();
            for (var record : last.values()) {
                var value = record.json();
                String cell = insight + " " + value.path("scope");
                var from = Instant.parse(value.path("pane").path("from").asText());
                var in = cells.in(cell, from, from.plus(Duration.ofMinutes(15)), known);
                String must = Insights.mustInLedger(cell, Cells.sum(in));
                String said = Insights.said(value);
                if (!must.equals(said)) {
                    wrong.add(topic + " " + cell + " " + from + ": must be " + must + ", said " + said);
                }
                panes.merge(cell, (long) in.size(), Long::sum);
            }
            for (String cell : cells.all()) {
                long all = cells.in(cell, Instant.EPOCH, until, known).size();
                if (cell.startsWith(insight + " ") && all != panes.getOrDefault(cell, 0L)) {
                    wrong.add(topic + " " + cell + " lacks panes");
                }
            }
            System.out.println(topic + ": panes " + last.size() + ", wrong " + wrong.size());
        });
        assertThat(wrong.stream().limit(5)).as("of " + wrong.size() + " wrong").isEmpty();
    }
}

package nl.klantstem.app.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.InsightProgress.Kind;
import org.jspecify.annotations.Nullable;

/** The page for the one who is called: the verdict and its cause first, then what was seen. */
final class StatusPage {

    private final Observed seen;
    private final List<String> lines = new ArrayList<>();

    private StatusPage(Observed seen) {
        this.seen = seen;
    }

    static List<String> lines(Observed seen, List<Finding> findings) {
        var page = new StatusPage(seen);
        for (Finding finding : findings) {
            page.lines.add(finding.verdict() + ": " + finding.what());
            page.lines.add("  next: " + finding.next());
        }
        page.lines.add("");
        page.cluster();
        page.results();
        page.input();
        page.refused();
        page.add("restarts", restarts(seen.members()));
        return page.lines;
    }

    private void cluster() {
        add("looked at", seen.at().truncatedTo(ChronoUnit.SECONDS) + " " + seen.servers());
        if (seen.brokers() != null) {
            add("brokers", seen.brokers() + " in the cluster");
        }
        var topics = seen.topics();
        if (topics != null) {
            boolean fit = topics.missing().isEmpty() && topics.obstacles().isEmpty() && topics.settings() == 0;
            add("topics", fit ? "as they must be" : topics.missing().size() + " missing, see above");
        }
        var group = seen.members();
        if (group != null) {
            add(
                    "pipeline",
                    "group " + seen.group() + " " + group.state() + ", " + group.members() + " members on "
                            + group.hosts().size() + " hosts " + group.hosts());
        }
    }

    private void results() {
        Pace.of(seen).ifPresent(pace -> {
            add("finals", pace.out(Kind.FINALS).map(this::age).orElse("none was published yet"));
            add("alerts", pace.out(Kind.ALERTS).map(this::age).orElse("nothing was looked at yet"));
            pace.holder()
                    .ifPresent(holder -> add(
                            "least far",
                            holder.stream() + " partition " + holder.partition() + ": "
                                    + (holder.since() == null ? "nothing was ever heard of it" : age(holder.since()))));
            if (seen.progress() != null && !seen.progress().whole()) {
                add("", "(insight-progress was not read to its beginning: what is missing may be older)");
            }
        });
    }

    private String age(Instant asOf) {
        return "up to " + asOf.truncatedTo(ChronoUnit.SECONDS) + ", "
                + Judgement.words(Duration.between(asOf, seen.at())) + " ago";
    }

    private void input() {
        var lag = seen.lag();
        if (lag != null) {
            String name = "lag";
            for (Observed.Lag each : lag) {
                add(
                        name,
                        String.format(Locale.ROOT, "%-32s %,d records", each.topic(), each.records())
                                + (each.worstRecords() == 0
                                        ? ""
                                        : ", most in partition " + each.worstPartition() + ": " + each.worstRecords()));
                name = "";
            }
        }
        Pace.of(seen)
                .map(Pace::conserved)
                .ifPresent(sum -> add(
                        "conservation",
                        String.format(
                                Locale.ROOT,
                                "%,d read = %,d accepted + %,d duplicates + %,d test + %,d refused + %,d on their way to"
                                        + " another partition; not accounted for: %,d",
                                sum.read(),
                                sum.accepted(),
                                sum.duplicates(),
                                sum.test(),
                                sum.rejected(),
                                sum.rekeyed(),
                                sum.residual())));
    }

    private void refused() {
        var refused = seen.refused();
        if (refused != null) {
            String hour = refused.byStream().entrySet().stream()
                    .map(stream -> stream.getKey() + " " + stream.getValue())
                    .collect(Collectors.joining(", "));
            add("refused", "last hour: " + (hour.isEmpty() ? "none" : hour) + (refused.whole() ? "" : " and more"));
        }
        if (seen.progress() != null) {
            var all = new TreeMap<String, Long>();
            seen.progress().last().stream()
                    .map(InsightProgress::records)
                    .filter(records -> records != null)
                    .flatMap(records -> records.rejected().entrySet().stream())
                    .forEach(reason -> all.merge(reason.getKey(), reason.getValue(), Long::sum));
            add("", "in all: " + (all.isEmpty() ? "none" : words(all)));
        }
    }

    private static String words(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What is known of restarts, which is never their number. */
    private static String restarts(Observed.@Nullable GroupSeen group) {
        return group == null || group.epoch() == null
                ? "not known: Kafka tells nothing of them for this group; see the instances' logs"
                : "not known; the group was shared out " + group.epoch()
                        + " times, of which each restart is one or more";
    }

    private void add(String name, String what) {
        lines.add(String.format(Locale.ROOT, "%-13s%s", name, what));
    }
}

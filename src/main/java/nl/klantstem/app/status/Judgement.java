package nl.klantstem.app.status;

import static nl.klantstem.app.status.Verdict.DEGRADED;
import static nl.klantstem.app.status.Verdict.DOWN;
import static nl.klantstem.app.status.Verdict.OK;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.klantstem.contract.out.InsightProgress.Kind;

/** From what was seen to what is the matter: the cause first, consequences only where they add something. */
final class Judgement {

    /** Finals come every minute; more than a few of them missing is to be told. */
    static final Duration LATE = Duration.ofMinutes(3);
    /** So long without a final, and none while we looked: it does not work. */
    static final Duration STUCK = Duration.ofMinutes(15);

    /** Of the records of a stream, as the alert rule has it; a handful is never worth waking someone for. */
    private static final double TOLERATED = 0.02;

    private static final int FEW = 20;

    private static final String APPLY = "klantstem topics apply";
    private static final String START = "start an instance: klantstem pipeline --config FILE, and read its log";

    private final Observed seen;
    private final List<Finding> findings = new ArrayList<>();

    private Judgement(Observed seen) {
        this.seen = seen;
    }

    /** What is the matter, the worst first; one OK when nothing is. */
    static List<Finding> of(Observed seen) {
        var judgement = new Judgement(seen);
        if (seen.noBroker() != null) {
            judgement.add(
                    DOWN,
                    "no broker answers at " + seen.servers() + ": " + seen.noBroker(),
                    "is the address right? else look at the brokers: this is not the pipeline");
        } else {
            judgement.topics();
            judgement.group();
            judgement.pace();
            judgement.conservation();
            judgement.refused();
            seen.notRead().forEach(what -> judgement.add(DEGRADED, "could not be read: " + what, "see there"));
        }
        judgement.findings.sort(Comparator.comparing(Finding::verdict).reversed());
        if (judgement.findings.isEmpty()) {
            judgement.add(OK, "results are out up to now, every record is accounted for", "nothing to do");
        }
        return List.copyOf(judgement.findings);
    }

    private void topics() {
        var topics = seen.topics();
        if (topics == null) {
            return;
        }
        if (!topics.missing().isEmpty()) {
            add(DOWN, "missing topics: " + String.join(", ", topics.missing()), APPLY);
        }
        topics.obstacles().forEach(what -> add(DEGRADED, what, "give status the pipeline's own --config"));
        if (topics.settings() > 0) {
            add(DEGRADED, topics.settings() + " settings of topics are not as they must be", "klantstem topics check");
        }
    }

    private void group() {
        var group = seen.members();
        if (group == null) {
            return;
        }
        if (group.members() == 0) {
            add(DOWN, "no pipeline runs: the group " + seen.group() + " has no members (" + group.state() + ")", START);
        } else if (!group.state().equalsIgnoreCase("stable")) {
            add(
                    DEGRADED,
                    "the group " + seen.group() + " is " + group.state() + ": instances come or go",
                    "look again in a minute; if it stays so, read the instances' logs");
        }
    }

    private void pace() {
        var group = seen.members();
        boolean works = group != null && group.members() > 0;
        if (group != null && !works) {
            return; // that nothing comes out is no news then
        }
        Pace.of(seen).ifPresent(pace -> {
            var behind = pace.behind(Kind.FINALS);
            if (behind.isEmpty()) {
                add(
                        DEGRADED,
                        "no result was ever published",
                        "klantstem tail insight-progress; is the first minute over?");
            } else if (behind.get().compareTo(LATE) > 0) {
                late(pace, behind.get());
            } else if (pace.silent() > 0) {
                add(DEGRADED, pace.silent() + " partitions have published no final yet", "look again in a minute");
            } else if (pace.behind(Kind.ALERTS).orElse(Duration.ZERO).compareTo(LATE) > 0) {
                add(
                        DEGRADED,
                        "alerts are " + words(pace.behind(Kind.ALERTS).get()) + " behind, finals are not",
                        "klantstem tail insight-progress --scope kind=ALERTS");
            }
            if (pace.overtaken() > 0) {
                add(
                        DEGRADED,
                        pace.overtaken() + " changes came behind the watermark: finals may differ from a replay's",
                        "see docs/status.md, Overtaken");
            }
        });
    }

    private void late(Pace pace, Duration behind) {
        boolean moves =
                seen.progress() != null && Boolean.TRUE.equals(seen.progress().moves());
        var verdict = !moves && behind.compareTo(STUCK) > 0 ? DOWN : DEGRADED;
        var holder = pace.holder();
        String waits = holder.map(Judgement::standsAt).orElse("");
        String why = holder.map(this::why).orElse("");
        add(
                verdict,
                "results are " + words(behind) + " behind" + (moves ? ", and catching up" : ", and stand still") + waits
                        + why,
                moves
                        ? "wait; if the lag does not fall, start further instances"
                        : holder.map(h -> "klantstem tail insight-progress --scope stream=" + h.stream())
                                .orElse("klantstem tail insight-progress"));
    }

    private static String standsAt(Pace.Holder holder) {
        return ": all wait for " + holder.stream() + " partition " + holder.partition()
                + (holder.since() == null
                        ? ", of which nothing was ever heard"
                        : ", which stands at " + holder.since().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whose fault it is: nobody reads it, what is there is not read, or nothing comes. */
    private String why(Pace.Holder holder) {
        var group = seen.members();
        boolean assigned = group == null
                || group.assigned().stream()
                        .anyMatch(each -> each.endsWith(holder.stream() + ".v1-" + holder.partition()));
        if (!assigned) {
            return "; no instance has this partition";
        }
        long waiting = seen.lag() == null
                ? 0
                : seen.lag().stream()
                        .filter(lag -> lag.topic().endsWith(holder.stream() + ".v1"))
                        .mapToLong(Observed.Lag::records)
                        .sum();
        return waiting > 0
                ? "; " + waiting + " records of this stream wait to be read"
                : "; nothing waits there: no tick comes (pipeline.ticks), or a transaction was left open";
    }

    private void conservation() {
        Pace.of(seen)
                .map(Pace::conserved)
                .filter(sum -> sum.residual() != 0)
                .ifPresent(sum -> add(
                        DEGRADED,
                        sum.residual() + " of " + sum.read() + " records read are not accounted for: this is a bug",
                        "keep the logs and the topic insight-progress, and report it"));
    }

    private void refused() {
        var refused = seen.refused();
        if (refused == null) {
            return;
        }
        refused.byStream().forEach((stream, reasons) -> {
            long n = reasons.values().stream().mapToLong(Long::longValue).sum();
            long written = Math.max(n, refused.written().getOrDefault(stream, 0L));
            if (n >= FEW && n > TOLERATED * written) {
                add(
                        DEGRADED,
                        n + " of about " + written + " records of " + stream + " were refused in the last hour: "
                                + reasons,
                        "klantstem tail dead-letters --scope stream=" + stream + " --since PT1H");
            }
        });
    }

    private void add(Verdict verdict, String what, String next) {
        findings.add(new Finding(verdict, what, next));
    }

    /** 40 s, 12 min, 3 h 5 min. */
    static String words(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}

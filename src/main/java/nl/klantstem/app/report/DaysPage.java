package nl.klantstem.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.klantstem.stats.Nps;
import org.jspecify.annotations.Nullable;

/** What was published of each day when it had closed, and what became of it, as it is shown on screen. */
final class DaysPage {

    /** As many days with differences are shown; the rest are counted. */
    private static final int MOST = 31;

    private static final String ROW = "%-12s %9s %8s %7s %9s %9s %9s %9s %11s %9s %8s";

    private static final List<String> MEANING = List.of(
            "late: the score was not known then. revised: counted here then too, with another score. withdrawn: counts nowhere",
            "now. moved: counted then, or counts now, in another journey, audience, programme or day. Each answer has one",
            "cause: published + late - withdrawn + moved in - moved out + unexplained = now, for each category too.",
            "unexplained is what the responses that are known do not tell; it is shown, never spread over the causes.");

    private DaysPage() {}

    static List<String> lines(Report report) {
        var lines = new ArrayList<String>();
        lines.add("as published when each day had closed, and as known now (answers)");
        @Nullable Reconciliation days = report.days();
        if (days == null) {
            lines.add(
                    "no days were published: the catalogue has no window DAY, or the history ended before the first closed");
            return lines;
        }
        int open = days.days().size() - days.closed().size();
        if (days.closed().isEmpty()) {
            lines.add(
                    days.days().isEmpty() ? "the period holds no whole local day" : "no day of the period has closed");
            return lines;
        }
        lines.add(String.format(
                        ROW,
                        "day",
                        "published",
                        "NPS",
                        "late",
                        "revised",
                        "withdrawn",
                        "moved in",
                        "moved out",
                        "unexplained",
                        "now",
                        "NPS")
                .stripTrailing());
        var different = days.closed().stream().filter(DayLine::differs).toList();
        different.stream().limit(MOST).forEach(day -> lines.add(row(day)));
        if (different.size() > MOST) {
            lines.add("... and " + (different.size() - MOST) + " more days that differ (--csv=days has all)");
        }
        lines.add(total(days));
        lines.add(text(
                "%,d days have closed, %,d of them are otherwise now%s",
                days.closed().size(), different.size(), open == 0 ? "" : "; " + open + " have not closed yet"));
        lines.addAll(MEANING);
        return lines;
    }

    private static String row(DayLine line) {
        DayLine.Then then = Objects.requireNonNull(line.published());
        return row(
                line.day().date().toString(),
                then,
                line,
                line.unexplained(),
                line.unexplainedSplit().filter(split -> !split.isNone()).isPresent());
    }

    private static String total(Reconciliation days) {
        long n = 0;
        long unexplained = 0;
        boolean otherwise = false;
        @Nullable Split split = Split.NONE;
        Split now = Split.NONE;
        for (DayLine line : days.closed()) {
            DayLine.Then then = Objects.requireNonNull(line.published());
            n += then.n();
            split = split == null || then.split() == null ? null : split.plus(then.split());
            now = now.plus(line.now());
            unexplained += line.unexplained();
            otherwise |= line.unexplainedSplit().filter(s -> !s.isNone()).isPresent();
        }
        DayLine first = days.closed().get(0);
        var sum = new DayLine(first.day(), first.closedAt(), new DayLine.Then(n, split), days.effects(), now);
        return row("all", Objects.requireNonNull(sum.published()), sum, unexplained, otherwise);
    }

    private static String row(String label, DayLine.Then then, DayLine line, long unexplained, boolean otherwise) {
        return String.format(
                        Locale.ROOT,
                        ROW,
                        label,
                        text("%,d", then.n()),
                        score(then.split()),
                        responses(line, Cause.LATE, "+"),
                        responses(line, Cause.REVISED, ""),
                        responses(line, Cause.WITHDRAWN, "-"),
                        responses(line, Cause.MOVED_IN, "+"),
                        responses(line, Cause.MOVED_OUT, "-"),
                        // None more or fewer, but not of the same scores.
                        unexplained == 0 && otherwise ? "scores" : text(unexplained == 0 ? "%d" : "%+,d", unexplained),
                        text("%,d", line.now().n()),
                        score(line.now()))
                .stripTrailing();
    }

    private static String responses(DayLine line, Cause cause, String sign) {
        long n = line.effect(cause).responses();
        return n == 0 ? "0" : sign + text("%,d", n);
    }

    private static String score(@Nullable Split split) {
        if (split == null) {
            return "hidden";
        }
        Nps nps = split.nps();
        return nps.rounded().isPresent() ? Page.signed(nps.rounded().getAsDouble()) : "-";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

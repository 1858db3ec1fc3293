package nl.klantstem.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.klantstem.stats.Margin;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.NpsDifference;
import org.jspecify.annotations.Nullable;

/** The report as it is shown on screen. */
final class Page {

    private static final String FIGURES = "%-24s %9s %9s %9s %9s %8s  %-18s %8s  %s";
    private static final String NONE = "-";
    private static final int LABEL = 24;
    private static final List<String> DEFINITION = List.of(
            "NPS: promoters (9 and 10) less detractors (0 to 6), in per cent of all answers. An answer counts in the quarter",
            "of an hour in which it was given first, with its latest revision, in the journey as linked now; withdrawn ones",
            "do not count. In brackets: 95% intervals (adjusted Wald; of a change: both variances added). A change whose",
            "interval holds 0 can be chance. (*) under 30 answers: read the interval, not the score. Late: of the answers,",
            "those that became known after their windows had closed; unlinked: those without a contact.");

    private Page() {}

    static List<String> lines(Report report) {
        var lines = new ArrayList<String>();
        Question question = report.question();
        lines.add("NPS of " + report.title() + ", " + question.programme() + " " + question.audience());
        lines.add(question.period().text());
        lines.add("as known at " + (report.asOf() == null ? "an unknown time" : report.asOf()) + ", from "
                + report.source());
        lines.add("");
        figures(report, lines);
        lines.add("");
        lines.addAll(DEFINITION);
        lines.add("");
        lines.addAll(DaysPage.lines(report));
        return lines;
    }

    private static void figures(Report report, List<String> lines) {
        Figure whole = report.whole();
        lines.add(String.format(FIGURES, "", "n", "promoters", "passives", "detract.", "NPS", "95%", "change", "95%")
                .stripTrailing());
        lines.add(row(whole.label(), whole.now(), whole.change()));
        lines.add(row("the period before", whole.before(), Optional.empty()));
        lines.add("the period before: " + report.question().period().before().text());
        if (whole.now().split().n() == 0) {
            lines.add("nobody answered in this period");
        } else {
            lines.add(verdict(whole));
            lines.add(String.format(
                    Locale.ROOT,
                    "of the answers: %,d late, %,d unlinked",
                    whole.now().late(),
                    whole.now().unmatched()));
        }
        if (report.question().by() != null) {
            lines.add("");
            lines.add("by " + report.question().by());
            report.groups().forEach(group -> lines.add(row(group.label(), group.now(), group.change())));
            rest(report).ifPresent(lines::add);
        }
    }

    /** Groups need not cover all: an answer may lack the dimension, and drivers hold each other. */
    private static Optional<String> rest(Report report) {
        if (report.groups().isEmpty()) {
            return Optional.of("  nobody answered in this period or the one before");
        }
        if ("driver".equals(report.question().by())) {
            return Optional.of("a driver holds the drivers below it: these rows do not add up");
        }
        long rest = report.whole().now().split().n()
                - report.groups().stream().mapToLong(g -> g.now().split().n()).sum();
        return rest == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "%,d answers were not told apart: they have no such dimension", rest));
    }

    private static String verdict(Figure whole) {
        @Nullable NpsDifference change = whole.change().orElse(null);
        if (change == null) {
            return "no change to tell: nobody answered in the period before";
        }
        if (change.margin().low() > 0) {
            return "higher than the period before, by more than chance";
        }
        return change.margin().high() < 0
                ? "lower than the period before, by more than chance"
                : "no change that could not be chance";
    }

    private static String row(String label, Tally tally, Optional<NpsDifference> change) {
        Nps nps = tally.split().nps();
        boolean few = nps.n() > 0 && nps.trust() != Nps.Trust.OK;
        return String.format(
                        Locale.ROOT,
                        FIGURES,
                        label.length() > LABEL ? label.substring(0, LABEL - 2) + ".." : label,
                        String.format(Locale.ROOT, "%,d", nps.n()) + (few ? "*" : ""),
                        count(nps.promoters()),
                        count(nps.passives()),
                        count(nps.detractors()),
                        nps.rounded().isPresent() ? signed(nps.rounded().getAsDouble()) : NONE,
                        nps.margin().map(Page::interval).orElse(""),
                        change.map(c -> signed(c.points())).orElse(""),
                        change.map(c -> interval(c.margin())).orElse(""))
                .stripTrailing();
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    static String signed(double points) {
        return String.format(Locale.ROOT, "%+.2f", points);
    }

    private static String interval(Margin margin) {
        Margin rounded = margin.rounded();
        return "(" + signed(rounded.low()) + " to " + signed(rounded.high()) + ")";
    }
}

package nl.klantstem.insight.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.NpsChange;
import nl.klantstem.contract.out.NpsChange.Drivers;
import nl.klantstem.contract.out.NpsChange.Rest;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.changes.Period.Spans;
import nl.klantstem.rolling.Figures;
import nl.klantstem.stats.Nps;
import org.jspecify.annotations.Nullable;

/**
 * Answers as the insight nps-change.
 *
 * @param suppress whether groups too small for privacy are published with their number only
 */
record ChangeInsight(Catalogue catalogue, boolean suppress) {

    private static final List<String> BY_DRIVER = List.of(Scope.DRIVER);

    /** {@code all} are the answers of the subject's whole audience, {@code answers} its own. */
    NpsChange of(Subject subject, Spans spans, Answered answers, Scores all, Instant asOf) {
        Scores total = answers.total();
        var comparing = new Comparing(total, segments(subject, answers, total), suppress);
        return new NpsChange(
                subject.scope(),
                spans.window(),
                ChangeFigures.score(total.now(), suppress),
                comparing.with(Scores::previous, spans.previous()),
                comparing.with(Scores::norm, spans.norm()),
                subject.journey() == null ? null : rest(total.now(), all.now().minus(total.now())),
                drivers(answers, total),
                asOf,
                false,
                catalogue.at(asOf).version(),
                NpsChange.SCHEMA_VERSION);
    }

    /** Pooled alike for both comparisons, so that the one does not give away what the other pools. */
    private Segments segments(Subject subject, Answered answers, Scores total) {
        var told = new ArrayList<Function<Scores, Nps>>();
        if (suppress) {
            told.add(Scores::now);
            List<Function<Scores, Nps>> before = List.of(Scores::previous, Scores::norm);
            before.stream()
                    .filter(span -> !Figures.hidden(span.apply(total), true))
                    .forEach(told::add);
        }
        return Segments.of(answers, subject.segments(), told);
    }

    private @Nullable Drivers drivers(Answered answers, Scores total) {
        if (total.now().n() == 0 || Figures.hidden(total.now(), suppress)) {
            return null;
        }
        return DriverImpacts.of(
                Segments.of(answers, BY_DRIVER, suppress ? List.of(Scores::now) : List.of()), total.previous());
    }

    /** Neither is shown when one is too small: all answers less the one are the other. */
    private Rest rest(Nps own, Nps rest) {
        if (Figures.hidden(own, suppress) || Figures.hidden(rest, suppress)) {
            return new Rest(Figures.numberOnly(rest), null);
        }
        return new Rest(
                ChangeFigures.score(rest, suppress),
                ChangeFigures.difference(own, rest).orElse(null));
    }
}

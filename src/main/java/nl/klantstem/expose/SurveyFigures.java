package nl.klantstem.expose;

import static nl.klantstem.expose.Figure.part;
import static nl.klantstem.expose.Figure.row;
import static nl.klantstem.expose.Figure.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.klantstem.contract.flow.ContactCourse.Level;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.contract.out.Share;
import nl.klantstem.contract.out.SurveyHealth;
import nl.klantstem.contract.out.SurveyHealth.Counters;
import nl.klantstem.contract.out.SurveyHealth.Outcome;
import nl.klantstem.contract.out.SurveyHealth.Totals;
import nl.klantstem.contract.out.SurveyHealth.Unmatched;
import nl.klantstem.expose.Figure.Part;
import nl.klantstem.expose.Figure.Total;
import org.jspecify.annotations.Nullable;

/** What of survey-health is shown: each survey in one outcome, each response linked or not. */
final class SurveyFigures {

    private static final String LINKED = "LINKED";

    private SurveyFigures() {}

    static List<Figure<SurveyHealth>> all() {
        var all = new ArrayList<Figure<SurveyHealth>>();
        all.addAll(totals(
                Shape.SURVEYS_JOURNEY,
                MetricCatalogue.SURVEY_INVITATIONS,
                MetricCatalogue.SURVEY_INVITATIONS_CORRECTED,
                outcomes()));
        all.addAll(totals(
                Shape.SURVEYS_SUPPRESSION,
                MetricCatalogue.SURVEY_SUPPRESSION,
                MetricCatalogue.SURVEY_SUPPRESSION_CORRECTED,
                List.of(whole(counters -> counters.invitations().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()))));
        all.addAll(totals(
                Shape.SURVEYS_ALL,
                MetricCatalogue.SURVEY_AGAIN,
                MetricCatalogue.SURVEY_AGAIN_CORRECTED,
                List.of(whole(Counters::againWithinQuarantine))));
        all.addAll(totals(
                Shape.SURVEYS_ALL,
                MetricCatalogue.SURVEY_LINKS,
                MetricCatalogue.SURVEY_LINKS_CORRECTED,
                links(Counters::linked, Counters::unmatched)));
        all.addAll(windows());
        return all;
    }

    /** Whether a value has all that the figures are made of. */
    static boolean isWhole(SurveyHealth value) {
        @Nullable Totals totals = value.totals();
        return totals != null && totals.counted() != null && totals.corrected() != null;
    }

    private static List<Figure<SurveyHealth>> windows() {
        return List.of(
                row(
                        MetricCatalogue.SURVEY_INVITATION_WINDOW,
                        Shape.SURVEYS_JOURNEY,
                        Span.A_MONTH,
                        part(Outcome.SUPPRESSED.name(), SurveyHealth::suppressed),
                        part(Outcome.SENT.name(), value -> value.asked() - value.bounced() - value.delivered()),
                        part(Outcome.BOUNCED.name(), SurveyHealth::bounced),
                        part(Outcome.DELIVERED.name(), value -> value.delivered() - value.opened()),
                        part(Outcome.OPENED.name(), value -> value.opened() - value.answered()),
                        part(Outcome.ANSWERED.name(), SurveyHealth::answered)),
                row(
                        MetricCatalogue.SURVEY_DUE_WINDOW,
                        Shape.SURVEYS_JOURNEY,
                        Span.A_MONTH,
                        part(Level.IN_TIME.name(), value -> due(value, Share::part)),
                        part(Level.MISSED.name(), value -> due(value, share -> share.whole() - share.part()))),
                row(
                        MetricCatalogue.SURVEY_SUPPRESSION_WINDOW,
                        Shape.SURVEYS_SUPPRESSION,
                        Span.A_MONTH,
                        whole(value -> value.suppressed() + value.asked())),
                row(
                        MetricCatalogue.SURVEY_AGAIN_WINDOW,
                        Shape.SURVEYS_ALL,
                        Span.A_MONTH,
                        whole(SurveyHealth::againWithinQuarantine)),
                new Figure<>(
                        MetricCatalogue.SURVEY_LINKS_WINDOW,
                        Shape.SURVEYS_ALL,
                        Span.A_MONTH,
                        links(SurveyFigures::linked, SurveyFigures::unmatched)));
    }

    private static List<Part<Counters>> outcomes() {
        return Stream.of(Outcome.values())
                .map(outcome -> Figure.<Counters>part(
                        outcome.name(), counters -> counters.invitations().getOrDefault(outcome, 0L)))
                .toList();
    }

    private static <V> List<Part<V>> links(ToLongFunction<V> linked, UnmatchedIn<V> unmatched) {
        var reasons = Stream.of(UnmatchedReason.values())
                .map(reason -> Figure.<V>part(
                        reason.name(), value -> unmatched.of(value).getOrDefault(reason, 0L)));
        return Stream.concat(Stream.of(part(LINKED, linked)), reasons).toList();
    }

    /** Where in a value the unmatched responses are. */
    private interface UnmatchedIn<V> {
        Map<UnmatchedReason, Long> of(V value);
    }

    private static long linked(SurveyHealth value) {
        @Nullable Unmatched unmatched = value.unmatched();
        return unmatched == null ? 0 : value.responses() - unmatched.responses();
    }

    private static Map<UnmatchedReason, Long> unmatched(SurveyHealth value) {
        @Nullable Unmatched unmatched = value.unmatched();
        return unmatched == null ? Map.of() : unmatched.byReason();
    }

    private static long due(SurveyHealth value, ToLongFunction<Share> count) {
        @Nullable Share due = value.responseRateDue();
        return due == null ? 0 : count.applyAsLong(due);
    }

    private static List<Figure<SurveyHealth>> totals(
            Shape shape, MetricCatalogue counted, MetricCatalogue corrected, List<Part<Counters>> parts) {
        return Figure.totals(
                shape,
                new Total<>(counted, value -> value.totals().counted()),
                new Total<>(corrected, value -> value.totals().corrected()),
                parts);
    }
}

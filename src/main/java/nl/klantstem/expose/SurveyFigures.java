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
import nl.klantstem.contract.out.SurveyHealth.Totals;
import nl.klantstem.contract.out.SurveyHealth.Unmatched;
import nl.klantstem.expose.Figure.Part;
import nl.klantstem.expose.Figure.Total;
import org.jspecify.annotations.Nullable;

/** What of survey-health is shown: how far surveys came, and whether responses are linked. */
final class SurveyFigures {

    private static final String SUPPRESSED = "SUPPRESSED";
    private static final String ASKED = "ASKED";
    private static final String SENT = "SENT";
    private static final String BOUNCED = "BOUNCED";
    private static final String DELIVERED = "DELIVERED";
    private static final String OPENED = "OPENED";
    private static final String ANSWERED = "ANSWERED";
    private static final String AGAIN = "AGAIN";
    private static final String LINKED = "LINKED";

    private SurveyFigures() {}

    static List<Figure<SurveyHealth>> all() {
        var all = new ArrayList<Figure<SurveyHealth>>();
        all.addAll(totals(
                Shape.SURVEYS_ALL,
                MetricCatalogue.SURVEY_INVITATIONS,
                MetricCatalogue.SURVEY_INVITATIONS_CORRECTED,
                List.of(
                        part(SUPPRESSED, Counters::suppressed),
                        part(ASKED, Counters::asked),
                        part(BOUNCED, Counters::bounced),
                        part(DELIVERED, Counters::delivered),
                        part(OPENED, Counters::opened),
                        part(ANSWERED, Counters::answered),
                        part(AGAIN, Counters::againWithinQuarantine))));
        all.addAll(totals(
                Shape.SURVEYS_SUPPRESSION,
                MetricCatalogue.SURVEY_SUPPRESSION,
                MetricCatalogue.SURVEY_SUPPRESSION_CORRECTED,
                List.of(whole(counters -> counters.suppressed() + counters.asked()))));
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
                        Shape.SURVEYS_ALL,
                        Span.LONGEST_UP_TO_A_MONTH,
                        part(SUPPRESSED, SurveyHealth::suppressed),
                        part(SENT, value -> value.asked() - value.bounced() - value.delivered()),
                        part(BOUNCED, SurveyHealth::bounced),
                        part(DELIVERED, value -> value.delivered() - value.opened()),
                        part(OPENED, value -> value.opened() - value.answered()),
                        part(ANSWERED, SurveyHealth::answered)),
                row(
                        MetricCatalogue.SURVEY_DUE_WINDOW,
                        Shape.SURVEYS_ALL,
                        Span.LONGEST_UP_TO_A_MONTH,
                        part(Level.IN_TIME.name(), value -> due(value, Share::part)),
                        part(Level.MISSED.name(), value -> due(value, share -> share.whole() - share.part()))),
                row(
                        MetricCatalogue.SURVEY_SUPPRESSION_WINDOW,
                        Shape.SURVEYS_SUPPRESSION,
                        Span.LONGEST_UP_TO_A_MONTH,
                        whole(value -> value.suppressed() + value.asked())),
                row(
                        MetricCatalogue.SURVEY_AGAIN_WINDOW,
                        Shape.SURVEYS_ALL,
                        Span.LONGEST_UP_TO_A_MONTH,
                        whole(SurveyHealth::againWithinQuarantine)),
                new Figure<>(
                        MetricCatalogue.SURVEY_LINKS_WINDOW,
                        Shape.SURVEYS_ALL,
                        Span.LONGEST_UP_TO_A_MONTH,
                        links(SurveyFigures::linked, SurveyFigures::unmatched)));
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

package nl.klantstem.expose;

import static nl.klantstem.expose.Figure.HIDDEN;
import static nl.klantstem.expose.Figure.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klantstem.contract.out.ContactOutcomes.Handling;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.NpsTotals;
import nl.klantstem.contract.out.Score;
import nl.klantstem.expose.Figure.Part;
import nl.klantstem.expose.Figure.Total;
import org.jspecify.annotations.Nullable;

/** What of journey-nps is shown: counts of promoters, passives and detractors, for scores cannot be averaged. */
final class NpsFigures {

    private static final int SCORES = 11;
    private static final int FIRST_PASSIVE = 7;
    private static final int FIRST_PROMOTER = 9;
    private static final String DETRACTOR = "detractor";
    private static final String PASSIVE = "passive";
    private static final String PROMOTER = "promoter";

    private static final List<Shape> SEGMENTS = List.of(
            Shape.NPS_JOURNEY_HANDLING,
            Shape.NPS_HANDLING,
            Shape.NPS_RESOLUTION,
            Shape.NPS_WAIT_IMPOSED,
            Shape.NPS_PROOF_ASKED,
            Shape.NPS_CONTACTS_NEEDED);

    private NpsFigures() {}

    static List<Figure<JourneyNps>> all() {
        var all = new ArrayList<Figure<JourneyNps>>();
        all.addAll(Figure.totals(
                Shape.NPS_JOURNEY_CHANNEL,
                new Total<>(MetricCatalogue.SURVEY_RESPONSES, value -> value.totals()
                        .scores()),
                new Total<>(MetricCatalogue.SURVEY_RESPONSES_CORRECTED, value -> value.totals()
                        .corrected()),
                IntStream.range(0, SCORES)
                        .mapToObj(score -> NpsFigures.score(category(score), score))
                        .toList()));
        all.add(new Figure<>(
                MetricCatalogue.SURVEY_SCORES,
                Shape.NPS_JOURNEY,
                Span.EVER,
                IntStream.range(0, SCORES)
                        .mapToObj(score -> Figure.<JourneyNps>part(
                                String.valueOf(score),
                                value -> value.totals().scores().get(score)))
                        .toList()));
        all.add(categories(MetricCatalogue.NPS_WINDOW_RESPONSES, Shape.NPS_JOURNEY_CHANNEL, Span.UP_TO_A_MONTH));
        all.add(categories(MetricCatalogue.NPS_JOURNEY_WINDOW_RESPONSES, Shape.NPS_JOURNEY, Span.ALL));
        SEGMENTS.forEach(shape ->
                all.add(categories(MetricCatalogue.NPS_SEGMENT_WINDOW_RESPONSES, shape, Span.WEEK_TO_A_MONTH)));
        all.add(Figure.row(
                MetricCatalogue.SURVEY_WINDOW_LINKS,
                Shape.NPS_ALL,
                Span.ALL,
                part("linked", NpsFigures::linked),
                part("unmatched", NpsFigures::unmatched)));
        return all;
    }

    /** Whether a value has all that the figures are made of. */
    static boolean isWhole(JourneyNps value) {
        @Nullable NpsTotals totals = value.totals();
        return totals != null
                && totals.scores().size() == SCORES
                && totals.corrected().size() == SCORES
                && Stream.of(value.promoters() == null, value.passives() == null, value.detractors() == null)
                                .distinct()
                                .count()
                        == 1;
    }

    /** The categories of a score inside another insight; nobody answered is none of each. */
    static <V> List<Part<V>> ofScore(Function<V, @Nullable Score> in) {
        return List.of(
                part(DETRACTOR, value -> count(in.apply(value), Score::detractors)),
                part(PASSIVE, value -> count(in.apply(value), Score::passives)),
                part(PROMOTER, value -> count(in.apply(value), Score::promoters)));
    }

    /** The categories of the scores by who handled the contact; nobody answered is none of each. */
    static <V> List<Part<V>> byHandling(Function<V, @Nullable Map<Handling, Score>> in, List<Handling> handlings) {
        return handlings.stream()
                .flatMap(handling -> NpsFigures.<V>ofScore(value -> score(in.apply(value), handling)).stream()
                        .map(part -> new Part<V>(
                                List.of(handling.name(), part.labels().get(0)), part.count())))
                .toList();
    }

    private static @Nullable Score score(@Nullable Map<Handling, Score> scores, Handling handling) {
        return scores == null ? null : scores.get(handling);
    }

    private static long count(@Nullable Score score, Function<Score, @Nullable Long> category) {
        return score == null ? 0 : shown(score.n(), category.apply(score));
    }

    private static Figure<JourneyNps> categories(MetricCatalogue metric, Shape shape, Span span) {
        return Figure.row(
                metric,
                shape,
                span,
                part(DETRACTOR, value -> shown(value.n(), value.detractors())),
                part(PASSIVE, value -> shown(value.n(), value.passives())),
                part(PROMOTER, value -> shown(value.n(), value.promoters())));
    }

    /** Small groups have their number only. */
    private static long shown(long n, @Nullable Long count) {
        if (n == 0) {
            return 0;
        }
        return count == null ? HIDDEN : count;
    }

    private static long linked(JourneyNps value) {
        long unmatched = unmatched(value);
        return unmatched == HIDDEN ? HIDDEN : value.n() - unmatched;
    }

    private static long unmatched(JourneyNps value) {
        var completeness = value.completeness();
        return shown(value.n(), completeness == null ? null : (Long) completeness.unmatched());
    }

    private static Part<List<Long>> score(String label, int score) {
        return part(label, scores -> scores.get(score));
    }

    private static String category(int score) {
        if (score >= FIRST_PROMOTER) {
            return PROMOTER;
        }
        return score >= FIRST_PASSIVE ? PASSIVE : DETRACTOR;
    }
}

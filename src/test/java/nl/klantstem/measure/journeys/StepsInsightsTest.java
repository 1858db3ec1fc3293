package nl.klantstem.measure.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.flow.JourneyFact.Step;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney.Felt;
import nl.klantstem.contract.flow.ResponseJourney.Met;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import nl.klantstem.contract.out.JourneySteps;
import nl.klantstem.contract.out.JourneySteps.Answers;
import nl.klantstem.contract.out.JourneySteps.Reading;
import nl.klantstem.contract.out.RankRange;
import nl.klantstem.contract.out.Reliability;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Score;
import nl.klantstem.measure.GivenFacts;
import nl.klantstem.measure.GivenInsight;
import nl.klantstem.measure.GivenJourneys;
import nl.klantstem.rolling.Measure.Peer;
import nl.klantstem.rolling.Measure.WindowCounts;
import nl.klantstem.rolling.Tally;
import nl.klantstem.topic.Published;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tallies of steps as they are published, held against counting by hand. */
class StepsInsightsTest {

    private static final Catalogue CATALOGUE =
            GivenFacts.catalogue(StepsMeasure.NAME, List.of(List.of("journeyId"), List.of("journeyId", "stepId")));

    private final StepsMeasure measure = new StepsMeasure(CATALOGUE);
    private final List<Peer> peers = new ArrayList<>();

    @Test
    void any_steps_are_counted_as_by_hand() {
        var instances = new GivenJourneys(71).instances(500);
        var cells = GivenFacts.cells(instances, measure::contributions);
        for (String journey : GivenJourneys.JOURNEYS) {
            for (String step : GivenJourneys.STEPS) {
                var own = instances.stream()
                        .filter(i ->
                                i.audience() == Audience.CUSTOMER && i.journey().equals(journey))
                        .flatMap(i -> i.steps().stream())
                        .filter(s -> s.step().equals(step))
                        .toList();
                var scope = scope(journey, step);
                Tally tally = GivenFacts.sum(cells, scope.labels().keySet(), scope.labels());

                assertSteps(read(scope, tally, false), own);
            }
        }
    }

    private static void assertSteps(JourneySteps value, List<Step> own) {
        assertThat(value.reached()).isEqualTo(own.size());
        assertThat(value.completed()).isEqualTo(count(own, s -> s.passage() == Passage.COMPLETED));
        assertThat(value.abandoned()).isEqualTo(count(own, s -> s.passage() == Passage.ABANDONED));
        assertThat(value.open()).isEqualTo(count(own, s -> s.passage() == Passage.OPEN));
        assertThat(value.contacts())
                .isEqualTo(own.stream().mapToLong(Step::contacts).sum());
        assertThat(value.secondContacts())
                .isEqualTo(own.stream().mapToLong(Step::secondContacts).sum());
        assertThat(value.duration().n()).isEqualTo(value.completed());
        assertThat(value.duration().sum())
                .isEqualTo(own.stream().mapToLong(s -> Math.max(0, s.seconds())).sum());
        assertThat(value.waits().imposed()).isEqualTo(count(own, Step::waitImposed));
        assertThat(value.waits().length().n()).isEqualTo(count(own, s -> s.waitSeconds() >= 0));
        assertThat(value.experience().positive()).isEqualTo(count(own, s -> s.experience() == Experience.POSITIVE));
        assertThat(value.experience().neutral()).isEqualTo(count(own, s -> s.experience() == Experience.NEUTRAL));
        assertThat(value.experience().negative()).isEqualTo(count(own, s -> s.experience() == Experience.NEGATIVE));
        for (Emotion emotion : Emotion.values()) {
            assertThat(value.experience().observed().getOrDefault(emotion, 0L))
                    .as(emotion.name())
                    .isEqualTo(count(own, s -> s.observed().contains(emotion)));
        }
        assertThat(value.answers()).isNull();
        assertThat(value.hurt()).isNull();
    }

    @Test
    void any_answers_are_counted_as_by_hand_at_their_steps_and_for_their_journey() {
        var answers = new GivenJourneys(72).answers(3_000);
        var cells = GivenFacts.cells(answers, measure::contributions);
        for (String journey : GivenJourneys.JOURNEYS) {
            var of = answers.stream()
                    .filter(a -> a.way().journey().equals(journey))
                    .toList();
            for (String step : GivenJourneys.STEPS) {
                var scope = scope(journey, step);
                var value = read(scope, GivenFacts.sum(cells, scope.labels().keySet(), scope.labels()), false);
                var met = of.stream().filter(a -> side(a, step) != null).toList();

                assertAnswers(value.answers(), only(met, Programme.TRANSACTIONAL), step);
                assertAnswers(value.mysteryShop(), only(met, Programme.MYSTERY_SHOP), step);
                assertScore(value.hurt().bad(), only(met, Programme.TRANSACTIONAL), a -> side(a, step));
                assertScore(value.hurt().others(), only(met, Programme.TRANSACTIONAL), a -> !side(a, step));
            }
            var scope = Scope.of(Map.of("audience", "CUSTOMER", "journeyId", journey));
            var whole = read(scope, GivenFacts.sum(cells, scope.labels().keySet(), scope.labels()), false);

            assertAnswers(whole.answers(), only(of, Programme.TRANSACTIONAL), null);
            assertAnswers(whole.mysteryShop(), only(of, Programme.MYSTERY_SHOP), null);
            assertScore(whole.hurt().bad(), only(of, Programme.TRANSACTIONAL), StepsInsightsTest::metAnyBadly);
            assertScore(
                    whole.hurt().others(),
                    only(of, Programme.TRANSACTIONAL),
                    a -> !a.way().met().isEmpty() && !metAnyBadly(a));
            assertThat(whole.reached()).isZero();
        }
    }

    private static void assertAnswers(Answers value, List<ResponseFact> own, @Nullable String step) {
        assertThat(value.n()).isEqualTo(own.size());
        assertScore(value.nps(), own, a -> true);
        for (ExperienceValue name : ExperienceValue.values()) {
            var given = own.stream()
                    .map(a -> a.way().values().get(name))
                    .filter(Objects::nonNull)
                    .toList();
            var figures = value.values().get(name);
            assertThat(figures.n()).isEqualTo(given.size());
            assertThat(figures.mean())
                    .isCloseTo(given.stream().mapToInt(i -> i).average().orElseThrow(), within(0.005001));
            assertThat(Math.round(figures.top2() * given.size()))
                    .isEqualTo(given.stream().filter(i -> i >= 4).count());
        }
        for (Emotion emotion : Emotion.values()) {
            var strongest = own.stream()
                    .map(a -> a.way().felt().stream()
                            .filter(f -> f.emotion() == emotion
                                    && (step == null || f.step().equals(step)))
                            .mapToInt(Felt::intensity)
                            .max()
                            .orElse(0))
                    .filter(intensity -> intensity > 0)
                    .toList();
            assertThat(value.emotions().get(emotion).n()).isEqualTo(strongest.size());
            for (int intensity = 1; intensity <= 3; intensity++) {
                int wanted = intensity;
                assertThat(value.emotions().get(emotion).byIntensity().get(intensity - 1))
                        .isEqualTo(strongest.stream().filter(i -> i == wanted).count());
            }
        }
    }

    private static void assertScore(Score score, List<ResponseFact> answers, Predicate<ResponseFact> which) {
        var scores = answers.stream()
                .filter(which)
                .map(ResponseFact::nps)
                .filter(Objects::nonNull)
                .toList();
        assertThat(score.n()).isEqualTo(scores.size());
        assertThat(score.promoters())
                .isEqualTo(scores.stream().filter(nps -> nps >= 9).count());
        assertThat(score.detractors())
                .isEqualTo(scores.stream().filter(nps -> nps <= 6).count());
    }

    @Test
    void a_step_that_hurts_is_a_difference_with_its_interval_and_no_more_than_an_association() {
        assertThat(read("3", counts(10, 40, 60, 20)).hurt()).satisfies(hurt -> {
            assertThat(hurt.bad().nps()).isEqualTo(-60);
            assertThat(hurt.others().nps()).isEqualTo(50);
            assertThat(hurt.difference().points()).isEqualTo(-110);
            assertThat(hurt.difference().interval().high()).isBetween(-100.0, -60.0);
            assertThat(hurt.reading()).isEqualTo(Reading.ASSOCIATION);
        });
    }

    @Test
    void steps_are_ranked_by_what_the_intervals_tell_and_only_with_enough_answers_on_either_side() {
        peer("0", counts(40, 40, 50, 30));
        peer("1", counts(10, 90, 90, 10));
        peer("2", counts(12, 88, 88, 12));
        peer("3", counts(0, 29, 90, 10));
        peer("4", counts(30, 60, 9, 20));
        peer("other", counts(0, 100, 100, 0));
        peer("unknown", counts(0, 100, 100, 0));

        assertThat(rank("1")).isEqualTo(new RankRange(1, 2, 3, false));
        assertThat(rank("2")).isEqualTo(new RankRange(1, 2, 3, false));
        assertThat(rank("0")).isEqualTo(new RankRange(3, 3, 3, true));
        assertThat(rank("3")).isNull();
        assertThat(rank("4")).isNull();
        assertThat(rank("other")).isNull();
        assertThat(rank("unknown")).isNull();
    }

    @Test
    void few_answers_show_their_number_only_and_the_steps_stay() {
        var n = counts(1, 2, 0, 1);
        n[Positions.ANSWERS + Positions.of(ExperienceValue.RELIEVE)] = 4;
        n[Positions.ANSWERS + Positions.of(ExperienceValue.RELIEVE) + 1] = 12;
        n[Positions.ANSWERS + Positions.of(Emotion.ANGER)] = 3;
        n[Positions.OPEN] = 2;

        assertThat(read(scope("return", "3"), Tally.of(n), true)).satisfies(value -> {
            assertThat(value.reached()).isEqualTo(2);
            assertThat(value.answers().n()).isEqualTo(4);
            assertNumberOnly(value.answers().nps(), 4);
            assertThat(value.answers().values()).isNull();
            assertThat(value.answers().emotions()).isNull();
            assertNumberOnly(value.hurt().bad(), 3);
            assertThat(value.hurt().difference()).isNull();
        });
        assertThat(read(scope("return", "3"), Tally.of(n), false).answers().emotions())
                .containsOnlyKeys(Emotion.ANGER);
    }

    @Test
    void of_two_sides_the_large_one_does_not_give_away_the_small_one() {
        assertThat(read(scope("return", "3"), Tally.of(counts(1, 2, 60, 20)), true)
                        .hurt())
                .satisfies(hurt -> {
                    assertNumberOnly(hurt.bad(), 3);
                    assertNumberOnly(hurt.others(), 80);
                });
    }

    @Test
    void an_experience_value_of_few_shows_its_number_only() {
        var n = counts(10, 2, 0, 1);
        n[Positions.ANSWERS + Positions.of(ExperienceValue.RELIEVE)] = 4;
        n[Positions.ANSWERS + Positions.of(ExperienceValue.RELIEVE) + 1] = 12;
        n[Positions.ANSWERS + Positions.of(ExperienceValue.CO_BUILD)] = 5;
        n[Positions.ANSWERS + Positions.of(ExperienceValue.CO_BUILD) + 1] = 16;
        n[Positions.ANSWERS + Positions.of(ExperienceValue.CO_BUILD) + 2] = 2;

        assertThat(read(scope("return", "3"), Tally.of(n), true).answers().values())
                .containsExactly(
                        Map.entry(ExperienceValue.RELIEVE, new JourneySteps.Value(4, null, null)),
                        Map.entry(ExperienceValue.CO_BUILD, new JourneySteps.Value(5, 3.2, 0.4)));
    }

    @Test
    void nothing_at_all_has_counts_and_no_blocks() {
        assertThat(read(scope("return", "3"), Tally.ZERO, true)).satisfies(value -> {
            assertThat(value.reached()).isZero();
            assertThat(value.duration()).isNull();
            assertThat(value.waits()).isNull();
            assertThat(value.experience()).isNull();
            assertThat(value.answers()).isNull();
            assertThat(value.mysteryShop()).isNull();
            assertThat(value.hurt()).isNull();
        });
    }

    @Test
    void what_is_published_of_the_same_counts_stays_as_it_was_looked_at() {
        var given = new GivenJourneys(73);
        var cells = GivenFacts.cells(given.instances(200), measure::contributions);
        GivenFacts.cells(given.answers(900), measure::contributions)
                .forEach((cell, tally) -> cells.merge(cell, tally, Tally::plus));
        var scope = scope("lost-in-mail", "3");
        Tally tally = GivenFacts.sum(cells, scope.labels().keySet(), scope.labels());

        assertThat(GivenInsight.golden(publish(scope, tally.dense(Positions.WIDTH), true), JourneySteps.class)
                        .hurt())
                .isNotNull();
    }

    private static void assertNumberOnly(Score score, long n) {
        assertThat(score).isEqualTo(new Score(n, null, null, null, null, null, Reliability.SUPPRESSED));
    }

    /** Whether an answer met a step badly; null when it did not meet it. */
    private static @Nullable Boolean side(ResponseFact answer, String step) {
        return answer.way().met().stream()
                .filter(met -> met.step().equals(step))
                .map(Met::badly)
                .findFirst()
                .orElse(null);
    }

    private static boolean metAnyBadly(ResponseFact answer) {
        return answer.way().met().stream().anyMatch(Met::badly);
    }

    private static List<ResponseFact> only(List<ResponseFact> answers, Programme programme) {
        return answers.stream().filter(a -> a.programme() == programme).toList();
    }

    private static long count(List<Step> steps, Predicate<Step> which) {
        return steps.stream().filter(which).count();
    }

    /** Promoters and detractors who met it badly, and otherwise. */
    private static long[] counts(int badUp, int badDown, int othersUp, int othersDown) {
        var n = new long[Positions.WIDTH];
        int run = Positions.ANSWERS;
        n[run] = badUp + badDown + othersUp + othersDown;
        n[run + Positions.BAD] = badUp;
        n[run + Positions.BAD + 2] = badDown;
        n[run + Positions.OTHERS] = othersUp;
        n[run + Positions.OTHERS + 2] = othersDown;
        return n;
    }

    private void peer(String step, long[] counts) {
        peers.add(new Peer(scope("return", step), counts));
    }

    private RankRange rank(String step) {
        long[] own = peers.stream()
                .filter(peer -> peer.scope().equals(scope("return", step)))
                .findFirst()
                .orElseThrow()
                .counts();
        return read(step, own).hurt().rank();
    }

    private JourneySteps read(String step, long[] counts) {
        return GivenInsight.read(publish(scope("return", step), counts, true), JourneySteps.class);
    }

    private JourneySteps read(Scope scope, Tally tally, boolean suppress) {
        return GivenInsight.read(publish(scope, tally.dense(Positions.WIDTH), suppress), JourneySteps.class);
    }

    private Published publish(Scope scope, long[] counts, boolean suppress) {
        var alone = GivenFacts.window(scope.labels(), counts, new long[2 * Positions.WIDTH]);
        var among = peers.isEmpty() ? List.of(new Peer(scope, counts)) : peers;
        return new StepsInsights(CATALOGUE, suppress)
                .window(new WindowCounts(
                        alone.scope(), alone.window(), counts, null, among, alone.totals(), alone.asOf(), false));
    }

    private static Scope scope(String journey, String step) {
        return Scope.of(Map.of("audience", "CUSTOMER", "journeyId", journey, "stepId", step));
    }
}

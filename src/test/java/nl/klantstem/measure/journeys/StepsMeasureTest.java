package nl.klantstem.measure.journeys;

import static nl.klantstem.measure.GivenFacts.NOON;
import static nl.klantstem.measure.GivenJourneys.answer;
import static nl.klantstem.measure.GivenJourneys.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Outcome;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.flow.ResponseJourney.Met;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.measure.GivenFacts;
import nl.klantstem.measure.GivenJourneys;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Tally;
import nl.klantstem.topic.BinaryReader;
import nl.klantstem.topic.BinaryWriter;
import org.junit.jupiter.api.Test;

/** Tallies of steps: where and when steps and answers count, and the laws that hold for any of them. */
class StepsMeasureTest {

    private static final long SEED = 61;
    private static final Set<String> STEP = Set.of("audience", "journeyId", "stepId");
    private static final Set<String> JOURNEY = Set.of("audience", "journeyId");
    private static final Outcome NOTHING =
            new Outcome("unknown", false, false, false, false, false, false, false, false, false);
    private static final Catalogue CATALOGUE =
            GivenFacts.catalogue(StepsMeasure.NAME, List.of(List.of("journeyId"), List.of("journeyId", "stepId")));

    private final StepsMeasure measure = new StepsMeasure(CATALOGUE);
    private final GivenJourneys given = new GivenJourneys(SEED);
    private final Random random = new Random(SEED);

    @Test
    void a_step_counts_in_the_minute_it_was_reached_for_itself_and_for_its_journey() {
        var instance = GivenJourneys.instance(
                Passage.OPEN,
                NOTHING,
                step("0", NOON, Passage.COMPLETED),
                step("3", NOON.plusSeconds(120), Passage.OPEN));

        assertThat(measure.contributions(instance))
                .extracting(c -> c.minute() - NOON.getEpochSecond() / 60 + " "
                        + c.cell().scope().labels())
                .containsExactly(
                        "0 {audience=CUSTOMER, journeyId=lost-in-mail}",
                        "0 {audience=CUSTOMER, journeyId=lost-in-mail, stepId=0}",
                        "2 {audience=CUSTOMER, journeyId=lost-in-mail}",
                        "2 {audience=CUSTOMER, journeyId=lost-in-mail, stepId=3}");
    }

    @Test
    void an_answer_counts_at_each_step_that_it_met_and_once_for_its_journey() {
        var way = new ResponseJourney(
                "lost-in-mail", List.of(new Met("0", false), new Met("3", true)), List.of(), Map.of());

        assertThat(measure.contributions(answer(Programme.TRANSACTIONAL, 2, way)))
                .extracting(c -> c.cell().scope().labels().toString())
                .containsExactly(
                        "{audience=CUSTOMER, journeyId=lost-in-mail}",
                        "{audience=CUSTOMER, journeyId=lost-in-mail, stepId=0}",
                        "{audience=CUSTOMER, journeyId=lost-in-mail, stepId=3}");
    }

    @Test
    void an_answer_that_met_no_step_counts_for_its_journey_alone() {
        assertThat(measure.contributions(answer(Programme.TRANSACTIONAL, 2, ResponseJourney.none("return"))))
                .singleElement()
                .satisfies(c -> assertThat(c.cell().scope().labels()).containsOnlyKeys("audience", "journeyId"));
    }

    @Test
    void an_answer_that_was_known_late_and_one_that_is_linked_to_no_contact_is_told() {
        var way = ResponseJourney.none("return");
        var unmatched = new ResponseFact(
                NOON,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                "return",
                "unknown",
                9,
                null,
                null,
                true,
                UnmatchedReason.NO_CONTACT,
                ResponseContext.NONE,
                way,
                GivenFacts.VERSION);

        assertThat(completeness(unmatched)).containsExactly(1, 1);
        assertThat(completeness(answer(Programme.TRANSACTIONAL, 9, way))).containsExactly(0, 0);
    }

    private long[] completeness(ResponseFact fact) {
        long[] dense = measure.contributions(fact).get(0).tally().dense(Positions.WIDTH);
        return new long[] {dense[Positions.LATE], dense[Positions.UNMATCHED]};
    }

    @Test
    void cells_of_a_journey_live_together() {
        assertThat(all(given.instances(50), List.of()).keySet()).isNotEmpty().allSatisfy(cell -> assertThat(
                        cell.subject())
                .isEqualTo(cell.scope().labels().get("journeyId")));
    }

    @Test
    void only_transactional_answers_and_those_of_mystery_shoppers_count_and_each_in_its_own_run() {
        var way = new ResponseJourney("return", List.of(new Met("0", true)), List.of(), Map.of());
        for (Programme programme : Programme.values()) {
            var dense = measure.contributions(answer(programme, 9, way)).stream()
                    .map(c -> c.tally())
                    .reduce(Tally.ZERO, Tally::plus)
                    .dense(Positions.WIDTH);

            assertThat(dense[Positions.ANSWERS])
                    .as(programme + " among answers")
                    .isEqualTo(programme == Programme.TRANSACTIONAL ? 2 : 0);
            assertThat(dense[Positions.MYSTERY_SHOP])
                    .as(programme + " among mystery shoppers")
                    .isEqualTo(programme == Programme.MYSTERY_SHOP ? 2 : 0);
        }
    }

    @Test
    void the_steps_of_a_journey_together_are_the_journey() {
        var cells = all(given.instances(300), List.of());

        assertThat(GivenFacts.sum(cells, STEP, Map.of())).isEqualTo(GivenFacts.sum(cells, JOURNEY, Map.of()));
    }

    @Test
    void any_split_in_any_order_is_the_same_all_can_be_taken_back_and_bytes_change_nothing() {
        for (int round = 0; round < 30; round++) {
            var instances = new ArrayList<>(given.instances(random.nextInt(30)));
            var answers = new ArrayList<>(given.answers(random.nextInt(30)));
            var whole = all(instances, answers);
            Collections.shuffle(instances, random);
            Collections.shuffle(answers, random);
            int split = random.nextInt(instances.size() + 1);
            var parts = all(instances.subList(0, split), answers);
            all(instances.subList(split, instances.size()), List.of())
                    .forEach((cell, tally) -> parts.merge(cell, tally, Tally::plus));

            assertThat(parts).isEqualTo(whole);
            whole.forEach((cell, tally) -> {
                assertThat(parts.get(cell).minus(tally).isZero()).isTrue();
                var out = new BinaryWriter();
                tally.write(out);
                assertThat(Tally.read(new BinaryReader(out.toBytes()))).isEqualTo(tally);
            });
        }
    }

    private Map<Cell, Tally> all(List<JourneyFact> instances, List<ResponseFact> answers) {
        var cells = GivenFacts.cells(instances, measure::contributions);
        GivenFacts.cells(answers, measure::contributions)
                .forEach((cell, tally) -> cells.merge(cell, tally, Tally::plus));
        return cells;
    }
}

package nl.klantstem.measure.journeys;

import static nl.klantstem.measure.GivenFacts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.JourneyFact.Outcome;
import nl.klantstem.contract.flow.JourneyFact.Passage;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.JourneyOutcomes;
import nl.klantstem.contract.out.Share;
import nl.klantstem.measure.GivenFacts;
import nl.klantstem.measure.GivenInsight;
import nl.klantstem.measure.GivenJourneys;
import nl.klantstem.rolling.Tally;
import nl.klantstem.topic.Published;
import org.junit.jupiter.api.Test;

/** What came of instances of journeys. */
class JourneysMeasureTest {

    private static final Outcome NOTHING =
            new Outcome("unknown", false, false, false, false, false, false, false, false, false);
    private static final Catalogue CATALOGUE = GivenFacts.catalogue(
            JourneysMeasure.NAME, List.of(List.of(), List.of("journeyId"), List.of("journeyId", "resolution")));

    private final JourneysMeasure measure = new JourneysMeasure(CATALOGUE);

    @Test
    void an_instance_counts_once_in_every_cell_in_the_minute_it_started() {
        assertThat(measure.contributions(GivenJourneys.instance(Passage.OPEN, NOTHING)))
                .allSatisfy(c -> assertThat(c.minute()).isEqualTo(NOON.getEpochSecond() / 60))
                .extracting(c -> c.cell().scope().labels().toString())
                .containsExactly(
                        "{audience=CUSTOMER}",
                        "{audience=CUSTOMER, journeyId=lost-in-mail}",
                        "{audience=CUSTOMER, journeyId=lost-in-mail, resolution=unknown}");
    }

    @Test
    void the_cells_of_a_journey_live_together() {
        assertThat(measure.contributions(GivenJourneys.instance(Passage.OPEN, NOTHING)).stream()
                        .skip(1))
                .extracting(c -> c.cell().subject())
                .containsOnly("lost-in-mail");
    }

    @Test
    void any_instances_are_counted_as_by_hand() {
        var instances = new GivenJourneys(51).instances(400);
        var cells = GivenFacts.cells(instances, measure::contributions);
        for (String journey : GivenJourneys.JOURNEYS) {
            var own = instances.stream()
                    .filter(instance -> instance.audience().name().equals("CUSTOMER"))
                    .filter(instance -> instance.journey().equals(journey))
                    .toList();
            Tally tally = GivenFacts.sum(
                    cells, Set.of("audience", "journeyId"), Map.of("audience", "CUSTOMER", "journeyId", journey));

            assertThat(read(tally, tally)).satisfies(value -> {
                assertThat(value.instances()).isEqualTo(own.size());
                assertThat(value.open()).isEqualTo(count(own, i -> i.passage() == Passage.OPEN));
                assertThat(value.completed()).isEqualTo(count(own, i -> i.passage() == Passage.COMPLETED));
                assertThat(value.abandoned()).isEqualTo(count(own, i -> i.passage() == Passage.ABANDONED));
                long due = count(own, i -> i.outcome().due());
                assertShare(
                        value.reordered(),
                        due,
                        count(own, i -> i.outcome().due() && i.outcome().reordered()));
                assertShare(
                        value.reorderedByAgent(),
                        due,
                        count(
                                own,
                                i -> i.outcome().due()
                                        && i.outcome().reordered()
                                        && i.outcome().byAgent()));
                assertShare(value.credited(), own.size(), count(own, i -> i.outcome()
                        .credited()));
                assertShare(
                        value.found(), own.size(), count(own, i -> i.outcome().found()));
                assertShare(
                        value.kept(), own.size(), count(own, i -> i.outcome().kept()));
                assertShare(value.refunded(), own.size(), count(own, i -> i.outcome()
                        .refunded()));
                assertShare(
                        value.leakage(),
                        count(own, i -> i.outcome().leakageDue()),
                        count(own, i -> i.outcome().leakageDue() && !i.outcome().ordered()));
                assertThat(value.completeness().late()).isEqualTo(count(own, JourneyFact::late));
                assertThat(value.totals().counted().instances()).isEqualTo(own.size());
                assertThat(value.totals().counted().leakage())
                        .isEqualTo(value.leakage().part());
                assertThat(value.totals().corrected().instances()).isZero();
            });
        }
    }

    @Test
    void resolutions_together_are_their_journey_and_all_can_be_taken_back() {
        var instances = new GivenJourneys(52).instances(200);
        var cells = GivenFacts.cells(instances, measure::contributions);
        Tally all = GivenFacts.sum(cells, Set.of("audience"), Map.of());

        assertThat(GivenFacts.sum(cells, Set.of("audience", "journeyId"), Map.of()))
                .isEqualTo(all);
        assertThat(GivenFacts.sum(cells, Set.of("audience", "journeyId", "resolution"), Map.of()))
                .isEqualTo(all);
        Tally back = instances.stream()
                .map(instance -> JourneysMeasure.tally(instance).negate())
                .reduce(all, Tally::plus);
        assertThat(back.isZero()).isTrue();
    }

    @Test
    void an_order_placed_again_before_it_is_due_counts_once_it_is() {
        var early = new Outcome("unknown", false, true, true, false, false, false, false, false, true);
        var due = new Outcome("unknown", true, true, true, false, false, false, false, false, true);

        assertThat(read(JourneysMeasure.tally(GivenJourneys.instance(Passage.OPEN, early)), Tally.ZERO)
                        .reordered())
                .isNull();
        assertThat(read(JourneysMeasure.tally(GivenJourneys.instance(Passage.OPEN, due)), Tally.ZERO)
                        .reordered())
                .isEqualTo(new Share(1, 1, 1, new Interval(0.1706, 1)));
    }

    @Test
    void without_instances_there_is_no_share() {
        assertThat(read(Tally.ZERO, Tally.ZERO)).satisfies(value -> {
            assertThat(value.instances()).isZero();
            assertThat(value.reordered()).isNull();
            assertThat(value.credited()).isNull();
            assertThat(value.leakage()).isNull();
        });
    }

    @Test
    void what_is_published_of_the_same_counts_stays_as_it_was_looked_at() {
        var tally = new GivenJourneys(53)
                .instances(300).stream().map(JourneysMeasure::tally).reduce(Tally.ZERO, Tally::plus);

        assertThat(GivenInsight.golden(publish(tally, tally), JourneyOutcomes.class)
                        .instances())
                .isEqualTo(300);
    }

    private static void assertShare(Share share, long whole, long part) {
        assertThat(share.whole()).isEqualTo(whole);
        assertThat(share.part()).isEqualTo(part);
        assertThat(share.share())
                .isBetween(share.interval().low(), share.interval().high());
    }

    private static long count(List<JourneyFact> instances, Predicate<JourneyFact> which) {
        return instances.stream().filter(which).count();
    }

    private static JourneyOutcomes read(Tally counts, Tally totals) {
        return GivenInsight.read(publish(counts, totals), JourneyOutcomes.class);
    }

    private static Published publish(Tally counts, Tally totals) {
        return new JourneysInsights(CATALOGUE)
                .window(GivenFacts.window(
                        Map.of("audience", "CUSTOMER", "journeyId", "lost-in-mail"),
                        counts.dense(JourneysMeasure.WIDTH),
                        totals.dense(2 * JourneysMeasure.WIDTH)));
    }
}

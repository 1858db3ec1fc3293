package nl.klantstem.measure.avoidable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.out.AvoidableContacts;
import nl.klantstem.contract.out.AvoidableContacts.Previous;
import nl.klantstem.measure.GivenFacts;
import nl.klantstem.measure.GivenInsight;
import nl.klantstem.rolling.Measure.WindowCounts;
import nl.klantstem.rolling.Tally;
import nl.klantstem.topic.Published;
import org.junit.jupiter.api.Test;

/** What could have been prevented, by who can. */
class AvoidableMeasureTest {

    private static final Catalogue CATALOGUE = GivenFacts.catalogue(
            AvoidableMeasure.NAME,
            List.of(
                    List.of("owningDepartment"),
                    List.of("owningDepartment", "driver"),
                    List.of("owningDepartment", "avoidableCause")));

    private final AvoidableMeasure measure = new AvoidableMeasure(CATALOGUE);

    @Test
    void inbound_contacts_are_avoidable_or_worth_having_or_unknown_whoever_owns_them() {
        var contacts = new GivenFacts(51).contacts(300);
        var cells = GivenFacts.cells(contacts, measure::contributions);
        Tally all = GivenFacts.sum(cells, Set.of("audience", "owningDepartment"), Map.of());
        long[] n = all.dense(AvoidableMeasure.WIDTH);

        assertThat(n[AvoidableMeasure.AVOIDABLE] + n[AvoidableMeasure.VALUE] + n[AvoidableMeasure.UNKNOWN])
                .isEqualTo(contacts.stream().filter(ContactFact::inbound).count());
        assertThat(GivenFacts.sum(
                        cells, Set.of("audience", "owningDepartment", "driver", "level"), Map.of("level", "1")))
                .isEqualTo(all);
        assertThat(GivenFacts.sum(cells, Set.of("audience", "owningDepartment", "avoidableCause"), Map.of()))
                .isEqualTo(all);
    }

    @Test
    void only_answers_about_avoidable_contacts_are_in_the_score() {
        var avoidable = GivenFacts.answer(9, GivenFacts.handled(ResponseContext.HUMAN_ONLY, "sp-1"));
        var context = avoidable.context();
        var worthHaving = GivenFacts.answer(
                9,
                new ResponseContext(
                        context.driver(),
                        context.handling(),
                        context.servicePartner(),
                        context.resolution(),
                        context.waitImposed(),
                        context.proofAsked(),
                        context.contactsNeeded(),
                        GivenFacts.demand(DemandType.VALUE)));

        assertThat(measure.contributions(avoidable)).hasSize(4).allSatisfy(c -> {
            assertThat(c.cell().scope().labels()).containsEntry("owningDepartment", "logistics");
            assertThat(c.tally().dense(AvoidableMeasure.WIDTH)).containsExactly(0, 0, 0, 0, 1, 0, 0);
        });
        assertThat(measure.contributions(worthHaving)).isEmpty();
        assertThat(measure.contributions(GivenFacts.answer(9, ResponseContext.NONE)))
                .isEmpty();
    }

    @Test
    void figures_are_held_against_the_period_before() {
        var published = publish(new long[] {70, 20, 10, 3, 4, 1, 5}, new long[] {50, 50, 100, 0, 0, 0, 0}, false);
        var value = GivenInsight.golden(published, AvoidableContacts.class);

        assertThat(value.contacts()).isEqualTo(100);
        assertThat(value.shareOfKnown()).isEqualTo(0.7778);
        assertThat(value.shareUnknown()).isEqualTo(0.1);
        assertThat(value.previous()).isEqualTo(new Previous(200, 50, 50, 100, 0.5, 0.5));
        assertThat(value.change()).isEqualTo(0.4);
        assertThat(value.nps().nps()).isEqualTo(-10);
        assertThat(value.completeness().late()).isEqualTo(3);
        assertThat(value.totals()).isEqualTo(new AvoidableContacts.Totals(11, 2));
    }

    @Test
    void against_nothing_there_is_no_change_and_of_nothing_no_share() {
        var value = read(new long[] {0, 0, 0, 0, 0, 0, 0}, new long[] {0, 4, 0, 0, 0, 0, 0}, false);

        assertThat(value.change()).isNull();
        assertThat(value.shareOfKnown()).isNull();
        assertThat(value.shareUnknown()).isNull();
        assertThat(value.nps()).isNull();
        assertThat(value.previous().contacts()).isEqualTo(4);
        assertThat(read(new long[] {1, 0, 0, 0, 2, 1, 1}, null, false)).satisfies(first -> {
            assertThat(first.previous()).isNull();
            assertThat(first.change()).isNull();
            assertThat(first.nps().n()).isEqualTo(4);
        });
        assertThat(read(new long[] {1, 0, 0, 0, 2, 1, 1}, null, true).nps().nps())
                .as("suppressed")
                .isNull();
    }

    private static AvoidableContacts read(long[] counts, long[] previous, boolean suppress) {
        return GivenInsight.read(publish(counts, previous, suppress), AvoidableContacts.class);
    }

    private static Published publish(long[] counts, long[] previous, boolean suppress) {
        var totals = new long[2 * AvoidableMeasure.WIDTH];
        totals[AvoidableMeasure.AVOIDABLE] = 11;
        totals[AvoidableMeasure.WIDTH + AvoidableMeasure.AVOIDABLE] = 2;
        var now = GivenFacts.window(Map.of("audience", "CUSTOMER", "owningDepartment", "logistics"), counts, totals);
        return new AvoidableInsights(CATALOGUE, suppress)
                .window(new WindowCounts(
                        now.scope(), now.window(), counts, previous, List.of(), totals, now.asOf(), false));
    }
}

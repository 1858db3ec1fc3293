package nl.klantstem.measure.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.out.RankRange;
import nl.klantstem.contract.out.Reliability;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.ServicePartners;
import nl.klantstem.measure.GivenFacts;
import nl.klantstem.measure.GivenInsight;
import nl.klantstem.rolling.Measure.Peer;
import nl.klantstem.rolling.Measure.WindowCounts;
import nl.klantstem.topic.Published;
import org.junit.jupiter.api.Test;

/** Service partners and their ranks. */
class PartnerInsightsTest {

    private static final Catalogue CATALOGUE =
            GivenFacts.catalogue(OutcomeMeasure.SERVICE_PARTNERS, List.of(List.of("servicePartnerId")));

    private final List<Peer> peers = new ArrayList<>();

    @Test
    void only_partners_with_enough_answers_are_ranked_and_only_among_each_other() {
        peer("IN_HOUSE", 100, 10);
        peer("sp-1", 95, 15);
        peer("sp-2", 20, 90);
        peer("sp-3", 29, 0);
        peer("sp-4", 0, 0);
        peer("unknown", 0, 100);
        peer("other", 100, 0);

        assertThat(rank("IN_HOUSE")).isEqualTo(new RankRange(1, 2, 3, false));
        assertThat(rank("sp-1")).isEqualTo(new RankRange(1, 2, 3, false));
        assertThat(rank("sp-2")).isEqualTo(new RankRange(3, 3, 3, true));
        assertThat(rank("sp-3")).isNull();
        assertThat(rank("sp-4")).isNull();
        assertThat(rank("unknown")).isNull();
        assertThat(rank("other")).isNull();
    }

    @Test
    void figures_are_those_of_its_contacts_and_of_all_answers_about_them() {
        var n = new long[Positions.WIDTH];
        n[Positions.CONTACTS] = 30;
        n[Positions.TRANSFERRED] = 3;
        n[Positions.ANSWERED] = 20;
        n[Positions.WAITING] = 1;
        n[Positions.IN_TIME] = 18;
        n[Positions.MISSED] = 2;
        for (int handling = 0; handling < Positions.HANDLINGS; handling++) {
            n[Positions.SCORES + handling * Positions.CATEGORIES] = 1;
        }
        peers.add(new Peer(scope("sp-1"), n));

        assertThat(GivenInsight.golden(publish("sp-1", false), ServicePartners.class))
                .satisfies(partner -> {
                    assertThat(partner.contacts()).isEqualTo(30);
                    assertThat(partner.offered()).isEqualTo(21);
                    assertThat(partner.serviceLevel().ratio()).isEqualTo(0.9);
                    assertThat(partner.transferredShare()).isEqualTo(0.1);
                    assertThat(partner.nps().promoters()).isEqualTo(4);
                    assertThat(partner.firstContact()).isNull();
                });
        assertThat(read("sp-1", true).nps()).satisfies(hidden -> {
            assertThat(hidden.n()).isEqualTo(4);
            assertThat(hidden.promoters()).isNull();
            assertThat(hidden.reliability()).isEqualTo(Reliability.SUPPRESSED);
        });
    }

    private void peer(String partner, int promoters, int detractors) {
        var n = new long[Positions.WIDTH];
        n[Positions.SCORES] = promoters;
        n[Positions.SCORES + 2] = detractors;
        peers.add(new Peer(scope(partner), n));
    }

    private RankRange rank(String partner) {
        return read(partner, true).rank();
    }

    private ServicePartners read(String partner, boolean suppress) {
        return GivenInsight.read(publish(partner, suppress), ServicePartners.class);
    }

    private Published publish(String partner, boolean suppress) {
        long[] own = peers.stream()
                .filter(peer -> peer.scope().equals(scope(partner)))
                .findFirst()
                .orElseThrow()
                .counts();
        var alone = GivenFacts.window(scope(partner).labels(), own, new long[2 * Positions.WIDTH]);
        return new PartnerInsights(CATALOGUE, suppress)
                .window(new WindowCounts(
                        alone.scope(), alone.window(), own, null, peers, alone.totals(), alone.asOf(), true));
    }

    private static Scope scope(String partner) {
        return Scope.of(Map.of("audience", "CUSTOMER", "servicePartnerId", partner));
    }
}

package nl.klantstem.measure.nps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Tally;
import nl.klantstem.testkit.GivenVersion;
import org.junit.jupiter.api.Test;

/** NPS tallies against counting by hand. */
class NpsMeasureTest {

    private static final long SEED = 9;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Catalogue CATALOGUE = new Catalogue(List.of(
            version("v1", NOON, List.of(List.of(), List.of("journeyId"), List.of("journeyId", "channel"))),
            version("v2", NOON.plusSeconds(60), List.of(List.of("channel")))));

    private final Random random = new Random(SEED);

    @Test
    void a_response_counts_its_score_once_in_every_cell_of_its_catalogue_version() {
        var fact = fact(9, null, null, false, true, "v1");

        var contributions = NpsMeasure.contributions(fact, CATALOGUE);

        assertThat(contributions)
                .extracting(c -> c.cell().scope().labels())
                .containsExactly(
                        new TreeMap<>(Map.of("programme", "TRANSACTIONAL", "audience", "CUSTOMER")),
                        new TreeMap<>(
                                Map.of("programme", "TRANSACTIONAL", "audience", "CUSTOMER", "journeyId", "return")),
                        new TreeMap<>(Map.of(
                                "programme",
                                "TRANSACTIONAL",
                                "audience",
                                "CUSTOMER",
                                "journeyId",
                                "return",
                                "channel",
                                "PHONE")));
        assertThat(contributions).allSatisfy(c -> {
            assertThat(c.minute()).isEqualTo(NOON.getEpochSecond() / 60);
            assertThat(NpsMeasure.scores(c.tally().dense(NpsMeasure.WIDTH), 0))
                    .containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 0L);
        });
        assertThat(NpsMeasure.contributions(fact(9, null, null, false, true, "v2"), CATALOGUE))
                .as("a contribution is taken back as it was counted: by the version it was counted under")
                .extracting(c -> c.cell().scope().labels().keySet())
                .containsExactly(Set.of("audience", "channel", "programme"));
    }

    @Test
    void an_answer_counts_by_what_its_contact_was_like() {
        var dimensions = List.of(
                "handling", "servicePartnerId", "resolution", "waitImposed", "proofAsked", "contactsNeeded", "driver");
        var catalogue = new Catalogue(
                List.of(version("v1", NOON, dimensions.stream().map(List::of).toList())));
        var context = new ResponseContext(
                "delivery/late",
                ResponseContext.HANDED_OVER,
                "sp-1",
                "CREDITED",
                ResponseContext.YES,
                ResponseContext.NO,
                "3+",
                ResponseContext.NONE.demand());

        assertThat(labels(fact(9, context), catalogue))
                .containsExactly(
                        "handling=HANDED_OVER",
                        "servicePartnerId=sp-1",
                        "resolution=CREDITED",
                        "waitImposed=yes",
                        "proofAsked=no",
                        "contactsNeeded=3+",
                        "driver=delivery, level=1",
                        "driver=delivery/late, level=2");
        assertThat(labels(fact(9, ResponseContext.NONE), catalogue))
                .containsExactlyElementsOf(dimensions.stream()
                        .map(d -> d + "=unknown" + (d.equals("driver") ? ", level=1" : ""))
                        .toList());
    }

    private static List<String> labels(ResponseFact fact, Catalogue catalogue) {
        return NpsMeasure.contributions(fact, catalogue).stream()
                .map(c -> {
                    var labels = new TreeMap<>(c.cell().scope().labels());
                    labels.remove("programme");
                    labels.remove("audience");
                    return labels.toString().replaceAll("[{}]", "");
                })
                .toList();
    }

    private static ResponseFact fact(int nps, ResponseContext context) {
        return new ResponseFact(
                NOON,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                "return",
                "PHONE",
                nps,
                null,
                null,
                false,
                null,
                context,
                ResponseJourney.none("return"),
                "v1");
    }

    @Test
    void an_answer_of_a_programme_that_does_not_feed_nps_is_in_no_cell() {
        ResponseFact fact = fact(9, null, null, false, false, "v1");
        var shopper = new ResponseFact(
                fact.answeredAt(),
                Programme.MYSTERY_SHOP,
                fact.audience(),
                fact.journey(),
                fact.channel(),
                fact.nps(),
                fact.csat(),
                fact.ces(),
                fact.late(),
                fact.unmatched(),
                fact.context(),
                fact.way(),
                fact.catalogueVersion());

        assertThat(NpsMeasure.contributions(shopper, CATALOGUE)).isEmpty();
    }

    @Test
    void who_gave_no_score_is_in_csat_and_ces_and_not_in_n() {
        long[] counts = NpsMeasure.tally(fact(null, 4, 7, true, true, "v1")).dense(NpsMeasure.WIDTH);

        assertThat(NpsMeasure.scores(counts, 0)).containsOnly(0L);
        assertThat(counts[NpsMeasure.LATE]).isZero();
        assertThat(counts[NpsMeasure.UNMATCHED]).isZero();
        assertThat(counts[NpsMeasure.CSAT_N]).isOne();
        assertThat(counts[NpsMeasure.CSAT_SUM]).isEqualTo(4);
        assertThat(counts[NpsMeasure.CES_N]).isOne();
        assertThat(counts[NpsMeasure.CES_SUM]).isEqualTo(7);
    }

    @Test
    void any_split_in_any_order_gives_what_counting_by_hand_gives() {
        System.out.println("nps tallies: seed " + SEED);
        for (int round = 0; round < 100; round++) {
            var facts = facts(random.nextInt(60));
            long[] byHand = byHand(facts);
            Collections.shuffle(facts, random);
            int split = random.nextInt(facts.size() + 1);
            Tally sum = sum(facts.subList(0, split)).plus(sum(facts.subList(split, facts.size())));

            assertThat(sum.dense(NpsMeasure.WIDTH)).isEqualTo(byHand);
            Collections.shuffle(facts, random);
            for (ResponseFact fact : facts) {
                sum = sum.minus(NpsMeasure.tally(fact));
            }
            assertThat(sum.isZero()).isTrue();
        }
    }

    @Test
    void every_cell_is_the_sum_of_the_cells_below_it() {
        var facts = facts(200).stream().map(f -> f.under("v1")).toList();
        var cells = new HashMap<Cell, Tally>();
        facts.forEach(fact ->
                NpsMeasure.contributions(fact, CATALOGUE).forEach(c -> cells.merge(c.cell(), c.tally(), Tally::plus)));

        for (int dimensions = 2; dimensions < 5; dimensions++) {
            int size = dimensions;
            Tally level = cells.entrySet().stream()
                    .filter(cell -> cell.getKey().scope().labels().size() == size)
                    .map(Map.Entry::getValue)
                    .reduce(Tally.ZERO, Tally::plus);
            assertThat(level.dense(NpsMeasure.WIDTH)).isEqualTo(byHand(facts));
        }
    }

    private static Tally sum(List<ResponseFact> facts) {
        return facts.stream().map(NpsMeasure::tally).reduce(Tally.ZERO, Tally::plus);
    }

    private static long[] byHand(List<ResponseFact> facts) {
        var counts = new long[17];
        for (ResponseFact fact : facts) {
            if (fact.nps() != null) {
                counts[fact.nps()]++;
                counts[11] += fact.late() ? 1 : 0;
                counts[12] += fact.unmatched() != null ? 1 : 0;
            }
            counts[13] += fact.csat() == null ? 0 : 1;
            counts[14] += fact.csat() == null ? 0 : fact.csat();
            counts[15] += fact.ces() == null ? 0 : 1;
            counts[16] += fact.ces() == null ? 0 : fact.ces();
        }
        return counts;
    }

    private List<ResponseFact> facts(int n) {
        var facts = new ArrayList<ResponseFact>();
        for (int i = 0; i < n; i++) {
            facts.add(new ResponseFact(
                    NOON.plusSeconds(random.nextInt(5_000)),
                    Programme.TRANSACTIONAL,
                    random.nextBoolean() ? Audience.CUSTOMER : Audience.PARTNER,
                    "j" + random.nextInt(3),
                    random.nextBoolean() ? "PHONE" : "unknown",
                    optional(0, 10),
                    optional(1, 5),
                    optional(1, 7),
                    random.nextBoolean(),
                    random.nextBoolean() ? UnmatchedReason.NO_CONTACT : null,
                    ResponseContext.NONE,
                    ResponseJourney.none("j"),
                    "v1"));
        }
        return facts;
    }

    private Integer optional(int from, int to) {
        return random.nextInt(4) == 0 ? null : (Integer) (from + random.nextInt(to - from + 1));
    }

    private static ResponseFact fact(
            Integer nps, Integer csat, Integer ces, boolean late, boolean unmatched, String version) {
        return new ResponseFact(
                NOON,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                "return",
                "PHONE",
                nps,
                csat,
                ces,
                late,
                unmatched ? UnmatchedReason.NO_CONTACT : null,
                ResponseContext.NONE,
                ResponseJourney.none("return"),
                version);
    }

    private static CatalogueVersion version(String name, Instant from, List<List<String>> cubes) {
        return GivenVersion.named(name)
                .from(from)
                .cubes(Map.of(NpsMeasure.NAME, cubes))
                .version();
    }
}

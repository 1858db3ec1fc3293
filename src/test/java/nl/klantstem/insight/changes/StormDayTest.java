package nl.klantstem.insight.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.klantstem.contract.out.NpsChange.Verdict;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.changes.GivenLife.Kind;
import nl.klantstem.insight.changes.GivenLife.Line;
import nl.klantstem.stats.Nps;
import nl.klantstem.testkit.Golden;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A storm brings answers about lost parcels: the score falls, and nobody worked worse. */
class StormDayTest {

    private static final long SEED = 8;
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final LocalDate STORM = FIRST.plusDays(60);
    private static final Kind DELIVERY = new Kind("CUSTOMER", "order-delivery", "CHAT", "BOT_ONLY", "delivery/status");
    private static final Kind RETURN = new Kind("CUSTOMER", "return", "PHONE", "HUMAN_ONLY", "returns/how");
    private static final Kind LOST = new Kind("CUSTOMER", "lost-in-mail", "PHONE", "HUMAN_ONLY", "delivery/lost");

    @Test
    void more_answers_about_lost_parcels_are_mix() {
        GivenLife life = quietDays();
        life.add(STORM, DELIVERY, 60, 20, 20);
        life.add(STORM, RETURN, 30, 10, 10);
        life.add(STORM, LOST, 12, 24, 84);

        JsonNode all = told(life, null);

        for (String before : List.of("previous", "norm")) {
            JsonNode comparison = all.get(before);
            assertThat(comparison.get("verdict").asText()).isEqualTo("MIX");
            assertThat(comparison.at("/change/points").asDouble()).isLessThan(-25);
            assertThat(comparison.at("/change/scoreEffect").asDouble()).isZero();
            assertThat(comparison.at("/change/segments/0/labels/journeyId").asText())
                    .isEqualTo("lost-in-mail");
        }
        assertThat(all.at("/drivers/largest/0/driver").asText()).isEqualTo("delivery/lost");
        assertThat(all.at("/drivers/largest/0/shareChange").asDouble()).isGreaterThan(.3);
        for (String journey : List.of("order-delivery", "return", "lost-in-mail")) {
            assertThat(told(life, journey).at("/norm/verdict").asText())
                    .as(journey)
                    .isEqualTo("NO_CHANGE");
        }
    }

    @Test
    void the_same_answers_with_worse_scores_are_service() {
        GivenLife life = quietDays();
        life.add(STORM, DELIVERY, 30, 20, 50);
        life.add(STORM, RETURN, 30, 10, 10);
        life.add(STORM, LOST, 1, 2, 7);

        JsonNode all = told(life, null);

        assertThat(all.at("/previous/verdict").asText()).isEqualTo("SCORE");
        assertThat(all.at("/previous/change/mixEffect").asDouble()).isZero();
        assertThat(told(life, "order-delivery").at("/norm/verdict").asText()).isEqualTo("SCORE");
        assertThat(told(life, "order-delivery")
                        .at("/rest/difference/interval/high")
                        .asDouble())
                .isNegative();
    }

    @Test
    void a_storm_in_which_service_suffers_too_is_both() {
        GivenLife life = quietDays();
        life.add(STORM, DELIVERY, 45, 20, 35);
        life.add(STORM, RETURN, 30, 10, 10);
        life.add(STORM, LOST, 4, 8, 28);

        assertThat(told(life, null).at("/previous/verdict").asText()).isEqualTo("BOTH");
    }

    @Test
    void by_chance_alone_a_storm_is_hardly_ever_told_as_service() {
        System.out.println("storms: seed " + SEED);
        for (int n : List.of(150, 600, 2_400)) {
            var random = new Random(SEED);
            var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
            for (int round = 0; round < 500; round++) {
                verdicts.merge(verdictOfAStorm(random, n), 1, Integer::sum);
            }
            System.out.println("500 storms, " + n + " answers a day: " + verdicts);
            assertThat(verdicts.getOrDefault(Verdict.SCORE, 0)).isLessThan(25);
        }
    }

    @Test
    void what_is_published_looks_like_this() {
        GivenLife life = quietDays();
        Kind chat = new Kind("CUSTOMER", "return", "CHAT", "HANDED_OVER", "returns/refund");
        Kind mail = new Kind("CUSTOMER", "return", "EMAIL", "HUMAN_ONLY", "returns/exchange");
        Kind partner = new Kind("PARTNER", "partner-finance", "PHONE", "HUMAN_ONLY", "partner/payout");
        for (LocalDate day = FIRST; day.isBefore(STORM); day = day.plusDays(1)) {
            life.add(day, chat, 30, 10, 20);
            life.add(day, mail, 2, 1, 0);
        }
        life.add(STORM, DELIVERY, 60, 20, 20);
        life.add(STORM, RETURN, 30, 10, 10);
        life.add(STORM, chat, 20, 20, 80);
        life.add(STORM, mail, 1, 0, 1);
        life.add(STORM, partner, 1, 1, 2);
        List<Line> lines = life.live(FIRST, STORM, true, null);

        Line one = last(lines, "CUSTOMER", "return");
        golden("nps-change", one.value());
        golden("nps-change.key", one.key());
        golden(
                "nps-change.suppressed",
                last(lines, "PARTNER", "partner-finance").value());
    }

    private static void golden(String name, JsonNode json) {
        Golden.check(
                "src/test/resources/golden/" + name + ".json",
                json.toPrettyString().replace("\" : ", "\": ") + "\n");
    }

    /** Lost parcels go from 4% of the answers to 20%, every journey scores as it did. */
    private static Verdict verdictOfAStorm(Random random, int n) {
        var cells = new ArrayList<Answered.Cell>();
        double[][] shares = {{.60, .36, .04}, {.50, .30, .20}};
        double[] promoters = {.6, .55, .1};
        double[] detractors = {.2, .25, .7};
        for (int journey = 0; journey < 3; journey++) {
            Nps norm = drawn(random, (int) (56 * n * shares[0][journey]), promoters[journey], detractors[journey]);
            Nps now = drawn(random, (int) (n * shares[1][journey]), promoters[journey], detractors[journey]);
            var scope = Scope.of(Map.of(Scope.JOURNEY, "j" + journey, Scope.CHANNEL, "PHONE"));
            cells.add(new Answered.Cell(scope, new Scores(now, norm, norm)));
        }
        var answered = new Answered(cells);
        Segments segments = Segments.of(answered, List.of(Scope.JOURNEY, Scope.CHANNEL), List.of());
        return new Comparing(answered.total(), segments, true)
                .with(Scores::norm, new Span(0, 1))
                .verdict();
    }

    private static Nps drawn(Random random, int n, double promoters, double detractors) {
        long p = 0;
        long d = 0;
        for (int i = 0; i < n; i++) {
            double luck = random.nextDouble();
            p += luck < promoters ? 1 : 0;
            d += luck >= 1 - detractors ? 1 : 0;
        }
        return new Nps(p, n - p - d, d);
    }

    private static GivenLife quietDays() {
        var life = new GivenLife();
        for (LocalDate day = FIRST; day.isBefore(STORM); day = day.plusDays(1)) {
            life.add(day, DELIVERY, 60, 20, 20);
            life.add(day, RETURN, 30, 10, 10);
            life.add(day, LOST, 1, 2, 7);
        }
        return life;
    }

    private static JsonNode told(GivenLife life, @Nullable String journey) {
        return last(life.live(FIRST, STORM, true, null), "CUSTOMER", journey).value();
    }

    private static Line last(List<Line> lines, String audience, @Nullable String journey) {
        return lines.stream()
                .filter(line -> line.is(audience, journey, "DAY"))
                .reduce((one, other) -> other)
                .orElseThrow();
    }
}

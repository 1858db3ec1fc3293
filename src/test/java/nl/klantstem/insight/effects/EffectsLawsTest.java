package nl.klantstem.insight.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.Score;
import nl.klantstem.insight.effects.GivenShop.Line;
import nl.klantstem.insight.effects.GivenShop.Registered;
import nl.klantstem.testkit.Schemas;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is registered and whatever becomes known: each record is what one gets who counts by hand. */
class EffectsLawsTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 20);
    private static final LocalDate TO = FROM.plusDays(150);
    private static final Offset<Double> ROUNDED = within(0.005_000_1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void every_record_is_what_is_counted_by_hand_and_restarts_change_nothing(long seed) {
        System.out.println("effects: seed " + seed);
        GivenShop shop = shop(new Random(seed));

        List<Line> lines = shop.live(FROM, TO, null);

        assertThat(lines.size()).isGreaterThan(20);
        Map<Long, ByHand> byHand = new HashMap<>();
        lines.forEach(line ->
                check(line, byHand.computeIfAbsent(line.timestamp(), at -> new ByHand(shop, at / 60_000)), shop));
        assertThat(shop.live(FROM, TO, new Random(seed))).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void a_measure_that_is_registered_long_afterwards_gives_the_same_records(long seed) {
        System.out.println("effects: seed " + seed);
        GivenShop early = shop(new Random(seed));
        early.registered.removeIf(each -> each.measure() == null);
        GivenShop late = new GivenShop();
        late.suppress = early.suppress;
        late.answers.addAll(early.answers);
        late.ways.addAll(early.ways);
        late.registered.addAll(early.registered);
        late.registered.replaceAll(each -> new Registered(each.id(), each.measure(), GivenShop.minute(TO) - 100));

        assertThat(last(late.live(FROM, TO, null))).isEqualTo(last(early.live(FROM, TO, null)));
    }

    /** The last record of each measure, without the time of telling. */
    private static Map<String, JsonNode> last(List<Line> lines) {
        var last = new HashMap<String, JsonNode>();
        for (Line line : lines) {
            ObjectNode json = Objects.requireNonNull(line.json()).deepCopy();
            json.remove("asOf");
            last.put(line.id(), json);
        }
        return last;
    }

    private static GivenShop shop(Random random) {
        GivenShop shop = GivenShop.random(random, FROM, TO);
        for (int i = 0; i < 6; i++) {
            var measure = GivenMeasures.random("m" + i, random, FROM);
            shop.registered.add(new Registered(
                    measure.measureId(),
                    measure,
                    GivenShop.minute(FROM) + (long) (150 * 1440 * Math.pow(random.nextDouble(), 3))));
        }
        shop.registered.sort((one, other) -> Long.compare(one.at(), other.at()));
        var gone = shop.registered.get(random.nextInt(3));
        shop.registered.add(new Registered(gone.id(), null, gone.at() + 30 * 1440));
        shop.registered.sort((one, other) -> Long.compare(one.at(), other.at()));
        return shop;
    }

    private static void check(Line line, ByHand byHand, GivenShop shop) {
        if (line.json() == null) {
            assertThat(byHand.known()).doesNotContain(line.id());
            return;
        }
        assertThat(Schemas.problems(Schemas.ofValue("measure-effects"), line.json()))
                .isEmpty();
        MeasureEffect said = line.said();
        Set<String> group = byHand.group(line.id());
        assertThat(
                        said.bundle() == null
                                ? Set.of(line.id())
                                : new TreeSet<>(said.bundle().measureIds()))
                .isEqualTo(group);
        ByHand.Days days = byHand.days(group);
        assertThat(said.days().before().first()).isEqualTo(days.before());
        assertThat(said.days().before().last().plusDays(1)).isEqualTo(days.effect());
        assertThat(said.days().after().first()).isEqualTo(days.after());
        assertThat(said.days().after().last().plusDays(1)).isEqualTo(days.end());
        assertThat(said.state()).hasToString(byHand.state(group));
        assertThat(said.verdict() == null ? null : said.verdict().name()).isEqualTo(byHand.verdict(group));
        ByHand.Counted counted = byHand.counted(group);
        var nps = Objects.requireNonNull(said.nps());
        check(nps.scope().before(), counted.before(), shop.suppress);
        check(nps.scope().after(), counted.after(), shop.suppress);
        if (counted.controlBefore() != null && counted.controlAfter() != null) {
            var control = Objects.requireNonNull(nps.control());
            check(control.before(), counted.controlBefore(), shop.suppress);
            check(control.after(), counted.controlAfter(), shop.suppress);
        }
        checkEffect(said, byHand, group, shop.suppress);
        checkReorders(said, byHand, group);
    }

    private static void check(@org.jspecify.annotations.Nullable Score score, long[] counts, boolean suppress) {
        long n = ByHand.n(counts);
        assertThat(score == null ? 0 : score.n()).isEqualTo(n);
        if (score != null && !(suppress && n < 5)) {
            assertThat(List.of(score.promoters(), score.passives(), score.detractors()))
                    .containsExactly(counts[0], counts[1], counts[2]);
        }
    }

    private static void checkEffect(MeasureEffect said, ByHand byHand, Set<String> group, boolean suppress) {
        ByHand.Counted c = byHand.counted(group);
        boolean hidden = suppress && (small(c.before()) || small(c.after()));
        if (c.controlBefore() != null && c.controlAfter() != null) {
            hidden |= suppress && (small(c.controlBefore()) || small(c.controlAfter()));
        }
        ByHand.Effect effect = byHand.effect(group);
        var shown = Objects.requireNonNull(said.nps()).effect();
        if (effect == null || hidden) {
            assertThat(shown).isNull();
            return;
        }
        assertThat(shown).isNotNull();
        assertThat(shown.points()).isCloseTo(effect.points(), ROUNDED);
        assertThat(shown.interval().low()).isCloseTo(effect.low(), ROUNDED);
        assertThat(shown.interval().high()).isCloseTo(effect.high(), ROUNDED);
        assertThat(shown.anytimeInterval().low()).isCloseTo(effect.anytimeLow(), ROUNDED);
        assertThat(shown.anytimeInterval().high()).isCloseTo(effect.anytimeHigh(), ROUNDED);
        assertThat(shown.z()).isCloseTo(effect.z(), ROUNDED);
        assertThat(Objects.requireNonNull(said.power()).detectable()).isCloseTo(byHand.detectable(group), ROUNDED);
        assertThat(said.power().expectedAnswers()).isEqualTo(byHand.expected(group, c.before()));
    }

    private static boolean small(long[] counts) {
        return ByHand.n(counts) > 0 && ByHand.n(counts) < 5;
    }

    private static void checkReorders(MeasureEffect said, ByHand byHand, Set<String> group) {
        long[] counts = byHand.reordered(group);
        if (!byHand.ofJourneys(group) || counts[0] + counts[2] == 0) {
            assertThat(said.reorders()).isNull();
            return;
        }
        var reorders = Objects.requireNonNull(said.reorders());
        assertThat(reorders.before() == null ? 0 : reorders.before().whole()).isEqualTo(counts[0]);
        assertThat(reorders.before() == null ? 0 : reorders.before().part()).isEqualTo(counts[1]);
        assertThat(reorders.after() == null ? 0 : reorders.after().whole()).isEqualTo(counts[2]);
        assertThat(reorders.after() == null ? 0 : reorders.after().part()).isEqualTo(counts[3]);
    }
}

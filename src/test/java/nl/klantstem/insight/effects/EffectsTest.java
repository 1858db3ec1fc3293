package nl.klantstem.insight.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.in.ImprovementMeasure.MeasureScope;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.MeasureEffect.Basis;
import nl.klantstem.contract.out.MeasureEffect.Circumstance.Kind;
import nl.klantstem.contract.out.MeasureEffect.Expectation;
import nl.klantstem.contract.out.MeasureEffect.State;
import nl.klantstem.contract.out.MeasureEffect.Verdict;
import nl.klantstem.contract.out.Reliability;
import nl.klantstem.insight.effects.GivenShop.About;
import nl.klantstem.insight.effects.GivenShop.Line;
import nl.klantstem.insight.effects.GivenShop.Way;
import org.junit.jupiter.api.Test;

/** What is said of measures, by example. */
class EffectsTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 21);
    private static final About LOST = new About("CUSTOMER", "lost-in-mail", "PHONE", "delivery/lost");
    private static final About RETURN = new About("CUSTOMER", "return", "CHAT", "returns/how");

    private final GivenShop shop = new GivenShop();

    /** +20 before and +60 after, ten answers a day; returns are +20 all the time. */
    private void thingsGetBetter() {
        for (LocalDate day = FROM; day.isBefore(FROM.plusDays(60)); day = day.plusDays(1)) {
            boolean after = !day.isBefore(DAY);
            shop.answered(day, LOST, after ? 7 : 5, 2, after ? 1 : 3);
            shop.answered(day, RETURN, 5, 2, 3);
        }
    }

    private List<Line> of(String id, LocalDate to) {
        return shop.live(FROM, to, null).stream()
                .filter(line -> line.id().equals(id))
                .toList();
    }

    private MeasureEffect last(String id, LocalDate to) {
        List<Line> lines = of(id, to);
        return lines.get(lines.size() - 1).said();
    }

    @Test
    void a_measure_is_planned_then_watched_then_judged() {
        thingsGetBetter();
        shop.register(GivenMeasures.measure("m", GivenMeasures.LOST, DAY, 20), FROM.plusDays(3));

        List<Line> lines = of("m", DAY.plusDays(40));

        assertThat(lines.get(0).said().days().through()).isNull();
        assertThat(lines.stream().map(line -> line.said().state()).distinct())
                .containsExactly(State.PLANNED, State.INTERIM, State.FINAL);
        assertThat(lines)
                .filteredOn(line -> line.said().state() == State.INTERIM)
                .hasSize(19);
        assertThat(lines).filteredOn(line -> line.said().state() == State.FINAL).hasSize(1);
        MeasureEffect end = lines.get(lines.size() - 1).said();
        assertThat(end.asOf())
                .isEqualTo(Instant.ofEpochSecond(60 * (GivenShop.minute(DAY.plusDays(20)) + GivenShop.ALLOWANCE)));
        assertThat(end.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(end.expectation()).isEqualTo(Expectation.KEPT);
        assertThat(end.text())
                .startsWith("20 days after, against 20 before. NPS before +20.0 of 200 answers, after +60.0 of 200"
                        + " answers. Change +40.0 points (95%: +24.3 to +54.5). The score improved, as was expected.");
    }

    @Test
    void a_day_in_the_middle_of_which_it_took_effect_is_neither_before_nor_after() {
        shop.register(
                GivenMeasures.measure(
                        "m", ImprovementMeasure.Type.IT, GivenMeasures.LOST, null, DAY, LocalTime.of(11, 0), 20, 2, 10),
                FROM.plusDays(1));

        MeasureEffect said = last("m", FROM.plusDays(2));

        assertThat(said.days().before().last()).isEqualTo(DAY.minusDays(1));
        assertThat(said.days().after().first()).isEqualTo(DAY.plusDays(3));
        assertThat(said.days().after().last()).isEqualTo(DAY.plusDays(12));
    }

    @Test
    void measures_that_bear_on_the_same_answers_in_the_same_days_cannot_be_told_apart() {
        thingsGetBetter();
        var phone = new MeasureScope("lost-in-mail", "delivery", Channel.PHONE, null);
        shop.register(GivenMeasures.measure("a", GivenMeasures.LOST, DAY, 20), FROM);
        shop.register(GivenMeasures.measure("b", phone, DAY.plusDays(10), 15), FROM);
        shop.register(GivenMeasures.measure("c", GivenMeasures.RETURN, DAY, 20), FROM);

        List<Line> lines = shop.live(FROM, DAY.plusDays(35), null);
        MeasureEffect a = lastOf(lines, "a");
        MeasureEffect b = lastOf(lines, "b");

        assertThat(Objects.requireNonNull(a.bundle()).measureIds()).containsExactly("a", "b");
        assertThat(a.bundle().text()).endsWith("cannot be told apart");
        assertThat(b.bundle()).isEqualTo(a.bundle());
        assertThat(b.nps()).isEqualTo(a.nps());
        assertThat(b.days()).isEqualTo(a.days());
        assertThat(a.days().before().last()).isEqualTo(DAY.minusDays(1));
        assertThat(a.days().after().first()).isEqualTo(DAY.plusDays(10));
        assertThat(lastOf(lines, "c").bundle()).isNull();
    }

    @Test
    void a_whole_journey_in_a_bundle_with_a_part_of_it_still_has_its_reorders() {
        for (int i = 0; i < 20; i++) {
            shop.ways.add(way(DAY.minusDays(5), i < 4));
            shop.ways.add(way(DAY.plusDays(5), i < 14));
        }
        var part = new MeasureScope("lost-in-mail", null, Channel.PHONE, null);
        shop.register(GivenMeasures.measure("a", GivenMeasures.LOST, DAY, 10), FROM);
        shop.register(GivenMeasures.measure("b", part, DAY, 10), FROM);

        List<Line> lines = of("b", DAY.plusDays(26));
        var reorders = Objects.requireNonNull(lines.get(lines.size() - 1).said().reorders());

        assertThat(Objects.requireNonNull(reorders.before()).share()).isEqualTo(0.2);
        assertThat(Objects.requireNonNull(reorders.after()).share()).isEqualTo(0.7);
        assertThat(reorders.difference()).isEqualTo(0.5);
        // N = 22, p = 15 / 22 and 5 / 22: .4545 +- 1.96 sqrt(.2169 / 22 + .1756 / 22)
        assertThat(reorders.interval()).isEqualTo(new Interval(0.1927, 0.7164));
        assertThat(reorders.settled()).isTrue();
        assertThat(lines)
                .filteredOn(line -> line.said().reorders() != null)
                .extracting(
                        line -> line.said().state(),
                        line -> Objects.requireNonNull(line.said().reorders()).settled())
                .contains(tuple(State.FINAL, false), tuple(State.FINAL, true));
    }

    @Test
    void what_happened_to_the_control_too_was_not_the_measure() {
        thingsGetBetter();
        shop.answers.replaceAll(answer -> answer.about().equals(RETURN)
                        && !answer.day().isBefore(DAY)
                ? new GivenShop.Answer(
                        answer.day(), RETURN, answer.score() == 6 ? 9 : answer.score(), answer.known(), answer.gone())
                : answer);
        var alone = GivenMeasures.measure("m", GivenMeasures.LOST, DAY, 20);
        shop.register(GivenMeasures.against(alone, GivenMeasures.RETURN), FROM);

        MeasureEffect said = last("m", DAY.plusDays(25));
        var nps = Objects.requireNonNull(said.nps());

        // +20 to +60, while the control went from +20 to +80
        assertThat(nps.scope().points()).isEqualTo(40);
        assertThat(Objects.requireNonNull(nps.control()).points()).isEqualTo(60);
        assertThat(Objects.requireNonNull(nps.effect()).basis()).isEqualTo(Basis.AGAINST_CONTROL);
        assertThat(nps.effect().points()).isEqualTo(-20);
    }

    @Test
    void a_change_that_an_eye_on_every_day_would_see_too_early_is_not_told_before_the_end() {
        for (LocalDate day = FROM; day.isBefore(DAY.plusDays(20)); day = day.plusDays(1)) {
            boolean after = !day.isBefore(DAY);
            shop.answered(day, LOST, after ? 12 : 10, 4, after ? 5 : 6);
        }
        shop.register(GivenMeasures.measure("m", GivenMeasures.LOST, DAY, 20), FROM);

        assertThat(of("m", DAY.plusDays(25))).allSatisfy(line -> {
            MeasureEffect said = line.said();
            if (said.state() == State.INTERIM) {
                assertThat(said.verdict()).isIn(Verdict.TOO_FEW, Verdict.NO_CHANGE_SEEN);
                assertThat(said.expectation()).isNull();
            }
        });
        MeasureEffect end = last("m", DAY.plusDays(25));
        assertThat(end.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(Objects.requireNonNull(Objects.requireNonNull(end.nps()).effect())
                        .anytimeInterval()
                        .low())
                .isNegative();
    }

    @Test
    void no_change_where_a_rise_was_expected_is_a_miss_at_the_end() {
        thingsGetBetter();
        shop.register(GivenMeasures.measure("m", GivenMeasures.RETURN, DAY, 20), FROM);

        MeasureEffect end = last("m", DAY.plusDays(25));

        // 200 answers before and after, at a variance of .72: 23.8 points could be seen
        assertThat(Objects.requireNonNull(end.power()).detectable()).isBetween(20.0, 26.0);
        assertThat(end.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(end.expectation()).isNull();

        shop.answers.addAll(List.copyOf(shop.answers));
        MeasureEffect twice = last("m", DAY.plusDays(25));
        assertThat(Objects.requireNonNull(twice.power()).detectable()).isLessThan(20);
        assertThat(twice.verdict()).isEqualTo(Verdict.NO_CHANGE_SEEN);
        assertThat(twice.expectation()).isEqualTo(Expectation.MISSED);
    }

    @Test
    void events_and_the_peak_are_named_and_an_event_is_judged_alone() {
        shop.register(GivenMeasures.measure("m", GivenMeasures.LOST, LocalDate.of(2026, 12, 1), 20), FROM);
        shop.register(
                GivenMeasures.measure(
                        "storm",
                        ImprovementMeasure.Type.EXTERNAL_EVENT,
                        new MeasureScope(null, "delivery", null, null),
                        null,
                        LocalDate.of(2026, 12, 4),
                        LocalTime.NOON,
                        10,
                        0,
                        3),
                FROM);

        MeasureEffect m = last("m", FROM.plusDays(1));
        MeasureEffect storm = last("storm", FROM.plusDays(1));

        assertThat(m.bundle()).isNull();
        assertThat(m.during())
                .extracting(each -> each.kind() + " " + each.id())
                .containsExactly("PEAK black-friday", "PEAK sinterklaas", "EXTERNAL_EVENT storm", "PEAK christmas");
        assertThat(storm.during()).extracting(each -> each.kind()).contains(Kind.MEASURE);
        assertThat(storm.bundle()).isNull();
    }

    @Test
    void a_measure_that_bore_on_the_control_is_named() {
        var alone = GivenMeasures.measure("m", GivenMeasures.LOST, DAY, 20);
        shop.register(GivenMeasures.against(alone, GivenMeasures.RETURN), FROM);
        shop.register(GivenMeasures.measure("other", GivenMeasures.RETURN, DAY.plusDays(5), 5), FROM);

        assertThat(last("m", FROM.plusDays(1)).during())
                .extracting(each -> each.kind() + " " + each.id())
                .containsExactly("IN_CONTROL other");
    }

    @Test
    void a_measure_that_is_taken_back_is_erased_once() {
        shop.register(GivenMeasures.measure("m", GivenMeasures.LOST, DAY, 20), FROM);
        shop.remove("m", FROM.plusDays(5));

        List<Line> lines = of("m", FROM.plusDays(10));

        assertThat(lines.get(lines.size() - 1).effect()).isNull();
        assertThat(lines).filteredOn(line -> line.effect() == null).hasSize(1);
    }

    @Test
    void nothing_is_said_twice() {
        shop.register(GivenMeasures.measure("m", GivenMeasures.LOST, FROM.plusDays(60), 20), FROM);

        assertThat(of("m", FROM.plusDays(20))).hasSize(1);
    }

    @Test
    void fewer_than_five_answers_show_their_number_only() {
        shop.suppress = true;
        shop.answered(DAY.minusDays(2), LOST, 40, 5, 5);
        shop.answered(DAY.plusDays(1), LOST, 1, 1, 2);
        shop.register(GivenMeasures.measure("m", GivenMeasures.LOST, DAY, 20), FROM);

        MeasureEffect said = last("m", DAY.plusDays(25));
        var after = Objects.requireNonNull(
                Objects.requireNonNull(said.nps()).scope().after());

        assertThat(after.n()).isEqualTo(4);
        assertThat(after.promoters()).isNull();
        assertThat(after.reliability()).isEqualTo(Reliability.SUPPRESSED);
        assertThat(said.nps().scope().points()).isNull();
        assertThat(said.nps().effect()).isNull();
        assertThat(said.power()).isNull();
        assertThat(said.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(said.text()).contains("after 4 answers.");
    }

    @Test
    void what_was_said_at_the_end_stands_when_the_days_before_are_forgotten() {
        thingsGetBetter();
        shop.retention = Duration.ofDays(50);
        shop.register(GivenMeasures.measure("m", GivenMeasures.LOST, DAY, 15), FROM);
        shop.register(GivenMeasures.measure("late", GivenMeasures.RETURN, DAY, 15), FROM.plusDays(80));

        List<Line> lines = shop.live(FROM, FROM.plusDays(120), null);

        assertThat(lastOf(lines, "m").state()).isEqualTo(State.FINAL);
        assertThat(lastOf(lines, "m").verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(lastOf(lines, "late").state()).isEqualTo(State.FORGOTTEN);
        assertThat(lastOf(lines, "late").nps()).isNull();
        assertThat(lines).filteredOn(line -> line.id().equals("late")).hasSize(1);
    }

    private static Way way(LocalDate day, boolean reordered) {
        return new Way(day, "CUSTOMER", "lost-in-mail", reordered, GivenShop.minute(day.plusDays(14)) + 700);
    }

    private static MeasureEffect lastOf(List<Line> lines, String id) {
        return lines.stream()
                .filter(line -> line.id().equals(id))
                .reduce((one, next) -> next)
                .orElseThrow()
                .said();
    }
}

package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WatchLawsTest {

    private static final long SEED = 5;
    private static final int DAY = GivenAnswers.DAY;
    private static final EnumSet<Direction> BOTH = EnumSet.allOf(Direction.class);

    @BeforeAll
    static void seed() {
        System.out.println("laws of the watch: seed " + SEED);
    }

    @Test
    void the_order_of_the_answers_in_a_minute_changes_nothing() {
        var stream = GivenAnswers.random(SEED, 20, 900);
        var one = lived(stream, 20 * DAY);

        var other = lived(stream.shuffled(new Random(SEED)), 20 * DAY);

        assertThat(other.state()).isEqualTo(one.state());
        assertThat(one.years(Direction.DROP).orElseThrow()).isPositive();
    }

    @Test
    void the_same_answer_twice_in_a_minute_counts_twice() {
        var twice = new Answers().add("own", 3).add("own", 3).add("own", 9);
        var counted = new Answers().add("own", 9).add("own", 3, 2).add("partner", 5, 0);
        var one = lived(GivenAnswers.random(SEED, 20, 300), 20 * DAY);
        var other = one.copy();
        long minute = 20L * DAY + 600;

        one.minute(minute, 10, twice);
        other.minute(minute, 10, counted);

        assertThat(other.years(Direction.DROP)).isEqualTo(one.years(Direction.DROP));
        assertThat(twice.n()).isEqualTo(3);
    }

    @Test
    void a_copy_made_at_any_minute_gives_the_same_evidence_and_the_same_alarms() {
        int end = 24 * DAY;
        var stream = GivenAnswers.random(SEED, 24, 400).disaster(21L * DAY + 600, 21L * DAY + 900);
        var random = new Random(SEED);
        var original = new Watch(WatchSettings.USUAL, BOTH);
        var copies = new ArrayList<Watch>();
        int alarms = 0;
        for (long minute = 0; minute < end; minute++) {
            if (random.nextInt(2_000) == 0) {
                copies.add(original.copy());
            }
            stream.liveMinute(original, minute);
            for (var copy : copies) {
                stream.liveMinute(copy, minute);
                assertThat(copy.isAlarm(Direction.DROP)).isEqualTo(original.isAlarm(Direction.DROP));
            }
            if (original.isAlarm(Direction.DROP)) {
                alarms++;
            }
        }
        assertThat(alarms).isPositive();
        assertThat(copies).hasSizeGreaterThan(8);
        for (var copy : copies) {
            assertThat(copy.state()).isEqualTo(original.state());
            assertThat(copy.change(Direction.DROP)).isEqualTo(original.change(Direction.DROP));
        }
    }

    @Test
    void a_copy_goes_its_own_way() {
        var original = lived(GivenAnswers.random(SEED, 16, 200), 16 * DAY);
        var before = original.state();
        var copy = original.copy();

        copy.minute(16L * DAY, 0, new Answers().add("own", 0, 50));

        assertThat(original.state()).isEqualTo(before);
        assertThat(copy.years(Direction.DROP)).isNotEqualTo(original.years(Direction.DROP));
    }

    @Test
    void a_rise_is_a_drop_in_a_mirror() {
        var stream = GivenAnswers.random(SEED, 40, 150)
                .disaster(38L * DAY + 600, 38L * DAY + 700)
                .extremes();
        var drop = new Watch(WatchSettings.USUAL, BOTH);
        var mirrored = new Watch(WatchSettings.USUAL, BOTH);
        var mirror = stream.mirrored();
        for (long minute = 0; minute < 40 * DAY; minute++) {
            stream.liveMinute(drop, minute);
            mirror.liveMinute(mirrored, minute);
        }
        // Of contributions, that is: no mirror makes very high scores of very low ones.
        for (int bet = 0; bet < Stakes.SIZES; bet++) {
            double down = drop.years(Direction.DROP, bet);
            double up = drop.years(Direction.RISE, bet);
            assertThat(mirrored.years(Direction.RISE, bet)).isCloseTo(down, within(1e-9 * Math.max(1, down)));
            assertThat(mirrored.years(Direction.DROP, bet)).isCloseTo(up, within(1e-9 * Math.max(1, up)));
        }
        assertThat(mirrored.norm().orElseThrow().score())
                .isCloseTo(-drop.norm().orElseThrow().score(), within(1e-9));
    }

    @Test
    void looking_in_both_directions_sees_what_looking_in_one_sees() {
        var stream = GivenAnswers.random(SEED, 30, 100);
        var both = lived(stream, 30 * DAY);
        var drop = new Watch(WatchSettings.USUAL, Set.of(Direction.DROP));
        stream.live(drop, 0, 30 * DAY);

        assertThat(drop.years(Direction.DROP)).isEqualTo(both.years(Direction.DROP));
        assertThat(drop.years(Direction.RISE)).isEmpty();
        assertThat(drop.isAlarm(Direction.RISE)).isFalse();
    }

    @Test
    void tolerating_less_asks_for_more_evidence_and_changes_no_evidence() {
        var stream = GivenAnswers.random(SEED, 16, 300).disaster(15L * DAY + 600, 15L * DAY + 800);
        List<Long> alarms = new ArrayList<>();
        List<Double> evidence = new ArrayList<>();
        for (double tolerated : new double[] {4, 1, 0.1}) {
            var watch = new Watch(WatchSettings.USUAL.tolerating(tolerated), BOTH);
            long alarm = 0;
            for (long minute = 0; minute < 16 * DAY; minute++) {
                stream.liveMinute(watch, minute);
                if (alarm == 0 && watch.isAlarm(Direction.DROP)) {
                    alarm = minute;
                }
            }
            alarms.add(alarm);
            evidence.add(watch.years(Direction.DROP).orElseThrow());
        }
        assertThat(alarms).isSorted().doesNotHaveDuplicates().doesNotContain(0L);
        assertThat(evidence).containsOnly(evidence.get(0));
    }

    @Test
    void without_answers_evidence_stands_and_waiting_adds_no_more_than_the_time_that_passed() {
        var watch = lived(GivenAnswers.random(SEED, 30, 100), 30 * DAY);
        double before = watch.years(Direction.DROP).orElseThrow();
        var nobody = new Answers();
        for (long minute = 30L * DAY; minute < 31L * DAY; minute++) {
            watch.minute(minute, (int) (minute % DAY / 60), nobody);
        }
        assertThat(watch.years(Direction.DROP)).hasValue(before);
    }

    @Test
    void an_answer_that_is_none_is_a_bug() {
        assertThatThrownBy(() -> new Answers().add("own", 11)).hasMessageContaining("score 11");
        assertThatThrownBy(() -> new Answers().add("own", 1, -1)).hasMessageContaining("-1 answers");
        assertThatThrownBy(() -> WatchSettings.USUAL.tolerating(0)).hasMessageContaining("toleratedPerYear is 0.0");
    }

    private static Watch lived(GivenAnswers stream, long minutes) {
        var watch = new Watch(WatchSettings.USUAL, BOTH);
        stream.live(watch, 0, minutes);
        return watch;
    }
}

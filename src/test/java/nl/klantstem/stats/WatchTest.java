package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final int DAY = GivenAnswers.DAY;
    private static final long SEED = 8;

    private final Watch watch = new Watch(WatchSettings.USUAL, Set.of(Direction.DROP));

    @Test
    void with_too_few_answers_it_says_how_many_days_are_to_go() {
        assertThat(watch.daysToGo()).isEmpty();

        given(GivenAnswers.random(SEED, 40, 8), 0, 10);

        assertThat(watch.isReady()).isFalse();
        assertThat(watch.years(Direction.DROP)).isEmpty();
        assertThat(watch.daysToGo()).hasValue(27); // of 30 days of 8 answers 200 are left
        given(GivenAnswers.random(SEED, 40, 8), 10, 36);
        assertThat(watch.isReady()).isFalse();
        assertThat(watch.daysToGo()).hasValue(1);
        given(GivenAnswers.random(SEED, 40, 8), 36, 37);
        assertThat(watch.isReady()).isTrue();
        assertThat(watch.daysToGo()).hasValue(0);
    }

    @Test
    void where_answers_fade_faster_than_they_come_no_day_is_promised() {
        given(GivenAnswers.random(SEED, 40, 2), 0, 40);

        assertThat(watch.isReady()).isFalse();
        assertThat(watch.daysToGo()).isEmpty();
    }

    @Test
    void with_many_answers_it_needs_a_week_of_quarantine_and_one_of_learning() {
        var stream = GivenAnswers.random(SEED, 20, 500);
        given(stream, 0, 1);
        assertThat(watch.daysToGo()).hasValue(13);
        given(stream, 1, 13);
        assertThat(watch.daysToGo()).hasValue(1);
        assertThat(watch.isReady()).isFalse();
        given(stream, 13, 14);
        assertThat(watch.isReady()).isTrue();
    }

    @Test
    void a_shift_of_the_mix_alone_is_no_drop_and_the_same_without_segments_is() {
        var unsegmented = new Watch(WatchSettings.USUAL, Set.of(Direction.DROP));
        for (int day = 0; day < 60; day++) {
            for (long minute = day * (long) DAY; minute < (day + 1) * (long) DAY; minute++) {
                boolean own = day < 50 ? minute % 3 > 0 : minute % 6 == 0;
                int score = own ? (minute % 5 == 0 ? 6 : 9) : (minute % 2 == 0 ? 3 : 9);
                int hour = (int) (minute % DAY / 60);
                watch.minute(minute, hour, new Answers().add(own ? "own" : "partner", score));
                unsegmented.minute(minute, hour, new Answers().add("all", score));
            }
            watch.endOfDay();
            unsegmented.endOfDay();
        }
        assertThat(watch.isAlarm(Direction.DROP)).isFalse();
        assertThat(unsegmented.isAlarm(Direction.DROP)).isTrue();
    }

    @Test
    void while_an_incident_is_open_it_stands_still_and_learns_nothing_of_those_days() {
        var stream = GivenAnswers.random(SEED, 60, 200);
        var quiet = new Watch(WatchSettings.USUAL, Set.of(Direction.DROP));
        stream.live(quiet, 0, 30L * DAY);
        given(stream, 0, 30);
        var disaster = GivenAnswers.random(SEED, 60, 200).disaster(30L * DAY + 600, 34L * DAY);
        double before = watch.norm().orElseThrow().score();
        long minute = 30L * DAY;
        for (; !watch.isAlarm(Direction.DROP); minute++) {
            disaster.liveMinute(watch, minute);
        }
        long since = watch.change(Direction.DROP).orElseThrow().since();
        assertThat(minute).isBetween(30L * DAY + 600, 30L * DAY + 800);
        double evidence = watch.years(Direction.DROP).orElseThrow();

        watch.openIncident(since);
        disaster.live(watch, minute, 34L * DAY);

        assertThat(watch.years(Direction.DROP)).hasValue(evidence);
        watch.closeIncident();
        assertThat(watch.years(Direction.DROP)).hasValue(0);
        assertThat(watch.change(Direction.DROP)).isEmpty();
        given(stream, 34, 45);
        assertThat(watch.isAlarm(Direction.DROP)).isFalse();
        assertThat(watch.norm().orElseThrow().score()).isCloseTo(before, within(5.0));
    }

    @Test
    void the_day_on_which_the_change_began_is_not_learnt_although_the_alarm_came_later() {
        var stream = GivenAnswers.random(SEED, 40, 200).disaster(18L * DAY + 600, 19L * DAY);
        given(stream, 0, 20);
        watch.openIncident(18L * DAY + 600);
        watch.closeIncident();
        double before = watch.norm().orElseThrow().score();
        given(stream, 20, 29);

        assertThat(watch.norm().orElseThrow().score()).isCloseTo(before, within(4.0));
    }

    @Test
    void an_incident_that_stays_becomes_the_new_normal() {
        var before = GivenAnswers.random(SEED, 30, 300);
        given(before, 0, 30);
        double usual = watch.norm().orElseThrow().score();
        watch.openIncident(30L * DAY);
        var worse = GivenAnswers.random(SEED, 80, 300);
        for (long minute = 30L * DAY; minute < 80L * DAY; minute += 8) {
            worse.add(minute, "own", 2);
        }
        given(worse, 30, 58);
        assertThat(watch.norm().orElseThrow().score()).isCloseTo(usual, within(3.0));

        watch.acceptAsNormal();

        assertThat(watch.isReady()).isTrue();
        double lower = watch.norm().orElseThrow().score();
        assertThat(lower).isLessThan(usual - 20);
        given(worse, 58, 80);
        assertThat(watch.isAlarm(Direction.DROP)).isFalse();
        assertThat(watch.norm().orElseThrow().score()).isCloseTo(lower, within(4.0));
    }

    @Test
    void the_guard_is_all_of_the_smallest_change_while_the_baseline_is_young_and_less_later() {
        var stream = GivenAnswers.random(SEED, 90, 1_500);
        given(stream, 0, 20);
        assertThat(watch.guard()).hasValueCloseTo(5.0, within(1e-9));
        given(stream, 20, 90);
        assertThat(watch.guard().orElseThrow()).isBetween(0.625, 2.0);
    }

    @Test
    void days_that_differ_in_very_bad_experiences_widen_the_guard_where_these_show_most() {
        var even = GivenAnswers.random(SEED, 70, 1_500);
        var uneven = GivenAnswers.random(SEED, 70, 1_500);
        for (long day = 0; day < 70; day++) {
            for (long minute = day * DAY; minute < day * DAY + DAY; minute += 10) {
                even.add(minute, "own", minute % 20 == 0 ? 0 : 9);
                uneven.add(minute, "own", day % 2 == 0 ? 0 : 9);
            }
        }
        given(uneven, 0, 70);
        var other = new Watch(WatchSettings.USUAL, Set.of(Direction.DROP));
        even.live(other, 0, 70L * DAY);

        assertThat(ratio(watch)).isGreaterThan(1.2 * ratio(other));
    }

    /** Of the guard for very low scores to that for contributions. */
    private static double ratio(Watch watch) {
        Levels guard = watch.stakesOf(Direction.DROP).guard();
        Levels variance = watch.norm().orElseThrow().variance();
        return guard.veryLow() / guard.contribution() / Math.sqrt(variance.veryLow() / variance.contribution());
    }

    @Test
    void a_state_that_holds_more_than_is_known_is_refused() {
        given(GivenAnswers.random(SEED, 3, 10), 0, 3);
        var state = watch.state();
        double[] longer = Arrays.copyOf(state.numbers(), state.numbers().length + 1);

        assertThatThrownBy(() -> new Watch(WatchSettings.USUAL, new WatchState(state.segments(), longer)))
                .hasMessageContaining("a state of " + longer.length + " numbers");
    }

    private void given(GivenAnswers stream, long fromDay, long toDay) {
        stream.live(watch, fromDay * DAY, toDay * DAY);
    }
}

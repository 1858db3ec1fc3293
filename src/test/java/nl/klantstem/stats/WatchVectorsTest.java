package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import nl.klantstem.stats.Vectors.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The watch agrees with the reference minute by minute and day by day. */
class WatchVectorsTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private final GivenAnswers stream = GivenAnswers.ofTheReference();
    private final Watch watch = new Watch(WatchSettings.USUAL, EnumSet.allOf(Direction.class));

    @Test
    void what_is_usual_the_guard_and_the_stakes_agree_after_every_day() {
        long day = 0;
        for (var row : Vectors.of("watch-days.csv")) {
            for (; day <= row.whole("day"); day++) {
                stream.live(watch, day * GivenAnswers.DAY, (day + 1) * GivenAnswers.DAY);
            }

            assertThat(watch.isReady()).as("%s", row).isEqualTo(row.whole("ready") == 1);
            var norm = watch.norm().orElseThrow();
            same(norm.all(), row, "m", "mu", "pl");
            same(norm.variance(), row, "vz", "vs", "vl");
            for (var segment : List.of("own", "partner", "unseen")) {
                same(norm.usual(segment), row, segment + ".contribution", segment + ".score", segment + ".low");
            }
            same(norm.effect(12), row, "hour12.contribution", "hour12.score", "hour12.low");
            var drop = watch.stakesOf(Direction.DROP);
            var rise = watch.stakesOf(Direction.RISE);
            same(drop.guard(), row, "guard", "guardScore", "guardLow");
            assertThat(drop.designEffect()).as("%s", row).isCloseTo(row.number("phi"), EXACT);
            for (int bet = 0; bet < Stakes.BETS; bet++) {
                assertThat(drop.stake(bet)).as("%s", row).isCloseTo(row.number("lam" + bet), EXACT);
                assertThat(drop.temper(bet)).as("%s", row).isCloseTo(row.number("pen" + bet), EXACT);
                assertThat(rise.stake(bet)).as("%s", row).isCloseTo(row.number("lamRise" + bet), EXACT);
            }
        }
    }

    @Test
    void every_bet_agrees_minute_by_minute_up_to_the_alarm() {
        long minute = 0;
        for (var row : Vectors.of("watch-checks.csv")) {
            for (; minute <= row.whole("minute"); minute++) {
                assertThat(watch.isAlarm(Direction.DROP))
                        .as("minute %s", minute)
                        .isFalse();
                stream.liveMinute(watch, minute);
            }

            for (int bet = 0; bet < Stakes.BETS; bet++) {
                assertThat(watch.years(Direction.DROP, bet)).as("%s", row).isCloseTo(row.number("years" + bet), EXACT);
            }
            assertThat(watch.years(Direction.DROP)).as("%s", row).hasValueCloseTo(row.number("total"), EXACT);
            assertThat(watch.years(Direction.RISE)).as("%s", row).hasValueCloseTo(row.number("totalRise"), EXACT);
        }

        assertThat(minute - 1).isEqualTo(49_776);
        assertThat(watch.isAlarm(Direction.DROP)).isTrue();
        assertThat(watch.isAlarm(Direction.RISE)).isFalse();
        var change = watch.change(Direction.DROP).orElseThrow();
        assertThat(change.since()).isEqualTo(48_461);
        assertThat(change.answers()).isEqualTo(94);
        assertThat(change.contributions()).isEqualTo(-10);
        assertThat(change.score()).isCloseTo(-10.638297872340425, EXACT);
        assertThat(change.points()).isBetween(-50.0, -30.0);
    }

    /** Computed by the reference with a wobble of its own for scores and for very low ones, see {@link Wobbles}. */
    @Test
    void where_days_wobble_and_answers_come_in_bursts_guard_and_tempering_agree() {
        var bursts = GivenAnswers.inBursts(70);
        long day = 0;
        for (var row : Vectors.of("watch-bursts.csv")) {
            for (; day <= row.whole("day"); day++) {
                bursts.live(watch, day * GivenAnswers.DAY, (day + 1) * GivenAnswers.DAY);
            }

            var drop = watch.stakesOf(Direction.DROP);
            same(drop.guard(), row, "guard", "guardScore", "guardLow");
            assertThat(drop.designEffect()).as("%s", row).isCloseTo(row.number("phi"), EXACT);
            for (int bet : List.of(0, 7, 11)) {
                assertThat(drop.stake(bet)).as("%s", row).isCloseTo(row.number("lam" + bet), EXACT);
                assertThat(drop.temper(bet)).as("%s", row).isCloseTo(row.number("pen" + bet), EXACT);
            }
            assertThat(watch.stakesOf(Direction.RISE).stake(11)).isCloseTo(row.number("lamRise11"), EXACT);
            assertThat(watch.years(Direction.DROP)).as("%s", row).hasValueCloseTo(row.number("total"), EXACT);
            assertThat(watch.years(Direction.RISE)).as("%s", row).hasValueCloseTo(row.number("totalRise"), EXACT);
        }
        assertThat(watch.stakesOf(Direction.DROP).designEffect()).isGreaterThan(1.2);
    }

    private static void same(Levels levels, Row row, String contribution, String score, String veryLow) {
        assertThat(levels.contribution()).as("%s", row).isCloseTo(row.number(contribution), EXACT);
        assertThat(levels.score()).as("%s", row).isCloseTo(row.number(score), EXACT);
        assertThat(levels.veryLow()).as("%s", row).isCloseTo(row.number(veryLow), EXACT);
    }
}

package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankTest {

    private static final long SEED = 22;

    @Test
    void only_intervals_that_do_not_touch_are_told_apart() {
        var best = new Margin(40, 60);
        var middle = new Margin(20, 40);
        var low = new Margin(10, 30);
        var worst = new Margin(-20, 0);
        var all = List.of(best, middle, low, worst);

        assertThat(Rank.of(best, all)).isEqualTo(new Rank(1, 2));
        assertThat(Rank.of(middle, all)).isEqualTo(new Rank(1, 3));
        assertThat(Rank.of(low, all)).isEqualTo(new Rank(2, 3));
        assertThat(Rank.of(worst, all)).isEqualTo(new Rank(4, 4));
        assertThat(Rank.of(worst, all).distinguishable()).isTrue();
        assertThat(Rank.of(low, all).distinguishable()).isFalse();
    }

    @Test
    void one_alone_is_the_first() {
        assertThat(Rank.of(new Margin(0, 1), List.of(new Margin(0, 1)))).isEqualTo(new Rank(1, 1));
    }

    @Test
    void every_rank_is_there_and_the_middles_are_in_their_place() {
        System.out.println("ranks: seed " + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            var all = new ArrayList<Margin>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                double low = random.nextInt(150) - 100;
                all.add(new Margin(low, low + random.nextInt(50)));
            }
            for (Margin own : all) {
                Rank rank = Rank.of(own, all);
                long better = all.stream()
                        .filter(m -> m.low() + m.high() > own.low() + own.high())
                        .count();
                assertThat(rank.from()).isBetween(1, rank.to());
                assertThat(rank.to()).isLessThanOrEqualTo(all.size());
                assertThat(better + 1).isBetween((long) rank.from(), (long) rank.to());
            }
        }
    }
}

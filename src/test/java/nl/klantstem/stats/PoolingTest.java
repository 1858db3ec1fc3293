package nl.klantstem.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoolingTest {

    private static final long SEED = 5;

    @Test
    void groups_that_are_large_enough_are_told() {
        assertThat(Pooling.of(List.of(Map.of("a", of(5), "b", of(50)), Map.of("a", of(5)))))
                .isEmpty();
    }

    @Test
    void small_ones_go_together_when_together_they_are_enough() {
        assertThat(Pooling.of(List.of(Map.of("a", of(3), "b", of(50), "c", of(2)))))
                .containsExactly("a", "c");
    }

    @Test
    void one_alone_would_be_all_less_the_others_so_the_next_smallest_goes_with_it() {
        assertThat(Pooling.of(List.of(Map.of("a", of(3), "b", of(50), "c", of(7), "d", of(7)))))
                .containsExactly("a", "c");
    }

    @Test
    void what_is_small_in_one_period_is_pooled_in_all() {
        assertThat(Pooling.of(List.of(Map.of("a", of(40), "b", of(50)), Map.of("a", of(2), "b", of(50), "c", of(4)))))
                .containsExactly("a", "c");
    }

    @Test
    void no_group_and_no_sum_of_groups_is_small_and_no_more_is_pooled_than_it_takes() {
        System.out.println("pools: seed " + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            var periods = List.of(period(random), period(random), period(random));

            Set<String> pool = Pooling.of(periods);

            for (var period : periods) {
                assertThat(small(period, pool)).as("%s", periods).isFalse();
                period.forEach((name, nps) -> assertThat(pool.contains(name) || nps.n() == 0 || nps.n() >= 5)
                        .as("%s in %s", name, periods)
                        .isTrue());
            }
            var needed = new HashSet<>(pool);
            periods.forEach(period -> period.forEach((name, nps) -> {
                if (nps.n() > 0 && nps.n() < 5) {
                    needed.remove(name);
                }
            }));
            needed.stream()
                    .max((one, other) -> Long.compare(all(periods, one), all(periods, other)))
                    .ifPresent(last -> {
                        var without = new HashSet<>(pool);
                        without.removeIf(name -> needed.contains(name) && all(periods, name) == all(periods, last));
                        assertThat(periods.stream().anyMatch(period -> small(period, without)))
                                .as("%s without %s of %s", pool, last, periods)
                                .isTrue();
                    });
        }
    }

    private static boolean small(Map<String, Nps> period, Set<String> pool) {
        long n = 0;
        for (var name : pool) {
            n += period.getOrDefault(name, of(0)).n();
        }
        return n > 0 && n < 5;
    }

    private static long all(List<Map<String, Nps>> periods, String name) {
        return periods.stream()
                .mapToLong(period -> period.getOrDefault(name, of(0)).n())
                .sum();
    }

    /** All together 5 answers or more, or none. */
    private static Map<String, Nps> period(Random random) {
        var period = new HashMap<String, Nps>();
        if (random.nextInt(8) > 0) {
            var names = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
            period.put("a", of(5 + random.nextInt(9)));
            for (var name : names.subList(1, 1 + random.nextInt(6))) {
                period.put(name, of(random.nextInt(12)));
            }
        }
        return period;
    }

    private static Nps of(long n) {
        return new Nps(n / 2, n - n / 2, 0);
    }
}

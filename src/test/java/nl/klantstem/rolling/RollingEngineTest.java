package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The engine against counting by hand, on random streams with late, corrected and withdrawn facts, over the clock changes
 * of 2026: every final that is due is published, none besides, in whatever order, batches and crashes.
 */
class RollingEngineTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int FACTS = 220;
    private static final List<String> CELLS = List.of("return", "exchange");

    /** A fact over recorded time: from each known minute on, it counts at a position (or nowhere, -1). */
    private record Fact(String cell, long minute, TreeMap<Long, Integer> steps) {
        int at(long known) {
            var step = steps.lowerEntry(known);
            return step == null ? -1 : step.getValue();
        }
    }

    @ParameterizedTest(name = "from {0}, seed {1}")
    @CsvSource({
        "2026-03-20T00:00:00Z, 1",
        "2026-03-28T00:00:00Z, 2",
        "2026-10-16T00:00:00Z, 3",
        "2026-10-24T00:00:00Z, 4",
    })
    void finals_ledger_and_totals_equal_counting_by_hand(Instant from, long seed) {
        var random = new Random(seed);
        long begin = from.getEpochSecond() / 60;
        List<Fact> facts = facts(random, begin);
        long end = begin + Duration.ofDays(130).toMinutes();
        var run = new EngineRun(AMSTERDAM, null);
        deliver(run, facts, random, end);

        assertThat(run.overtaken()).isZero();
        for (String cell : CELLS) {
            for (WindowRule rule : run.windowRules()) {
                assertThat(published(run, cell, rule))
                        .as(cell + " " + rule.published(begin))
                        .isEqualTo(byHand(facts, cell, rule, begin, end));
            }
        }
        assertThat(ledger(run)).isEqualTo(ledgerByHand(facts));
        totalsNeverFallAndEndAs(run, facts);
    }

    @ParameterizedTest(name = "every {0}, seed {1}")
    @CsvSource({"PT1H, 5", "P1D, 6", "PT15M, 7"})
    void thinned_finals_say_what_the_window_says_at_their_moment(Duration every, long seed) {
        var random = new Random(seed);
        long begin = Instant.parse("2026-10-16T00:00:00Z").getEpochSecond() / 60;
        List<Fact> facts = facts(random, begin);
        long end = begin + Duration.ofDays(130).toMinutes();
        var run = new EngineRun(AMSTERDAM, every);
        deliver(run, facts, random, end);

        for (WindowRule rule : run.windowRules()) {
            Map<Long, List<Long>> thinned = published(run, "return", rule);
            assertThat(thinned).isEqualTo(byHand(facts, "return", rule, begin, end));
            assertThat(thinned.keySet()).allSatisfy(to -> {
                long midnight = Instant.ofEpochSecond(to * 60)
                                .atZone(AMSTERDAM)
                                .toLocalDate()
                                .atStartOfDay(AMSTERDAM)
                                .toEpochSecond()
                        / 60;
                boolean slower = rule instanceof WindowRule.Rolling rolling
                        && rolling.slide().minutes() > every.toMinutes();
                assertThat((to - midnight) % (slower ? 60 : every.toMinutes())).isZero();
            });
        }
    }

    @Test
    void a_day_like_the_day_before_has_a_final_of_its_own() {
        long begin = Instant.parse("2026-03-01T23:00:00Z").getEpochSecond() / 60;
        var facts = new ArrayList<Fact>();
        for (long day = 0; day < 3; day++) {
            long minute = begin + day * 24 * 60 + 600;
            facts.add(new Fact("return", minute, new TreeMap<>(Map.of(minute, 1))));
        }
        long end = begin + Duration.ofDays(5).toMinutes();
        for (Duration every : List.of(Duration.ofDays(1), Duration.ofHours(1))) {
            var run = new EngineRun(AMSTERDAM, every);
            deliver(run, facts, new Random(1), end);
            WindowRule day = run.windowRules().get(run.windowRules().size() - 1);
            assertThat(published(run, "return", day)).isEqualTo(byHand(facts, "return", day, begin, end));
        }
    }

    @Test
    void after_the_last_answer_every_window_falls_to_nothing() {
        long minute = Instant.parse("2026-03-02T10:00:00Z").getEpochSecond() / 60;
        var run = new EngineRun(AMSTERDAM, null);
        List<Fact> facts = List.of(new Fact("return", minute, new TreeMap<>(Map.of(minute, 2))));
        deliver(run, facts, new Random(2), minute + Duration.ofDays(92).toMinutes());
        for (WindowRule rule : run.windowRules()) {
            assertThat(List.copyOf(published(run, "return", rule).values()))
                    .containsExactly(List.of(0L, 0L, 1L), List.of(0L, 0L, 0L));
        }
    }

    private static List<Fact> facts(Random random, long begin) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < FACTS; i++) {
            long minute = begin + random.nextInt((int) Duration.ofDays(10).toMinutes());
            long known = minute + (random.nextInt(5) == 0 ? random.nextInt(5_000) : random.nextInt(4));
            var steps = new TreeMap<Long, Integer>();
            steps.put(known, random.nextInt(EngineRun.WIDTH));
            while (random.nextInt(3) == 0) {
                known += random.nextInt(4) == 0 ? random.nextInt(60_000) : random.nextInt(600);
                steps.put(known, random.nextInt(EngineRun.WIDTH + 1) - 1);
            }
            facts.add(new Fact(CELLS.get(random.nextInt(CELLS.size())), minute, steps));
        }
        return facts;
    }

    private static List<Delta> deltas(Fact fact) {
        var deltas = new ArrayList<Delta>();
        var before = new int[] {-1};
        boolean[] standing = {true};
        int first = fact.steps().firstEntry().getValue();
        fact.steps().forEach((known, position) -> {
            Tally change = one(position).minus(one(before[0]));
            if (known.equals(fact.steps().firstKey())) {
                change = change.plus(one(position).shift(EngineRun.WIDTH));
            } else if (standing[0] && position != first) {
                change = change.plus(one(first).shift(2 * EngineRun.WIDTH));
                standing[0] = false;
            }
            deltas.add(new Delta(cell(fact.cell()), fact.minute(), known, change));
            before[0] = position;
        });
        return deltas;
    }

    private static Tally one(int position) {
        var counts = new long[EngineRun.WIDTH];
        if (position >= 0) {
            counts[position] = 1;
        }
        return Tally.of(counts);
    }

    private static String cell(String journey) {
        return new Cell("test", Scope.of(Map.of("journeyId", journey))).id();
    }

    /** In random order and batches, some far ahead, with two sources that do not keep pace, commits and crashes. */
    private static void deliver(EngineRun run, List<Fact> facts, Random random, long end) {
        List<Delta> waiting =
                facts.stream().flatMap(fact -> deltas(fact).stream()).collect(Collectors.toList());
        Collections.shuffle(waiting, random);
        long from = waiting.stream().mapToLong(Delta::known).min().orElseThrow();
        for (long mark = from; mark < end + 10; mark += 1 + random.nextInt(random.nextBoolean() ? 90 : 8_000)) {
            long upTo = mark;
            List<Delta> now = waiting.stream()
                    .filter(delta -> delta.known() < upTo || random.nextInt(50) == 0)
                    .toList();
            waiting.removeAll(now);
            for (List<Delta> half : List.of(now.subList(0, now.size() / 2), now.subList(now.size() / 2, now.size()))) {
                run.receive(new Frame(2, List.of(), half));
            }
            long ahead = (mark + random.nextInt(500)) * Panes.MILLIS;
            run.receive(new Frame(2, List.of(new Frame.Mark(0, 0, ahead)), List.of()));
            run.receive(new Frame(2, List.of(new Frame.Mark(1, 0, mark * Panes.MILLIS + 1_000)), List.of()));
            if (random.nextInt(4) == 0) {
                run.crash();
            }
            if (random.nextInt(3) != 0) {
                run.commit();
            }
        }
        long last = (end + 10) * Panes.MILLIS;
        run.receive(new Frame(2, List.of(new Frame.Mark(0, 0, last), new Frame.Mark(1, 0, last)), waiting));
        run.commit();
    }

    private static Map<Long, List<Long>> published(EngineRun run, String cell, WindowRule rule) {
        var finals = new TreeMap<Long, List<Long>>();
        for (EngineRun.Seen seen : run.finals) {
            if (seen.scope().contains(cell) && rule.published(seen.at()).equals(seen.window())) {
                assertThat(finals.put(seen.at(), seen.counts()))
                        .as("published once: " + seen)
                        .isNull();
                assertThat(seen.asOf()).isEqualTo((seen.at() + EngineRun.ALLOWANCE.toMinutes()) * Panes.MILLIS);
            }
        }
        return finals;
    }

    /** At every boundary the window as known at its end + allowance, where that differs from the key's last. */
    private static Map<Long, List<Long>> byHand(List<Fact> facts, String cell, WindowRule rule, long begin, long end) {
        var finals = new TreeMap<Long, List<Long>>();
        List<Long> last = List.of(0L, 0L, 0L);
        @Nullable Object lastKey = null;
        for (long to = rule.boundary(begin - 1_500); to <= end; to = rule.boundary(to + 1)) {
            var counts = new long[EngineRun.WIDTH];
            long from = rule.from(to);
            for (Fact fact : facts) {
                if (fact.cell().equals(cell) && from <= fact.minute() && fact.minute() < to) {
                    int position = fact.at(to + EngineRun.ALLOWANCE.toMinutes());
                    if (position >= 0) {
                        counts[position]++;
                    }
                }
            }
            List<Long> now = Arrays.stream(counts).boxed().toList();
            Object key = rule instanceof WindowRule.Day ? from : "rolling";
            boolean empty = Arrays.stream(counts).sum() == 0;
            if (!now.equals(last) || (!key.equals(lastKey) && !empty)) {
                finals.put(to, now);
            }
            last = now;
            lastKey = key;
        }
        return finals;
    }

    private static Map<String, List<Long>> ledger(EngineRun run) {
        var panes = new TreeMap<String, List<Long>>();
        run.ledger.forEach((pane, seen) -> {
            if (seen.counts().stream().anyMatch(count -> count != 0)) {
                panes.put(pane, seen.counts());
            }
        });
        return panes;
    }

    private static Map<String, List<Long>> ledgerByHand(List<Fact> facts) {
        var panes = new TreeMap<String, long[]>();
        for (Fact fact : facts) {
            int position = fact.at(Long.MAX_VALUE);
            if (position >= 0) {
                String pane = "{journeyId=" + fact.cell() + "}@" + Math.floorDiv(fact.minute(), 15) * 15;
                panes.computeIfAbsent(pane, p -> new long[EngineRun.WIDTH])[position]++;
            }
        }
        return panes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Arrays.stream(entry.getValue()).boxed().toList(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static void totalsNeverFallAndEndAs(EngineRun run, List<Fact> facts) {
        for (String cell : CELLS) {
            var expected = new long[2 * EngineRun.WIDTH];
            facts.stream()
                    .filter(fact -> fact.cell().equals(cell))
                    .flatMap(fact -> deltas(fact).stream())
                    .forEach(delta -> delta.change()
                            .slice(EngineRun.WIDTH, 3 * EngineRun.WIDTH)
                            .addTo(expected, 1));
            List<Long> last = List.of(0L, 0L, 0L, 0L, 0L, 0L);
            for (EngineRun.Seen seen : run.finals) {
                if (seen.scope().contains(cell)) {
                    for (int i = 0; i < last.size(); i++) {
                        assertThat(seen.totals().get(i)).isGreaterThanOrEqualTo(last.get(i));
                    }
                    last = seen.totals();
                }
            }
            assertThat(last).isEqualTo(Arrays.stream(expected).boxed().toList());
        }
    }
}

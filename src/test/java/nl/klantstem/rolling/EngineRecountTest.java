package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.rolling.GivenEngine.Look;
import nl.klantstem.rolling.Measure.PaneCounts;
import nl.klantstem.rolling.Measure.WindowCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever order, batches and crashes: what is published is what adding up from scratch says. */
class EngineRecountTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final List<String> CELLS =
            List.of(GivenStream.cell("return"), GivenStream.cell("delivery"), GivenStream.cell("rare"));
    private static final Instant END = Instant.parse("2027-02-10T00:00:30Z");
    /** Both nights on which the clocks change, and long silences. */
    private static final List<GivenStream.Stretch> YEAR = List.of(
            stretch("2026-03-25T00:00:00Z", "2026-04-02T00:00:00Z", 500),
            stretch("2026-03-29T00:00:00Z", "2026-03-29T03:00:00Z", 80),
            stretch("2026-06-01T00:00:00Z", "2026-06-20T00:00:00Z", 60),
            stretch("2026-10-20T00:00:00Z", "2026-10-28T00:00:00Z", 400),
            stretch("2026-10-25T00:00:00Z", "2026-10-25T03:00:00Z", 80));

    private static final List<GivenStream.Stretch> SPRING =
            List.of(stretch("2026-03-27T00:00:00Z", "2026-03-31T00:00:00Z", 400));
    private static final Instant SUMMER = Instant.parse("2026-04-20T00:00:00Z");

    private static final List<String> WINDOW_NAMES = List.of("PT1H", "PT6H", "PT24H", "P7D", "P28D", "P90D", "DAY");
    private static final List<WindowSpec> ALL = List.of(
            WindowSpec.rolling("PT1H", Duration.ofMinutes(1)),
            WindowSpec.rolling("PT6H", Duration.ofMinutes(5)),
            WindowSpec.rolling("PT24H", Duration.ofMinutes(15)),
            WindowSpec.rolling("P7D", Duration.ofHours(1)),
            WindowSpec.rolling("P28D", Duration.ofHours(1)),
            WindowSpec.rolling("P90D", Duration.ofHours(1)),
            WindowSpec.day(Duration.ofMinutes(15)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void every_final_is_the_recount_and_none_is_missing_or_said_twice(long seed) {
        System.out.println("engine: seed " + seed);
        check(new Random(seed), new GivenEngine(AMSTERDAM, ALL, null, look(seed)), YEAR, END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT6H", "PT20M", "P1D"})
    void finals_at_asked_moments_are_those_of_the_unthinned_run(Duration every) {
        List<WindowSpec> windows = every.toMinutes() == 20 ? ALL.subList(0, 3) : ALL;
        var random = new Random(5);
        Recounted thinned = check(random, new GivenEngine(AMSTERDAM, windows, every, Look.PERIODS), SPRING, SUMMER);
        if (every.equals(Duration.ofHours(1))) {
            Recounted unthinned =
                    check(new Random(5), new GivenEngine(AMSTERDAM, windows, null, Look.PERIODS), SPRING, SUMMER);
            thinned.finals().forEach((of, finals) -> {
                var moments = new HashMap<Long, Recount.Final>();
                unthinned.finals().get(of).forEach(f -> moments.put(f.to(), f));
                assertThat(finals).allSatisfy(f -> assertThat(moments.getOrDefault(f.to(), f))
                        .isEqualTo(f));
            });
        }
    }

    @Test
    void days_close_at_their_midnight_in_a_zone_of_half_hours() {
        var windows = List.of(WindowSpec.day(Duration.ofHours(1)), WindowSpec.rolling("PT1H", Duration.ofMinutes(20)));
        var engine = new GivenEngine(ZoneId.of("Asia/Kolkata"), windows, null, Look.PERIODS);
        check(new Random(6), engine, SPRING, SUMMER);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALONE", "BOTH"})
    void windows_empty_in_silence(Look look) {
        Instant end = Instant.parse("2026-12-01T00:00:00Z");
        Recounted all = check(new Random(7), new GivenEngine(AMSTERDAM, ALL, null, look), SPRING, end);

        assertThat(all.finals()).isNotEmpty().allSatisfy((of, finals) -> {
            Recount.Final last = finals.get(finals.size() - 1);
            assertThat(last.counts()).as("the last of " + of).containsOnly(0L);
            assertThat(last.previous()).as("the last of " + of).isEqualTo(look.periods() ? last.counts() : List.of());
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void life_after_a_thinned_history_says_what_it_would_have_said_without(long seed) {
        var random = new Random(seed);
        long begin = GivenEngine.minute(Instant.parse("2026-03-25T09:00:00Z"));
        long end = begin + Duration.ofDays(100).toMinutes();
        long life = begin + Duration.ofDays(6).toMinutes() + random.nextInt(1_440);
        var thinned = new GivenEngine(
                AMSTERDAM, ALL, seed % 2 == 0 ? Duration.ofDays(1) : Duration.ofHours(6), look(seed / 2));
        var whole = new GivenEngine(AMSTERDAM, ALL, null, look(seed / 2));
        boolean alive = false;
        for (long minute = begin; minute < end; minute += 1 + random.nextInt(random.nextInt(3) == 0 ? 600 : 3)) {
            if (!alive && minute >= life) {
                thinned.restart(null);
                alive = true;
            }
            boolean said = minute < begin + Duration.ofDays(9).toMinutes();
            String cell = CELLS.get(random.nextInt(CELLS.size()));
            var delta =
                    new Delta(cell, minute - random.nextInt(random.nextBoolean() ? 2 : 900), minute, Tally.of(0, 1));
            Frame frame = said ? frame(minute + 1, delta) : frame(minute + 1);
            thinned.receive(frame);
            whole.receive(frame);
            thinned.commit();
        }
        whole.commit();
        assertThat(CELLS.stream()
                        .mapToInt(cell -> checkFrom(life + 1, cell, thinned, whole))
                        .sum())
                .isGreaterThan(150);
    }

    /** At every moment that either tells of, the last that both told of a cell is the same. */
    private static int checkFrom(long life, String cell, GivenEngine thinned, GivenEngine whole) {
        int compared = 0;
        for (String window : WINDOW_NAMES) {
            var after = byEnd(thinned, cell, window);
            var without = byEnd(whole, cell, window);
            var moments = new TreeSet<>(after.keySet());
            moments.addAll(without.keySet());
            for (long to : moments.tailSet(life)) {
                assertThat(after.floorEntry(to).getValue())
                        .as(cell + " " + window + " up to " + Panes.instant(to))
                        .isEqualTo(without.floorEntry(to).getValue());
                compared++;
            }
        }
        return compared;
    }

    private static TreeMap<Long, List<Object>> byEnd(GivenEngine engine, String cell, String window) {
        var byEnd = new TreeMap<Long, List<Object>>();
        engine.finals(cell, window).forEach(said -> byEnd.put(said.to(), said.said()));
        return byEnd;
    }

    /** Its window slept since the last answer left; the pane is forgotten at the commit before the window wakes. */
    @ParameterizedTest
    @EnumSource(Look.class)
    void very_late_news_of_a_cell_that_was_silent_leaves_no_trace_in_its_windows(Look look) {
        String cell = GivenStream.cell("rare");
        long begin = GivenEngine.minute(Instant.parse("2026-03-02T10:00:00Z"));
        long later = begin + Duration.ofDays(200).toMinutes() + 7;
        var engine = new GivenEngine(AMSTERDAM, ALL, null, look);
        engine.receive(frame(begin + 1, new Delta(cell, begin, begin, Tally.of(1))));
        engine.receive(frame(later));
        engine.commit();
        Map<String, Integer> before = new TreeMap<>();
        WINDOW_NAMES.forEach(
                window -> before.put(window, engine.finals(cell, window).size()));

        engine.receive(frame(
                later + 1,
                new Delta(cell, begin + 30, later, Tally.of(0, 1)),
                new Delta(cell, begin + 100, later, Tally.of(0, 1))));
        engine.commit();
        engine.receive(frame(later + Duration.ofDays(2).toMinutes()));
        engine.commit();

        for (String window : WINDOW_NAMES) {
            assertThat(engine.finals(cell, window)).as(window).hasSize(before.getOrDefault(window, -1));
        }
        assertThat(engine.ledger(cell)).hasSize(3);
    }

    private static Frame frame(long minute, Delta... deltas) {
        return new Frame(1, List.of(new Frame.Mark(0, 0, minute * 60_000)), List.of(deltas));
    }

    @Test
    void a_delta_behind_the_watermark_counts_a_minute_later_and_is_told() {
        var engine = new GivenEngine(AMSTERDAM, ALL.subList(0, 1), null, Look.ALONE);
        long noon = GivenEngine.minute(Instant.parse("2026-03-02T12:00:00Z"));
        var mark = List.of(new Frame.Mark(0, 0, noon * 60_000));
        engine.receive(new Frame(1, mark, List.of()));

        engine.receive(new Frame(1, mark, List.of(new Delta(CELLS.get(0), noon - 20, noon - 20, Tally.of(1)))));
        engine.receive(new Frame(1, List.of(new Frame.Mark(0, 0, (noon + 60) * 60_000)), List.of()));
        engine.commit();

        assertThat(engine.engine().overtaken()).isOne();
        assertThat(engine.finals(CELLS.get(0), "PT1H"))
                .extracting(Recount.Final::to, Recount.Final::counts)
                .containsExactly(tuple(noon - 4, List.of(1L, 0L, 0L)), tuple(noon + 41, List.of(0L, 0L, 0L)));
    }

    @Test
    void nothing_is_final_while_a_partition_was_never_heard_from() {
        var engine = new GivenEngine(AMSTERDAM, ALL.subList(0, 1), null, Look.ALONE);
        long noon = GivenEngine.minute(Instant.parse("2026-03-02T12:00:00Z"));

        engine.receive(new Frame(
                2,
                List.of(new Frame.Mark(0, 0, (noon + 600) * 60_000)),
                List.of(new Delta(CELLS.get(0), noon, noon, Tally.of(1)))));
        engine.commit();
        assertThat(engine.finals(CELLS.get(0), "PT1H")).isEmpty();
        assertThat(engine.engine().doneMillis()).isEqualTo(Watermark.UNKNOWN);

        engine.crash();
        engine.receive(new Frame(2, List.of(new Frame.Mark(0, 1, (noon + 30) * 60_000)), List.of()));
        engine.commit();
        assertThat(engine.finals(CELLS.get(0), "PT1H")).hasSize(1);
        assertThat(engine.engine().doneMillis()).isEqualTo((noon + 30) * 60_000);
    }

    @Test
    void what_no_window_reaches_leaves_the_store_also_after_a_restart() {
        var engine = new GivenEngine(AMSTERDAM, ALL.subList(0, 1), null, Look.ALONE);
        long noon = GivenEngine.minute(Instant.parse("2026-03-02T12:00:00Z"));
        engine.receive(new Frame(
                1,
                List.of(new Frame.Mark(0, 0, (noon + 600) * 60_000)),
                List.of(new Delta(CELLS.get(0), noon, noon, Tally.of(1)))));
        engine.commit();
        assertThat(engine.blocks().count("F")).isOne();
        long later = noon + 10 * 24 * 60;
        engine.receive(new Frame(1, List.of(new Frame.Mark(0, 0, later * 60_000)), List.of()));
        engine.commit();

        engine.crash();
        engine.receive(new Frame(
                1,
                List.of(new Frame.Mark(0, 0, (later + 600) * 60_000)),
                List.of(new Delta(CELLS.get(0), later, later, Tally.of(1)))));
        engine.commit();

        assertThat(engine.blocks().count("F"))
                .as("fine panes of ten days ago are gone")
                .isOne();
        assertThat(engine.blocks().count("W")).as("nothing waits").isZero();
    }

    private record Recounted(Map<String, List<Recount.Final>> finals) {}

    private static Look look(long seed) {
        return Look.values()[(int) (seed % Look.values().length)];
    }

    private static Recounted check(
            Random random, GivenEngine engine, List<GivenStream.Stretch> stretches, Instant end) {
        var stream = new GivenStream(random, stretches, end);
        run(stream, engine, random);

        assertThat(engine.engine().overtaken()).isZero();
        long start = stream.deltas().stream().mapToLong(Delta::minute).min().orElseThrow();
        long last = end.getEpochSecond() / 60;
        var all = new HashMap<String, List<Recount.Final>>();
        for (String cell : CELLS) {
            Recount recount = engine.recount(stream.deltas(), cell);
            for (WindowSpec spec : engine.rules().windows().windows()) {
                String window = spec.name() == null ? "DAY" : spec.name();
                List<Recount.Final> expected =
                        recount.finals(spec, engine.rules().every(), start, last);
                List<Recount.Final> finals = engine.finals(cell, window);
                same(cell + " " + window, finals, expected);
                all.put(cell + " " + window, finals);
            }
            checkLedger(engine.ledger(cell), recount, stream.deltas(), cell);
        }
        System.out.println("finals, each the recount: "
                + all.values().stream().mapToInt(List::size).sum() + ", deltas "
                + stream.deltas().size());
        return new Recounted(all);
    }

    /** Frames, commits, provisional results and crashes in random order. */
    private static void run(GivenStream stream, GivenEngine engine, Random random) {
        var received = new ArrayList<Delta>();
        while (stream.hasMore()) {
            Frame frame = stream.next();
            received.addAll(frame.deltas());
            engine.receive(frame);
            int dice = random.nextInt(12);
            if (dice == 0) {
                engine.crash();
            } else if (dice < 4) {
                checkProvisional(engine, engine.provisional(), received);
                engine.commit();
            } else if (dice == 5) {
                engine.commit();
                engine.crash();
            }
        }
        engine.commit();
    }

    private static void checkProvisional(GivenEngine engine, List<WindowCounts> provisional, List<Delta> received) {
        var recounts = new HashMap<String, Recount>();
        for (WindowCounts counts : provisional) {
            String cell = new Cell(GivenStream.MEASURE, counts.scope()).id();
            long from = GivenEngine.minute(counts.window().from());
            long to = GivenEngine.minute(counts.window().to());
            Recount recount = recounts.computeIfAbsent(cell, id -> engine.recount(received, id));
            assertThat(counts.provisional()).isTrue();
            assertThat(GivenEngine.list(counts.counts()))
                    .as("provisional " + counts.window())
                    .isEqualTo(recount.counts(from, to, Long.MAX_VALUE));
            assertThat(GivenEngine.list(counts.previous()))
                    .as("provisional, before " + counts.window())
                    .isEqualTo(recount.previous(counts.window().zone() != null, from, to, Long.MAX_VALUE));
            assertThat(GivenEngine.peers(counts))
                    .as("provisional, peers in " + counts.window())
                    .isEqualTo(recount.peers(from, to, Long.MAX_VALUE));
        }
    }

    private static void checkLedger(List<PaneCounts> ledger, Recount recount, List<Delta> deltas, String cell) {
        var last = new HashMap<Long, PaneCounts>();
        for (PaneCounts pane : ledger) {
            long from = pane.from() / 60_000;
            assertThat(GivenEngine.list(pane.counts()))
                    .as("ledger at " + Panes.instant(from) + " as of " + Instant.ofEpochMilli(pane.asOf()))
                    .isEqualTo(recount.counts(from, from + 15, pane.asOf() / 60_000));
            last.put(from, pane);
        }
        var panes = new TreeSet<Long>();
        deltas.stream()
                .filter(delta -> delta.cell().equals(cell))
                .forEach(delta -> panes.add(Math.floorDiv(delta.minute(), 15) * 15));
        for (long pane : panes) {
            List<Long> expected = recount.counts(pane, pane + 15, Long.MAX_VALUE);
            PaneCounts said = last.get(pane);
            assertThat(said == null ? List.of(0L, 0L, 0L) : GivenEngine.list(said.counts()))
                    .as("the last of the ledger at " + Panes.instant(pane))
                    .isEqualTo(expected);
        }
    }

    private static void same(String about, List<Recount.Final> finals, List<Recount.Final> expected) {
        for (int i = 0; i < Math.min(finals.size(), expected.size()); i++) {
            assertThat(finals.get(i)).as(about + ", final " + i).isEqualTo(expected.get(i));
        }
        assertThat(finals).as(about).hasSameSizeAs(expected);
    }

    private static GivenStream.Stretch stretch(String from, String to, int facts) {
        return new GivenStream.Stretch(Instant.parse(from), Instant.parse(to), facts);
    }
}

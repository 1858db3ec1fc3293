package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.rolling.FactCounts.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a fact's history became on the way: totals count each thing once, and take it back once. */
class FactCountsTest {

    private static final int WIDTH = 3;
    private static final Cell PHONE = cell("PHONE");
    private static final Cell CHAT = cell("CHAT");

    /** Facts are known by their version; what each contributes is given. */
    private final Map<String, List<Contribution>> given = new HashMap<>();

    private final Map<String, long[]> said = new TreeMap<>();
    private int asked;

    @Test
    void an_answer_counts_when_it_becomes_known_though_its_contact_counted_before() {
        Fact opened = fact("opened", at(PHONE, 5, 1, 0, 0));
        Fact answered = fact("answered", at(PHONE, 5, 1, 1, 0));

        tell(change(List.of(step(6, opened)), List.of(), List.of(step(9, answered))));

        assertThat(said).containsOnlyKeys("PHONE 5 9");
        assertThat(said.get("PHONE 5 9")).containsExactly(0, 1, 0, 0, 1, 0, 0, 0, 0);
    }

    @Test
    void what_counts_otherwise_and_back_again_is_counted_once_and_taken_back_once() {
        Fact ended = fact("ended", at(PHONE, 5, 1, 0, 1));
        Fact open = fact("open", at(PHONE, 5, 1, 1, 0));

        tell(change(List.of(), List.of(), List.of(step(6, ended), step(7, open), step(8, ended), step(9, open))));

        assertThat(said.get("PHONE 5 6")).containsExactly(1, 0, 1, 1, 0, 1, 0, 0, 0);
        assertThat(said.get("PHONE 5 7")).containsExactly(0, 1, -1, 0, 1, 0, 0, 0, 1);
        assertThat(said.get("PHONE 5 8")).containsExactly(0, -1, 1, 0, 0, 0, 0, 1, 0);
        assertThat(said.get("PHONE 5 9")).containsExactly(0, 1, -1, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void a_fact_that_moves_counts_once_in_each_cell_it_is_known_in() {
        Fact phone = fact("phone", at(PHONE, 5, 1, 0, 0));
        Fact chat = fact("chat", at(CHAT, 5, 1, 0, 0));

        tell(change(List.of(step(6, phone)), List.of(), List.of(step(7, chat), step(8, phone), step(9, null))));

        assertThat(said.get("CHAT 5 7")).containsExactly(1, 0, 0, 1, 0, 0, 0, 0, 0);
        assertThat(said.get("PHONE 5 7")).containsExactly(-1, 0, 0, 0, 0, 0, 1, 0, 0);
        assertThat(said.get("PHONE 5 8")).as("back in its old cell").containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(said.get("PHONE 5 9")).containsExactly(-1, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void contributions_of_one_fact_to_the_same_cell_and_minute_add_up() {
        Fact fact = fact("twice", at(PHONE, 5, 1, 0, 2), at(PHONE, 5, 0, 1, 2));

        tell(change(List.of(), List.of(), List.of(step(6, fact))));

        assertThat(said.get("PHONE 5 6")).containsExactly(1, 1, 4, 1, 1, 4, 0, 0, 0);
    }

    @Test
    void a_fact_that_counts_as_before_costs_no_look_at_its_history() {
        var kept = new ArrayList<FactStep>();
        for (int i = 0; i < 8; i++) {
            kept.add(step(i, fact("kept" + i, at(PHONE, 5, 1, 0, i))));
        }
        Fact same = fact("same", at(PHONE, 5, 1, 0, 7));

        tell(change(kept, List.of(), List.of(step(20, same))));

        assertThat(said).isEmpty();
        assertThat(asked).as("the last that stood and the new one").isEqualTo(2);
    }

    @Test
    void a_step_that_is_told_anew_in_its_minute_tells_only_what_differs() {
        Fact opened = fact("opened", at(PHONE, 5, 1, 0, 0), at(CHAT, 5, 1, 0, 0));
        Fact answered = fact("answered", at(PHONE, 5, 1, 1, 0), at(CHAT, 5, 1, 0, 0), at(CHAT, 6, 0, 1, 0));

        tell(change(List.of(), List.of(step(6, opened)), List.of(step(6, answered))));

        assertThat(said).containsOnlyKeys("PHONE 5 6", "CHAT 6 6");
        assertThat(said.get("PHONE 5 6")).containsExactly(0, 1, 0, 0, 1, 0, 0, 0, 0);
        assertThat(said.get("CHAT 6 6")).containsExactly(0, 1, 0, 0, 1, 0, 0, 0, 0);
    }

    @Test
    void a_fact_that_comes_back_soon_is_not_counted_again() {
        var counts = new FactCounts(counting());
        FactChange once = change(List.of(), List.of(), List.of(step(6, fact("first", at(PHONE, 5, 1, 0, 0)))));
        counts.tell(once, this::add);
        counts.tell(once, this::add);
        assertThat(asked).isEqualTo(1);

        for (int i = 0; i < 1_000; i++) {
            counts.tell(change(List.of(), List.of(), List.of(step(6, fact("other " + i)))), this::add);
        }
        counts.tell(once, this::add);

        assertThat(asked).as("it was forgotten").isEqualTo(1 + 1_000 + 1);
        assertThat(said.get("PHONE 5 6")).as("and counts the same").containsExactly(3, 0, 0, 3, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_steps_were_overtaken_only_the_last_history_counts(long seed) {
        System.out.println("fact counts: seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            said.clear();
            List<FactStep> history = List.of();
            for (int record = 0; record < 12; record++) {
                int kept = random.nextInt(history.size() + 1);
                var fresh = new ArrayList<FactStep>();
                for (int n = random.nextInt(4); n > 0; n--) {
                    fresh.add(step(100 * kept + 10 * fresh.size() + random.nextInt(9), anything(random)));
                }
                tell(change(history.subList(0, kept), history.subList(kept, history.size()), fresh));
                var next = new ArrayList<>(history.subList(0, kept));
                next.addAll(fresh);
                history = List.copyOf(next);
            }
            said.values().removeIf(counts -> Arrays.stream(counts).allMatch(n -> n == 0));
            Map<String, long[]> expected = recount(history);

            assertThat(said.keySet()).isEqualTo(expected.keySet());
            expected.forEach((at, counts) -> assertThat(said.get(at)).as(at).containsExactly(counts));
        }
    }

    /** By the definition, position by position: nothing of how it is done. */
    private Map<String, long[]> recount(List<FactStep> history) {
        var expected = new TreeMap<String, long[]>();
        for (Cell cell : List.of(PHONE, CHAT)) {
            for (long minute = 5; minute < 8; minute++) {
                for (int position = 0; position < WIDTH; position++) {
                    long before = 0;
                    long ever = 0;
                    long lost = 0;
                    for (FactStep step : history) {
                        long now = counts(step.fact(), cell, minute, position);
                        long most = Math.max(ever, now);
                        long missing = Math.max(lost, most - now);
                        long[] at = expected.computeIfAbsent(name(cell, minute, step.known()), k -> new long[9]);
                        at[position] += now - before;
                        at[WIDTH + position] += most - ever;
                        at[2 * WIDTH + position] += missing - lost;
                        before = now;
                        ever = most;
                        lost = missing;
                    }
                }
            }
        }
        expected.values().removeIf(counts -> Arrays.stream(counts).allMatch(n -> n == 0));
        return expected;
    }

    private long counts(@Nullable Fact fact, Cell cell, long minute, int position) {
        return fact == null
                ? 0
                : given.get(fact.catalogueVersion()).stream()
                        .filter(c -> c.cell().equals(cell) && c.minute() == minute)
                        .mapToLong(c -> c.tally().dense(WIDTH)[position])
                        .sum();
    }

    private @Nullable Fact anything(Random random) {
        if (random.nextInt(6) == 0) {
            return null;
        }
        var contributions = new ArrayList<Contribution>();
        for (int n = random.nextInt(4); n > 0; n--) {
            contributions.add(at(
                    random.nextBoolean() ? PHONE : CHAT,
                    5 + random.nextInt(3),
                    random.nextInt(2),
                    random.nextInt(2),
                    random.nextInt(4)));
        }
        return fact("fact " + given.size(), contributions.toArray(Contribution[]::new));
    }

    private void tell(FactChange change) {
        new FactCounts(counting()).tell(change, this::add);
    }

    private Counting counting() {
        return new Counting() {
            @Override
            public List<Contribution> contributions(Fact fact) {
                asked++;
                return given.get(fact.catalogueVersion());
            }

            @Override
            public List<Contribution> signals(Fact fact, long firstKnown) {
                return List.of();
            }

            @Override
            public boolean isSignalled(Fact fact) {
                return false;
            }

            @Override
            public int width(String measure) {
                return WIDTH;
            }
        };
    }

    private void add(Place place, long known, Tally change) {
        change.addTo(said.computeIfAbsent(name(place.cell(), place.minute(), known), k -> new long[3 * WIDTH]), 1);
    }

    private Fact fact(String version, Contribution... contributions) {
        given.put(version, List.of(contributions));
        return new OrderFact(Instant.EPOCH, Audience.CUSTOMER, new TreeMap<>(), false, version);
    }

    private static Contribution at(Cell cell, long minute, long... counts) {
        return new Contribution(cell, minute, Tally.of(counts));
    }

    private static FactStep step(long known, @Nullable Fact fact) {
        return new FactStep(known, fact);
    }

    private static FactChange change(List<FactStep> kept, List<FactStep> gone, List<FactStep> fresh) {
        return new FactChange(kept, gone, fresh);
    }

    private static String name(Cell cell, long minute, long known) {
        return cell.scope().labels().get(Scope.CHANNEL) + " " + minute + " " + known;
    }

    private static Cell cell(String channel) {
        return new Cell("contacts", new Scope(new TreeMap<>(Map.of(Scope.CHANNEL, channel))));
    }
}

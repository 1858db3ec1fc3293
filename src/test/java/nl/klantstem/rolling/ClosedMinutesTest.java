package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.klantstem.topic.Published;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What an observer sees of a minute does not depend on the order, the batches or the restarts in which it came to be known. */
class ClosedMinutesTest {

    private static final int PARTITIONS = 3;
    /** Of signals, of measures, of plans. */
    private static final int TOPICS = 3;

    private static final long START = 29_000_000;
    private static final int MINUTES = 40;
    private static final List<String> TOPIC_NAMES = List.of("signals", "measures", "plan");

    /** What is known at the end of a minute, as text. */
    private record Seen(long minute, String signals, String references) {}

    /** Writes down what it sees. */
    private static final class Witness implements Observer {
        private final List<Seen> seen;

        Witness(List<Seen> seen) {
            this.seen = seen;
        }

        @Override
        public void minute(ClosedMinute closed, Consumer<Published> out) {
            var references = new StringBuilder();
            for (String topic : List.of("measures", "plan")) {
                closed.references().current(topic).forEach((key, reference) -> references
                        .append(key)
                        .append('=')
                        .append(new String(reference.value(), StandardCharsets.UTF_8))
                        .append(' '));
            }
            var signals = new StringBuilder();
            closed.known().forEach(delta -> signals.append(delta.cell())
                    .append('@')
                    .append(delta.minute())
                    .append(delta.change())
                    .append(' '));
            seen.add(new Seen(closed.minute(), signals.toString(), references.toString()));
        }

        @Override
        public void flush(Blocks blocks) {}
    }

    /** A record of an input partition: a signal's change, or what a key says. */
    private record Input(int topic, int partition, long recordedAt, Delta delta, Reference reference) {}

    @RepeatedTest(40)
    void any_interleaving_and_any_restart_sees_the_same(RepetitionInfo repetition) {
        long seed = 77_000 + repetition.getCurrentRepetition();
        var random = new Random(seed);
        var logs = logs(random);

        var once = live(logs, new Random(seed + 1), 0);

        assertThat(once).as("seed " + seed).isEqualTo(byHand(logs));
        for (int again = 2; again < 5; again++) {
            assertThat(live(logs, new Random(seed + again), 6))
                    .as("seed " + seed)
                    .isEqualTo(once);
        }
    }

    @Test
    void a_plan_from_years_ago_does_not_make_anybody_live_through_those_years() {
        var seen = new ArrayList<Seen>();
        var minutes = new ClosedMinutes(stored -> new Witness(seen), new MemoryBlocks());
        minutes.receive(frame(1, List.of(), List.of(), List.of(reference("plan", "k", 60_000, 0, "old"))), o -> {});
        minutes.receive(frame(1, List.of(mark(0, 0, 60_000 * START)), List.of(), List.of()), o -> {});

        assertThat(seen).isEmpty();
        assertThat(minutes.doneMillis()).isEqualTo(60_000 * START);

        minutes.receive(
                frame(
                        1,
                        List.of(mark(0, 0, 60_000 * (START + 9))),
                        List.of(new Delta("cell", START + 7, START + 7, Tally.of(1))),
                        List.of()),
                o -> {});

        assertThat(seen).extracting(Seen::minute).containsExactly(START + 7, START + 8);
        assertThat(seen).allSatisfy(minute -> assertThat(minute.references()).isEqualTo("k=old "));
        assertThat(minutes.overtaken()).isZero();
    }

    @Test
    void a_record_from_the_future_waits_until_its_time_comes() {
        var seen = new ArrayList<Seen>();
        var minutes = new ClosedMinutes(stored -> new Witness(seen), new MemoryBlocks());
        long future = 60_000 * (START + 1_000_000);
        minutes.receive(frame(1, List.of(), List.of(), List.of(reference("plan", "k", future, 0, "later"))), o -> {});
        minutes.receive(
                frame(
                        1,
                        List.of(mark(0, 0, 60_000 * (START + 3))),
                        List.of(new Delta("cell", START, START, Tally.of(1))),
                        List.of()),
                o -> {});

        assertThat(seen).hasSize(3).allSatisfy(minute -> assertThat(minute.references())
                .isEmpty());
    }

    /** The log of each partition, in its order. */
    private static List<List<Input>> logs(Random random) {
        var logs = new ArrayList<List<Input>>();
        for (int topic = 0; topic < TOPICS; topic++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                var log = new ArrayList<Input>();
                for (int i = random.nextInt(12); i > 0; i--) {
                    long at = 60_000 * (START + random.nextInt(MINUTES)) + random.nextInt(3) * 20_000;
                    log.add(new Input(topic, partition, at, null, null));
                }
                log.sort(Comparator.comparingLong(Input::recordedAt));
                logs.add(said(log, random));
            }
        }
        return logs;
    }

    private static List<Input> said(List<Input> times, Random random) {
        var log = new ArrayList<Input>();
        for (Input at : times) {
            long minute = at.recordedAt() / 60_000;
            if (at.topic() == 0) {
                var change = Tally.of(random.nextInt(3) - 1, 1);
                log.add(new Input(
                        0,
                        at.partition(),
                        at.recordedAt(),
                        new Delta("cell" + random.nextInt(3), minute - random.nextInt(5), minute, change),
                        null));
            } else {
                // A key lives in one partition, as its hash says.
                String key = "p" + at.partition() + "k" + random.nextInt(2);
                String value = random.nextInt(4) == 0 ? null : "v" + random.nextInt(100);
                String topic = TOPIC_NAMES.get(at.topic());
                var reference = new Reference(
                        topic,
                        key,
                        at.recordedAt(),
                        at.partition(),
                        log.size(),
                        value == null ? null : value.getBytes(StandardCharsets.UTF_8));
                log.add(new Input(at.topic(), at.partition(), at.recordedAt(), null, reference));
            }
        }
        return log;
    }

    /** Sends the logs in some interleaving, each partition in its order, and starts anew every so often. */
    private static List<Seen> live(List<List<Input>> logs, Random random, int restarts) {
        var seen = new ArrayList<Seen>();
        var blocks = new MemoryBlocks();
        var minutes = new ClosedMinutes(stored -> new Witness(seen), blocks);
        var turns = new ArrayList<Integer>();
        for (int log = 0; log < logs.size(); log++) {
            turns.addAll(Collections.nCopies(logs.get(log).size(), log));
        }
        Collections.shuffle(turns, random);
        var next = new int[logs.size()];
        for (int log : turns) {
            Input input = logs.get(log).get(next[log]++);
            minutes.receive(frame(input), o -> {});
            if (random.nextBoolean()) {
                // Nothing older will come in this partition.
                minutes.receive(tick(input.topic(), input.partition(), input.recordedAt()), o -> {});
            }
            if (restarts > 0 && random.nextInt(turns.size()) < restarts) {
                minutes.flush(o -> {});
                blocks = blocks.copy();
                minutes = new ClosedMinutes(stored -> new Witness(seen), blocks);
            }
        }
        for (int topic = 0; topic < TOPICS; topic++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                minutes.receive(tick(topic, partition, 60_000 * (START + MINUTES + 2)), o -> {});
            }
        }
        assertThat(minutes.overtaken()).isZero();
        return seen;
    }

    /** The same, minute by minute from the whole log. */
    private static List<Seen> byHand(List<List<Input>> logs) {
        var all = logs.stream().flatMap(List::stream).toList();
        long first = all.stream()
                .filter(input -> input.delta() != null)
                .mapToLong(input -> input.delta().known())
                .min()
                .orElse(Long.MAX_VALUE);
        var seen = new ArrayList<Seen>();
        for (long minute = first; minute < START + MINUTES + 2; minute++) {
            seen.add(new Seen(minute, signals(all, minute), references(all, minute)));
        }
        return seen;
    }

    private static String signals(List<Input> all, long minute) {
        Map<String, TreeMap<Long, Tally>> sums = new TreeMap<>();
        all.stream()
                .map(Input::delta)
                .filter(delta -> delta != null && delta.known() == minute)
                .forEach(delta -> sums.computeIfAbsent(delta.cell(), cell -> new TreeMap<>())
                        .merge(delta.minute(), delta.change(), Tally::plus));
        var text = new StringBuilder();
        sums.forEach((cell, byMinute) -> byMinute.forEach((at, sum) -> {
            if (!sum.isZero()) {
                text.append(cell).append('@').append(at).append(sum).append(' ');
            }
        }));
        return text.toString();
    }

    private static String references(List<Input> all, long minute) {
        var text = new StringBuilder();
        for (String topic : List.of("measures", "plan")) {
            var says = new TreeMap<String, Reference>();
            all.stream()
                    .map(Input::reference)
                    .filter(reference -> reference != null
                            && reference.topic().equals(topic)
                            && reference.recordedAt() < 60_000 * (minute + 1))
                    .sorted(Comparator.comparingLong(Reference::recordedAt).thenComparingLong(Reference::offset))
                    .forEach(reference -> says.put(reference.key(), reference));
            says.forEach((key, reference) -> {
                if (reference.value() != null) {
                    text.append(key)
                            .append('=')
                            .append(new String(reference.value(), StandardCharsets.UTF_8))
                            .append(' ');
                }
            });
        }
        return text.toString();
    }

    private static Frame tick(int topic, int partition, long at) {
        return frame(TOPICS * PARTITIONS, List.of(mark(topic, partition, at)), List.of(), List.of());
    }

    private static Frame frame(Input input) {
        boolean signal = input.delta() != null;
        return frame(
                TOPICS * PARTITIONS,
                // A record of reference data moves no time.
                signal ? List.of(mark(0, input.partition(), input.recordedAt())) : List.of(),
                signal ? List.of(input.delta()) : List.of(),
                signal ? List.of() : List.of(input.reference()));
    }

    private static Frame frame(int sources, List<Frame.Mark> marks, List<Delta> deltas, List<Reference> references) {
        return new Frame(sources, marks, deltas, references);
    }

    private static Frame.Mark mark(int topic, int partition, long at) {
        return new Frame.Mark(topic, partition, at);
    }

    private static Reference reference(String topic, String key, long at, long offset, String value) {
        return new Reference(topic, key, at, 0, offset, value.getBytes(StandardCharsets.UTF_8));
    }
}

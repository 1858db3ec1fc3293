package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Main;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A final is the window up to T as known at T + 5 minutes: whatever the partitions, the order of the lines, or what came twice. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ReplayIT {

    private static final long SEED = Long.getLong("exact.seed", 20260329);
    /** Over the change of the clocks on 29 March. */
    private static final Instant FROM = Instant.parse("2026-03-23T00:00:00Z");

    private static final Duration SPAN = Duration.ofDays(9);
    private static final Instant UNTIL = Instant.parse("2026-04-20T22:00:00Z");
    private static final int SIZE = Integer.getInteger("exact.size", 500);
    private static final Duration EVERY = Duration.ofHours(6);
    /** So short that it comes to pass within the stream. */
    private static final String RULES = """
            instances: {abandonedAfter: P4D, reorderDays: 3, leakageDays: 6}
            surveys: {quarantineDays: 2, answerDays: 3}
            """;

    @TempDir
    static Path dir;

    private final List<Line> lines = MessyStream.of(SEED, FROM, SPAN, SIZE);
    private Reference reference;
    private Results one;
    private @Nullable Cells cells;

    @BeforeAll
    void replayed_with_one_partition() {
        reference = Reference.starter().with(dir.resolve("catalogue.yaml"), RULES);
        System.out.println("seed " + SEED + ", lines " + lines.size());
        one = replay("one", lines, 1);
    }

    @Test
    void every_final_equals_a_recount_of_what_was_known_and_none_is_missing() {
        new FinalsAgree(cells(), FROM.minus(Duration.ofDays(2)), UNTIL, EVERY).check(one);
    }

    @Test
    void the_ledgers_hold_what_is_known_in_the_end() {
        LedgersAgree.check(cells(), one, UNTIL);
    }

    @Test
    void each_step_of_a_suspicion_is_published_once_as_a_recount_has_it() {
        assertThat(one.suspects(UNTIL)).hasSizeGreaterThan(SIZE / 20);
        same("suspects", new Recount(lines, reference).suspects(UNTIL), one.suspects(UNTIL));
    }

    @Test
    void what_is_split_adds_up_again() {
        Conserved.check(one);
    }

    private Cells cells() {
        if (cells == null) {
            cells = new Cells(new Recount(lines, reference), UNTIL);
        }
        return cells;
    }

    @Test
    void what_became_of_each_line_is_told() throws Exception {
        var recount = new Recount(lines, reference);
        var summary = Line.JSON.readTree(dir.resolve("one-out/summary.json").toFile());
        for (String stream : MessyStream.STREAMS) {
            var told = summary.path("streams").path(stream);
            var must = Line.JSON.valueToTree(recount.records(stream));
            assertThat(told.toString()).as(stream).isEqualTo(must.toString());
            System.out.println(stream + " " + told);
        }
    }

    @Test
    void three_partitions_and_lines_in_another_order_give_the_same() {
        var shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(SEED));

        assertSame(replay("shuffled", shuffled, 3));
    }

    @Test
    void eight_partitions_and_every_line_twice_give_the_same() {
        var random = new Random(SEED);
        var doubled = new ArrayList<Line>();
        for (Line line : lines) {
            doubled.add(line);
            // What was refused because it had not happened yet would be taken in when it comes later.
            boolean later = random.nextBoolean() && !line.isAhead();
            doubled.add(later ? line.again(line.recordedAt().plusMillis(random.nextInt(200_000_000))) : line);
        }

        assertSame(replay("doubled", doubled, 8));
    }

    private void assertSame(Results other) {
        for (Topic topic : FinalsAgree.INSIGHTS) {
            same(topic + " finals", one.finals(topic), other.finals(topic));
        }
        for (Topic topic : List.of(Topic.JOURNEY_NPS_LEDGER, Topic.CONTACT_LEDGER)) {
            same(topic.toString(), one.last(topic), other.last(topic));
        }
        for (Topic topic : List.of(Topic.LOST_IN_MAIL_SUSPECTS, Topic.NPS_WATCHES, Topic.NPS_CHANGE)) {
            same(topic.toString(), one.all(topic), other.all(topic));
        }
        same("linked responses", one.linked(), other.linked());
    }

    /** Compares long lists so that a difference can be read. */
    static void same(String what, List<String> must, List<String> said) {
        var missing = new ArrayList<>(must);
        missing.removeAll(new java.util.HashSet<>(said));
        var added = new ArrayList<>(said);
        added.removeAll(new java.util.HashSet<>(must));
        System.out.println(what + ": " + must.size() + " and " + said.size() + ", missing " + missing.size()
                + ", added " + added.size());
        assertThat(missing.stream().limit(3)).as(what + " that are missing").isEmpty();
        assertThat(added.stream().limit(3)).as(what + " that should not be").isEmpty();
        assertThat(said).as(what).hasSameSizeAs(must);
    }

    private Results replay(String name, List<Line> input, int partitions) {
        var out = dir.resolve(name + "-out");
        var options = new String[] {
            "--catalogue",
            dir.resolve("catalogue.yaml").toString(),
            "--partitions",
            String.valueOf(partitions),
            "--every",
            EVERY.toString(),
            "--until",
            UNTIL.toString()
        };
        int exit = Main.run(InputFolder.of(dir.resolve(name), input).replay(out, options));
        assertThat(exit).isZero();
        return Results.in(out);
    }
}

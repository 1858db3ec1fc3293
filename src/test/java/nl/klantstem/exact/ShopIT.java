package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.klantstem.app.Main;
import nl.klantstem.replay.shop.Oddities;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulated shop with everything that goes wrong on the way, over a Black Friday, against a recount. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopIT {

    private static final long SEED = Long.getLong("exact.seed", 20251128);
    private static final ShopLines.Size SIZE = new ShopLines.Size(Integer.getInteger("exact.shop", 40), 1, 300);
    private static final Instant FROM = Instant.parse("2025-11-23T23:00:00Z");
    private static final Instant CLOSES = Instant.parse("2025-12-04T23:00:00Z");
    /** Long enough for what is due: containment, repeats, parcels. */
    private static final Instant UNTIL = Instant.parse("2025-12-14T23:00:00Z");

    private static final Duration EVERY = Duration.ofDays(1);

    @TempDir
    static Path dir;

    private final List<Line> lines = ShopLines.of(SEED, FROM, CLOSES, SIZE, Oddities.USUAL);
    private Results one;

    @BeforeAll
    void replayed_with_one_partition() {
        System.out.println("seed " + SEED + ", lines " + lines.size());
        one = replay("one", 1);
    }

    @Test
    void every_final_and_every_pane_equals_a_recount() throws Exception {
        var recount = new Recount(lines, Reference.starter());
        var cells = new Cells(recount, UNTIL);

        new FinalsAgree(cells, FROM.minus(Duration.ofDays(2)), UNTIL, EVERY).check(one);
        LedgersAgree.check(cells, one, UNTIL);
        assertThat(one.suspects(UNTIL)).isNotEmpty();
        ReplayIT.same("suspects", recount.suspects(UNTIL), one.suspects(UNTIL));
        var summary = Line.JSON.readTree(dir.resolve("one-out/summary.json").toFile());
        for (String stream : MessyStream.STREAMS) {
            var must = Line.JSON.valueToTree(recount.records(stream));
            assertThat(summary.path("streams").path(stream).toString())
                    .as(stream)
                    .isEqualTo(must.toString());
        }
    }

    @Test
    void what_is_split_adds_up_again() {
        Conserved.check(one);
    }

    @Test
    void three_partitions_give_the_same() {
        var three = replay("three", 3);

        for (Topic topic : FinalsAgree.INSIGHTS) {
            ReplayIT.same(topic + " finals", one.finals(topic), three.finals(topic));
        }
        ReplayIT.same("suspects", one.all(Topic.LOST_IN_MAIL_SUSPECTS), three.all(Topic.LOST_IN_MAIL_SUSPECTS));
        ReplayIT.same("contact ledger", one.last(Topic.CONTACT_LEDGER), three.last(Topic.CONTACT_LEDGER));
    }

    private Results replay(String name, int partitions) {
        var out = dir.resolve(name + "-out");
        int exit = Main.run(InputFolder.of(dir.resolve(name), lines)
                .replay(
                        out,
                        "--partitions",
                        String.valueOf(partitions),
                        "--every",
                        EVERY.toString(),
                        "--until",
                        UNTIL.toString()));
        assertThat(exit).isZero();
        return Results.in(out);
    }
}

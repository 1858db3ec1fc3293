package nl.klantstem.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klantstem.app.Main;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.topic.Topic;

/** What a pipeline publishes of an input when nothing happens to it: what one that was struck is held against. */
final class Undisturbed {

    /** Of these every record counts; of the others each final, or the last of each key. */
    private static final List<Topic> ALL_OF = List.of(Topic.LOST_IN_MAIL_SUSPECTS, Topic.NPS_WATCHES, Topic.NPS_CHANGE);

    private final Recount recount;
    private final Instant from;
    private final Instant until;
    private final Results results;

    private Undisturbed(Recount recount, Instant from, Instant until, Results results) {
        this.recount = recount;
        this.from = from;
        this.until = until;
        this.results = results;
    }

    /** Replays these lines, with finals of every minute. */
    static Undisturbed of(List<Line> lines, Instant from, Instant until, Path folder) {
        var input = InputFolder.of(folder.resolve("in"), lines);
        int exit = Main.run(input.replay(folder.resolve("out"), "--every", "PT1M", "--until", until.toString()));
        assertThat(exit).isZero();
        return new Undisturbed(new Recount(lines, Reference.starter()), from, until, Results.in(folder.resolve("out")));
    }

    /** Every final is what an independent recount says. */
    void checkAgainstRecount() {
        new FinalsAgree(new Cells(recount, until), from.minus(Duration.ofDays(2)), until, null).check(results);
        ReplayIT.same("suspects", recount.suspects(until), results.suspects(until));
    }

    /** What was published by another run of the same input, and its account of the input. */
    void check(Results other, Map<String, Records> account) {
        for (Topic topic : FinalsAgree.INSIGHTS) {
            ReplayIT.same(topic + " finals", results.finals(topic), other.finals(topic));
        }
        for (Topic topic : List.of(Topic.JOURNEY_NPS_LEDGER, Topic.CONTACT_LEDGER)) {
            ReplayIT.same(topic.toString(), results.last(topic), other.last(topic));
        }
        ReplayIT.same("linked responses", results.linked(), other.linked());
        for (Topic topic : ALL_OF) {
            ReplayIT.same(topic.toString(), results.all(topic), other.all(topic));
        }
        account.forEach((stream, told) -> {
            var must = recount.records(stream);
            assertThat(told.read()).as(stream).isEqualTo(must.read());
            assertThat(told.accepted()).as(stream).isEqualTo(must.accepted());
            assertThat(told.duplicates()).as(stream).isEqualTo(must.duplicates());
            assertThat(told.rejected()).as(stream).isEqualTo(must.rejected());
        });
    }
}

package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.contract.flow.Linked.Fate;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CombinerTest {

    private static final long RECORDED_AT = 1_000;

    private final Combiner combiner = new Combiner(new NothingCounts(), 1);

    @Test
    void a_tick_says_how_far_its_partition_was_read() {
        combiner.take(linked(Fate.TICK, new Ingested.Tick()));

        assertThat(combiner.marks()).containsExactly(new Frame.Mark(Topic.SURVEY_RESPONSES.rank(), 3, RECORDED_AT));
    }

    @Test
    void no_partition_was_read_as_long_as_one_was_not_heard_from_since_the_task_began() {
        var two = new Combiner(new NothingCounts(), 2);

        two.take(linked(Fate.TICK, new Ingested.Tick()));

        assertThat(two.marks()).isEmpty();
    }

    @Test
    void what_came_to_pass_before_a_record_does_not_say_that_the_record_was_read() {
        combiner.take(linked(Fate.PASSED, new Ingested.Tick()));

        assertThat(combiner.marks()).isEmpty();
        assertThat(combiner.takeRecords()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"TICK", "PASSED", "REFUSED"},
            mode = EnumSource.Mode.EXCLUDE)
    void every_good_record_moves_time_and_is_counted(Fate fate) {
        combiner.take(linked(fate, new Ingested.Test()));

        assertThat(combiner.marks()).hasSize(1);
        assertThat(combiner.takeRecords()).hasSize(1);
    }

    @Test
    void a_refused_record_is_counted_and_moves_no_time() {
        combiner.take(linked(Fate.REFUSED, new Ingested.Refused(RejectReason.TOO_MANY, null)));

        assertThat(combiner.marks()).isEmpty();
        assertThat(combiner.takeRecords()).hasSize(1);
    }

    private static Linked linked(Fate fate, Ingested.Outcome outcome) {
        var at = new Arrival(
                Topic.SURVEY_RESPONSES.shortName(),
                Topic.SURVEY_RESPONSES.rank(),
                "survey-responses.v1",
                3,
                0,
                RECORDED_AT,
                null);
        return new Linked(new Ingested(at, null, outcome), fate, List.of(), List.of(), List.of(), List.of(), 0);
    }

    private static final class NothingCounts implements Counting {
        @Override
        public List<Contribution> contributions(Fact fact) {
            return List.of();
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
            return 1;
        }
    }
}

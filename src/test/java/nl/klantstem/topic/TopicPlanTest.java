package nl.klantstem.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.TopicPlan.Change;
import nl.klantstem.topic.TopicPlan.Existing;
import nl.klantstem.topic.TopicPlan.Mode;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private static final Topics TOPICS = new Topics("t.");

    @Test
    void an_empty_cluster_gets_every_topic() {
        var changes = plan(Mode.LIVE, 4, 3).changes(Map.of());

        assertThat(changes).hasSize(Topic.values().length).allSatisfy(change -> {
            var create = (Change.Create) change;
            assertThat(create.partitions()).isEqualTo(4);
            assertThat(create.replication()).isEqualTo((short) 3);
            assertThat(create.configs()).containsEntry("min.insync.replicas", "2");
        });
    }

    @Test
    void what_is_there_already_needs_nothing() {
        var plan = plan(Mode.LIVE, 4, 3);

        assertThat(plan.changes(after(plan))).isEmpty();
        assertThat(plan.problems(after(plan))).isEmpty();
    }

    @Test
    void history_keeps_every_record_with_the_time_it_brings() {
        for (var topic : Topic.values()) {
            var configs = TopicConfigs.of(topic, wanted(Mode.HISTORY, 1, 1));
            assertThat(configs).as(topic.name()).containsEntry("message.timestamp.type", "CreateTime");
            if (topic.isCompacted()) {
                assertThat(configs).containsEntry("cleanup.policy", "compact").doesNotContainKey("retention.ms");
            } else {
                assertThat(configs).containsEntry("retention.ms", "-1");
            }
        }
    }

    @Test
    void live_the_broker_says_when_a_record_reached_us() {
        var inputs = TopicConfigs.of(Topic.SURVEY_RESPONSES, wanted(Mode.LIVE, 1, 1));
        assertThat(inputs)
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry(
                        "retention.ms", String.valueOf(Duration.ofDays(28).toMillis()));
        assertThat(TopicConfigs.of(Topic.REKEYED, wanted(Mode.LIVE, 1, 1))).isEqualTo(inputs);
        assertThat(TopicConfigs.of(Topic.DEAD_LETTERS, wanted(Mode.LIVE, 1, 1)))
                .containsEntry(
                        "retention.ms", String.valueOf(Duration.ofDays(14).toMillis()));
        assertThat(TopicConfigs.of(Topic.JOURNEY_NPS, wanted(Mode.LIVE, 1, 1)))
                .containsEntry("message.timestamp.type", "CreateTime")
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void going_live_changes_settings_only_and_says_which() {
        var loaded = after(plan(Mode.HISTORY, 4, 1));

        assertThat(plan(Mode.LIVE, 4, 1).changes(loaded))
                .allSatisfy(change -> assertThat(change).isInstanceOf(Change.Configure.class))
                .extracting(Change::toString)
                .contains("set t.survey-responses.v1 message.timestamp.type from CreateTime to LogAppendTime");
    }

    @Test
    void a_partition_count_is_never_changed() {
        var four = after(plan(Mode.LIVE, 4, 1));

        for (int partitions : new int[] {3, 8}) {
            assertThatThrownBy(() -> plan(Mode.LIVE, partitions, 1).changes(four))
                    .isInstanceOf(UserMistake.class)
                    .hasMessageContaining("t.survey-responses.v1 has 4 partitions, wanted are " + partitions)
                    .hasMessageContaining("load the history under another prefix");
        }
    }

    @Test
    void missing_replicas_are_a_problem_with_a_remedy() {
        assertThat(plan(Mode.LIVE, 4, 3).problems(after(plan(Mode.LIVE, 4, 1))))
                .anySatisfy(problem -> assertThat(problem).contains("reassign it with kafka-reassign-partitions"));
    }

    private static TopicPlan plan(Mode mode, int partitions, int replication) {
        return new TopicPlan(wanted(mode, partitions, replication));
    }

    private static TopicPlan.Wanted wanted(Mode mode, int partitions, int replication) {
        return new TopicPlan.Wanted(TOPICS, partitions, (short) replication, mode, TopicPlan.DEFAULT_INPUT_RETENTION);
    }

    /** A cluster in which a plan has been carried out. */
    private static Map<String, Existing> after(TopicPlan plan) {
        var existing = new HashMap<String, Existing>();
        plan.changes(Map.of()).forEach(change -> {
            var create = (Change.Create) change;
            existing.put(create.topic(), new Existing(create.partitions(), create.replication(), create.configs()));
        });
        return existing;
    }
}

package nl.klantstem.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.replay.EmbeddedBroker;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicPlanIT {

    private static final Topics TOPICS = new Topics("plan.");

    @Test
    void a_cluster_goes_from_empty_to_history_to_live_and_then_there_is_nothing_to_do(@TempDir Path dir) {
        try (var broker = EmbeddedBroker.start(dir, Map.of());
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var history = TopicPlan.history(TOPICS, 2);

            assertThat(history.check(admin)).hasSize(Topic.values().length);
            assertThat(history.apply(admin)).hasSize(Topic.values().length);
            assertThat(history.apply(admin)).isEmpty();
            assertThat(history.check(admin)).isEmpty();

            var live = new TopicPlan(
                    new TopicPlan.Wanted(TOPICS, 2, (short) 1, TopicPlan.Mode.LIVE, TopicPlan.DEFAULT_INPUT_RETENTION));
            assertThat(live.plan(admin)).isNotEmpty().isEqualTo(live.apply(admin));
            assertThat(live.plan(admin)).isEmpty();

            var shrunk = TopicPlan.history(TOPICS, 1);
            assertThatThrownBy(() -> shrunk.apply(admin))
                    .isInstanceOf(UserMistake.class)
                    .hasMessageContaining("has 2 partitions, wanted are 1");
            assertThat(live.plan(admin)).isEmpty();
        }
    }
}

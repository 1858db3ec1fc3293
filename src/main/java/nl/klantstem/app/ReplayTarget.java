package nl.klantstem.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.ingest.Pseudonyms;
import nl.klantstem.replay.EmbeddedBroker;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.TopicPlan;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The brokers that a replay runs on: a real one inside this process, or a cluster whose topics must still be empty. */
sealed interface ReplayTarget extends AutoCloseable {

    /** How to reach the brokers. */
    Map<String, Object> connection();

    /** What the pipeline needs to know, before --every and --suppress. */
    PipelineSettings settings();

    /** Whether life goes on in these topics after the history. */
    boolean goesLive();

    @Override
    void close();

    default Topics topics() {
        return new Topics(settings().prefix());
    }

    /** A broker in a folder that is thrown away. */
    record Embedded(EmbeddedBroker broker, PipelineSettings settings) implements ReplayTarget {

        static Embedded start(WorkFolder work, String prefix, int partitions) {
            var key = Pseudonyms.create(work.path().resolve("pseudonym.key"));
            var broker = EmbeddedBroker.start(work.path().resolve("broker"), Map.of());
            try {
                var target = new Embedded(
                        broker,
                        embedded(broker.bootstrapServers(), prefix, work.path().resolve("state"), key));
                try (var admin = KafkaConnection.admin(target.connection())) {
                    TopicPlan.history(target.topics(), partitions).apply(admin);
                }
                return target;
            } catch (RuntimeException e) {
                broker.close();
                throw e;
            }
        }

        private static PipelineSettings embedded(String servers, String prefix, Path stateDir, Path key) {
            return new PipelineSettings(
                    servers,
                    prefix,
                    stateDir,
                    PipelineSettings.Store.MEMORY,
                    PipelineSettings.Guarantee.EXACTLY_ONCE,
                    PipelineSettings.DEFAULT_COMMIT_INTERVAL,
                    PipelineSettings.DEFAULT_ALLOWANCE,
                    PipelineSettings.DEFAULT_RETENTION,
                    key,
                    null,
                    false,
                    false,
                    1,
                    Map.of());
        }

        @Override
        public Map<String, Object> connection() {
            return Map.of("bootstrap.servers", broker.bootstrapServers());
        }

        @Override
        public boolean goesLive() {
            return false;
        }

        @Override
        public void close() {
            broker.close();
        }
    }

    /** A cluster. */
    record Cluster(Configuration configuration) implements ReplayTarget {

        static Cluster prepare(Configuration configuration) {
            var target = new Cluster(configuration);
            try (var admin = KafkaConnection.admin(target.connection())) {
                new TopicPlan(configuration.wantedTopics(TopicPlan.Mode.HISTORY)).apply(admin);
                refuseWhatIsThere(admin, target.topics());
            }
            return target;
        }

        /** History goes before everything else, and two runs in the same topics would be counted together. */
        private static void refuseWhatIsThere(Admin admin, Topics topics) {
            try {
                var names = List.of(Topic.values()).stream().map(topics::name).toList();
                Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
                admin.describeTopics(names).allTopicNames().get().values().forEach(topic -> topic.partitions()
                        .forEach(p -> ends.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest())));
                var used = new ArrayList<String>();
                admin.listOffsets(ends).all().get().forEach((partition, end) -> {
                    if (end.offset() > 0 && !used.contains(partition.topic())) {
                        used.add(partition.topic());
                    }
                });
                if (!used.isEmpty()) {
                    throw new UserMistake("there are records already in " + String.join(", ", used)
                            + ": history is loaded into empty topics; give another --prefix, or delete these topics");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while looking at the topics", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("cannot look at the topics: " + e.getCause(), e);
            }
        }

        @Override
        public Map<String, Object> connection() {
            return configuration.connection();
        }

        @Override
        public PipelineSettings settings() {
            return configuration.pipeline();
        }

        @Override
        public boolean goesLive() {
            return true;
        }

        @Override
        public void close() {
            // the cluster stays
        }
    }
}

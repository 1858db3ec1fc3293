package nl.klantstem.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import nl.klantstem.contract.UserMistake;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** The topics of a cluster, read and changed through its admin client; what the cluster refuses is said in a sentence. */
final class Cluster {

    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;

    Cluster(Admin admin) {
        this.admin = admin;
    }

    /** Those of the named topics that exist. A broker that has not heard of a topic yet counts as one without it. */
    Map<String, TopicPlan.Existing> existing(Collection<String> names) {
        var there = answer(admin.listTopics().names());
        var present = names.stream().filter(there::contains).toList();
        var described = admin.describeTopics(present).topicNameValues();
        var configs = admin.describeConfigs(
                        present.stream().map(Cluster::resource).toList())
                .values();
        var existing = new HashMap<String, TopicPlan.Existing>();
        for (var name : present) {
            var topic = unlessUnknown(described.get(name));
            var config = unlessUnknown(configs.get(resource(name)));
            if (topic.isPresent() && config.isPresent()) {
                existing.put(name, existing(topic.get(), values(config.get())));
            }
        }
        return existing;
    }

    private static Map<String, String> values(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static TopicPlan.Existing existing(TopicDescription topic, Map<String, String> configs) {
        int replication = topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return new TopicPlan.Existing(topic.partitions().size(), replication, configs);
    }

    void apply(List<TopicPlan.Change> changes) {
        var creations = new ArrayList<NewTopic>();
        var settings = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        for (var change : changes) {
            if (change instanceof TopicPlan.Change.Create create) {
                creations.add(new NewTopic(create.topic(), create.partitions(), create.replication())
                        .configs(create.configs()));
            } else if (change instanceof TopicPlan.Change.Configure configure) {
                settings.computeIfAbsent(resource(configure.topic()), any -> new ArrayList<>())
                        .add(new AlterConfigOp(
                                new ConfigEntry(configure.setting(), configure.to()), AlterConfigOp.OpType.SET));
            }
        }
        admin.createTopics(creations).values().values().forEach(Cluster::created);
        answer(admin.incrementalAlterConfigs(settings).all());
    }

    /** Waits for what was done to be seen: brokers learn of topics and settings a moment after the answer. */
    void await(BooleanSupplier seen) {
        long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new UserMistake("the changes were made but are not seen after " + VISIBLE_WITHIN.toSeconds()
                        + " s: look at the brokers' log and run it again");
            }
            pause();
        }
    }

    /**
     * Waits until the leader of every partition answers. A topic is listed a moment before: the first batch of a producer
     * that comes in between is refused, its second accepted, and then its first never again.
     */
    void awaitLeaders(Collection<String> names) {
        var ends = new HashMap<TopicPartition, OffsetSpec>();
        answer(admin.describeTopics(names).allTopicNames()).forEach((name, topic) -> topic.partitions()
                .forEach(info -> ends.put(new TopicPartition(name, info.partition()), OffsetSpec.latest())));
        answer(admin.listOffsets(ends).all());
    }

    /** Another instance may create the same topic at the same moment; then it is there. */
    private static void created(KafkaFuture<Void> creation) {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw refusal(e);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static <T> Optional<T> unlessUnknown(@Nullable KafkaFuture<T> future) {
        try {
            return future == null ? Optional.empty() : Optional.of(future.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw refusal(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw refusal(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static RuntimeException refusal(ExecutionException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof TimeoutException) {
            return new UserMistake("no Kafka broker answered in time: check the bootstrap servers", cause);
        }
        if (cause instanceof AuthorizationException) {
            return new UserMistake(
                    "Kafka does not allow it: " + cause.getMessage() + " Grant the right and try again", cause);
        }
        return new UserMistake("Kafka refused: " + cause.getMessage(), cause);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}

package nl.klantstem.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import nl.klantstem.contract.UserMistake;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of a cluster, read and changed through its admin client; what the cluster refuses is said in a sentence. */
final class Cluster {

    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;

    Cluster(Admin admin) {
        this.admin = admin;
    }

    /** Those of the named topics that exist. */
    Map<String, TopicPlan.Existing> existing(Collection<String> names) {
        var there = answer(admin.listTopics().names());
        var present = names.stream().filter(there::contains).toList();
        var described = answer(admin.describeTopics(present).allTopicNames());
        var configs = answer(
                admin.describeConfigs(present.stream().map(Cluster::resource).toList())
                        .all());
        var existing = new HashMap<String, TopicPlan.Existing>();
        configs.forEach((resource, config) -> existing.put(
                resource.name(),
                existing(
                        Objects.requireNonNull(described.get(resource.name())),
                        config.entries().stream()
                                .filter(entry -> entry.value() != null)
                                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)))));
        return existing;
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

    /** Waits until every broker we may meet knows the topics; creation returns a moment before. */
    void awaitTopics(Collection<String> names) {
        long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        while (!answer(admin.listTopics().names()).containsAll(names)) {
            if (System.nanoTime() - deadline > 0) {
                throw new UserMistake("the topics were created but are not listed after " + VISIBLE_WITHIN.toSeconds()
                        + " s: look at the brokers' log and run it again");
            }
            pause();
        }
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

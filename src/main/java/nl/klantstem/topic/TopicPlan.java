package nl.klantstem.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.UserMistake;
import org.apache.kafka.clients.admin.Admin;

/**
 * What topics must exist, with which partitions, replicas and settings, and how a cluster gets there. Nothing is ever
 * deleted and a partition count is never changed; a second run finds nothing to do. The topics that Kafka Streams keeps
 * for itself are not ours to make.
 */
public final class TopicPlan {

    public static final Duration DEFAULT_INPUT_RETENTION = Duration.ofDays(28);

    /** Whether records come as they happen (the broker stamps them) or from the past (they bring their time). */
    public enum Mode {
        LIVE,
        HISTORY
    }

    /**
     * What the topics shall be.
     *
     * @param partitions of every topic
     * @param replication copies of every partition
     * @param inputRetention how long input records are kept when LIVE; in HISTORY they are kept for ever
     */
    public record Wanted(Topics topics, int partitions, short replication, Mode mode, Duration inputRetention) {
        public Wanted {
            if (partitions < 1 || replication < 1) {
                throw new IllegalArgumentException(
                        "partitions " + partitions + " and replication " + replication + " must be 1 or more");
            }
        }
    }

    /** One thing to do. */
    public sealed interface Change {

        /** A topic that is not there yet. */
        record Create(String topic, int partitions, short replication, Map<String, String> configs) implements Change {
            public Create {
                configs = Map.copyOf(configs);
            }

            @Override
            public String toString() {
                return "create " + topic + " with " + partitions + " partitions and " + replication + " replicas "
                        + new TreeMap<>(configs);
            }
        }

        /** A setting that differs. */
        record Configure(String topic, String setting, String from, String to) implements Change {
            @Override
            public String toString() {
                return "set " + topic + " " + setting + " from " + from + " to " + to;
            }
        }
    }

    /** A topic as the cluster has it. */
    record Existing(int partitions, int replication, Map<String, String> configs) {}

    private final Wanted wanted;

    public TopicPlan(Wanted wanted) {
        this.wanted = wanted;
    }

    /** The plan of an embedded broker: one replica, history. */
    public static TopicPlan history(Topics topics, int partitions) {
        return new TopicPlan(new Wanted(topics, partitions, (short) 1, Mode.HISTORY, DEFAULT_INPUT_RETENTION));
    }

    /** What {@link #apply} would do; throws UserMistake when a topic has another partition count. */
    public List<Change> plan(Admin admin) {
        return changes(new Cluster(admin).existing(names()));
    }

    /** Makes the topics as they must be and says what was done, nothing on a second run. */
    public List<Change> apply(Admin admin) {
        var cluster = new Cluster(admin);
        var changes = changes(cluster.existing(names()));
        cluster.apply(changes);
        cluster.await(() -> changes(cluster.existing(names())).isEmpty());
        if (!changes.isEmpty()) {
            cluster.awaitLeaders(names());
        }
        return changes;
    }

    /** All that is not as it must be, each with its remedy; empty when the pipeline can start. */
    public List<String> check(Admin admin) {
        return problems(new Cluster(admin).existing(names()));
    }

    /** The topics that are not there. */
    public List<String> missing(Admin admin) {
        return missing(new Cluster(admin).existing(names()));
    }

    private List<String> missing(Map<String, Existing> existing) {
        return names().stream().filter(name -> !existing.containsKey(name)).toList();
    }

    /** What keeps a pipeline from starting: topics that are missing or have another partition count. */
    public List<String> obstacles(Admin admin) {
        var existing = new Cluster(admin).existing(names());
        var obstacles = new ArrayList<>(partitionProblems(existing));
        var missing = missing(existing);
        if (!missing.isEmpty()) {
            obstacles.add(
                    "missing topics: " + String.join(", ", missing) + ": make them with 'klantstem topics apply'");
        }
        return obstacles;
    }

    List<Change> changes(Map<String, Existing> existing) {
        var refused = partitionProblems(existing);
        if (!refused.isEmpty()) {
            throw new UserMistake(String.join(System.lineSeparator(), refused));
        }
        var changes = new ArrayList<Change>();
        for (var topic : Topic.values()) {
            var name = wanted.topics().name(topic);
            var configs = TopicConfigs.of(topic, wanted);
            var present = existing.get(name);
            if (present == null) {
                changes.add(new Change.Create(name, wanted.partitions(), wanted.replication(), configs));
            } else {
                configs.forEach((setting, value) -> {
                    var now = present.configs().getOrDefault(setting, "(not set)");
                    if (!now.equals(value)) {
                        changes.add(new Change.Configure(name, setting, now, value));
                    }
                });
            }
        }
        return changes;
    }

    List<String> problems(Map<String, Existing> existing) {
        var problems = new ArrayList<>(partitionProblems(existing));
        if (problems.isEmpty()) {
            changes(existing).forEach(change -> problems.add("to do: " + change));
        }
        existing.forEach((name, present) -> {
            if (present.replication() < wanted.replication()) {
                problems.add(name + " has " + present.replication() + " replicas, wanted are " + wanted.replication()
                        + ": reassign it with kafka-reassign-partitions");
            }
        });
        return problems;
    }

    private List<String> partitionProblems(Map<String, Existing> existing) {
        return existing.entrySet().stream()
                .filter(e -> e.getValue().partitions() != wanted.partitions())
                .map(e -> e.getKey() + " has " + e.getValue().partitions() + " partitions, wanted are "
                        + wanted.partitions()
                        + ": a changed partition count moves customers between tasks, so it is never changed;"
                        + " set partitions to what is there, or load the history under another prefix")
                .sorted()
                .toList();
    }

    private Collection<String> names() {
        return Arrays.stream(Topic.values()).map(wanted.topics()::name).toList();
    }
}

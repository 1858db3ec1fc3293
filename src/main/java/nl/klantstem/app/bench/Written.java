package nl.klantstem.app.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What a pipeline has written, as the broker holds it: bytes are compressed and what was purged is gone, records are all
 * that ever were (with the markers of transactions).
 */
record Written(long changelogBytes, long changelogRecords, long frameRecords, long insightRecords) {

    static Written by(String bootstrapServers, Topics topics) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            Set<String> ours = names(admin, topics);
            Set<String> declared =
                    Arrays.stream(Topic.values()).map(topics::name).collect(Collectors.toSet());
            Map<String, Long> records = records(admin, ours);
            Set<String> changelogs =
                    ours.stream().filter(name -> name.endsWith("-changelog")).collect(Collectors.toSet());
            long insights = 0;
            long frames = 0;
            long changes = 0;
            for (Map.Entry<String, Long> each : records.entrySet()) {
                if (changelogs.contains(each.getKey())) {
                    changes += each.getValue();
                } else if (!declared.contains(each.getKey())) {
                    frames += each.getValue();
                } else if (topics.topic(each.getKey()).isPublished()) {
                    insights += each.getValue();
                }
            }
            return new Written(bytes(admin, changelogs), changes, frames, insights);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say what was written: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Gives the broker its disk back. */
    static void remove(Admin admin, Topics topics) {
        try {
            admin.deleteTopics(names(admin, topics)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics of a round cannot be deleted: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Set<String> names(Admin admin, Topics topics) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(topics.prefix()))
                .collect(Collectors.toSet());
    }

    private static Map<String, Long> records(Admin admin, Set<String> names)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = admin.describeTopics(names).allTopicNames().get().values().stream()
                .flatMap(Written::partitions)
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().entrySet().stream()
                .collect(Collectors.groupingBy(e -> e.getKey().topic(), Collectors.summingLong(e -> e.getValue()
                        .offset())));
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition()));
    }

    private static long bytes(Admin admin, Set<String> names) throws ExecutionException, InterruptedException {
        var brokers = admin.describeCluster().nodes().get().stream()
                .map(node -> node.id())
                .toList();
        return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(dirs -> dirs.values().stream())
                .map(LogDirDescription::replicaInfos)
                .flatMap(replicas -> replicas.entrySet().stream())
                .filter(replica -> names.contains(replica.getKey().topic()))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
    }
}

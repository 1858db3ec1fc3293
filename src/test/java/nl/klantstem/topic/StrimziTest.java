package nl.klantstem.topic;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.klantstem.testkit.Golden;
import org.junit.jupiter.api.Test;

/** Strimzi's topics are those of the plan, and its users may do what the roles of the topics say and no more. */
class StrimziTest {

    private static final String FOLDER = "deploy/kubernetes/strimzi/";
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final String APPLICATION = Topics.DEFAULT_PREFIX + "klantstem";

    private static final String MADE =
            "# Made from the topics in the code; a test keeps it so (-Dgolden.update=true rewrites it).\n";

    private static final String TOPIC = """
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaTopic
            metadata:
              name: %s
              labels: {strimzi.io/cluster: kafka}
            spec:
              partitions: %d
              replicas: %d
              config:
            %s
            """;

    private static final String USER = """
            # %s
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaUser
            metadata:
              name: %s
              labels: {strimzi.io/cluster: kafka}
            spec:
              authentication: {type: scram-sha-512}
              authorization:
                type: simple
                acls:
            %s
            """;

    @Test
    void topics_are_those_of_the_plan() throws IOException {
        var settings = settings();
        var wanted = new TopicPlan.Wanted(
                TOPICS,
                Integer.parseInt(settings.getProperty("KLANTSTEM_TOPICS_PARTITIONS")),
                Short.parseShort(settings.getProperty("KLANTSTEM_TOPICS_REPLICATION")),
                TopicPlan.Mode.LIVE,
                TopicPlan.DEFAULT_INPUT_RETENTION);
        var topics = new TopicPlan(wanted)
                .changes(Map.of()).stream()
                        .map(change -> topic((TopicPlan.Change.Create) change))
                        .collect(joining("---\n"));

        Golden.check(
                FOLDER + "topics.yaml",
                MADE
                        + "# A partition count is never changed afterwards: choose it first, here and in ../base/settings.env.\n"
                        + topics);
    }

    @Test
    void users_may_do_what_they_must() {
        var users = Stream.of(pipeline(), exporter(), subscriber()).collect(joining("---\n"));

        Golden.check(FOLDER + "users.yaml", MADE + users);
    }

    /** Ticks are written to all that is read; settings are looked at before the start; Streams makes its own topics. */
    private static String pipeline() {
        var read = topics(TOPICS.read(), "Read, Write, DescribeConfigs");
        var written =
                topics(Arrays.stream(Topic.values()).filter(Topic::isPublished).toList(), "Write, DescribeConfigs");
        var own = Stream.of(
                acl("topic", APPLICATION + "-", "prefix", "Read, Write, Create, Delete"),
                acl("group", APPLICATION, "literal", "Read"),
                acl("transactionalId", APPLICATION + "-", "prefix", "Write"));
        return user(
                "Reads inputs and reference data, writes what is published, keeps its own state in topics.",
                "klantstem-pipeline",
                Stream.of(read, written, own).flatMap(lines -> lines));
    }

    private static String exporter() {
        return user("Reads what is published for everyone, without a group.", "klantstem-exporter", publicTopics());
    }

    private static String subscriber() {
        var group = acl("group", "klantstem-subscriber", "literal", "Read");
        return user(
                "A team that wants the insights: what is for everyone, and a group of its own. Copy it under another name.",
                "klantstem-subscriber",
                Stream.concat(publicTopics(), Stream.of(group)));
    }

    private static Stream<String> publicTopics() {
        return topics(
                Arrays.stream(Topic.values())
                        .filter(topic -> topic.role() == Topic.Role.INSIGHT)
                        .toList(),
                "Read");
    }

    private static Stream<String> topics(List<Topic> topics, String operations) {
        return topics.stream().map(TOPICS::name).collect(toCollection(TreeSet::new)).stream()
                .map(name -> acl("topic", name, "literal", operations));
    }

    private static String acl(String type, String name, String pattern, String operations) {
        return "      - resource: {type: %s, name: %s, patternType: %s}\n        operations: [%s]"
                .formatted(type, name, pattern, operations);
    }

    private static String user(String promise, String name, Stream<String> acls) {
        return USER.formatted(promise, name, acls.collect(joining("\n")));
    }

    private static String topic(TopicPlan.Change.Create create) {
        var configs = new TreeMap<>(create.configs())
                .entrySet().stream()
                        .map(config -> "    %s: \"%s\"".formatted(config.getKey(), config.getValue()))
                        .collect(joining("\n"));
        return TOPIC.formatted(create.topic(), create.partitions(), create.replication(), configs);
    }

    private static Properties settings() throws IOException {
        var settings = new Properties();
        settings.load(new StringReader(Files.readString(Path.of("deploy/kubernetes/base/settings.env"))));
        return settings;
    }
}

package nl.klantstem.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;

/** The published topics as an AsyncAPI 3 document, made from the page of topics, the schemas and the golden examples. */
final class AsyncApi {

    private static final String SCHEMAS = "../src/main/resources/schemas/";

    private AsyncApi() {}

    static List<Topic> published() {
        return Arrays.stream(Topic.values()).filter(Topic::isPublished).toList();
    }

    /** Who may read a topic. */
    static String access(Topic topic) {
        return topic.role() == Topic.Role.INSIGHT ? "PUBLIC" : topic.role().name();
    }

    static ObjectNode document() {
        ObjectNode document = Json.MAPPER.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Klantstem insights")
                .put("version", "1")
                .put(
                        "description",
                        "What Klantstem publishes: JSON records on Kafka topics, to be read with isolation.level"
                                + " read_committed. docs/subscribe.md says how. Within v1 fields and enum values may be"
                                + " added; none goes, changes its type or becomes required.");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (Topic topic : published()) {
            channel(channels.putObject(topic.shortName()), topic);
            message(messages.putObject(topic.shortName()), topic);
            ObjectNode operation = operations.putObject("publish-" + topic.shortName());
            operation.put("action", "send");
            operation.putObject("channel").put("$ref", "#/channels/" + topic.shortName());
        }
        return document;
    }

    private static void channel(ObjectNode channel, Topic topic) {
        JsonNode schema = Schemas.ofValue(topic.shortName());
        channel.put("address", "{prefix}" + topic.shortName() + ".v1");
        channel.put("title", schema.get("title").asText());
        channel.put("description", schema.get("description").asText());
        channel.putObject("messages").putObject("record").put("$ref", "#/components/messages/" + topic.shortName());
        channel.putObject("parameters")
                .putObject("prefix")
                .put("description", "What every topic name of the installation begins with.")
                .put("default", Topics.DEFAULT_PREFIX);
        channel.putArray("tags")
                .addObject()
                .put("name", access(topic))
                .put(
                        "description",
                        "Who may read it: everyone, those who were granted it, those who run the pipeline.");
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.putObject("topicConfiguration")
                .putArray("cleanup.policy")
                .add(topic.isCompacted() ? "compact" : "delete");
        kafka.put("bindingVersion", "0.5.0");
    }

    private static void message(ObjectNode message, Topic topic) {
        message.put("name", topic.shortName());
        message.put("title", Schemas.ofValue(topic.shortName()).get("title").asText());
        message.put("contentType", "application/json");
        message.putObject("payload").put("$ref", SCHEMAS + topic.shortName() + ".v1.schema.json");
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("$ref", SCHEMAS + topic.shortName() + ".v1.key.schema.json");
        kafka.put("bindingVersion", "0.5.0");
        message.putArray("examples").addObject().set("payload", Schemas.golden(topic.shortName()));
    }
}

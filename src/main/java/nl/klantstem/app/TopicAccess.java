package nl.klantstem.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what keeps someone from reading topics: no broker, no right, no such topic. */
public final class TopicAccess {

    private TopicAccess() {}

    /** Throws UserMistake with the remedy unless the brokers answer and the topics are there. */
    public static void refuseWhatIsMissing(Map<String, Object> connection, Topics topics, List<Topic> wanted)
            throws InterruptedException {
        Set<String> there;
        try (var admin = KafkaConnection.admin(connection)) {
            there = admin.listTopics().names().get();
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new UserMistake(
                    cause instanceof TimeoutException
                            ? "no Kafka broker answered in time: check the bootstrap servers, "
                                    + connection.get("bootstrap.servers")
                            : "Kafka refused: " + cause.getMessage(),
                    cause);
        }
        var missing = wanted.stream()
                .map(topics::name)
                .filter(name -> !there.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new UserMistake("there is nothing to read here: missing topics: " + String.join(", ", missing)
                    + "; is the prefix right (--set topics.prefix=" + topics.prefix() + ")?"
                    + " 'klantstem topics apply' makes them");
        }
    }

    /** What a failed reading was really about: a missing right becomes a UserMistake, everything else stays itself. */
    public static RuntimeException explained(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException refused) {
                return new UserMistake(
                        "Kafka does not allow it: " + refused.getMessage()
                                + " Grant READ on these topics and try again",
                        failure);
            }
        }
        return failure;
    }
}

package nl.klantstem.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What may be passed on to Kafka's clients as it is: which names exist, which are ours to set, which are secrets. */
final class KafkaClientSettings {

    static final String MASK = "****";

    private static final Set<String> KNOWN = known();
    private static final Map<String, String> OURS = Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG, Settings.PREFIX.key(),
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, Settings.BOOTSTRAP_SERVERS.key(),
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG, Settings.GUARANTEE.key(),
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Settings.COMMIT_INTERVAL.key(),
            StreamsConfig.NUM_STREAM_THREADS_CONFIG, Settings.THREADS.key(),
            StreamsConfig.STATE_DIR_CONFIG, Settings.STATE_DIR.key());
    private static final List<String> ROLES =
            List.of("main.consumer.", "restore.consumer.", "global.consumer.", "consumer.", "producer.", "admin.");
    private static final Pattern SECRET = Pattern.compile("password|secret|jaas|token|credential|keystore\\.key");
    private static final Pattern HERE =
            Pattern.compile("(localhost|127(\\.\\d+){3}|\\[::1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

    private KafkaClientSettings() {}

    /** What is wrong with a name, empty when it may be passed on. */
    static String problem(String name) {
        var ours = OURS.get(name);
        if (ours != null) {
            return "is set by " + ours;
        }
        var bare = ROLES.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(r -> name.substring(r.length()))
                .orElse(name);
        if (KNOWN.contains(bare) || name.startsWith("topic.") || name.startsWith("listener.")) {
            return "";
        }
        return "is no client setting of Kafka"
                + DidYouMean.nearest(bare, KNOWN)
                        .map(n -> ", did you mean '" + n + "'?")
                        .orElse("");
    }

    static boolean isSecret(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether these settings send records unencrypted to another machine. */
    static boolean leavesInPlaintext(String bootstrapServers, Map<String, String> client) {
        var protocol = client.getOrDefault("security.protocol", "PLAINTEXT").toUpperCase(Locale.ROOT);
        return protocol.endsWith("PLAINTEXT")
                && !Arrays.stream(bootstrapServers.split(",", -1))
                        .map(String::strip)
                        .allMatch(HERE.asMatchPredicate());
    }

    private static Set<String> known() {
        var known = new TreeSet<>(StreamsConfig.configDef().names());
        known.addAll(ConsumerConfig.configNames());
        known.addAll(ProducerConfig.configNames());
        known.addAll(AdminClientConfig.configNames());
        return known;
    }
}

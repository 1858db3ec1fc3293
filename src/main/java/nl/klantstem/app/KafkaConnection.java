package nl.klantstem.app;

import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.UserMistake;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Opens admin clients; an address that cannot be one is the user's mistake. */
public final class KafkaConnection {

    /** Long enough for a cluster that elects, short enough for someone who waits at a terminal. */
    private static final int TIMEOUT_MS = 15_000;

    private KafkaConnection() {}

    public static Admin admin(Map<String, Object> connection) {
        var settings = new TreeMap<>(connection);
        settings.putIfAbsent("default.api.timeout.ms", TIMEOUT_MS);
        settings.putIfAbsent("request.timeout.ms", TIMEOUT_MS / 3);
        // The client warns at each attempt: a few lines say as much as twenty.
        settings.putIfAbsent("reconnect.backoff.ms", TIMEOUT_MS / 3);
        settings.putIfAbsent("reconnect.backoff.max.ms", TIMEOUT_MS / 3);
        try {
            return Admin.create(settings);
        } catch (KafkaException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new UserMistake("no connection to Kafka can be made: " + cause.getMessage(), e);
        }
    }
}

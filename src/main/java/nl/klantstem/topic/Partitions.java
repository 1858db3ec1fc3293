package nl.klantstem.topic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;

/** Which partition a key belongs to: as Kafka's default partitioner says, so that every producer agrees. */
public final class Partitions {

    private Partitions() {}

    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    public static int of(String key, int partitions) {
        return of(key.getBytes(StandardCharsets.UTF_8), partitions);
    }

    static Optional<Set<Integer>> chosen(String topic, byte[] key, Published published, int partitions) {
        return published.partition() == Published.ANY_PARTITION
                ? Optional.empty()
                : Optional.of(Set.of(published.partition()));
    }
}

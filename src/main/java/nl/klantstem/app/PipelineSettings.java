package nl.klantstem.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.contract.flow.Retention;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline instance needs to know.
 *
 * @param bootstrapServers the Kafka brokers
 * @param prefix of every topic name; the application id (consumer group, internal topics) follows from it
 * @param stateDir where stores on disk live
 * @param store where state lives between changelog and code
 * @param guarantee exactly once, or at least once for comparisons
 * @param commitInterval how often results are committed
 * @param allowance how long after its end a window waits for what was recorded late
 * @param retention how long what is known is kept, and how late an event may become known
 * @param pseudonymKey the file that holds the key of customer pseudonyms
 * @param every when given, finals are published only at these moments of the local day, and nothing provisional
 * @param suppress whether groups under 5 answers are published with their number only
 * @param ticks whether this instance writes a tick a second to the input partitions it reads
 * @param threads stream threads
 * @param kafka further client settings, passed on as they are
 */
public record PipelineSettings(
        String bootstrapServers,
        String prefix,
        Path stateDir,
        Store store,
        Guarantee guarantee,
        Duration commitInterval,
        Duration allowance,
        Retention retention,
        Path pseudonymKey,
        @Nullable Duration every,
        boolean suppress,
        boolean ticks,
        int threads,
        Map<String, String> kafka) {

    public static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(200);
    public static final Duration DEFAULT_ALLOWANCE = Duration.ofMinutes(5);
    public static final Retention DEFAULT_RETENTION = new Retention(Duration.ofDays(400), Duration.ofDays(120));

    /** Where state lives. */
    public enum Store {
        MEMORY,
        ROCKSDB
    }

    /** What a failure may cost. */
    public enum Guarantee {
        EXACTLY_ONCE,
        AT_LEAST_ONCE
    }

    /** Panes stay in memory two days longer than their windows reach: an allowance beyond that would miss them. */
    private static final Duration LONGEST_ALLOWANCE = Duration.ofHours(12);

    public PipelineSettings {
        if (allowance.isNegative()
                || allowance.compareTo(LONGEST_ALLOWANCE) > 0
                || !allowance.equals(Duration.ofMinutes(allowance.toMinutes()))) {
            throw new UserMistake("pipeline.allowance " + allowance + ": give whole minutes, at most PT12H");
        }
        if (retention.orders().compareTo(retention.facts()) > 0) {
            throw new UserMistake(
                    "pipeline.orderRetention " + retention.orders() + " is longer than pipeline.retention "
                            + retention.facts() + ": orders are kept no longer than other facts, give at most as much");
        }
        kafka = Map.copyOf(kafka);
    }

    /** For a broker inside this process: state in memory, all figures shown, ticks left to whoever sends the records. */
    public static PipelineSettings embedded(
            String bootstrapServers, String prefix, Path stateDir, Path pseudonymKey, @Nullable Duration every) {
        return new PipelineSettings(
                bootstrapServers,
                prefix,
                stateDir,
                Store.MEMORY,
                Guarantee.EXACTLY_ONCE,
                DEFAULT_COMMIT_INTERVAL,
                DEFAULT_ALLOWANCE,
                DEFAULT_RETENTION,
                pseudonymKey,
                every,
                false,
                false,
                1,
                Map.of());
    }
}

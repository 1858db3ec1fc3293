package nl.klantstem.app.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import nl.klantstem.contract.out.InsightProgress;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a cluster at a moment; what could not be read is absent, and {@code notRead} says why.
 *
 * @param sources short names of the streams that hold recorded time up
 * @param partitions how many each topic has by the settings
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Observed(
        Instant at,
        String servers,
        String group,
        List<String> sources,
        int partitions,
        @Nullable String noBroker,
        @Nullable Integer brokers,
        @Nullable TopicsSeen topics,
        @Nullable GroupSeen members,
        @Nullable List<Lag> lag,
        @Nullable ProgressSeen progress,
        @Nullable Refused refused,
        List<String> notRead) {

    /** Topics that are missing, what else keeps a pipeline from starting, and how many settings are not as they must be. */
    record TopicsSeen(List<String> missing, List<String> obstacles, int settings) {}

    /**
     * The consumer group. Without members nobody works.
     *
     * @param hosts from where they came
     * @param assigned topic-partitions ({@code topic-3}) that a member has
     * @param epoch counts rebalances; absent where Kafka does not tell it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupSeen(
            String state,
            int members,
            SortedSet<String> hosts,
            SortedSet<String> assigned,
            @Nullable Integer epoch) {}

    /** Records of a topic that the group has not committed yet, and the partition that has most of them. */
    record Lag(String topic, long records, int worstPartition, long worstRecords) {}

    /**
     * What insight-progress says, the last of each key.
     *
     * @param moves whether finals came out while we looked; absent when there was no reason to wait for it
     * @param whole whether every key was found, or the topic was read to its beginning
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProgressSeen(
            List<InsightProgress> last, @Nullable Boolean moves, boolean whole) {}

    /**
     * Dead letters of the last hour by stream and reason.
     *
     * @param written about how many records each stream had in that time: a tick a second and partition is left out
     * @param whole whether all of them were read
     */
    record Refused(
            SortedMap<String, SortedMap<String, Long>> byStream, SortedMap<String, Long> written, boolean whole) {}
}

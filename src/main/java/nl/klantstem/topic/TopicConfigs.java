package nl.klantstem.topic;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/** The settings that a topic needs, each named because the broker's default would lose or keep what it must not. */
final class TopicConfigs {

    /** What a broker takes as one record; ingest refuses above 256 KiB with a reason, which a lower limit would hide. */
    static final int MAX_MESSAGE_BYTES = 1024 * 1024;

    static final Duration OPERATIONS_RETENTION = Duration.ofDays(14);
    private static final Duration SEGMENT = Duration.ofDays(1);
    private static final Duration COMPACTION = Duration.ofDays(7);
    private static final String FOREVER = "-1";
    private static final String NEVER = String.valueOf(Long.MAX_VALUE);

    private TopicConfigs() {}

    static Map<String, String> of(Topic topic, TopicPlan.Wanted wanted) {
        boolean live = wanted.mode() == TopicPlan.Mode.LIVE;
        var configs = new TreeMap<String, String>();
        configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, wanted.replication() >= 3 ? "2" : "1");
        configs.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(MAX_MESSAGE_BYTES));
        // Segments roll by record time: a loaded year would leave 365 of them in each partition.
        configs.put(TopicConfig.SEGMENT_MS_CONFIG, live ? millis(SEGMENT) : NEVER);
        if (topic.isReference()) {
            references(configs, live, wanted.inputRetention());
        } else if (topic.isCompacted()) {
            compacted(configs, live);
        } else {
            var kept = topic.isSource() ? wanted.inputRetention() : OPERATIONS_RETENTION;
            configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            configs.put(TopicConfig.RETENTION_MS_CONFIG, live ? millis(kept) : FOREVER);
            configs.put(TopicConfig.RETENTION_BYTES_CONFIG, FOREVER);
            configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, recordedBy(live));
        }
        return configs;
    }

    /** Never a time retention: a window of last year carries last year's timestamp and must stay readable. */
    private static void compacted(Map<String, String> configs, boolean live) {
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        // While history is loaded every published record is read once, so none may be compacted away before.
        configs.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, live ? "0" : NEVER);
        configs.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, live ? millis(COMPACTION) : NEVER);
        configs.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(COMPACTION));
    }

    /**
     * The last record of a key for ever, and for as long as inputs are kept every record: who reads those once more must
     * hear what was planned then, not what has been planned since.
     */
    private static void references(Map<String, String> configs, boolean live, Duration inputRetention) {
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, recordedBy(live));
        configs.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, live ? millis(inputRetention) : NEVER);
        configs.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, live ? millis(inputRetention.plus(COMPACTION)) : NEVER);
        configs.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(COMPACTION));
    }

    /** Live, the broker says when a record reached us; in history the record brings it along. */
    private static String recordedBy(boolean live) {
        return live ? "LogAppendTime" : "CreateTime";
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}

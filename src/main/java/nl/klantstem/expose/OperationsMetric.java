package nl.klantstem.expose;

import java.util.List;

/** Every metric that says how the pipeline and the exporter fare, with its full name, labels and what it says. */
public enum OperationsMetric implements Metric {
    RECORDS_RECEIVED("voc_records_received_total", "stream", "Input records read."),
    RECORDS_ACCEPTED("voc_records_accepted_total", "stream", "Input records that count."),
    RECORDS_REJECTED("voc_records_rejected_total", "stream reason", "Input records refused."),
    RECORDS_DUPLICATE("voc_records_duplicate_total", "stream", "Input records known already."),
    RECORDS_CONFLICT(
            "voc_records_conflict_total", "stream", "Of the duplicates, those that say something else than the first."),
    RECORDS_LATE(
            "voc_records_late_total",
            "stream",
            "Of the accepted input records, those known only after their window had closed."),
    RECORDS_TEST("voc_records_test_total", "stream", "Test events, which never count."),
    RECORDS_ORPHANED(
            "voc_records_orphaned_total",
            "stream",
            "Contact events that were forgotten because their contact never opened."),
    RECORDS_IGNORED_VALUES(
            "voc_records_ignored_values_total",
            "stream",
            "Unknown values of optional fields in accepted input records: the field counts as absent."),
    RECORDS_REKEYING(
            "voc_records_rekeying",
            "stream",
            "Input records that left for the partition of their right key and have not been read there yet."),
    WATERMARK(
            "voc_watermark_timestamp_seconds",
            "stream",
            "Recorded time up to which all partitions of the stream were read; stream finals: up to which finals are"
                    + " out."),
    WATERMARK_HOLDBACK(
            "voc_watermark_holdback_seconds",
            "stream partition",
            "How far the partition is behind the one that is farthest, of all input partitions; stream finals: of those that"
                    + " finals come from. The largest holds back the rest."),
    WATERMARK_OVERTAKEN(
            "voc_watermark_overtaken_total",
            "",
            "Changes that came behind the watermark: while this is 0 a replay gives the same finals."),
    EXPORTER_LAG("voc_exporter_topic_lag_records", "topic", "Insight records that are still to be read."),
    EXPORTER_READY(
            "voc_exporter_ready",
            "",
            "1 once all insights that were there at the start are read; until then only the exporter's health is shown."),
    EXPORTER_KEYS("voc_exporter_keys", "topic", "Insights kept in memory."),
    EXPORTER_OVERFLOW(
            "voc_exporter_overflow_keys_total",
            "topic",
            "Insights turned away because a label is outside the closed lists."),
    EXPORTER_MALFORMED("voc_exporter_malformed_records_total", "topic", "Insight records that could not be read."),
    EXPORTER_LAST_RECORD(
            "voc_exporter_last_record_timestamp_seconds", "topic", "Time stamp of the newest insight record."),
    BUILD_INFO("voc_build_info", "version", "The version that runs.");

    private final String fullName;
    private final String help;
    // An unmodifiable copy, which the checker cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> labels;

    OperationsMetric(String fullName, String labels, String help) {
        this.fullName = fullName;
        this.help = help;
        this.labels = labels.isEmpty() ? List.of() : List.of(labels.split(" "));
    }

    @Override
    public String fullName() {
        return fullName;
    }

    @Override
    public String help() {
        return help;
    }

    @Override
    public List<String> labels() {
        return labels;
    }
}

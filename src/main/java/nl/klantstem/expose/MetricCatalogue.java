package nl.klantstem.expose;

import static nl.klantstem.expose.MetricCatalogue.Type.COUNTER;
import static nl.klantstem.expose.MetricCatalogue.Type.GAUGE;
import static nl.klantstem.expose.MetricCatalogue.Type.INFO;

import java.util.List;

/**
 * Every metric we define, with its full name, type, unit, labels and what it says: the only place where they are named.
 * A unit is the ending of the name that OpenMetrics states apart; empty when there is none.
 */
public enum MetricCatalogue {
    SURVEY_RESPONSES(
            "voc_survey_responses_total",
            COUNTER,
            "",
            "Survey responses with a score, each once, when it is first known with these labels.",
            "journey",
            "channel",
            "audience",
            "category"),
    SURVEY_RESPONSES_CORRECTED(
            "voc_survey_responses_corrected_total",
            COUNTER,
            "",
            "Of voc_survey_responses_total, those that were taken back or counted otherwise since.",
            "journey",
            "channel",
            "audience",
            "category"),
    SURVEY_SCORES(
            "voc_survey_scores_total",
            COUNTER,
            "",
            "Survey responses by score 0..10, each once, when it is first known with these labels.",
            "journey",
            "score"),
    NPS_WINDOW_RESPONSES(
            "voc_nps_window_responses",
            GAUGE,
            "",
            "Responses in the window as known now, by channel of their contact. Groups under 5 may be left out.",
            "journey",
            "channel",
            "audience",
            "window",
            "category"),
    NPS_JOURNEY_WINDOW_RESPONSES(
            "voc_nps_journey_window_responses",
            GAUGE,
            "",
            "Responses in the window as known now, all channels: whole also where groups by channel are left out.",
            "journey",
            "audience",
            "window",
            "category"),
    NPS_WINDOW_END(
            "voc_nps_window_end_timestamp_seconds",
            GAUGE,
            "seconds",
            "Event time up to which the newest window of this length reaches.",
            "window"),
    NPS_TARGET("voc_nps_target_points", GAUGE, "points", "Target NPS of the journey in the catalogue.", "journey"),
    SURVEY_WINDOW_LINKS(
            "voc_survey_window_links",
            GAUGE,
            "",
            "Responses in the window by whether a contact is linked (linked, unmatched).",
            "audience",
            "window",
            "outcome"),
    CONTACTS(
            "voc_contacts_total",
            COUNTER,
            "",
            "Inbound contacts, each once, when it is first known with these labels.",
            "journey",
            "channel",
            "owner",
            "audience"),
    CONTACTS_CORRECTED(
            "voc_contacts_corrected_total",
            COUNTER,
            "",
            "Of voc_contacts_total, those that were taken back or counted otherwise since.",
            "journey",
            "channel",
            "owner",
            "audience"),
    CONTACT_DRIVERS(
            "voc_contact_drivers_total",
            COUNTER,
            "",
            "Inbound contacts by driver (two levels deep), each once, when it is first known with these labels.",
            "driver",
            "channel"),
    CONTACT_DRIVERS_CORRECTED(
            "voc_contact_drivers_corrected_total",
            COUNTER,
            "",
            "Of voc_contact_drivers_total, those that were taken back or counted otherwise since.",
            "driver",
            "channel"),
    CONTACT_DRIVER_WINDOW(
            "voc_contact_driver_window_contacts",
            GAUGE,
            "",
            "Inbound contacts in the window as known now, by driver (two levels deep).",
            "journey",
            "driver",
            "window"),
    RECORDS_RECEIVED("voc_records_received_total", COUNTER, "", "Input records read.", "stream"),
    RECORDS_ACCEPTED("voc_records_accepted_total", COUNTER, "", "Input records that count.", "stream"),
    RECORDS_REJECTED("voc_records_rejected_total", COUNTER, "", "Input records refused.", "stream", "reason"),
    RECORDS_DUPLICATE("voc_records_duplicate_total", COUNTER, "", "Input records known already.", "stream"),
    RECORDS_CONFLICT(
            "voc_records_conflict_total",
            COUNTER,
            "",
            "Of the duplicates, those that say something else than the first.",
            "stream"),
    RECORDS_LATE(
            "voc_records_late_total",
            COUNTER,
            "",
            "Of the accepted input records, those known only after their window had closed.",
            "stream"),
    RECORDS_TEST("voc_records_test_total", COUNTER, "", "Test events, which never count.", "stream"),
    RECORDS_ORPHANED(
            "voc_records_orphaned_total",
            COUNTER,
            "",
            "Contact events that were forgotten because their contact never opened.",
            "stream"),
    RECORDS_IGNORED_VALUES(
            "voc_records_ignored_values_total",
            COUNTER,
            "",
            "Unknown values of optional fields in accepted input records: the field counts as absent.",
            "stream"),
    RECORDS_REKEYING(
            "voc_records_rekeying",
            GAUGE,
            "",
            "Input records that left for the partition of their right key and have not been read there yet.",
            "stream"),
    WATERMARK(
            "voc_watermark_timestamp_seconds",
            GAUGE,
            "seconds",
            "Recorded time up to which all partitions of the stream were read; stream finals: up to which finals are out.",
            "stream"),
    WATERMARK_OVERTAKEN(
            "voc_watermark_overtaken_total",
            COUNTER,
            "",
            "Changes that came behind the watermark: while this is 0 a replay gives the same finals."),
    EXPORTER_LAG(
            "voc_exporter_topic_lag_records", GAUGE, "records", "Insight records that are still to be read.", "topic"),
    EXPORTER_READY(
            "voc_exporter_ready",
            GAUGE,
            "",
            "1 once all insights that were there at the start are read; until then only the exporter's health is shown."),
    EXPORTER_KEYS("voc_exporter_keys", GAUGE, "", "Insights kept in memory.", "topic"),
    EXPORTER_OVERFLOW(
            "voc_exporter_overflow_keys_total",
            COUNTER,
            "",
            "Insights turned away because a label is outside the closed lists.",
            "topic"),
    EXPORTER_MALFORMED(
            "voc_exporter_malformed_records_total", COUNTER, "", "Insight records that could not be read.", "topic"),
    EXPORTER_LAST_RECORD(
            "voc_exporter_last_record_timestamp_seconds",
            GAUGE,
            "seconds",
            "Time stamp of the newest insight record.",
            "topic"),
    BUILD_INFO("voc_build_info", INFO, "", "The version that runs.", "version");

    /** How a metric behaves: a counter never falls, a gauge moves, an info only carries labels. */
    public enum Type {
        COUNTER,
        GAUGE,
        INFO
    }

    private final String fullName;
    private final Type type;
    private final String unit;
    private final String help;
    // An unmodifiable copy, which the checker cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> labels;

    MetricCatalogue(String fullName, Type type, String unit, String help, String... labels) {
        this.fullName = fullName;
        this.type = type;
        this.unit = unit;
        this.help = help;
        this.labels = List.of(labels);
    }

    /** The name as it is scraped and queried. */
    public String fullName() {
        return fullName;
    }

    public Type type() {
        return type;
    }

    public String unit() {
        return unit;
    }

    public String help() {
        return help;
    }

    public List<String> labels() {
        return labels;
    }
}

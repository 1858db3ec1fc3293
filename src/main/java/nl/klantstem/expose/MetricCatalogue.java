package nl.klantstem.expose;

import java.util.List;

/**
 * Every metric that shows figures of the insights, with its full name, labels and what it says: the only place where they are
 * named. What concerns alerts is in {@link AlertMetric}, what concerns records and the exporter itself in
 * {@link OperationsMetric}.
 */
public enum MetricCatalogue implements Metric {
    SURVEY_RESPONSES(
            "voc_survey_responses_total",
            "journey channel audience category",
            "Survey responses with a score, each once, when it is first known with these labels."),
    SURVEY_RESPONSES_CORRECTED(SURVEY_RESPONSES),
    SURVEY_SCORES(
            "voc_survey_scores_total",
            "journey score",
            "Survey responses by score 0..10, each once, when it is first known with these labels."),
    NPS_WINDOW_RESPONSES(
            "voc_nps_window_responses",
            "journey channel audience window category",
            "Responses in the window as known now, by channel of their contact. Groups under 5 may be left out."),
    NPS_JOURNEY_WINDOW_RESPONSES(
            "voc_nps_journey_window_responses",
            "journey audience window category",
            "Responses in the window as known now, all channels: whole also where groups by channel are left out."),
    NPS_SEGMENT_WINDOW_RESPONSES(
            "voc_nps_segment_window_responses",
            "journey audience segment window category",
            "Responses in the window by what their contact was like; journey ALL: all together. Choose one journey, or all"
                    + " but ALL, and segments of one kind."),
    NPS_WINDOW_END(
            "voc_nps_window_end_timestamp_seconds",
            "window",
            "Event time up to which the newest window of this length reaches."),
    NPS_TARGET("voc_nps_target_points", "journey", "Target NPS of the journey in the catalogue."),
    SURVEY_WINDOW_LINKS(
            "voc_survey_window_links",
            "audience window outcome",
            "Responses in the window by whether a contact is linked (linked, unmatched)."),
    CONTACTS(
            "voc_contacts_total",
            "journey channel owner audience",
            "Inbound contacts, each once, when it is first known with these labels."),
    CONTACTS_CORRECTED(CONTACTS),
    CONTACT_DRIVERS(
            "voc_contact_drivers_total",
            "driver channel",
            "Inbound contacts by driver (two levels deep), each once, when it is first known with these labels."),
    CONTACT_DRIVERS_CORRECTED(CONTACT_DRIVERS),
    CONTACT_DRIVER_WINDOW(
            "voc_contact_driver_window_contacts",
            "journey driver window",
            "Inbound contacts in the window as known now, by driver (two levels deep)."),
    CONTACT_DRIVER_RESPONSES(
            "voc_contact_driver_window_responses",
            "driver window handling category",
            "Responses in the window about contacts with the driver (two levels deep), by who handled them: BOT_ONLY or"
                    + " HUMAN_ONLY. Groups under 5 may be left out."),
    CONTACT_WINDOW(
            "voc_contact_window_contacts",
            "audience window demand",
            "Inbound contacts in the window as known now, by whether they were worth having: VALUE, FAILURE (avoidable)"
                    + " or UNKNOWN."),
    ORDERS("voc_orders_total", "audience", "Orders placed, each once."),
    ORDERS_CORRECTED(ORDERS),
    ORDER_WINDOW(
            "voc_order_window_orders",
            "audience window",
            "Orders placed in the window as known now: what contacts are divided by. Where it is 0 there is no rate."),
    REPEAT_CONTACTS(
            "voc_repeat_contacts_total",
            "journey channel",
            "Inbound contacts that repeat an earlier one on the same issue, each once, when it is first known with these"
                    + " labels."),
    REPEAT_CONTACTS_CORRECTED(REPEAT_CONTACTS),
    AVOIDABLE_CONTACTS(
            "voc_avoidable_contacts_total",
            "journey department cause",
            "Inbound contacts that something caused that went wrong, by who can prevent it, each once, when it is first"
                    + " known with these labels."),
    AVOIDABLE_CONTACTS_CORRECTED(AVOIDABLE_CONTACTS),
    DEPARTMENT_WINDOW(
            "voc_department_window_contacts",
            "department audience window demand",
            "Inbound contacts in the window as known now, by owning department and whether they were worth having."),
    AVOIDABLE_PREVIOUS_WINDOW(
            "voc_avoidable_previous_window_contacts",
            "department audience window",
            "Avoidable contacts in the period before the window; of today, yesterday up to the same time."),
    CONTACT_ROUTING(
            "voc_contact_routing_total",
            "audience intended handled",
            "Inbound contacts by who should handle them and who did first, each once, when it is first known with these"
                    + " labels and who did last."),
    CONTACT_ROUTING_CORRECTED(CONTACT_ROUTING),
    CONTACT_ROUTING_WINDOW(
            "voc_contact_routing_window_contacts",
            "audience window intended handled",
            "Inbound contacts in the window as known now, by who should handle them and who did first."),
    BOT_SESSIONS(
            "voc_bot_sessions_total",
            "journey outcome",
            "Sessions with the bot by what came of them, each once in every outcome that it ever had; of one outcome less"
                    + " its corrected ones have it now."),
    BOT_SESSIONS_CORRECTED(BOT_SESSIONS),
    BOT_WINDOW(
            "voc_bot_window_sessions",
            "audience window outcome",
            "Sessions with the bot that started in the window, by what is known now to have come of them."),
    BOT_STUCK_WINDOW(
            "voc_bot_stuck_window_contacts",
            "channel audience window",
            "Inbound contacts in the window that asked the bot for a person in vain."),
    CONTACT_ANSWER(
            "voc_contact_answer_seconds",
            "channel audience",
            "Time from offering a contact to people to the first answer."),
    CONTACT_ANSWER_CORRECTED(CONTACT_ANSWER),
    CONTACT_HUMAN(
            "voc_contact_human_seconds",
            "channel audience",
            "Time from asking for a person to the first answer by one."),
    CONTACT_HUMAN_CORRECTED(CONTACT_HUMAN),
    CONTACT_ABANDONED(
            "voc_contact_abandoned_total",
            "channel audience",
            "Contacts that were given up before an answer (short ones apart), each once, when it is first known."),
    CONTACT_ABANDONED_CORRECTED(CONTACT_ABANDONED),
    CONTACT_OFFER_WINDOW(
            "voc_contact_offer_window_contacts",
            "channel audience window outcome",
            "Contacts of the window that were offered to people, by what came of it: together they are all offered."),
    SERVICE_LEVEL_WINDOW(
            "voc_service_level_window_contacts",
            "channel audience window outcome",
            "Contacts of the window whose answer was due, IN_TIME or MISSED: the service level is IN_TIME of both."),
    SERVICE_LEVEL_TARGET(
            "voc_service_level_target_ratio", "channel", "Which part should be answered in time, in the catalogue."),
    SERVICE_LEVEL_SECONDS(
            "voc_service_level_target_seconds", "channel", "What in time is: the channel's promise in the catalogue."),
    OPEN_CONTACTS(
            "voc_open_contacts",
            "channel service_partner audience age",
            "Inbound contacts that have not ended, by how long ago they opened."),
    HUMAN_REQUEST_WINDOW(
            "voc_human_request_window_contacts",
            "audience reason window outcome",
            "Contacts of the window that asked for a person, by why, and whether they got one IN_TIME, MISSED, or it is not"
                    + " due (PENDING)."),
    FIRST_CONTACT_WINDOW(
            "voc_first_contact_window_contacts",
            "channel audience window outcome",
            "First contacts on an issue in the window: RESOLVED of RESOLVED and REPEATED is the resolution rate; the others"
                    + " are not due."),
    SERVICE_PARTNER_WINDOW(
            "voc_service_partner_window_contacts",
            "service_partner audience window transferred",
            "Inbound contacts in the window by service partner, and whether they were transferred."),
    SERVICE_PARTNER_RESPONSES(
            "voc_service_partner_window_responses",
            "service_partner audience window category",
            "Responses in the window about contacts of the service partner. Groups under 5 may be left out."),
    SERVICE_PARTNER_LEVEL_WINDOW(
            "voc_service_partner_level_window_contacts",
            "service_partner audience window outcome",
            "Contacts of the service partner in the window whose answer was due, IN_TIME or MISSED."),
    SERVICE_PARTNER_FIRST_WINDOW(
            "voc_service_partner_first_contact_window_contacts",
            "service_partner audience window outcome",
            "First contacts on an issue with the service partner in the window, as voc_first_contact_window_contacts."),
    DELIVERY_WINDOW(
            "voc_delivery_window_shipments",
            "carrier audience window outcome",
            "Shipments that the carrier got in the window, by how they stand against their promise now."),
    JOURNEY_STEP_WINDOW(
            "voc_journey_step_window_steps",
            "journey step window outcome",
            "Steps of journeys that were reached in the window, by how they stand now: together they are all reached."),
    JOURNEY_STEP_EXPERIENCE_WINDOW(
            "voc_journey_step_window_experiences",
            "journey step window experience",
            "Steps that were reached in the window by how they were experienced, where that is known."),
    JOURNEY_STEP_EMOTION_WINDOW(
            "voc_journey_step_window_emotions",
            "journey step window emotion",
            "Responses in the window by the emotions that they name for the step: one may name several. Groups under 5 may"
                    + " be left out."),
    JOURNEY_STEP_RESPONSES_WINDOW(
            "voc_journey_step_window_responses",
            "journey step window category",
            "Responses in the window of those who met the step: one who met several counts at each, so choose one step."
                    + " Groups under 5 may be left out."),
    JOURNEY_OUTCOMES(
            "voc_journey_outcomes_total",
            "journey outcome",
            "Instances of journeys by what came of them, each once in every outcome that it ever had, so choose one:"
                    + " REORDERED is of those DUE, LEAKAGE of those LEAKAGE_DUE, all others of those STARTED."),
    JOURNEY_OUTCOMES_CORRECTED(JOURNEY_OUTCOMES),
    SURVEY_INVITATIONS(
            "voc_survey_invitations_total",
            "audience stage",
            "Surveys that were to be asked, each once at every stage that it ever reached (AGAIN: asked within quarantine):"
                    + " choose one, stages are not to be added."),
    SURVEY_INVITATIONS_CORRECTED(SURVEY_INVITATIONS),
    SURVEY_INVITATION_WINDOW(
            "voc_survey_window_invitations",
            "audience window outcome",
            "Surveys of the window by the farthest that they came, as known now. All but SUPPRESSED were asked; ANSWERED of"
                    + " these is the response rate so far."),
    SURVEY_DUE_WINDOW(
            "voc_survey_due_window_invitations",
            "audience window outcome",
            "Surveys of the window that were asked so long ago that an answer is due, IN_TIME or MISSED."),
    SURVEY_SUPPRESSION(
            "voc_survey_suppression_total",
            "audience suppression",
            "Surveys that were to be asked by why they were not (none: asked), each once, when it is first known with these"
                    + " labels."),
    SURVEY_SUPPRESSION_CORRECTED(SURVEY_SUPPRESSION),
    SURVEY_SUPPRESSION_WINDOW(
            "voc_survey_suppression_window_invitations",
            "audience suppression window",
            "Surveys of the window by why they were not asked (none: asked)."),
    SURVEY_AGAIN_WINDOW(
            "voc_survey_again_window_invitations", "audience window", "Surveys of the window asked within quarantine."),
    SURVEY_LINKS(
            "voc_survey_links_total",
            "audience outcome",
            "Responses that are LINKED to a contact, or why not, each once in every outcome that it ever had."),
    SURVEY_LINKS_CORRECTED(SURVEY_LINKS),
    SURVEY_LINKS_WINDOW(
            "voc_survey_links_window_responses",
            "audience window outcome",
            "Responses in the window as known now that are LINKED to a contact, or why not."),
    PARCELS_SUSPECTED(
            "voc_parcels_suspected_lost",
            "carrier",
            "Parcels that are suspected to be lost now, of those that the carrier got in the longest window."),
    SUSPECTED_WINDOW(
            "voc_suspected_window_shipments",
            "carrier window arrived",
            "Shipments that the carrier got in the window and that were suspected to be lost, by whether they arrived after"
                    + " all."),
    REPORTED_WINDOW(
            "voc_reported_window_shipments",
            "carrier window suspected",
            "Shipments that the carrier got in the window and about which the customer called after the promise, by whether"
                    + " they were suspected to be lost before the call.");

    private final String fullName;
    private final String help;
    // An unmodifiable copy, which the checker cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> labels;

    MetricCatalogue(String fullName, String labels, String help) {
        this.fullName = fullName;
        this.help = help;
        this.labels = labels.isEmpty() ? List.of() : List.of(labels.split(" "));
    }

    /** What is taken back of a counter, or of a histogram, beside it. */
    MetricCatalogue(MetricCatalogue counter) {
        this.fullName = counter.fullName.replaceFirst("_(total|seconds)$", "_corrected_total");
        this.help = "Of " + counter.fullName + ", those that were taken back or counted otherwise since.";
        this.labels = counter.labels;
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

    @Override
    public MetricType type() {
        return this == CONTACT_ANSWER || this == CONTACT_HUMAN ? MetricType.HISTOGRAM : Metric.super.type();
    }
}

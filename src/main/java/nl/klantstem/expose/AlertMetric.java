package nl.klantstem.expose;

import java.util.List;

/** Every metric that says how scores and contacts are watched, with its full name, labels and what it says. */
public enum AlertMetric implements Metric {
    NPS_SHIFT_SCORE(
            "voc_nps_shift_score",
            "journey audience direction",
            "Evidence that the score changed / the evidence at which the alarm goes: 1 is the alarm, which goes earlier when"
                    + " several change together. Journey ALL: all together. Absent while too little is learnt, and in an"
                    + " incident."),
    NPS_SHIFT_THRESHOLD(
            "voc_nps_shift_threshold_years",
            "journey audience",
            "The evidence at which the alarm goes: if nothing changed, it would come up less than once in so many years."),
    NPS_ANSWERS_TO_GO(
            "voc_nps_watch_missing_responses",
            "journey audience",
            "Responses that must still come before the score can be watched; absent when it is watched."),
    NPS_ALERT_ACTIVE(
            "voc_nps_alert_active",
            "journey audience direction",
            "1 while the score of the journey (ALL: of all together) is in an open incident, else 0."),
    NPS_ALERT_POINTS(
            "voc_nps_alert_points",
            "journey audience direction bound",
            "By how much the score changed in the open incident (bound: value), with its 95% interval (low, high)."),
    NPS_ALERT_SCORE(
            "voc_nps_alert_score_points",
            "journey audience direction level",
            "Score since the open incident began (level: now), and the usual one (usual)."),
    NPS_ALERT_RESPONSES(
            "voc_nps_alert_responses", "journey audience direction", "Responses since the open incident began."),
    NPS_ALERT_SINCE(
            "voc_nps_alert_since_timestamp_seconds",
            "journey audience direction",
            "When the open incident seems to have begun."),
    NPS_ALERT_EVIDENCE(
            "voc_nps_alert_evidence_years",
            "journey audience direction",
            "If nothing had changed, evidence as strong as that of the open incident would come up less than once in so many"
                    + " years."),
    NPS_ALERT_DRIVER(
            "voc_nps_alert_driver_points",
            "journey audience direction driver",
            "What the three drivers that most detractors of the open incident called about do to the score: the score of all"
                    + " less the score without it."),
    CONTACT_SURGE_ACTIVE(
            "voc_contact_surge_active",
            "driver channel audience",
            "1 while more contacts about the driver come than season or plan explain (channel ALL: in all channels"
                    + " together), else 0."),
    CONTACT_SURGE_RATIO(
            "voc_contact_surge_ratio",
            "driver channel audience bound",
            "Contacts about the driver / those to be expected, since the open surge began (bound: value), with the 95%"
                    + " interval (low, high)."),
    CONTACT_SURGE_CONTACTS(
            "voc_contact_surge_contacts",
            "driver channel audience counted",
            "Contacts about the driver since the open surge began (counted: actual), and those to be expected (expected)."),
    CONTACT_SURGE_SINCE(
            "voc_contact_surge_since_timestamp_seconds",
            "driver channel audience",
            "When the open surge seems to have begun."),
    CONTACT_SURGE_PART(
            "voc_contact_surge_part_contacts",
            "driver channel audience part",
            "Contacts above the expected of the three parts (drivers, two levels deep) that make up most of the open surge."),
    JOURNEY_INFO(
            "voc_journey_info",
            "journey audience owner phase name name_nl",
            "A journey of the catalogue: whose it is, and what it is called in English and Dutch."),
    DRIVER_INFO(
            "voc_driver_info",
            "driver journey audience owner department",
            "A driver of the catalogue (two levels deep, and its top level): its journey, the owner of that, and the"
                    + " department; unknown where those below it differ.");

    private final String fullName;
    private final String help;
    // An unmodifiable copy, which the checker cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> labels;

    AlertMetric(String fullName, String labels, String help) {
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

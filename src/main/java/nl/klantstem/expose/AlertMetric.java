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
    CONTACT_SURGE_ACTIVE(
            "voc_contact_surge_active",
            "driver channel audience",
            "1 while more contacts about the driver come than season or plan explain (channel ALL: in all channels"
                    + " together), else 0.");

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

package nl.klantstem.expose;

import java.util.List;

/** Every metric that says what measures brought, with its full name, labels and what it says. */
public enum MeasureMetric implements Metric {
    SCORE(
            "voc_measure_score_points",
            "measure period bound",
            "NPS of the measure's scope before and after it took effect (period), with its 95% interval (bound: value, low,"
                    + " high). Absent without answers."),
    RESPONSES("voc_measure_responses", "measure period", "Responses that were compared, before and after."),
    EFFECT(
            "voc_measure_effect_points",
            "measure bound",
            "What the measure brought in NPS points, less what changed in its control scope where there is one, with the 95%"
                    + " interval that may be looked at every day (bound: value, low, high)."),
    STATE(
            "voc_measure_state",
            "measure owner state verdict",
            "1 with how far a measure is (PLANNED, INTERIM, FINAL, FORGOTTEN) and what is seen of it (none while nothing can be)."),
    EFFECTIVE("voc_measure_effective_timestamp_seconds", "measure", "When the measure took effect, or will.");

    private final String fullName;
    private final String help;
    // An unmodifiable copy, which the checker cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> labels;

    MeasureMetric(String fullName, String labels, String help) {
        this.fullName = fullName;
        this.help = help;
        this.labels = List.of(labels.split(" "));
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

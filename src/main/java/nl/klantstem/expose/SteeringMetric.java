package nl.klantstem.expose;

import java.util.List;

/** Every metric of day steering, with its full name, labels and what it says. */
public enum SteeringMetric implements Metric {
    PLAN_CONTACTS(
            "voc_plan_contacts", "journey", "Inbound contacts planned for the whole local day. Absent without a plan."),
    BASELINE_CONTACTS(
            "voc_baseline_contacts",
            "journey baseline",
            "What voc_day_contacts is held against, up to the same hour of the local day: last_week (same weekday), last_peak"
                    + " (same day of last year's peak, else 52 weeks before) or plan. Absent where it is not known."),
    DAY_CONTACTS(
            "voc_day_contacts",
            "journey",
            "Inbound contacts of the local day up to the end of the last full hour, to compare with voc_baseline_contacts."),
    CALENDAR_EVENT_ACTIVE(
            "voc_calendar_event_active",
            "event kind",
            "1 on the local days of a phase of the peak, and on the day it leads up to (kind phase, anchor), else 0."),
    READY(
            "voc_day_steering_ready",
            "area",
            "1 when tomorrow can be met as planned, 0 when it must be adjusted. Area ALL: all of them."),
    ACTUAL(
            "voc_day_steering_actual",
            "area period",
            "Orders, inbound contacts, or the part of answers due that came in time (0..1), in the last full hour and in the"
                    + " local day up to its end (period hour, today)."),
    PLAN("voc_day_steering_plan", "area period", "What was planned of it; of service levels the target."),
    BASELINE(
            "voc_day_steering_baseline",
            "area period baseline",
            "The same on the same weekday of last week, and on the same day of last year's peak (baseline last_week,"
                    + " last_peak), up to the same local time."),
    REASONS("voc_day_steering_reasons", "area reason", "How many reasons there are to adjust."),
    SHORTFALL(
            "voc_day_steering_shortfall_contacts",
            "area reason",
            "Contacts too many for tomorrow's capacity, or answered too late today, in all channels together."),
    END("voc_day_steering_end_timestamp_seconds", "", "The end of the last full hour that day steering speaks of.");

    private final String fullName;
    private final String help;
    // An unmodifiable copy, which the checker cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> labels;

    SteeringMetric(String fullName, String labels, String help) {
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

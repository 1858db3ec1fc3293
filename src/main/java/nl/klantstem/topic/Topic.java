package nl.klantstem.topic;

import static nl.klantstem.topic.Topic.Role.INPUT;
import static nl.klantstem.topic.Topic.Role.INSIGHT;
import static nl.klantstem.topic.Topic.Role.LOG;
import static nl.klantstem.topic.Topic.Role.OPERATIONS;
import static nl.klantstem.topic.Topic.Role.REFERENCE;
import static nl.klantstem.topic.Topic.Role.RESTRICTED;

/** Every topic that others read or write, by the name that follows the prefix. */
public enum Topic {
    SURVEY_RESPONSES("survey-responses", INPUT),
    CONTACT_EVENTS("contact-events", INPUT),
    SURVEY_INVITATIONS("survey-invitations", INPUT),
    /** Records that came with a foreign key, under the right one and with a pseudonym. Part of the input log. */
    REKEYED("rekeyed", LOG),
    JOURNEY_NPS("journey-nps", INSIGHT),
    JOURNEY_NPS_LEDGER("journey-nps-ledger", RESTRICTED),
    CONTACT_DRIVERS("contact-drivers", INSIGHT),
    CONTACT_LEDGER("contact-ledger", RESTRICTED),
    LINKED_RESPONSES("linked-responses", RESTRICTED),
    INSIGHT_PROGRESS("insight-progress", INSIGHT),
    DEAD_LETTERS("dead-letters", OPERATIONS),
    LATE_EVENTS("late-events", OPERATIONS),
    ORDER_EVENTS("order-events", INPUT),
    DELIVERY_EVENTS("delivery-events", INPUT),
    CONTACT_OUTCOMES("contact-outcomes", INSIGHT),
    SERVICE_PARTNERS("service-partners", INSIGHT),
    AVOIDABLE_CONTACTS("avoidable-contacts", INSIGHT),
    DELIVERY_OUTCOMES("delivery-outcomes", INSIGHT),
    JOURNEY_STEP_EVENTS("journey-step-events", INPUT),
    JOURNEY_STEPS("journey-steps", INSIGHT),
    JOURNEY_OUTCOMES("journey-outcomes", INSIGHT),
    SURVEY_HEALTH("survey-health", INSIGHT),
    LOST_IN_MAIL_SUSPECTS("lost-in-mail-suspects", RESTRICTED),
    MEASURES("measures", REFERENCE),
    PLAN("plan", REFERENCE),
    NPS_ALERTS("nps-alerts", INSIGHT),
    NPS_WATCHES("nps-watches", INSIGHT),
    NPS_CHANGE("nps-change", INSIGHT),
    MEASURE_EFFECTS("measure-effects", INSIGHT),
    CONTACT_SURGES("contact-surges", INSIGHT),
    DAY_STEERING("day-steering", INSIGHT);

    /** Who writes it, who may read it. */
    public enum Role {
        /** Written by other systems; part of the input log. */
        INPUT,
        /** Written by the pipeline, but part of the input log: it is kept as long as the inputs. */
        LOG,
        /** Written by people and other systems, read whole by the insight stage: the last value of each key holds. */
        REFERENCE,
        /** Published for everyone. */
        INSIGHT,
        /** Published for those who were granted it. */
        RESTRICTED,
        /** For those who run the pipeline. */
        OPERATIONS
    }

    private final String shortName;
    private final Role role;

    Topic(String shortName, Role role) {
        this.shortName = shortName;
        this.role = role;
    }

    public String shortName() {
        return shortName;
    }

    public Role role() {
        return role;
    }

    /** Breaks ties between records of the same recorded time, and names the topic in frames: never reorder. */
    @SuppressWarnings("EnumOrdinal")
    public int rank() {
        return ordinal();
    }

    /** Inputs and logs are read by the first half; all have the same number of partitions. */
    public boolean isSource() {
        return role == INPUT || role == LOG;
    }

    /** Reference data: read whole, the last value of each key holds. */
    public boolean isReference() {
        return role == REFERENCE;
    }

    /** What the pipeline publishes for others. */
    public boolean isPublished() {
        return role == INSIGHT || role == RESTRICTED || role == OPERATIONS;
    }

    /** Compacted topics keep the last value of each key, the others keep records for a time. */
    public boolean isCompacted() {
        return role == INSIGHT || role == RESTRICTED || role == REFERENCE;
    }
}

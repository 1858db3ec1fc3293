package nl.klantstem.expose;

import static nl.klantstem.contract.out.Scope.AUDIENCE;
import static nl.klantstem.contract.out.Scope.CARRIER;
import static nl.klantstem.contract.out.Scope.CAUSE;
import static nl.klantstem.contract.out.Scope.CHANNEL;
import static nl.klantstem.contract.out.Scope.CONTACTS_NEEDED;
import static nl.klantstem.contract.out.Scope.DEPARTMENT;
import static nl.klantstem.contract.out.Scope.DRIVER;
import static nl.klantstem.contract.out.Scope.HANDLING;
import static nl.klantstem.contract.out.Scope.JOURNEY;
import static nl.klantstem.contract.out.Scope.LEVEL;
import static nl.klantstem.contract.out.Scope.PROGRAMME;
import static nl.klantstem.contract.out.Scope.PROOF_ASKED;
import static nl.klantstem.contract.out.Scope.RESOLUTION;
import static nl.klantstem.contract.out.Scope.SERVICE_PARTNER;
import static nl.klantstem.contract.out.Scope.STEP;
import static nl.klantstem.contract.out.Scope.SUPPRESSION_REASON;
import static nl.klantstem.contract.out.Scope.WAIT_IMPOSED;
import static nl.klantstem.topic.Topic.AVOIDABLE_CONTACTS;
import static nl.klantstem.topic.Topic.CONTACT_DRIVERS;
import static nl.klantstem.topic.Topic.CONTACT_OUTCOMES;
import static nl.klantstem.topic.Topic.DELIVERY_OUTCOMES;
import static nl.klantstem.topic.Topic.JOURNEY_NPS;
import static nl.klantstem.topic.Topic.JOURNEY_OUTCOMES;
import static nl.klantstem.topic.Topic.JOURNEY_STEPS;
import static nl.klantstem.topic.Topic.SERVICE_PARTNERS;
import static nl.klantstem.topic.Topic.SURVEY_HEALTH;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Topic;

/** The dimension sets that are shown, each by metrics of its own: a fact is in many scopes, and must count in one. */
enum Shape {
    NPS_ALL(JOURNEY_NPS, PROGRAMME, AUDIENCE),
    NPS_JOURNEY(JOURNEY_NPS, PROGRAMME, AUDIENCE, JOURNEY),
    NPS_JOURNEY_CHANNEL(JOURNEY_NPS, PROGRAMME, AUDIENCE, JOURNEY, CHANNEL),
    NPS_JOURNEY_HANDLING(JOURNEY_NPS, PROGRAMME, AUDIENCE, JOURNEY, HANDLING),
    NPS_HANDLING(JOURNEY_NPS, PROGRAMME, AUDIENCE, HANDLING),
    NPS_RESOLUTION(JOURNEY_NPS, PROGRAMME, AUDIENCE, RESOLUTION),
    NPS_WAIT_IMPOSED(JOURNEY_NPS, PROGRAMME, AUDIENCE, WAIT_IMPOSED),
    NPS_PROOF_ASKED(JOURNEY_NPS, PROGRAMME, AUDIENCE, PROOF_ASKED),
    NPS_CONTACTS_NEEDED(JOURNEY_NPS, PROGRAMME, AUDIENCE, CONTACTS_NEEDED),
    CONTACTS_ALL(CONTACT_DRIVERS, AUDIENCE),
    CONTACTS_JOURNEY_CHANNEL(CONTACT_DRIVERS, AUDIENCE, JOURNEY, CHANNEL),
    CONTACTS_DRIVER_CHANNEL(CONTACT_DRIVERS, AUDIENCE, DRIVER, LEVEL, CHANNEL),
    CONTACTS_JOURNEY_DRIVER(CONTACT_DRIVERS, AUDIENCE, JOURNEY, DRIVER, LEVEL),
    OUTCOMES_ALL(CONTACT_OUTCOMES, AUDIENCE),
    OUTCOMES_CHANNEL(CONTACT_OUTCOMES, AUDIENCE, CHANNEL),
    OUTCOMES_JOURNEY(CONTACT_OUTCOMES, AUDIENCE, JOURNEY),
    OUTCOMES_DRIVER(CONTACT_OUTCOMES, AUDIENCE, DRIVER, LEVEL),
    OUTCOMES_CHANNEL_PARTNER(CONTACT_OUTCOMES, AUDIENCE, CHANNEL, SERVICE_PARTNER),
    AVOIDABLE_DEPARTMENT(AVOIDABLE_CONTACTS, AUDIENCE, DEPARTMENT),
    AVOIDABLE_JOURNEY_CAUSE(AVOIDABLE_CONTACTS, AUDIENCE, JOURNEY, DEPARTMENT, CAUSE),
    PARTNERS(SERVICE_PARTNERS, AUDIENCE, SERVICE_PARTNER),
    DELIVERIES_CARRIER(DELIVERY_OUTCOMES, AUDIENCE, CARRIER),
    STEPS_JOURNEY_STEP(JOURNEY_STEPS, AUDIENCE, JOURNEY, STEP),
    JOURNEYS_JOURNEY(JOURNEY_OUTCOMES, AUDIENCE, JOURNEY),
    SURVEYS_ALL(SURVEY_HEALTH, PROGRAMME, AUDIENCE),
    SURVEYS_SUPPRESSION(SURVEY_HEALTH, PROGRAMME, AUDIENCE, SUPPRESSION_REASON);

    private final Topic topic;
    // An unmodifiable copy, which the checker cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final SortedSet<String> dimensions;

    Shape(Topic topic, String... dimensions) {
        this.topic = topic;
        this.dimensions = Collections.unmodifiableSortedSet(new TreeSet<>(Arrays.asList(dimensions)));
    }

    Topic topic() {
        return topic;
    }

    SortedSet<String> dimensions() {
        return dimensions;
    }

    boolean has(String dimension) {
        return dimensions.contains(dimension);
    }

    /** The shape of a scope in a topic; nothing when it is not shown. */
    static Optional<Shape> of(Topic topic, Scope scope) {
        return Arrays.stream(values())
                .filter(shape -> shape.topic == topic && scope.labels().keySet().equals(shape.dimensions))
                .findFirst();
    }
}

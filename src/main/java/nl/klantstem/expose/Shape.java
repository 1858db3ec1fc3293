package nl.klantstem.expose;

import static nl.klantstem.contract.out.Scope.AUDIENCE;
import static nl.klantstem.contract.out.Scope.CHANNEL;
import static nl.klantstem.contract.out.Scope.DRIVER;
import static nl.klantstem.contract.out.Scope.JOURNEY;
import static nl.klantstem.contract.out.Scope.LEVEL;
import static nl.klantstem.contract.out.Scope.PROGRAMME;
import static nl.klantstem.topic.Topic.CONTACT_DRIVERS;
import static nl.klantstem.topic.Topic.JOURNEY_NPS;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Topic;

/** The dimension sets that are shown, each by metrics of its own: a fact is in many scopes, and must count in one. */
enum Shape {
    NPS_ALL(JOURNEY_NPS, PROGRAMME, AUDIENCE),
    NPS_JOURNEY(JOURNEY_NPS, PROGRAMME, AUDIENCE, JOURNEY),
    NPS_JOURNEY_CHANNEL(JOURNEY_NPS, PROGRAMME, AUDIENCE, JOURNEY, CHANNEL),
    CONTACTS_JOURNEY_CHANNEL(CONTACT_DRIVERS, AUDIENCE, JOURNEY, CHANNEL),
    CONTACTS_DRIVER_CHANNEL(CONTACT_DRIVERS, AUDIENCE, DRIVER, LEVEL, CHANNEL),
    CONTACTS_JOURNEY_DRIVER(CONTACT_DRIVERS, AUDIENCE, JOURNEY, DRIVER, LEVEL);

    private final Topic topic;
    // An unmodifiable copy, which the checker cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> dimensions;

    Shape(Topic topic, String... dimensions) {
        this.topic = topic;
        this.dimensions = Set.of(dimensions);
    }

    boolean fits(Scope scope) {
        return scope.labels().keySet().equals(dimensions);
    }

    /** The shape of a scope in a topic; nothing when it is not shown. */
    static Optional<Shape> of(Topic topic, Scope scope) {
        return Arrays.stream(values())
                .filter(shape -> shape.topic == topic && shape.fits(scope))
                .findFirst();
    }
}

package nl.klantstem.contract.catalogue;

import java.util.List;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A measure that a catalogue's cubes count: by which dimensions it can be counted.
 *
 * @param name in the catalogue
 * @param insight the short name of the insights it is published as
 * @param alwaysIn dimensions that are in every cube and named in none; with a driver its level is in too
 * @param dimensions that a cube may name
 * @param key the dimension that every cube must name, because the insight is kept by it
 * @param required whether a catalogue must have cubes for it; any other that has none is not counted
 */
public record CubeMeasure(
        String name,
        String insight,
        List<String> alwaysIn,
        List<String> dimensions,
        @Nullable String key,
        boolean required) {

    private static final List<String> AUDIENCE = List.of(Scope.AUDIENCE);

    /** All measures, as they stand in a catalogue. */
    public static final List<CubeMeasure> ALL = List.of(
            new CubeMeasure(
                    "nps",
                    "journey-nps",
                    List.of(Scope.PROGRAMME, Scope.AUDIENCE),
                    List.of(
                            Scope.JOURNEY,
                            Scope.CHANNEL,
                            Scope.DRIVER,
                            Scope.HANDLING,
                            Scope.SERVICE_PARTNER,
                            Scope.RESOLUTION,
                            Scope.WAIT_IMPOSED,
                            Scope.PROOF_ASKED,
                            Scope.CONTACTS_NEEDED),
                    null,
                    true),
            new CubeMeasure(
                    "contacts",
                    "contact-drivers",
                    AUDIENCE,
                    List.of(Scope.JOURNEY, Scope.CHANNEL, Scope.DRIVER, Scope.HANDLER, Scope.REPEAT_FROM),
                    null,
                    true),
            new CubeMeasure(
                    "outcomes",
                    "contact-outcomes",
                    AUDIENCE,
                    List.of(
                            Scope.JOURNEY,
                            Scope.CHANNEL,
                            Scope.DRIVER,
                            Scope.HANDLER,
                            Scope.SERVICE_PARTNER,
                            Scope.INTENT,
                            Scope.CONFIDENCE),
                    null,
                    false),
            new CubeMeasure(
                    "avoidable",
                    "avoidable-contacts",
                    AUDIENCE,
                    List.of(Scope.DEPARTMENT, Scope.DRIVER, Scope.CAUSE, Scope.JOURNEY),
                    Scope.DEPARTMENT,
                    false),
            new CubeMeasure(
                    "service-partners",
                    "service-partners",
                    AUDIENCE,
                    List.of(Scope.SERVICE_PARTNER),
                    Scope.SERVICE_PARTNER,
                    false),
            new CubeMeasure(
                    "deliveries", "delivery-outcomes", AUDIENCE, List.of(Scope.CARRIER, Scope.REGION), null, false),
            new CubeMeasure(
                    "steps", "journey-steps", AUDIENCE, List.of(Scope.JOURNEY, Scope.STEP), Scope.JOURNEY, false),
            new CubeMeasure(
                    "journeys", "journey-outcomes", AUDIENCE, List.of(Scope.JOURNEY, Scope.RESOLUTION), null, false),
            new CubeMeasure(
                    "surveys",
                    "survey-health",
                    List.of(Scope.PROGRAMME, Scope.AUDIENCE),
                    List.of(Scope.JOURNEY, Scope.CHANNEL, Scope.SUPPRESSION_REASON),
                    null,
                    false));

    public CubeMeasure {
        alwaysIn = List.copyOf(alwaysIn);
        dimensions = List.copyOf(dimensions);
    }
}

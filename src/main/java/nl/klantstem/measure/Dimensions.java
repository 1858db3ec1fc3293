package nl.klantstem.measure;

import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ShipmentFact;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Handler;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.rolling.Cell;
import org.jspecify.annotations.Nullable;

/** Which label a fact has in each of the dimensions that facts of its kind have. */
public final class Dimensions {

    /** The {@code repeatFrom} of a contact that repeats none. */
    public static final String NONE = "none";

    private Dimensions() {}

    /** The cells of a measure that a contact counts in. */
    public static List<Cell> cells(String measure, Catalogue catalogue, ContactFact fact) {
        var version = catalogue.named(fact.catalogueVersion());
        return Cubes.cells(measure, version, only(fact.audience()), dimension -> of(fact, dimension));
    }

    /** The cells of a measure of contacts that an answer about one counts in: those all whose dimensions it has. */
    public static List<Cell> cells(String measure, Catalogue catalogue, ResponseFact fact) {
        var version = catalogue.named(fact.catalogueVersion());
        return Cubes.cells(measure, version, only(fact.audience()), dimension -> of(fact, dimension));
    }

    /** The cells of a measure that a shipment counts in. */
    public static List<Cell> cells(String measure, Catalogue catalogue, ShipmentFact fact) {
        var version = catalogue.named(fact.catalogueVersion());
        return Cubes.cells(measure, version, only(fact.audience()), dimension -> of(fact, dimension));
    }

    /** The cells of a measure that an instance of a journey counts in. */
    public static List<Cell> cells(String measure, Catalogue catalogue, JourneyFact fact) {
        var version = catalogue.named(fact.catalogueVersion());
        return Cubes.cells(measure, version, only(fact.audience()), dimension -> of(fact, dimension));
    }

    /** The cells of a measure that a survey counts in that was to be asked. */
    public static List<Cell> cells(String measure, Catalogue catalogue, InvitationFact fact) {
        var version = catalogue.named(fact.catalogueVersion());
        var always = only(fact.programme(), fact.audience());
        return Cubes.cells(measure, version, always, dimension -> of(fact, dimension));
    }

    /** The cells of a measure of answers by programme that an answer counts in: those all whose dimensions it has. */
    public static List<Cell> cellsOfProgramme(String measure, Catalogue catalogue, ResponseFact fact) {
        var version = catalogue.named(fact.catalogueVersion());
        var always = only(fact.programme(), fact.audience());
        return Cubes.cells(measure, version, always, dimension -> of(fact, dimension));
    }

    private static String of(ContactFact fact, String dimension) {
        var course = fact.course();
        return switch (dimension) {
            case Scope.JOURNEY -> fact.journey();
            case Scope.CHANNEL -> fact.channel();
            case Scope.DRIVER -> fact.driver();
            case Scope.HANDLER -> fact.handler();
            case Scope.SERVICE_PARTNER -> course.servicePartner();
            case Scope.INTENT -> course.routing().intent();
            case Scope.CONFIDENCE -> course.routing().confidence();
            case Scope.REPEAT_FROM -> repeatFrom(course.issue().repeatOf());
            case Scope.DEPARTMENT -> course.demand().department();
            case Scope.CAUSE -> course.demand().cause();
            default -> throw new IllegalStateException("a contact has no dimension '" + dimension + "'");
        };
    }

    /** Null for a dimension that answers have not; throws IllegalStateException for one that nothing has. */
    private static @Nullable String of(ResponseFact fact, String dimension) {
        var context = fact.context();
        return switch (dimension) {
            case Scope.JOURNEY -> fact.journey();
            case Scope.CHANNEL -> fact.channel();
            case Scope.DRIVER -> context.driver();
            case Scope.HANDLER -> handler(context.handling());
            case Scope.HANDLING -> context.handling();
            case Scope.SERVICE_PARTNER -> context.servicePartner();
            case Scope.RESOLUTION -> context.resolution();
            case Scope.WAIT_IMPOSED -> context.waitImposed();
            case Scope.PROOF_ASKED -> context.proofAsked();
            case Scope.CONTACTS_NEEDED -> context.contactsNeeded();
            case Scope.DEPARTMENT -> context.demand().department();
            case Scope.CAUSE -> context.demand().cause();
            case Scope.INTENT, Scope.CONFIDENCE, Scope.REPEAT_FROM, Scope.SUPPRESSION_REASON -> null;
            default -> throw new IllegalStateException("a response has no dimension '" + dimension + "'");
        };
    }

    private static String of(ShipmentFact fact, String dimension) {
        return switch (dimension) {
            case Scope.CARRIER -> fact.carrier();
            case Scope.REGION -> fact.region();
            default -> throw new IllegalStateException("a shipment has no dimension '" + dimension + "'");
        };
    }

    private static String of(JourneyFact fact, String dimension) {
        return switch (dimension) {
            case Scope.JOURNEY -> fact.journey();
            case Scope.RESOLUTION -> fact.outcome().resolution();
            default -> throw new IllegalStateException("an instance of a journey has no dimension '" + dimension + "'");
        };
    }

    private static String of(InvitationFact fact, String dimension) {
        return switch (dimension) {
            case Scope.JOURNEY -> fact.journey();
            case Scope.CHANNEL -> fact.channel();
            case Scope.SUPPRESSION_REASON -> fact.suppressed();
            default -> throw new IllegalStateException("an invitation has no dimension '" + dimension + "'");
        };
    }

    private static Map<String, String> only(Programme programme, Audience audience) {
        return Map.of(Scope.PROGRAMME, programme.name(), Scope.AUDIENCE, audience.name());
    }

    private static Map<String, String> only(Audience audience) {
        return Map.of(Scope.AUDIENCE, audience.name());
    }

    private static String repeatFrom(@Nullable String channel) {
        return channel == null ? NONE : channel;
    }

    private static String handler(String handling) {
        return switch (handling) {
            case ResponseContext.BOT_ONLY -> Handler.BOT.name();
            case ResponseContext.HANDED_OVER, ResponseContext.HUMAN_ONLY -> Handler.HUMAN.name();
            default -> Scope.UNKNOWN;
        };
    }
}

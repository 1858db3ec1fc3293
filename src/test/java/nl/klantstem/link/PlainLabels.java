package nl.klantstem.link;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.flow.ContactCourse.Demand;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Party;
import org.jspecify.annotations.Nullable;

/** What the catalogue of {@link GivenCatalogue} says, written out by hand. */
final class PlainLabels {

    private static final Set<String> JOURNEYS = Set.of("return", "delivery");
    private static final Map<String, List<String>> STEPS =
            Map.of("return", List.of("s0", "s1", "s2"), "delivery", List.of("s1", "s0"));
    private static final Map<String, String> JOURNEY_OF = Map.of("delivery/late", "delivery", "returns/how", "return");
    private static final Set<String> DRIVERS = Set.of("delivery", "delivery/late", "returns", "returns/how", "product");
    private static final Set<String> DEPARTMENTS = Set.of("logistics", "product", "sales");
    private static final Map<String, Demand> DEMAND = Map.of(
            "delivery/late", new Demand(DemandType.FAILURE, "CARRIER", "logistics"),
            "returns/how", new Demand(DemandType.VALUE, "unknown", "unknown"),
            "product", new Demand(DemandType.UNKNOWN, "UNCLEAR_INFO", "product"));

    private PlainLabels() {}

    static String journey(@Nullable String journey) {
        return of(journey, JOURNEYS);
    }

    /** In order; of a journey that is not in the catalogue none. */
    static List<String> steps(@Nullable String journey) {
        return journey == null ? List.of() : STEPS.getOrDefault(journey, List.of());
    }

    static String step(@Nullable String journey, @Nullable String step) {
        return of(step, Set.copyOf(steps(journey)));
    }

    static String driver(@Nullable String driver) {
        return of(driver, DRIVERS);
    }

    static @Nullable String journeyOf(@Nullable String driver) {
        return driver == null ? null : JOURNEY_OF.get(driver);
    }

    static String servicePartner(@Nullable String partner) {
        return partner == null || partner.isBlank() ? "IN_HOUSE" : of(partner, Set.of("sp-1", "sp-2"));
    }

    static String carrier(String carrier) {
        return of(carrier, Set.of("carrier-1", "carrier-2"));
    }

    static String region(@Nullable String region) {
        return of(region, Set.of("north"));
    }

    static String suppressionReason(@Nullable String reason) {
        return of(reason, Set.of("OPT_OUT", "QUARANTINE"));
    }

    /** By the rules: returns of partners are the partner's; late deliveries the platform's; others by who fulfils. */
    static @Nullable Party owner(@Nullable String driver, @Nullable String fulfilment) {
        if (driver == null) {
            return null;
        }
        String level1 = driver.split("/")[0];
        if (level1.equals("returns")) {
            return "PARTNER".equals(fulfilment) ? Party.PARTNER : null;
        }
        if (!level1.equals("delivery")) {
            return null;
        }
        boolean platform = driver.equals("delivery/late") || "PLATFORM".equals(fulfilment);
        return platform ? Party.PLATFORM : Party.PARTNER;
    }

    static String band(@Nullable Integer tenThousandths) {
        if (tenThousandths == null) {
            return "unknown";
        }
        double confidence = tenThousandths / 10_000.0;
        return confidence < 0.5 ? "LOW" : confidence < 0.8 ? "MEDIUM" : "HIGH";
    }

    static Demand demand(
            @Nullable String driver, @Nullable String type, @Nullable String cause, @Nullable String department) {
        Demand usual =
                DEMAND.getOrDefault(driver == null ? "" : driver, new Demand(DemandType.UNKNOWN, "unknown", "unknown"));
        return new Demand(
                type == null ? usual.type() : DemandType.valueOf(type),
                cause == null ? usual.cause() : cause,
                department == null ? usual.department() : of(department, DEPARTMENTS));
    }

    static String orUnknown(@Nullable String label) {
        return label == null ? "unknown" : label;
    }

    private static String of(@Nullable String label, Set<String> known) {
        return label == null ? "unknown" : known.contains(label) ? label : "other";
    }
}

package nl.klantstem.link;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.Ownership;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.in.AvoidableCause;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** The closed lists of one catalogue version: a label that is not on its list counts under {@code other}. */
final class Labels {

    private final Set<String> journeys = new HashSet<>();
    private final Map<String, Driver> drivers = new HashMap<>();
    private final Set<String> driverLevels = new HashSet<>();
    private final Set<String> departments = new HashSet<>();
    private final Map<String, Set<String>> further = new HashMap<>();
    private final List<Ownership> ownership;

    Labels(CatalogueVersion version) {
        ownership = version.ownership();
        version.labels().forEach((dimension, labels) -> further.put(dimension, Set.copyOf(labels)));
        departments.addAll(version.labels().getOrDefault(Scope.DEPARTMENT, List.of()));
        version.journeys().stream().map(Journey::id).forEach(journeys::add);
        for (Driver driver : version.drivers()) {
            drivers.put(driver.code(), driver);
            if (driver.owningDepartment() != null) {
                departments.add(driver.owningDepartment());
            }
            String code = driver.code();
            for (int slash = code.indexOf('/'); slash > 0; slash = code.indexOf('/', slash + 1)) {
                driverLevels.add(code.substring(0, slash));
            }
            driverLevels.add(code);
        }
    }

    String journey(@Nullable String journeyId) {
        return label(journeyId, journeys);
    }

    String driver(@Nullable String code) {
        return label(code, driverLevels);
    }

    /** The journey that a driver belongs to. */
    @Nullable
    String journeyOf(@Nullable String driverCode) {
        if (driverCode == null) {
            return null;
        }
        @Nullable Driver driver = drivers.get(driverCode);
        return driver == null ? null : driver.journeyId();
    }

    /** Who can prevent it and why it came: what the contact says itself, else what its driver usually means. */
    ContactCourse.Demand demand(
            @Nullable String driverCode, @Nullable String type, @Nullable String cause, @Nullable String department) {
        @Nullable Driver driver = driverCode == null ? null : drivers.get(driverCode);
        DemandType usual = driver == null ? DemandType.UNKNOWN : driver.demandType();
        @Nullable AvoidableCause usualCause = driver == null ? null : driver.avoidableCause();
        @Nullable String usualDepartment = driver == null ? null : driver.owningDepartment();
        return new ContactCourse.Demand(
                type == null ? usual : DemandType.valueOf(type),
                cause != null ? cause : usualCause == null ? Scope.UNKNOWN : usualCause.name(),
                label(department == null ? usualDepartment : department, departments));
    }

    /** The service partner, or IN_HOUSE when none is named. */
    String servicePartner(@Nullable String servicePartnerId) {
        return servicePartnerId == null || servicePartnerId.isBlank()
                ? ContactCourse.IN_HOUSE
                : further(Scope.SERVICE_PARTNER, servicePartnerId);
    }

    String carrier(@Nullable String carrier) {
        return further(Scope.CARRIER, carrier);
    }

    String region(@Nullable String region) {
        return further(Scope.REGION, region);
    }

    private String further(String dimension, @Nullable String label) {
        return label(label, further.getOrDefault(dimension, Set.of()));
    }

    /** Who should handle contacts with a driver: the longest rule that fits, then one that names the fulfilment. */
    @Nullable
    Party owner(@Nullable String driverCode, @Nullable Party fulfilment) {
        return ownership.stream()
                .filter(rule -> driverCode != null && covers(rule.driver(), driverCode))
                .filter(rule -> rule.fulfilment() == null || rule.fulfilment() == fulfilment)
                .max(Comparator.comparingInt((Ownership rule) -> rule.driver().length())
                        .thenComparing(rule -> rule.fulfilment() != null))
                .map(Ownership::owner)
                .orElse(null);
    }

    private static boolean covers(String rule, String driverCode) {
        return driverCode.equals(rule) || driverCode.startsWith(rule + '/');
    }

    static String orUnknown(@Nullable String label) {
        return label == null ? Scope.UNKNOWN : label;
    }

    private static String label(@Nullable String label, Set<String> known) {
        if (label == null || label.isBlank()) {
            return Scope.UNKNOWN;
        }
        return known.contains(label) ? label : Scope.OTHER;
    }
}

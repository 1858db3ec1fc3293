package nl.klantstem.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.ListedLabels;
import nl.klantstem.contract.catalogue.Ownership;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.in.AvoidableCause;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What one catalogue version says of labels: a label that is not on its closed list counts under {@code other}, a missing
 * one under {@code unknown}.
 */
final class Labels {

    private record Condition(String driver, @Nullable Party fulfilment) {}

    private final Map<String, StepOrder> journeys = new HashMap<>();
    private final Map<String, Driver> drivers = new HashMap<>();
    private final Set<String> driverLevels = new HashSet<>();
    private final Map<String, Set<String>> listed = new HashMap<>();
    private final Map<Condition, Party> owners = new HashMap<>();

    Labels(CatalogueVersion version) {
        for (Journey journey : version.journeys()) {
            journeys.put(
                    journey.id(),
                    new StepOrder(journey.steps().stream().map(Journey.Step::id).toList()));
        }
        for (Driver driver : version.drivers()) {
            drivers.put(driver.code(), driver);
            driverLevels.addAll(Driver.levels(driver.code()));
        }
        ListedLabels.DIMENSIONS.forEach(dimension -> listed.put(dimension, ListedLabels.of(version, dimension)));
        for (Ownership rule : version.ownership()) {
            owners.put(new Condition(rule.driver(), rule.fulfilment()), rule.owner());
        }
    }

    String journey(@Nullable String journeyId) {
        return label(journeyId, journeys.keySet());
    }

    /** The steps of a journey. */
    StepOrder steps(@Nullable String journeyId) {
        return journeyId == null ? StepOrder.NONE : journeys.getOrDefault(journeyId, StepOrder.NONE);
    }

    /** The journey of a contact: its own, else that of its driver. */
    @Nullable
    String journeyOf(ContactView contact) {
        return contact.journeyId() == null ? journeyOf(contact.driver()) : contact.journeyId();
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
                listed(Scope.DEPARTMENT, department == null ? usualDepartment : department));
    }

    /** The service partner, or IN_HOUSE when none is named. */
    String servicePartner(@Nullable String servicePartnerId) {
        return servicePartnerId == null || servicePartnerId.isBlank()
                ? ContactCourse.IN_HOUSE
                : listed(Scope.SERVICE_PARTNER, servicePartnerId);
    }

    String carrier(@Nullable String carrier) {
        return listed(Scope.CARRIER, carrier);
    }

    String region(@Nullable String region) {
        return listed(Scope.REGION, region);
    }

    /** Why a survey was not asked; never the label of those that were. */
    String suppressionReason(@Nullable String reason) {
        return InvitationFact.NONE.equals(reason) ? Scope.OTHER : listed(Scope.SUPPRESSION_REASON, reason);
    }

    private String listed(String dimension, @Nullable String label) {
        return label(label, listed.getOrDefault(dimension, Set.of()));
    }

    /**
     * Who should handle contacts with a driver: by the rule for its deepest level that has one for this fulfilment or for
     * any, the former first; null when no rule fits.
     */
    @Nullable
    Party owner(@Nullable String driverCode, @Nullable Party fulfilment) {
        if (driverCode == null) {
            return null;
        }
        List<String> levels = Driver.levels(driverCode);
        for (int deepest = levels.size() - 1; deepest >= 0; deepest--) {
            String level = levels.get(deepest);
            @Nullable Party owner = owners.get(new Condition(level, fulfilment));
            if (owner == null) {
                owner = owners.get(new Condition(level, null));
            }
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }

    static String orUnknown(@Nullable String label) {
        return label == null ? Scope.UNKNOWN : label;
    }

    static String label(@Nullable String label, Collection<String> known) {
        if (label == null || label.isBlank()) {
            return Scope.UNKNOWN;
        }
        return known.contains(label) ? label : Scope.OTHER;
    }
}

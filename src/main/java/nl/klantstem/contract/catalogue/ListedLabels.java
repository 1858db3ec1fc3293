package nl.klantstem.contract.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.out.Scope;

/** The closed lists of the dimensions that are no reference data of their own: what is outside counts under other. */
public final class ListedLabels {

    /** The dimensions that a catalogue lists under {@code labels}. */
    public static final List<String> DIMENSIONS =
            List.of(Scope.SERVICE_PARTNER, Scope.CARRIER, Scope.REGION, Scope.DEPARTMENT, Scope.SUPPRESSION_REASON);

    private ListedLabels() {}

    /**
     * The labels of a dimension: those listed, the departments that drivers name, in-house among service partners, and none
     * among the reasons why a survey was not asked.
     */
    public static Set<String> of(CatalogueVersion version, String dimension) {
        var labels = new LinkedHashSet<>(version.labels().getOrDefault(dimension, List.of()));
        if (dimension.equals(Scope.DEPARTMENT)) {
            version.drivers().stream()
                    .map(Driver::owningDepartment)
                    .filter(Objects::nonNull)
                    .forEach(labels::add);
        }
        if (dimension.equals(Scope.SERVICE_PARTNER)) {
            labels.add(ContactCourse.IN_HOUSE);
        }
        if (dimension.equals(Scope.SUPPRESSION_REASON)) {
            labels.add(InvitationFact.NONE);
        }
        return labels;
    }
}

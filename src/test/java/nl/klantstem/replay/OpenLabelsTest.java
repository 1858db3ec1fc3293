package nl.klantstem.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.testkit.GivenVersion;
import org.junit.jupiter.api.Test;

class OpenLabelsTest {

    @Test
    void the_most_frequent_labels_get_in_with_ties_by_name_and_the_known_ones_cost_no_place() {
        var labels = new LabelCounts();
        for (String journey : List.of("b", "b", "a", "c", "known", "known", "known", "unknown", "other", "other")) {
            labels.add("journeyId", journey);
        }
        labels.add("journeyId", null);
        labels.add("driver", "late");

        CatalogueVersion closed =
                OpenLabels.close(catalogue(Map.of("journeyId", 2)), labels).latest();

        assertThat(closed.journeys()).extracting(Journey::id).containsExactly("known", "b", "a");
        assertThat(closed.drivers()).extracting(Driver::code).containsExactly("x/y");
        assertThat(closed.open()).isEmpty();
    }

    @Test
    void a_closed_catalogue_stays_as_it_is() {
        var labels = new LabelCounts();
        labels.add("journeyId", "foreign");
        labels.add("driver", "foreign");

        assertThat(OpenLabels.close(catalogue(Map.of()), labels)).isEqualTo(catalogue(Map.of()));
    }

    @Test
    void listed_dimensions_open_as_well_each_for_itself_and_what_is_known_costs_no_place() {
        var labels = new LabelCounts();
        List.of("b", "b", "a", "a", "c", "listed", "other").forEach(label -> labels.add("carrier", label));
        List.of("IN_HOUSE", "IN_HOUSE", "sp-1").forEach(label -> labels.add("servicePartnerId", label));
        List.of("logistics", "logistics", "sales").forEach(label -> labels.add("owningDepartment", label));
        labels.add("region", "north");

        var open = Map.of("carrier", 2, "servicePartnerId", 1, "owningDepartment", 1);
        CatalogueVersion closed = OpenLabels.close(catalogue(open), labels).latest();

        assertThat(closed.labels())
                .isEqualTo(Map.of(
                        "carrier", List.of("listed", "a", "b"),
                        "servicePartnerId", List.of("sp-1"),
                        "owningDepartment", List.of("sales")));
        assertThat(closed.open()).isEmpty();
    }

    private static Catalogue catalogue(Map<String, Integer> open) {
        return GivenVersion.named("one")
                .journeys(List.of(
                        new Journey("known", Map.of(), Journey.Phase.BUY, Audience.CUSTOMER, "owner", List.of(), null)))
                .drivers(List.of(new Driver("x/y", Audience.CUSTOMER, DemandType.VALUE, null, "logistics", null)))
                .cubes(Map.of("nps", List.of(List.of()), "contacts", List.of(List.of())))
                .open(open)
                .windows(List.of(WindowSpec.day(Duration.ofMinutes(15))))
                .labels(Map.of("carrier", List.of("listed")))
                .catalogue();
    }
}

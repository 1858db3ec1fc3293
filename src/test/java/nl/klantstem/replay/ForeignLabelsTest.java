package nl.klantstem.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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

class ForeignLabelsTest {

    private final LabelCounts labels = new LabelCounts();

    @Test
    void what_no_version_of_the_catalogue_has_is_told_with_its_count_and_every_level_of_a_driver_is_known() {
        List.of("old", "new", "gone", "typo", "typo", "unknown").forEach(label -> labels.add("journeyId", label));
        List.of("x", "x/y", "x/z", "x/z", "y").forEach(label -> labels.add("driver", label));

        var foreign = ForeignLabels.of(catalogue(), labels);

        assertThat(foreign.byDimension().get("journeyId")).isEqualTo(Map.of("typo", 2L, "gone", 1L, "unknown", 1L));
        assertThat(foreign.byDimension().get("journeyId").keySet()).containsExactly("typo", "gone", "unknown");
        assertThat(foreign.byDimension().get("driver")).isEqualTo(Map.of("x/z", 2L, "y", 1L));
    }

    @Test
    void carriers_regions_service_partners_and_departments_are_known_when_the_catalogue_lists_or_names_them() {
        List.of("carrier-a", "carrier-z", "north").forEach(label -> labels.add("carrier", label));
        List.of("north", "carrier-a").forEach(label -> labels.add("region", label));
        List.of("sp-1", "IN_HOUSE").forEach(label -> labels.add("servicePartnerId", label));
        List.of("logistics", "sales").forEach(label -> labels.add("owningDepartment", label));

        var foreign = ForeignLabels.of(catalogue(), labels).byDimension();

        assertThat(foreign.get("carrier")).isEqualTo(Map.of("carrier-z", 1L, "north", 1L));
        assertThat(foreign.get("region")).isEqualTo(Map.of("carrier-a", 1L));
        assertThat(foreign.get("servicePartnerId")).isEqualTo(Map.of("sp-1", 1L));
        assertThat(foreign.get("owningDepartment")).isEqualTo(Map.of("sales", 1L));
    }

    @Test
    void only_the_most_frequent_are_told() {
        for (int i = 0; i < 1_000; i++) {
            labels.add("journeyId", "journey" + i);
        }
        labels.add("journeyId", "journey999");

        assertThat(ForeignLabels.of(catalogue(), labels).byDimension().get("journeyId"))
                .hasSize(ForeignLabels.MOST)
                .containsEntry("journey999", 2L);
    }

    private static Catalogue catalogue() {
        return new Catalogue(List.of(version("old", Instant.EPOCH), version("new", Instant.EPOCH.plusSeconds(60))));
    }

    private static CatalogueVersion version(String journey, Instant from) {
        return GivenVersion.named(journey)
                .from(from)
                .journeys(List.of(
                        new Journey(journey, Map.of(), Journey.Phase.BUY, Audience.CUSTOMER, "owner", List.of(), null)))
                .drivers(List.of(new Driver("x/y", Audience.CUSTOMER, DemandType.VALUE, null, "logistics", null)))
                .cubes(Map.of("nps", List.of(List.of()), "contacts", List.of(List.of())))
                .windows(List.of(WindowSpec.day(Duration.ofMinutes(15))))
                .labels(Map.of("carrier", List.of("carrier-a"), "region", List.of("north")))
                .version();
    }
}

package nl.klantstem.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Ownership;
import nl.klantstem.contract.flow.ContactCourse.Demand;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.AvoidableCause;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Party;
import nl.klantstem.testkit.GivenVersion;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final Driver LATE = new Driver(
            "delivery/late",
            Audience.CUSTOMER,
            DemandType.FAILURE,
            AvoidableCause.CARRIER,
            "logistics",
            "order-delivery");
    private static final Driver HOW =
            new Driver("returns/how/label", Audience.CUSTOMER, DemandType.VALUE, null, null, null);

    private final Labels labels = new Labels(version(List.of()));

    @Test
    void what_is_listed_keeps_its_label_what_is_not_is_other_and_what_is_missing_is_unknown() {
        assertThat(labels.carrier("carrier-a")).isEqualTo("carrier-a");
        assertThat(labels.carrier("carrier-z")).isEqualTo("other");
        assertThat(labels.carrier(null)).isEqualTo("unknown");
        assertThat(labels.region("utrecht")).isEqualTo("utrecht");
        assertThat(labels.region("carrier-a")).isEqualTo("other");
        assertThat(labels.region(" ")).isEqualTo("unknown");
    }

    @Test
    void a_contact_without_a_service_partner_is_handled_in_house() {
        assertThat(labels.servicePartner("sp-1")).isEqualTo("sp-1");
        assertThat(labels.servicePartner("sp-9")).isEqualTo("other");
        assertThat(labels.servicePartner(null)).isEqualTo("IN_HOUSE");
        assertThat(labels.servicePartner("IN_HOUSE")).isEqualTo("IN_HOUSE");
    }

    @Test
    void a_driver_is_known_at_any_of_its_levels() {
        assertThat(List.of("delivery", "delivery/late", "returns/how", "returns/how/label"))
                .allSatisfy(code -> assertThat(labels.driver(code)).isEqualTo(code));
        assertThat(labels.driver("delivery/lost")).isEqualTo("other");
        assertThat(labels.driver(null)).isEqualTo("unknown");
    }

    @Test
    void demand_is_what_the_contact_says_else_what_exactly_its_driver_usually_means() {
        assertThat(labels.demand("delivery/late", null, null, null))
                .isEqualTo(new Demand(DemandType.FAILURE, "CARRIER", "logistics"));
        assertThat(labels.demand("delivery/late", "VALUE", "OWN_ERROR", "legal"))
                .isEqualTo(new Demand(DemandType.VALUE, "OWN_ERROR", "legal"));
        assertThat(labels.demand("delivery", null, null, "sales"))
                .isEqualTo(new Demand(DemandType.UNKNOWN, "unknown", "other"));
        assertThat(labels.demand(null, null, null, null))
                .isEqualTo(new Demand(DemandType.UNKNOWN, "unknown", "unknown"));
        assertThat(labels.journeyOf("delivery/late")).isEqualTo("order-delivery");
        assertThat(labels.journeyOf("delivery")).isNull();
    }

    @Test
    void the_longest_driver_that_fits_decides_and_then_the_fulfilment() {
        var owned = new Labels(version(List.of(
                new Ownership("delivery", null, Party.PLATFORM),
                new Ownership("delivery", Party.PARTNER, Party.PARTNER),
                new Ownership("delivery/lost", null, Party.PLATFORM),
                new Ownership("delivery/late", Party.PLATFORM, Party.PARTNER))));

        assertThat(owned.owner("delivery", null)).isEqualTo(Party.PLATFORM);
        assertThat(owned.owner("delivery/damaged", Party.PARTNER)).isEqualTo(Party.PARTNER);
        assertThat(owned.owner("delivery/damaged/wet", Party.PLATFORM)).isEqualTo(Party.PLATFORM);
        assertThat(owned.owner("delivery/lost", Party.PARTNER))
                .as("the longer driver goes before the fulfilment")
                .isEqualTo(Party.PLATFORM);
        assertThat(owned.owner("delivery/late", Party.PLATFORM)).isEqualTo(Party.PARTNER);
        assertThat(owned.owner("delivery/late", Party.PARTNER))
                .as("a rule for another fulfilment does not fit, so the shorter driver's does")
                .isEqualTo(Party.PARTNER);
        assertThat(owned.owner("delivery/late", null)).isEqualTo(Party.PLATFORM);
        assertThat(owned.owner("deliveryman", null)).isNull();
        assertThat(owned.owner("returns/how", Party.PARTNER)).isNull();
        assertThat(owned.owner(null, Party.PARTNER)).isNull();
    }

    private static CatalogueVersion version(List<Ownership> ownership) {
        return GivenVersion.named("v1")
                .drivers(List.of(LATE, HOW))
                .labels(Map.of(
                        "carrier", List.of("carrier-a"),
                        "region", List.of("utrecht"),
                        "servicePartnerId", List.of("sp-1"),
                        "owningDepartment", List.of("legal")))
                .ownership(ownership)
                .version();
    }
}

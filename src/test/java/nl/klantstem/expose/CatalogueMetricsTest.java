package nl.klantstem.expose;

import static org.assertj.core.api.Assertions.assertThat;

import nl.klantstem.app.CatalogueFile;
import org.junit.jupiter.api.Test;

class CatalogueMetricsTest {

    private final GivenExporter exporter = GivenExporter.withUsualCaps(CatalogueFile.starter());

    @Test
    void a_journey_has_its_owner_and_its_names() {
        assertThat(exporter.samples(AlertMetric.JOURNEY_INFO))
                .contains(
                        "voc_journey_info{audience=\"CUSTOMER\",journey=\"return\",name=\"Return\",name_nl=\"Retour\","
                                + "owner=\"after-sales-journeys\",phase=\"AFTER_SALES\"} 1");
    }

    @Test
    void a_driver_has_its_journey_whose_owner_is_its_owner() {
        assertThat(exporter.samples(AlertMetric.DRIVER_INFO))
                .contains("voc_driver_info{audience=\"CUSTOMER\",department=\"logistics\",driver=\"delivery/late\","
                        + "journey=\"order-delivery\",owner=\"delivery-journeys\"} 1");
    }

    @Test
    void a_top_level_has_what_all_below_it_agree_on() {
        assertThat(exporter.samples(AlertMetric.DRIVER_INFO))
                .contains("voc_driver_info{audience=\"CUSTOMER\",department=\"unknown\",driver=\"delivery\","
                        + "journey=\"unknown\",owner=\"delivery-journeys\"} 1");
    }
}

package nl.klantstem.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ResponseContext;
import org.junit.jupiter.api.Test;

class CubesTest {

    private static final String M = "m";

    @Test
    void a_cube_with_a_driver_gives_a_cell_at_each_of_its_levels() {
        var catalogue = GivenFacts.catalogue(M, List.of(List.of(), List.of("driver", "repeatFrom")));

        assertThat(Dimensions.cells(M, catalogue, GivenFacts.contact("delivery/lost/abroad", true, ContactCourse.NONE)))
                .extracting(cell -> cell.scope().labels().toString())
                .containsExactly(
                        "{audience=CUSTOMER}",
                        "{audience=CUSTOMER, driver=delivery, level=1, repeatFrom=none}",
                        "{audience=CUSTOMER, driver=delivery/lost, level=2, repeatFrom=none}",
                        "{audience=CUSTOMER, driver=delivery/lost/abroad, level=3, repeatFrom=none}");
    }

    @Test
    void a_measure_without_cubes_has_no_cells() {
        var catalogue = GivenFacts.catalogue("another", List.of(List.of()));

        assertThat(Dimensions.cells(M, catalogue, GivenFacts.contact("returns", true, ContactCourse.NONE)))
                .isEmpty();
    }

    @Test
    void an_answer_is_not_in_the_cubes_of_what_only_contacts_have() {
        var catalogue = GivenFacts.catalogue(
                M,
                List.of(
                        List.of("intent"),
                        List.of("channel", "confidence"),
                        List.of("driver", "repeatFrom"),
                        List.of("handler", "servicePartnerId")));

        assertThat(Dimensions.cells(
                        M, catalogue, GivenFacts.answer(7, GivenFacts.handled(ResponseContext.BOT_ONLY, "sp-1"))))
                .extracting(cell -> cell.scope().labels())
                .containsExactly(
                        new TreeMap<>(Map.of("audience", "CUSTOMER", "handler", "BOT", "servicePartnerId", "sp-1")));
    }

    @Test
    void an_answer_has_the_handler_that_its_contact_ended_with() {
        var catalogue = GivenFacts.catalogue(M, List.of(List.of("handler")));

        assertThat(List.of(
                        ResponseContext.BOT_ONLY, ResponseContext.HANDED_OVER, ResponseContext.HUMAN_ONLY, "unknown"))
                .extracting(handling -> Dimensions.cells(
                                M, catalogue, GivenFacts.answer(7, GivenFacts.handled(handling, "sp-1")))
                        .get(0)
                        .scope()
                        .labels()
                        .get("handler"))
                .containsExactly("BOT", "HUMAN", "HUMAN", "unknown");
    }

    @Test
    void a_dimension_that_nothing_has_is_a_bug() {
        var catalogue = GivenFacts.catalogue(M, List.of(List.of("weather")));

        assertThatThrownBy(
                        () -> Dimensions.cells(M, catalogue, GivenFacts.contact("returns", true, ContactCourse.NONE)))
                .hasMessage("a contact has no dimension 'weather'");
        assertThatThrownBy(() -> Dimensions.cells(M, catalogue, GivenFacts.answer(7, ResponseContext.NONE)))
                .hasMessage("a response has no dimension 'weather'");
    }
}

package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.out.Scope;
import org.junit.jupiter.api.Test;

/** A cell is made once, and is the one that its labels name. */
class CellsTest {

    private final Cells cells = new Cells();

    @Test
    void the_same_labels_give_the_same_cell() {
        Cell cell = cells.of("contacts", List.of("channel", "audience"), List.of("PHONE", "CUSTOMER"));

        assertThat(cells.of("contacts", List.of("channel", "audience"), List.of("PHONE", "CUSTOMER")))
                .isSameAs(cell);
        assertThat(cell)
                .isEqualTo(new Cell(
                        "contacts", new Scope(new TreeMap<>(Map.of("audience", "CUSTOMER", "channel", "PHONE")))));
        assertThat(cell.id()).isEqualTo("contacts\u001faudience=CUSTOMER\u001fchannel=PHONE");
    }

    @Test
    void another_measure_name_or_label_is_another_cell() {
        Cell cell = cells.of("contacts", List.of("channel"), List.of("PHONE"));

        assertThat(List.of(
                        cells.of("outcomes", List.of("channel"), List.of("PHONE")),
                        cells.of("contacts", List.of("handler"), List.of("PHONE")),
                        cells.of("contacts", List.of("channel"), List.of("CHAT"))))
                .doesNotContain(cell);
    }

    @Test
    void a_list_that_is_filled_anew_for_the_next_fact_changes_no_cell() {
        var labels = new ArrayList<>(List.of("PHONE"));
        Cell phone = cells.of("contacts", List.of("channel"), labels);
        labels.set(0, "CHAT");

        assertThat(cells.of("contacts", List.of("channel"), labels)).isNotEqualTo(phone);
        assertThat(cells.of("contacts", List.of("channel"), List.of("PHONE"))).isSameAs(phone);
    }

    @Test
    void a_name_without_a_label_is_a_bug() {
        assertThatThrownBy(() -> cells.of("contacts", List.of("channel", "audience"), List.of("PHONE")))
                .hasMessageContaining("[PHONE] for the names [channel, audience]");
    }
}

package nl.klantstem.house.dashboards;

import static nl.klantstem.house.dashboards.Board.Row.row;
import static nl.klantstem.house.dashboards.Query.now;
import static nl.klantstem.house.dashboards.Words.same;
import static nl.klantstem.house.dashboards.Words.words;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import nl.klantstem.house.dashboards.Board.Variable;
import org.junit.jupiter.api.Test;

/** The rules see what they are there for: a dashboard that breaks one fails it. */
class DashboardCanariesTest {

    private static final String WELL = "sum(one:voc_orders_total{audience=\"$audience\"})";
    private static final Words SAYS = words(
            "Orders that were placed since counting began, each once.",
            "Bestellingen die geplaatst zijn sinds het tellen begon, elk een keer.");

    private final DashboardsTest rules = new DashboardsTest();

    @Test
    void a_dashboard_that_keeps_the_rules_passes() {
        var well = board(WELL, SAYS);

        assertThatCode(() -> {
                    rules.only_metrics_and_labels_that_there_are_are_asked_for(well);
                    rules.each_panel_says_what_it_shows_and_how_in_every_language(well);
                    rules.what_several_exporters_show_is_taken_once(well);
                    rules.one_window_is_chosen_and_customers_and_partners_are_never_pooled(well);
                    rules.variables_that_stand_above_it_are_used_and_those_used_stand_there(well);
                    rules.no_data_source_is_fixed(well);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_metric_that_there_is_not_is_seen() {
        var board = board(WELL.replace("orders", "purchases"), SAYS);

        assertThatThrownBy(() -> rules.only_metrics_and_labels_that_there_are_are_asked_for(board))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("voc_purchases_total");
    }

    @Test
    void a_label_that_the_metric_has_not_is_seen() {
        var board = board(WELL.replace("audience=", "carrier="), SAYS);

        assertThatThrownBy(() -> rules.only_metrics_and_labels_that_there_are_are_asked_for(board))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("carrier");
    }

    @Test
    void a_panel_that_does_not_say_what_it_counts_is_seen() {
        var board = board(WELL, same(""));

        assertThatThrownBy(() -> rules.each_panel_says_what_it_shows_and_how_in_every_language(board))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_panel_that_is_not_translated_is_seen() {
        var board = board(WELL, same(SAYS.en()));

        assertThatThrownBy(() -> rules.each_panel_says_what_it_shows_and_how_in_every_language(board))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_number_of_every_exporter_added_up_is_seen() {
        var board = board(WELL.replace("one:", ""), SAYS);

        assertThatThrownBy(() -> rules.what_several_exporters_show_is_taken_once(board))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void customers_and_partners_pooled_are_seen() {
        var board = board("sum(one:voc_orders_total)", SAYS);

        assertThatThrownBy(() -> rules.one_window_is_chosen_and_customers_and_partners_are_never_pooled(board))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("audience");
    }

    @Test
    void a_variable_that_nothing_uses_is_seen() {
        var board = board(WELL.replace("$audience", "CUSTOMER"), SAYS);

        assertThatThrownBy(() -> rules.variables_that_stand_above_it_are_used_and_those_used_stand_there(board))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_data_source_of_one_place_is_seen() throws IOException {
        var dashboard = (ObjectNode) new ObjectMapper().readTree(BoardJson.of(board(WELL, SAYS), Language.EN));
        ((ObjectNode) dashboard.at("/panels/0/targets/0/datasource")).put("uid", "P4169E866C3094E38");

        assertThatThrownBy(() -> DashboardsTest.chooseTheirSource(dashboard)).isInstanceOf(AssertionError.class);
    }

    private static Board board(String expr, Words says) {
        var panel = Panel.numbers(words("Orders", "Bestellingen"), says, Unit.COUNT, now(expr, same("orders")));
        return new Board(
                "canary",
                same("Canary"),
                same("Breaks a rule."),
                "now-1h",
                "1m",
                Set.of(Variable.AUDIENCE),
                List.of(row(panel)));
    }
}

package nl.klantstem.house.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.klantstem.contract.flow.ContactCourse.BotOutcome;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent.HumanReason;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.MeasureEffect;
import org.junit.jupiter.api.Test;

/** What is called by a name is all that there is, and what leads on leads somewhere. */
class LinksAndTermsTest {

    @Test
    void every_value_has_a_name() {
        assertThat(values(Term.CHANNELS)).containsAll(names(Channel.values()));
        assertThat(values(Term.EMOTIONS)).containsExactlyInAnyOrderElementsOf(names(Emotion.values()));
        assertThat(values(Term.PARTIES)).containsAll(names(Party.values()));
        assertThat(values(Term.REASONS_FOR_A_PERSON)).containsAll(names(HumanReason.values()));
        assertThat(values(Term.BOT_OUTCOMES))
                .containsExactlyInAnyOrderElementsOf(names(BotOutcome.values()).stream()
                        .filter(outcome -> !outcome.equals(BotOutcome.NONE.name()))
                        .toList());
        assertThat(values(Term.STEERING))
                .containsAll(names(DaySteering.Area.values()))
                .containsAll(names(DaySteering.Code.values()));
        assertThat(values(Term.MEASURES))
                .containsAll(names(MeasureEffect.State.values()))
                .containsAll(names(MeasureEffect.Verdict.values()));
    }

    @Test
    void two_values_of_a_panel_have_two_names() {
        assertThat(panels()).allSatisfy(panel -> {
            for (Language language : Language.values()) {
                assertThat(panel.aids().terms())
                        .extracting(term -> term.called().in(language))
                        .doesNotHaveDuplicates();
            }
        });
    }

    @Test
    void links_lead_to_dashboards_that_there_are_and_choose_what_can_be_chosen_there() {
        var links = panels().flatMap(LinksAndTermsTest::links).toList();

        assertThat(links).isNotEmpty().allSatisfy(link -> {
            var board = Boards.ALL.stream()
                    .filter(other -> other.file().equals(link.to()))
                    .findFirst();
            assertThat(board).as(link.to()).isPresent();
            assertThat(link.url()).startsWith("/d/" + board.orElseThrow().uid() + "?");
            if (!link.choosing().isEmpty()) {
                assertThat(board.orElseThrow().asks())
                        .extracting(variable -> "var-" + variable.name().toLowerCase(java.util.Locale.ROOT))
                        .contains(link.choosing().substring(0, link.choosing().indexOf('=')));
            }
        });
    }

    @Test
    void every_large_number_of_the_wallboard_leads_to_why_it_is_so() {
        assertThat(DaySteeringBoard.board().rows().get(0).panels())
                .allSatisfy(panel ->
                        assertThat(panel.aids().links()).as(panel.title().en()).isNotEmpty());
    }

    private static Stream<Panel> panels() {
        return Boards.ALL.stream().flatMap(board -> board.panels().stream());
    }

    private static Stream<Link> links(Panel panel) {
        var own = panel.aids().links().stream();
        return panel.look() instanceof Panel.Look.Table table
                ? Stream.concat(own, table.columns().stream().flatMap(column -> column.link().stream()))
                : own;
    }

    private static List<String> values(List<Term> terms) {
        return terms.stream().map(Term::value).toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}

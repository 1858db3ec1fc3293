package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.rolling.GivenEngine.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is ranked among others is told anew when they change, and only then. */
class PeersTest {

    private static final List<WindowSpec> DAY = List.of(WindowSpec.rolling("P1D", Duration.ofMinutes(10)));
    private static final String NORTH = GivenStream.cell("north");
    private static final String SOUTH = GivenStream.cell("south");
    private static final long NOON = GivenEngine.minute(Instant.parse("2026-03-02T12:00:00Z"));

    private final GivenEngine engine = new GivenEngine(ZoneId.of("Europe/Amsterdam"), DAY, null, Look.PEERS);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void one_without_news_is_told_once_of_the_news_of_a_peer(boolean crashes) {
        receive(NOON + 20, delta(NORTH, NOON, 1));
        receive(NOON + 60, delta(SOUTH, NOON + 22, 2));
        if (crashes) {
            engine.crash();
        }
        engine.commit();
        if (crashes) {
            engine.crash();
        }
        receive(NOON + 300);
        engine.commit();

        assertThat(engine.finals(NORTH, "P1D"))
                .extracting(Recount.Final::to, Recount.Final::counts, Recount.Final::peers)
                .containsExactly(
                        tuple(NOON + 10, List.of(1L, 0L, 0L), List.of("north[1, 0, 0]")),
                        tuple(NOON + 30, List.of(1L, 0L, 0L), List.of("north[1, 0, 0]", "south[2, 0, 0]")));
    }

    @Test
    void one_that_counts_nothing_any_more_hears_and_shows_no_more_of_its_peers() {
        long tomorrow = NOON + 24 * 60;
        receive(NOON + 20, delta(NORTH, NOON, 1));
        receive(tomorrow + 20, delta(SOUTH, tomorrow - 30, 2));
        receive(tomorrow + 300, delta(SOUTH, tomorrow + 60, 5));
        engine.commit();

        assertThat(engine.finals(NORTH, "P1D"))
                .extracting(Recount.Final::to, Recount.Final::peers)
                .containsExactly(
                        tuple(NOON + 10, List.of("north[1, 0, 0]")),
                        tuple(tomorrow - 20, List.of("north[1, 0, 0]", "south[2, 0, 0]")),
                        tuple(tomorrow + 10, List.of()));
        assertThat(engine.finals(SOUTH, "P1D"))
                .extracting(Recount.Final::to, Recount.Final::peers)
                .containsExactly(
                        tuple(tomorrow - 20, List.of("north[1, 0, 0]", "south[2, 0, 0]")),
                        tuple(tomorrow + 10, List.of("south[2, 0, 0]")),
                        tuple(tomorrow + 70, List.of("south[7, 0, 0]")));
    }

    @Test
    void peers_are_told_at_once_what_is_known_of_each_other() {
        receive(NOON + 20, delta(NORTH, NOON, 1));
        engine.provisional();
        receive(NOON + 20, delta(SOUTH, NOON + 15, 2));

        assertThat(engine.provisional())
                .extracting(counts -> counts.scope().labels().get(GivenStream.RANKED), GivenEngine::peers)
                .containsExactly(
                        tuple("north", List.of("north[1, 0, 0]", "south[2, 0, 0]")),
                        tuple("south", List.of("north[1, 0, 0]", "south[2, 0, 0]")));
    }

    @Test
    void only_what_is_alike_but_for_the_ranked_label_is_ranked() {
        String partners = cell(Map.of(Scope.AUDIENCE, "PARTNER", GivenStream.RANKED, "north"));
        String all = cell(Map.of(Scope.AUDIENCE, "CUSTOMER"));
        receive(NOON + 60, delta(NORTH, NOON, 1), delta(partners, NOON, 2), delta(all, NOON, 3));
        engine.commit();

        assertThat(engine.finals(NORTH, "P1D").get(0).peers()).containsExactly("north[1, 0, 0]");
        assertThat(engine.finals(partners, "P1D").get(0).peers()).containsExactly("north[2, 0, 0]");
        assertThat(engine.finals(all, "P1D").get(0).peers()).isEmpty();
    }

    @Test
    void what_decides_where_a_cell_lives_cannot_be_ranked_by() {
        Cell cell = Cell.parse(cell(Map.of(Scope.JOURNEY, "return", Scope.DRIVER, "delivery/late")));

        assertThatThrownBy(() -> cell.without(Scope.JOURNEY))
                .hasMessageContaining("cannot rank by journeyId: it decides in which partition");
        assertThat(cell.without(Scope.DRIVER)).isEqualTo(Cell.parse(cell(Map.of(Scope.JOURNEY, "return"))));
        assertThat(cell.without(Scope.CHANNEL)).isNull();
    }

    private void receive(long minute, Delta... deltas) {
        engine.receive(new Frame(1, List.of(new Frame.Mark(0, 0, minute * 60_000)), List.of(deltas)));
    }

    private static Delta delta(String cell, long minute, long n) {
        return new Delta(cell, minute, minute, Tally.of(n));
    }

    private static String cell(Map<String, String> labels) {
        return new Cell(GivenStream.MEASURE, new Scope(new TreeMap<>(labels))).id();
    }
}

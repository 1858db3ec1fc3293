package nl.klantstem.rolling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import nl.klantstem.contract.catalogue.WindowSpec;
import nl.klantstem.rolling.GivenEngine.Look;
import nl.klantstem.topic.BinaryWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored is read as it was meant, or not at all. */
class StoredCountsTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final List<WindowSpec> HOUR = List.of(WindowSpec.rolling("PT1H", Duration.ofMinutes(1)));

    private final GivenEngine engine = new GivenEngine(AMSTERDAM, HOUR, null, Look.ALONE);

    @BeforeEach
    void something_was_counted() {
        long noon = GivenEngine.minute(Instant.parse("2026-03-02T12:00:00Z"));
        engine.receive(new Frame(
                1,
                List.of(new Frame.Mark(0, 0, (noon + 60) * 60_000)),
                List.of(new Delta(GivenStream.cell("return"), noon, noon, Tally.of(1)))));
        engine.commit();
    }

    @Test
    void counts_of_another_version_are_not_guessed_at() {
        engine.blocks().put("M", new BinaryWriter().number(1).toBytes());

        assertThatThrownBy(() -> new RollingEngine(engine.rules(), engine.blocks()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unknown version (1");
    }

    @Test
    void a_measure_that_compares_periods_from_now_on_says_what_to_do() {
        EngineRules comparing = new GivenEngine(AMSTERDAM, HOUR, null, Look.PERIODS).rules();

        assertThatThrownBy(() -> new RollingEngine(comparing, engine.blocks()))
                .hasMessageContaining("what 'answers' counts")
                .hasMessageContaining("replay the history under another prefix");
    }

    @Test
    void a_window_more_says_what_to_do() {
        var more = List.of(HOUR.get(0), WindowSpec.day(Duration.ofMinutes(15)));
        EngineRules two = new GivenEngine(AMSTERDAM, more, null, Look.ALONE).rules();

        assertThatThrownBy(() -> new RollingEngine(two, engine.blocks())).hasMessageContaining("the windows, or what");
    }
}

package nl.klantstem.expose.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WrittenTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private final Written dutch = new Written(Words.in(Language.NL), ZONE);
    private final Written english = new Written(Words.in(Language.EN), ZONE);

    @Test
    void numbers_are_written_as_the_language_does() {
        assertThat(dutch.plain(1234.56, 1)).isEqualTo("1.234,6");
        assertThat(english.plain(1234.56, 1)).isEqualTo("1,234.6");
        assertThat(dutch.whole(1234567)).isEqualTo("1.234.567");
        assertThat(english.whole(999)).isEqualTo("999");
        assertThat(dutch.percent(0.7821)).isEqualTo("78,2%");
    }

    @Test
    void a_sign_is_a_sign_and_nothing_has_none() {
        assertThat(english.signed(44)).isEqualTo("+44.0");
        assertThat(english.signed(-2.44)).isEqualTo("\u22122.4");
        assertThat(english.signed(-0.04)).isEqualTo("0.0");
        assertThat(english.change(-0.061)).isEqualTo("\u22126%");
        assertThat(english.change(0.004)).isEqualTo("0%");
    }

    @Test
    void times_are_in_the_zone_of_the_catalogue_on_both_sides_of_a_clock_change() {
        assertThat(dutch.moment(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("25 okt 02:30");
        assertThat(dutch.moment(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo("25 okt 02:30");
        assertThat(english.moment(Instant.parse("2026-10-25T02:30:00Z"))).isEqualTo("25 Oct 03:30");
        assertThat(english.clock(Instant.parse("2026-11-29T17:53:30Z"))).isEqualTo("18:53:30");
    }

    @Test
    void another_year_is_told() {
        var data = Instant.parse("2026-11-29T17:53:30Z").atZone(ZONE);

        assertThat(english.moment(Instant.parse("2025-11-29T17:53:30Z"), data)).isEqualTo("29 Nov 2025 18:53");
        assertThat(english.moment(Instant.parse("2026-11-28T17:53:30Z"), data)).isEqualTo("28 Nov 18:53");
    }

    @Test
    void a_duration_is_as_exact_as_it_is_worth() {
        assertThat(english.duration(Duration.ofSeconds(119))).isEqualTo("119 s");
        assertThat(english.duration(Duration.ofMinutes(2))).isEqualTo("2 min");
        assertThat(dutch.duration(Duration.ofHours(3))).isEqualTo("3 u");
        assertThat(dutch.duration(Duration.ofDays(3))).isEqualTo("3 d");
    }

    @Test
    void the_language_is_the_one_asked_for_else_the_browsers() {
        assertThat(Language.of("nl", "en")).isEqualTo(Language.NL);
        assertThat(Language.of(null, "nl-BE,nl;q=0.9,en;q=0.5")).isEqualTo(Language.NL);
        assertThat(Language.of(null, "en-GB,nl;q=0.5")).isEqualTo(Language.EN);
        assertThat(Language.of("xx", "fr")).isEqualTo(Language.EN);
        assertThat(Language.of(null, ";;;q=")).isEqualTo(Language.EN);
        assertThat(Language.of(null, null)).isEqualTo(Language.EN);
    }
}

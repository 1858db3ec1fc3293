package nl.klantstem.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactTotals;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.NpsTotals;
import nl.klantstem.contract.out.Reliability;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final Instant NOON = Instant.parse("2026-11-27T11:00:00Z");
    private static final List<Long> NO_SCORES = List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);

    private final Latest latest = new Latest();
    private final Board board = new Board(CatalogueFile.starter().latest(), "metrics: http://127.0.0.1:9464/metrics");

    @Test
    void a_journey_shows_its_nps_with_margin_and_answers_its_contacts_and_their_main_driver() {
        latest.take(nps("lost-in-mail", NOON, 412, 18.2, true));
        latest.take(contacts(Map.of("journeyId", "lost-in-mail"), 1900));
        latest.take(contacts(Map.of("journeyId", "lost-in-mail", "driver", "delivery", "level", 1), 1850));
        latest.take(contacts(Map.of("journeyId", "lost-in-mail", "driver", "delivery/lost", "level", 2), 1800));
        latest.take(contacts(Map.of("journeyId", "lost-in-mail", "driver", "delivery/late", "level", 2), 50));

        assertThat(line("Lost in mail").replaceAll(" +", " "))
                .isEqualTo("Lost in mail +18.2 +-7.5 412 - - - 1,900 delivery/lost 1,800");
    }

    @Test
    void a_journey_without_answers_shows_none_rather_than_zero() {
        latest.take(nps("return", NOON, 0, null, true));

        assertThat(line("Return").replaceAll(" +", " ")).isEqualTo("Return - - 0 - - - - -");
    }

    @Test
    void every_customer_journey_has_a_row_before_there_is_any_data() {
        var lines = board.lines(latest, NOON, 60);

        assertThat(lines.get(0)).contains("60 x real time");
        assertThat(lines.get(1)).isEqualTo("Fri 27 Nov 2026 12:00:00 (Europe/Amsterdam), no data yet");
        assertThat(lines).anyMatch(line -> line.startsWith("All journeys"));
        assertThat(lines).anyMatch(line -> line.startsWith("Order delivery"));
        assertThat(lines).noneMatch(line -> line.startsWith("Partner payments"));
        assertThat(lines).allMatch(line -> line.length() <= 100);
        assertThat(String.join("", lines)).matches("\\p{ASCII}*");
    }

    @Test
    void data_age_is_told_in_the_seconds_of_the_one_who_watches() {
        latest.take(nps("return", NOON, 3, 33.3, true));

        assertThat(board.lines(latest, NOON.plus(Duration.ofMinutes(2)), 60).get(1))
                .contains("data 2.0 s old");
    }

    @Test
    void a_current_figure_stands_until_a_final_of_a_later_window() {
        latest.take(nps("return", NOON, 10, 10.0, true));
        latest.take(nps("return", NOON.minusSeconds(300), 9, 9.0, false));
        assertThat(line("Return")).contains("+10.0");

        latest.take(nps("return", NOON, 11, 11.0, false));
        assertThat(line("Return")).contains("+10.0");

        latest.take(nps("return", NOON.plusSeconds(60), 12, 12.0, false));
        assertThat(line("Return")).contains("+12.0");
    }

    private String line(String journey) {
        return board.lines(latest, NOON, 60).stream()
                .filter(line -> line.startsWith(journey + " "))
                .findFirst()
                .orElseThrow();
    }

    private static JourneyNps nps(String journeyId, Instant to, long n, @Nullable Double nps, boolean provisional) {
        return new JourneyNps(
                Scope.of(Map.of("programme", "TRANSACTIONAL", "audience", "CUSTOMER", "journeyId", journeyId)),
                day(to),
                n,
                0L,
                0L,
                0L,
                NO_SCORES,
                nps,
                nps == null ? null : new Interval(nps - 7.5, nps + 7.5),
                Reliability.OK,
                null,
                null,
                new NpsTotals(NO_SCORES, NO_SCORES),
                to,
                provisional,
                new Completeness(0, 0),
                "2026-11",
                1);
    }

    private static ContactDrivers contacts(Map<String, Object> labels, long contacts) {
        var all = new HashMap<String, Object>(labels);
        all.put("audience", "CUSTOMER");
        return new ContactDrivers(
                Scope.of(all),
                day(NOON),
                contacts,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                new ContactTotals(contacts, 0, 0, 0, 0, 0, null, null),
                NOON,
                true,
                new Completeness(0, 0),
                "2026-11",
                1);
    }

    private static Window day(Instant to) {
        return new Window(Window.Type.ROLLING, "PT24H", to.minus(Duration.ofHours(24)), to, null);
    }
}

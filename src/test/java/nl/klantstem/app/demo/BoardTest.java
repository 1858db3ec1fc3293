package nl.klantstem.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.contract.out.AvoidableContacts;
import nl.klantstem.contract.out.Completeness;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.ContactTotals;
import nl.klantstem.contract.out.Interval;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.NpsTotals;
import nl.klantstem.contract.out.Reliability;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.SurveyHealth;
import nl.klantstem.contract.out.Window;
import nl.klantstem.topic.Json;
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
        assertThat(lines).anyMatch(line -> line.matches("bot, 7 d +awaiting the first session with the bot"));
        assertThat(lines).anyMatch(line -> line.matches("contact rate +awaiting the first orders"));
        assertThat(lines).anyMatch(line -> line.matches("open now +awaiting the first contacts"));
        assertThat(lines).anyMatch(line -> line.matches("avoidable +awaiting the first contacts whose cause is known"));
        assertThat(lines).allMatch(line -> line.length() <= 100).hasSizeLessThanOrEqualTo(40);
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

    @Test
    void a_channel_shows_its_service_level_and_median_wait_as_published() throws IOException {
        latest.take(outcomes(Map.of("channel", "CHAT"), "PT24H"));

        assertThat(line("Chat").replaceAll(" +", " ")).isEqualTo("Chat 81.6% 380 8 s 100 s 350 22 18");
        assertThat(line("Phone").replaceAll(" +", " ")).isEqualTo("Phone - - - - - - -");
    }

    @Test
    void the_bot_repeats_and_the_backlog_are_told_in_a_line_each() throws IOException {
        latest.take(outcomes(Map.of(), "PT1H"));
        latest.take(outcomes(Map.of(), "PT24H"));
        latest.take(outcomes(Map.of(), "P7D"));
        latest.take(outcomes(Map.of(), "P28D"));

        assertThat(line("bot, 7 d"))
                .contains("296 ended", "40.5% contained (30.4% confirmed)", "40.5% handed over", "3.0% stuck");
        assertThat(line("people, 7 d"))
                .contains("72.9% of 118 who asked for one got one in time")
                .contains("NPS +50.0, of the bot alone +15.0");
        assertThat(line("coming back"))
                .contains("61 repeats in 24 h (11.7%)")
                .contains("awaiting the first that is due");
        assertThat(line("open now")).endsWith("25 contacts: 25 up to an hour old, 0 up to a day, 0 older");
    }

    @Test
    void of_those_asked_it_is_told_how_many_answered() throws IOException {
        assertThat(line("surveys, 28 d")).endsWith("awaiting the first that is asked");

        latest.take(surveys());

        assertThat(line("surveys, 28 d"))
                .contains("2,900 asked: 21.4% answered so far, 22.1% of those due; 0.9% asked again too soon");
    }

    @Test
    void contacts_per_1000_orders_are_shown_once_there_are_orders() throws IOException {
        var rated = json("contact-drivers", Map.of(), "PT24H");
        rated.put("orders", 45_000);
        rated.putObject("flow").put("grossPer1000", 182.31).put("netPer1000", 140.08);
        latest.take(Json.MAPPER.treeToValue(rated, ContactDrivers.class));

        assertThat(line("contact rate"))
                .contains("182.3 contacts per 1,000 orders in 24 h, 140.1 orders with one (of 45,000)");
    }

    @Test
    void the_drivers_that_were_most_avoidable_are_shown_with_who_can_prevent_them() throws IOException {
        latest.take(avoidable(Map.of("owningDepartment", "logistics")));
        for (var cause : List.of("CARRIER", "OWN_ERROR")) {
            latest.take(avoidable(Map.of(
                    "owningDepartment", "logistics", "driver", "delivery/late", "level", 2, "avoidableCause", cause)));
            latest.take(avoidable(Map.of(
                    "owningDepartment", "logistics", "driver", "delivery", "level", 1, "avoidableCause", cause)));
        }

        assertThat(line("avoidable, 24 h:")).contains("77.8% of known demand, 8.4% unknown");
        assertThat(line("delivery/late").replaceAll(" +", " ")).isEqualTo("delivery/late logistics 1,400 +40%");
        assertThat(board.lines(latest, NOON, 60)).noneMatch(line -> line.startsWith("delivery "));
    }

    @Test
    void a_full_table_fits_a_terminal() throws IOException {
        for (var length : List.of("PT1H", "PT24H", "P7D", "P28D")) {
            latest.take(outcomes(Map.of(), length));
        }
        latest.take(surveys());
        latest.take(avoidable(Map.of("owningDepartment", "logistics")));
        for (int i = 0; i < 9; i++) {
            latest.take(avoidable(Map.of(
                    "owningDepartment",
                    "logistics",
                    "driver",
                    "delivery/late-" + i,
                    "level",
                    2,
                    "avoidableCause",
                    "CARRIER")));
        }

        assertThat(board.lines(latest, NOON, 60))
                .allMatch(line -> line.length() <= 100)
                .hasSizeLessThanOrEqualTo(40);
    }

    private static ContactOutcomes outcomes(Map<String, Object> labels, String length) throws IOException {
        return Json.MAPPER.treeToValue(json("contact-outcomes", labels, length), ContactOutcomes.class);
    }

    private static AvoidableContacts avoidable(Map<String, Object> labels) throws IOException {
        return Json.MAPPER.treeToValue(json("avoidable-contacts", labels, "PT24H"), AvoidableContacts.class);
    }

    private static SurveyHealth surveys() throws IOException {
        return Json.MAPPER.treeToValue(
                json("survey-health", Map.of("programme", "TRANSACTIONAL"), "P28D"), SurveyHealth.class);
    }

    /** The reviewed example of a topic, of another scope and window. */
    private static ObjectNode json(String topic, Map<String, Object> labels, String length) throws IOException {
        var scope = new HashMap<>(labels);
        scope.put("audience", "CUSTOMER");
        var value = (ObjectNode)
                Json.MAPPER.readTree(Files.readString(Path.of("src/test/resources/golden", topic + ".json")));
        value.set("scope", Json.MAPPER.valueToTree(scope));
        value.withObject("window").put("length", length);
        return value;
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

package nl.klantstem.expose.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteeringKey;
import nl.klantstem.expose.board.Reading;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class SteeringPartsTest {

    private final MovedClock clock = new MovedClock(GivenBoard.EVENING);
    private final GivenBoard given = new GivenBoard(clock, null).upTo(GivenBoard.EVENING);

    @Test
    void each_area_has_its_hour_its_day_and_the_day_before_in_a_row_each() {
        GivenSteering.on(given, "service-partner-1");

        assertThat(keys("steering.today"))
                .containsExactly("SALES", "LOGISTICS", "CUSTOMER_SERVICE", "PARTNER_SERVICE", "SERVICE_LEVELS");
        assertThat(keys("steering.hour")).isEqualTo(keys("steering.today"));
        assertThat(keys("steering.day")).isEqualTo(keys("steering.today"));
        assertThat(part("steering.today.caption", "caption")).contains("29 Nov up to 18:00");
        assertThat(part("steering.hour.caption", "caption")).contains("17:00\u201318:00");
        assertThat(part("steering.day.caption", "caption")).contains("28 Nov, the whole day");
    }

    @Test
    void a_row_has_actual_plan_deviation_last_week_and_last_peak() {
        GivenSteering.on(given, "service-partner-1");

        assertThat(part("steering.hour", "CUSTOMER_SERVICE"))
                .contains(">410<", ">350<", ">+60<", ">+17%<", ">260<", ">380<")
                .contains("voc.day-steering.v1", "22 Nov 2026", "30 Nov 2025", "Planned for the whole day");
        assertThat(part("steering.today", "SERVICE_LEVELS"))
                .contains(">78.2%<", ">80.0%<", ">\u22121.8<", ">points<", ">85.9%<", ">76.1%<");
    }

    @Test
    void what_is_not_known_is_a_dash_and_not_a_zero() {
        GivenSteering.on(given, "service-partner-1");

        assertThat(part("steering.hour", "PARTNER_SERVICE"))
                .contains("<td class=\"num plan\"><span class=\"value none\">\u2013</span></td>")
                .contains("<td class=\"num deviation\"><span class=\"value none\">\u2013</span></td>")
                .contains("<td class=\"num peakday\"><span class=\"value none\">\u2013</span></td>");
    }

    @Test
    void an_area_that_must_adjust_says_where_how_much_and_in_which_hours() {
        GivenSteering.on(given, "service-partner-1");

        assertThat(part("steering.today", "SALES")).contains("pill ready\">Ready<");
        assertThat(part("steering.today", "CUSTOMER_SERVICE")).contains("pill adjust\">Adjust<");
        assertThat(part("steering.note", "overall")).contains("Tomorrow, 30 Nov:", "pill adjust\">Adjust<");
        assertThat(part("steering.reasons", "CUSTOMER_SERVICE/OVER_CAPACITY/PHONE/null"))
                .contains("Customer service \u00b7 Phone<", "313 contacts too many", ">30 Nov 08:00\u201312:00<");
        assertThat(part("steering.reasons", "CUSTOMER_SERVICE/OVER_CAPACITY/PHONE/service-partner-1"))
                .contains("<bdi>service-partner-1</bdi>", "30 Nov 08:00\u201309:00, 11:00\u201312:00");
        assertThat(part("steering.reasons", "PARTNER_SERVICE/NO_PLAN/null/null"))
                .contains("no plan", "30 Nov 00:00\u201324:00")
                .doesNotContain("contacts too");
        assertThat(part("steering.reasons", "SERVICE_LEVELS/TARGET_MISSED/CHAT/null"))
                .contains("41 contacts too late", "29 Nov 15:00\u201318:00");
    }

    @Test
    void a_service_partner_that_would_be_a_script_is_text() {
        GivenSteering.on(given, GivenBoard.HOSTILE);

        assertThat(parts("steering.reasons").stream().map(Part::html).collect(Collectors.joining()))
                .contains("<bdi>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void before_anything_is_told_that_is_said() {
        assertThat(part("steering.today", "none")).contains("Nothing has been told of day steering yet");
        assertThat(part("steering.hour", "none")).contains("No hour has been told yet");
        assertThat(part("steering.day", "none")).contains("No day has been closed yet");
        assertThat(parts("steering.note")).isEmpty();
        assertThat(parts("steering.reasons")).isEmpty();

        given.is(Reading.toGo(37, 100));

        assertThat(part("steering.today", "none")).contains("still being read");
    }

    @Test
    void without_a_plan_that_is_said_and_what_is_known_is_shown() {
        GivenSteering.hourWithoutPlan(given);

        assertThat(part("steering.note", "noplan")).contains("Nothing is planned for today");
        assertThat(part("steering.today", "SALES")).contains(">100<", ">90<");
        assertThat(part("steering.reasons", "none")).contains("Nothing stands in the way");
    }

    @Test
    void the_newest_hour_is_shown_whichever_comes_last() {
        GivenSteering.hour(given, GivenSteering.HOUR, 410, "service-partner-1");
        GivenSteering.hour(given, GivenSteering.HOUR.minusSeconds(3_600), 77, "service-partner-1");

        assertThat(part("steering.hour", "CUSTOMER_SERVICE")).contains(">410<");
    }

    @Test
    void one_that_cannot_be_read_leaves_the_one_before() {
        GivenSteering.hour(given, GivenSteering.HOUR, 410, "service-partner-1");
        var key =
                new DaySteeringKey(DaySteering.Kind.HOUR, GivenSteering.SUNDAY, GivenSteering.HOUR.plusSeconds(3_600));
        given.takes(Topic.DAY_STEERING, key, "nonsense");
        given.takes(
                Topic.DAY_STEERING,
                new DaySteeringKey(DaySteering.Kind.HOUR, GivenSteering.SUNDAY, GivenSteering.HOUR.plusSeconds(7_200)),
                Map.of("kind", "HOUR", "rows", List.of(), "journeys", List.of()));

        assertThat(part("steering.hour", "CUSTOMER_SERVICE")).contains(">410<");
    }

    @Test
    void data_that_stand_still_are_not_called_ready() {
        GivenSteering.on(given, "service-partner-1");
        part("steering.today", "SALES");
        clock.now = GivenBoard.EVENING.plus(Duration.ofMinutes(3));

        assertThat(part("steering.today", "SALES")).contains("pill was\">Ready at 18:00<");
        assertThat(part("steering.note", "overall")).doesNotContain("pill adjust");
    }

    @Test
    void an_hour_after_which_nothing_was_told_is_said_to_be_old() {
        GivenSteering.on(given, "service-partner-1");
        given.upTo(GivenBoard.EVENING.plus(Duration.ofHours(4)));

        assertThat(part("steering.note", "old")).contains("ended at 29 Nov 18:00");
        assertThat(part("steering.today", "SALES")).contains("pill was\">Ready at 18:00<");
    }

    private List<Part> parts(String list) {
        return given.page(Language.EN).lists().getOrDefault(list, List.of());
    }

    private List<String> keys(String list) {
        return parts(list).stream().map(Part::key).toList();
    }

    private String part(String list, String key) {
        return parts(list).stream()
                .filter(part -> part.key().equals(key))
                .map(Part::html)
                .collect(Collectors.joining());
    }
}

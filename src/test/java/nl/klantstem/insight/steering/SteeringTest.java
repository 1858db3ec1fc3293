package nl.klantstem.insight.steering;

import static nl.klantstem.insight.steering.GivenDays.AMSTERDAM;
import static nl.klantstem.insight.steering.GivenDays.NEVER;
import static nl.klantstem.insight.steering.GivenDays.at;
import static nl.klantstem.insight.steering.GivenDays.instant;
import static nl.klantstem.insight.steering.GivenDays.part;
import static nl.klantstem.insight.steering.GivenDays.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteering.Area;
import nl.klantstem.contract.out.DaySteering.Code;
import nl.klantstem.contract.out.DaySteering.Figure;
import nl.klantstem.contract.out.DaySteering.Kind;
import nl.klantstem.contract.out.DaySteering.Readiness;
import nl.klantstem.contract.out.DaySteering.Reason;
import nl.klantstem.contract.out.DaySteering.Row;
import nl.klantstem.contract.out.DaySteering.Tomorrow;
import nl.klantstem.insight.steering.GivenDays.About;
import nl.klantstem.insight.steering.GivenDays.Came;
import nl.klantstem.testkit.Schemas;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Published;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteeringTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final String IN_HOUSE = "IN_HOUSE";
    private static final Map<String, Double> TEN = Map.of(IN_HOUSE, 10.0);
    private static final About CALL = About.delivery(Channel.PHONE, IN_HOUSE);

    private final GivenDays given = new GivenDays(MONDAY);

    @Test
    void an_hour_is_told_once_its_allowance_is_over_and_a_day_with_its_last_hour() throws Exception {
        given.minutes().liveTo(at(TUESDAY, 0) + 4);
        assertThat(given.told()).hasSize(23).allMatch(told -> told.kind() == Kind.HOUR);

        given.minutes().liveTo(at(TUESDAY, 0) + 5);
        assertThat(given.told()).hasSize(25);
        assertThat(given.day(MONDAY).asOf()).isEqualTo(Instant.parse("2026-03-02T23:05:00Z"));
        for (Published published : given.minutes().published()) {
            assertThat(Schemas.problems(Schemas.ofKey("day-steering"), Json.MAPPER.readTree(published.key())))
                    .isEmpty();
            assertThat(Schemas.problems(Schemas.ofValue("day-steering"), Json.MAPPER.readTree(published.value())))
                    .isEmpty();
        }
    }

    @Test
    void hours_are_taken_back_after_a_week_and_days_stand() {
        given.liveTo(at(MONDAY.plusDays(9), 0));

        assertThat(given.standing().keySet())
                .noneMatch(key -> key.hour() != null && key.date().isBefore(MONDAY.plusDays(2)))
                .filteredOn(key -> key.hour() != null)
                .hasSize(7 * 24);
        assertThat(given.standing().keySet())
                .filteredOn(key -> key.kind() == Kind.DAY)
                .hasSize(9);
    }

    @Test
    void a_replay_that_tells_once_a_day_tells_the_last_hour_and_the_day() {
        var daily = new GivenDays(MONDAY, Duration.ofDays(1));
        daily.liveTo(at(MONDAY.plusDays(2), 0));

        assertThat(daily.told())
                .extracting(DaySteering::to)
                .containsOnly(instant(at(TUESDAY, 0)), instant(at(MONDAY.plusDays(2), 0)));
        assertThat(daily.told())
                .extracting(DaySteering::kind)
                .containsExactly(Kind.HOUR, Kind.DAY, Kind.HOUR, Kind.DAY);
    }

    @Test
    void what_is_not_known_is_absent_and_what_did_not_come_is_zero() {
        given.order(at(MONDAY, 0), 7);
        given.liveTo(at(TUESDAY, 10));

        assertThat(row(given.hour(at(TUESDAY, 9)), Area.SALES).today())
                .isEqualTo(new Figure(0.0, null, null, null, null, null));
        assertThat(row(given.hour(at(TUESDAY, 9)), Area.SERVICE_LEVELS).today())
                .isEqualTo(new Figure(null, null, null, null, null, null));
        assertThat(row(given.hour(at(MONDAY, 0)), Area.SALES).hour())
                .isEqualTo(new Figure(7.0, null, null, null, null, null));
    }

    @Test
    void the_plan_of_a_top_level_is_divided_over_journeys_and_logistics_as_its_contacts_were() {
        var status = new About(Audience.CUSTOMER, Channel.CHAT, IN_HOUSE, "order-status", "delivery", "communication");
        given.comes(CALL, at(MONDAY, 9), 3);
        given.comes(status, at(MONDAY, 10), 1);
        given.planDay(TUESDAY, Channel.PHONE, 8, TEN);
        given.liveTo(at(TUESDAY, 1));

        DaySteering told = given.hour(at(TUESDAY, 0));
        assertThat(row(told, Area.LOGISTICS).hour()).isEqualTo(new Figure(0.0, 6.0, -6.0, -1.0, null, null));
        assertThat(row(told, Area.LOGISTICS).plannedDay()).isEqualTo(144);
        assertThat(planOf(told, "order-delivery")).isEqualTo(6);
        assertThat(planOf(told, "order-status")).isEqualTo(2);
        assertThat(planOf(told, "return")).isZero();
    }

    @Test
    void without_contacts_a_top_level_is_divided_as_the_catalogue_has_its_drivers() {
        given.planDay(MONDAY, Channel.PHONE, 8, TEN);
        given.liveTo(at(MONDAY, 1));

        // Of delivery/status, late, lost and damaged logistics can prevent three.
        DaySteering told = given.hour(at(MONDAY, 0));
        assertThat(row(told, Area.LOGISTICS).hour()).extracting(Figure::plan).isEqualTo(6.0);
        assertThat(planOf(told, "order-delivery")).isEqualTo(4);
    }

    private static double planOf(DaySteering told, String journey) {
        return told.journeys().stream()
                .filter(each -> each.journeyId().equals(journey))
                .mapToDouble(each -> each.hour().plan())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_deviation_is_told_of_the_hours_that_have_a_plan_only() {
        given.comes(CALL, at(MONDAY, 8), 100);
        given.comes(CALL, at(MONDAY, 9), 12);
        given.plan(at(MONDAY, 9), Channel.PHONE, 10, TEN);
        given.liveTo(at(MONDAY, 10));

        assertThat(row(given.hour(at(MONDAY, 9)), Area.CUSTOMER_SERVICE).today())
                .isEqualTo(new Figure(112.0, 10.0, 2.0, 0.2, null, null));
    }

    @Test
    void a_day_that_goes_as_planned_with_enough_people_tomorrow_is_ready() {
        given.planDay(MONDAY, Channel.PHONE, 10, TEN);
        given.planDay(TUESDAY, Channel.PHONE, 10, TEN);
        come(MONDAY, 10);
        given.liveTo(at(TUESDAY, 0));

        DaySteering told = given.day(MONDAY);
        assertThat(told.readiness()).isEqualTo(Readiness.READY);
        assertThat(part(row(told, Area.CUSTOMER_SERVICE), Channel.PHONE, null).tomorrow())
                .isEqualTo(new Tomorrow(240.0, 1.0, 240.0, 0, 240.0));
    }

    @Test
    void more_than_planned_today_is_more_than_planned_tomorrow() {
        given.planDay(MONDAY, Channel.PHONE, 10, TEN);
        given.planDay(TUESDAY, Channel.PHONE, 10, Map.of(IN_HOUSE, 10.5));
        come(MONDAY, 11);
        given.liveTo(at(TUESDAY, 0));

        Row row = row(given.day(MONDAY), Area.CUSTOMER_SERVICE);
        assertThat(row.readiness()).isEqualTo(Readiness.ADJUST);
        assertThat(row.reasons()).extracting(Reason::code).containsOnly(Code.OVER_CAPACITY);
        assertThat(row.reasons()).extracting(Reason::servicePartnerId).containsExactly(null, IN_HOUSE);
        assertThat(row.reasons()).extracting(Reason::shortfall).containsOnly(12.0);
        assertThat(row.reasons().get(0).hours()).hasSize(24).startsWith(instant(at(TUESDAY, 0)));
    }

    @Test
    void what_is_still_open_must_be_handled_too() {
        given.planDay(MONDAY, Channel.PHONE, 10, TEN);
        given.planDay(TUESDAY, Channel.PHONE, 10, Map.of(IN_HOUSE, 10.5));
        come(MONDAY, 10);
        for (int i = 0; i < 13; i++) {
            given.comes(new Came(CALL, at(MONDAY.minusDays(1), 9), at(MONDAY, 1), NEVER, null));
        }
        given.liveTo(at(TUESDAY, 0));

        DaySteering told = given.day(MONDAY);
        assertThat(part(row(told, Area.CUSTOMER_SERVICE), Channel.PHONE, null)
                        .tomorrow()
                        .backlog())
                .isEqualTo(13);
        assertThat(row(told, Area.CUSTOMER_SERVICE).reasons().get(0).shortfall())
                .isEqualTo(1);
    }

    @Test
    void a_service_partner_that_gets_more_than_its_part_must_adjust_though_the_channel_need_not() {
        var capacity = Map.of(IN_HOUSE, 10.0, "service-partner-1", 10.0);
        given.planDay(MONDAY, Channel.PHONE, 16, capacity);
        given.planDay(TUESDAY, Channel.PHONE, 16, capacity);
        come(MONDAY, 4);
        Stretch.day(MONDAY, AMSTERDAM)
                .hours()
                .forEach(hour -> given.comes(About.delivery(Channel.PHONE, "service-partner-1"), hour, 12));
        given.liveTo(at(TUESDAY, 0));

        Row row = row(given.day(MONDAY), Area.CUSTOMER_SERVICE);
        assertThat(row.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.servicePartnerId()).isEqualTo("service-partner-1");
            assertThat(reason.shortfall()).isEqualTo(24 * 2.0);
        });
        assertThat(part(row, Channel.PHONE, "service-partner-1").tomorrow())
                .isEqualTo(new Tomorrow(192.0, 1.5, 288.0, 0, 240.0));
    }

    @Test
    void a_target_missed_in_one_hour_is_no_reason_and_in_two_it_is() {
        answers(MONDAY, 9, 8, 2);
        answers(MONDAY, 10, 7, 3);
        answers(MONDAY, 11, 7, 3);
        answers(MONDAY, 12, 0, 1);
        given.liveTo(at(MONDAY, 13));

        assertThat(row(given.hour(at(MONDAY, 10)), Area.SERVICE_LEVELS).readiness())
                .isEqualTo(Readiness.READY);
        Row missed = row(given.hour(at(MONDAY, 12)), Area.SERVICE_LEVELS);
        assertThat(missed.reasons())
                .containsExactly(new Reason(
                        Code.TARGET_MISSED,
                        Channel.PHONE,
                        null,
                        List.of(instant(at(MONDAY, 10)), instant(at(MONDAY, 11))),
                        2.0));
        assertThat(missed.hour()).isEqualTo(new Figure(0.0, 0.8, -0.8, -1.0, null, null));
        assertThat(part(missed, Channel.PHONE, null).serviceLevel())
                .extracting(level -> level.due() + " " + level.inTime())
                .isEqualTo("31 22");
    }

    @Test
    void a_target_of_a_day_is_judged_a_day_later() {
        var mail = new About(Audience.CUSTOMER, Channel.EMAIL, IN_HOUSE, "return", "returns", "communication");
        for (int i = 0; i < 20; i++) {
            given.comes(new Came(mail, at(MONDAY, 9 + i % 2), at(MONDAY, 11), NEVER, i < 10));
        }
        given.liveTo(at(TUESDAY, 11));

        assertThat(row(given.hour(at(MONDAY, 22)), Area.SERVICE_LEVELS).readiness())
                .isEqualTo(Readiness.READY);
        assertThat(row(given.hour(at(TUESDAY, 10)), Area.SERVICE_LEVELS).reasons())
                .singleElement()
                .satisfies(reason ->
                        assertThat(reason.hours()).containsExactly(instant(at(MONDAY, 9)), instant(at(MONDAY, 10))));
    }

    @Test
    void a_day_without_a_plan_must_be_planned_when_there_is_anything_to_plan() {
        given.order(at(MONDAY, 9) + 30, 1);
        given.liveTo(at(MONDAY, 10));
        assertThat(given.hour(at(MONDAY, 8)).readiness()).isEqualTo(Readiness.READY);

        DaySteering told = given.hour(at(MONDAY, 9));
        assertThat(told.readiness()).isEqualTo(Readiness.ADJUST);
        assertThat(row(told, Area.SALES).reasons())
                .containsExactly(new Reason(
                        Code.NO_PLAN,
                        null,
                        null,
                        Stretch.day(TUESDAY, AMSTERDAM).hours().stream()
                                .map(GivenDays::instant)
                                .toList(),
                        null));
        assertThat(row(told, Area.CUSTOMER_SERVICE).readiness()).isEqualTo(Readiness.READY);
    }

    @Test
    void hours_that_are_planned_today_and_not_tomorrow_want_a_plan() {
        given.planDay(MONDAY, Channel.PHONE, 10, TEN);
        for (int hour = 0; hour < 22; hour++) {
            given.plan(at(TUESDAY, hour), Channel.PHONE, 10, TEN);
        }
        given.liveTo(at(MONDAY, 10));

        assertThat(row(given.hour(at(MONDAY, 9)), Area.CUSTOMER_SERVICE).reasons())
                .allMatch(reason -> reason.code() == Code.NO_PLAN)
                .allSatisfy(reason ->
                        assertThat(reason.hours()).containsExactly(instant(at(TUESDAY, 22)), instant(at(TUESDAY, 23))));
    }

    @Test
    void a_plan_holds_from_the_time_it_was_recorded() {
        given.planDay(MONDAY, Channel.PHONE, 10, TEN);
        given.plan(
                new HourPlan(
                        Audience.CUSTOMER,
                        instant(at(MONDAY, 9)),
                        1.0,
                        Map.of(Channel.PHONE, Map.of("delivery", 99.0)),
                        Map.of()),
                at(MONDAY, 11));
        given.liveTo(at(MONDAY, 12));

        assertThat(today(given.hour(at(MONDAY, 9))).plan()).isEqualTo(100);
        assertThat(today(given.hour(at(MONDAY, 11))).plan()).isEqualTo(120 + 89);
    }

    private static Figure today(DaySteering told) {
        return row(told, Area.CUSTOMER_SERVICE).today();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29", "2026-10-25"})
    void a_day_of_23_or_25_hours_is_planned_counted_and_made_ready_for_hour_by_hour(LocalDate change) {
        var clocks = new GivenDays(change.minusDays(1));
        int hours = Stretch.day(change, AMSTERDAM).hours().size();
        clocks.planDay(change.minusDays(1), Channel.PHONE, 10, TEN);
        clocks.planDay(change, Channel.PHONE, 10, TEN);
        clocks.planDay(change.plusDays(1), Channel.PHONE, 10, TEN);
        for (LocalDate day = change.minusDays(1); day.isBefore(change.plusDays(8)); day = day.plusDays(1)) {
            Stretch.day(day, AMSTERDAM).hours().forEach(hour -> clocks.comes(CALL, hour, 10));
        }
        clocks.liveTo(at(change.plusDays(8), 0));

        assertThat(hours).isEqualTo(change.getMonthValue() == 3 ? 23 : 25);
        assertThat(part(row(clocks.day(change.minusDays(1)), Area.CUSTOMER_SERVICE), Channel.PHONE, null)
                        .tomorrow())
                .isEqualTo(new Tomorrow(10.0 * hours, 1.0, 10.0 * hours, 0, 10.0 * hours));
        assertThat(today(clocks.day(change))).isEqualTo(new Figure(10.0 * hours, 10.0 * hours, 0.0, 0.0, null, null));
        assertThat(today(clocks.day(change.plusDays(7))).lastWeek()).isEqualTo(10.0 * hours);
        assertThat(clocks.told()).filteredOn(told -> told.date().equals(change)).hasSize(hours + 1);
        @Nullable
        Double skipped = row(clocks.hour(at(change.plusDays(7), 2)), Area.CUSTOMER_SERVICE)
                .hour()
                .lastWeek();
        assertThat(skipped).isEqualTo(hours == 23 ? null : (Double) 10.0);
    }

    private void come(LocalDate day, int perHour) {
        Stretch.day(day, AMSTERDAM).hours().forEach(hour -> given.comes(CALL, hour, perHour));
    }

    private void answers(LocalDate day, int hour, int inTime, int missed) {
        long at = at(day, hour);
        for (int i = 0; i < inTime + missed; i++) {
            given.comes(new Came(CALL, at, at, at + 1, i < inTime));
        }
    }
}

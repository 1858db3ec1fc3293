package nl.klantstem.insight.steering;

import static nl.klantstem.insight.steering.GivenDays.NEVER;
import static nl.klantstem.insight.steering.GivenDays.at;
import static nl.klantstem.insight.steering.GivenDays.part;
import static nl.klantstem.insight.steering.GivenDays.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteering.Area;
import nl.klantstem.contract.out.DaySteering.Code;
import nl.klantstem.contract.out.DaySteering.Figure;
import nl.klantstem.contract.out.DaySteering.JourneyContacts;
import nl.klantstem.contract.out.DaySteering.Kind;
import nl.klantstem.contract.out.DaySteering.Reason;
import nl.klantstem.contract.out.DaySteering.Row;
import nl.klantstem.contract.out.DaySteering.Tomorrow;
import nl.klantstem.insight.steering.GivenDays.About;
import nl.klantstem.insight.steering.GivenDays.Came;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two peaks a year apart, thrown with dice and told hour by hour: every figure is what counting by hand gives. */
class RecountTest {

    private static final long SEED = 20261127;
    private static final LocalDate FIRST = LocalDate.parse("2025-11-17");
    private static final LocalDate NEXT = LocalDate.parse("2026-11-17");
    private static final LocalDate TOLD = LocalDate.parse("2026-11-25");
    private static final int DAYS = 20;
    private static final double PLANNED = 4;
    private static final Predicate<Came> CUSTOMERS = came -> came.about().audience() == Audience.CUSTOMER;
    private static final Predicate<Came> CALLS =
            CUSTOMERS.and(came -> came.about().channel() == Channel.PHONE);
    private static final Predicate<Came> PARTNER_CALLS =
            CALLS.and(came -> came.about().partner().equals("service-partner-1"));
    private static final List<About> ABOUT = List.of(
            About.delivery(Channel.PHONE, "IN_HOUSE"),
            About.delivery(Channel.PHONE, "service-partner-1"),
            About.delivery(Channel.CHAT, "IN_HOUSE"),
            new About(Audience.CUSTOMER, Channel.PHONE, "IN_HOUSE", "return", "returns", "communication"),
            new About(Audience.PARTNER, Channel.EMAIL, "IN_HOUSE", "inbound-logistics", "partner", "logistics"));

    private final SplittableRandom dice = new SplittableRandom(SEED);
    private final Map<LocalDate, List<Came>> byDay = new HashMap<>();
    private final GivenDays given = new GivenDays(FIRST, Duration.ofDays(1));
    private final Map<LocalDate, Double> capacity = new HashMap<>();

    @Test
    void every_figure_is_what_counting_by_hand_gives_also_after_a_restart() {
        System.out.println("seed " + SEED);
        come(FIRST, 100);
        come(NEXT, 130);
        for (LocalDate day = TOLD.minusDays(1); day.isBefore(NEXT.plusDays(DAYS)); day = day.plusDays(1)) {
            capacity.put(day, 3.5 + dice.nextInt(3));
            given.planDay(
                    day,
                    Channel.PHONE,
                    PLANNED,
                    Map.of("IN_HOUSE", capacity.get(day) / 2, "service-partner-1", capacity.get(day) / 2));
        }
        given.liveTo(at(TOLD, 0));
        given.restart(null);
        for (LocalDate day = TOLD; day.isBefore(NEXT.plusDays(DAYS - 1)); day = day.plusDays(1)) {
            given.liveTo(at(day, 13));
            given.restart(null);
        }

        List<DaySteering> hours = given.told().stream()
                .filter(told -> told.kind() == Kind.HOUR && !told.date().isBefore(TOLD))
                .toList();
        assertThat(hours).hasSizeGreaterThan(200);
        hours.forEach(this::recount);
        assertThat(hours.stream().map(told -> has(told, Area.CUSTOMER_SERVICE, Code.OVER_CAPACITY)))
                .contains(true, false);
        assertThat(hours.stream().map(told -> has(told, Area.SERVICE_LEVELS, Code.TARGET_MISSED)))
                .contains(true, false);
    }

    private void come(LocalDate from, int perDay) {
        for (LocalDate day = from; day.isBefore(from.plusDays(DAYS)); day = day.plusDays(1)) {
            for (int i = 0; i < perDay + dice.nextInt(40); i++) {
                long opened = at(day, 0) + dice.nextInt(1440);
                long known = opened + (dice.nextInt(10) == 0 ? dice.nextInt(200) : dice.nextInt(2));
                long ended = dice.nextInt(400) == 0 ? NEVER : known + 1 + dice.nextInt(600);
                @Nullable Boolean inTime = dice.nextInt(5) == 0 ? null : (Boolean) (dice.nextInt(10) < 9);
                var came = new Came(ABOUT.get(dice.nextInt(ABOUT.size())), opened, known, ended, inTime);
                byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(came);
                given.comes(came);
            }
        }
    }

    private void recount(DaySteering told) {
        var byHand = new ByHand(byDay, told.asOf().getEpochSecond() / 60);
        int hour = told.from().atZone(GivenDays.AMSTERDAM).getHour();
        LocalDate day = told.date();
        Row service = row(told, Area.CUSTOMER_SERVICE);
        same(byHand, CUSTOMERS, day, hour, service.hour(), service.today());
        same(
                byHand,
                came -> came.about().audience() == Audience.PARTNER,
                day,
                hour,
                row(told, Area.PARTNER_SERVICE).hour(),
                row(told, Area.PARTNER_SERVICE).today());
        same(
                byHand,
                came -> came.about().department().equals("logistics"),
                day,
                hour,
                row(told, Area.LOGISTICS).hour(),
                row(told, Area.LOGISTICS).today());
        for (JourneyContacts journey : told.journeys()) {
            same(
                    byHand,
                    came -> came.about().audience() == journey.audience()
                            && came.about().journey().equals(journey.journeyId()),
                    day,
                    hour,
                    journey.hour(),
                    journey.today());
        }
        tomorrow(byHand, told, null, CALLS, 1);
        tomorrow(byHand, told, "service-partner-1", PARTNER_CALLS, 0.5);
        missed(byHand, told, hour);
    }

    private static void same(
            ByHand byHand, Predicate<Came> which, LocalDate day, int hour, Figure inHour, Figure today) {
        LocalDate week = day.minusDays(7);
        LocalDate peak = lastPeak(day);
        assertThat(List.of(inHour.actual(), inHour.lastWeek(), inHour.lastPeak()))
                .as(day + " " + hour)
                .containsExactly(
                        (double) byHand.inHour(which, day, hour), (double) byHand.inHour(which, week, hour), (double)
                                byHand.inHour(which, peak, hour));
        assertThat(List.of(today.actual(), today.lastWeek(), today.lastPeak()))
                .as(day + " " + hour)
                .containsExactly(
                        (double) byHand.upTo(which, day, hour), (double) byHand.upTo(which, week, hour), (double)
                                byHand.upTo(which, peak, hour));
    }

    /** Black Friday's days and those before it lie 52 weeks apart, the others keep their date. */
    private static LocalDate lastPeak(LocalDate day) {
        if (!day.isAfter(LocalDate.parse("2026-11-30"))) {
            return day.minusDays(364);
        }
        return day.equals(LocalDate.parse("2026-12-01")) ? LocalDate.parse("2025-12-02") : day.minusYears(1);
    }

    private void tomorrow(
            ByHand byHand, DaySteering told, @Nullable String partner, Predicate<Came> which, double part) {
        int hour = told.from().atZone(GivenDays.AMSTERDAM).getHour();
        Row row = row(told, Area.CUSTOMER_SERVICE);
        Tomorrow tomorrow = part(row, Channel.PHONE, partner).tomorrow();
        double ratio = byHand.last24Hours(which, told.date(), hour) / (24 * PLANNED * part);
        double expected = 24 * PLANNED * part * ratio;
        double handled = 24 * part * capacity.get(told.tomorrow());
        long open = byHand.open(which);

        assertThat(tomorrow.backlog()).isEqualTo(open);
        assertThat(tomorrow.expected()).isCloseTo(expected, within(0.006));
        assertThat(tomorrow.capacity()).isCloseTo(handled, within(0.006));
        double over = expected + open - handled;
        List<Double> shortfalls = row.reasons().stream()
                .filter(reason ->
                        reason.code() == Code.OVER_CAPACITY && Objects.equals(partner, reason.servicePartnerId()))
                .map(Reason::shortfall)
                .toList();
        if (over > 0.01) {
            assertThat(shortfalls).singleElement().satisfies(each -> assertThat(each)
                    .isCloseTo(over, within(0.006)));
        } else {
            assertThat(shortfalls).isEmpty();
        }
    }

    private static void missed(ByHand byHand, DaySteering told, int hour) {
        var missed = new ArrayList<Integer>();
        for (int each = 0; each <= hour; each++) {
            if (byHand.shortfall(came -> came.about().channel() == Channel.PHONE, told.date(), each) >= 1) {
                missed.add(each);
            }
        }
        List<Integer> hours = row(told, Area.SERVICE_LEVELS).reasons().stream()
                .filter(reason -> reason.channel() == Channel.PHONE)
                .flatMap(reason -> reason.hours().stream())
                .map(each -> each.atZone(GivenDays.AMSTERDAM).getHour())
                .toList();
        assertThat(hours).isEqualTo(missed.size() < 2 ? List.of() : missed);
    }

    private static boolean has(DaySteering told, Area area, Code code) {
        return row(told, area).reasons().stream().anyMatch(reason -> reason.code() == code);
    }
}

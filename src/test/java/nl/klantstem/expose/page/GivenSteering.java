package nl.klantstem.expose.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nl.klantstem.contract.catalogue.PeakCalendar.Anchor;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteering.Area;
import nl.klantstem.contract.out.DaySteering.Code;
import nl.klantstem.contract.out.DaySteering.Figure;
import nl.klantstem.contract.out.DaySteering.Kind;
import nl.klantstem.contract.out.DaySteering.PeakDay;
import nl.klantstem.contract.out.DaySteering.Readiness;
import nl.klantstem.contract.out.DaySteering.Reason;
import nl.klantstem.contract.out.DaySteering.Row;
import nl.klantstem.contract.out.DaySteeringKey;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** Day steering of the invented Sunday: the hour before its evening, and the day before. */
final class GivenSteering {

    static final LocalDate SUNDAY = LocalDate.of(2026, 11, 29);
    static final Instant HOUR = Instant.parse("2026-11-29T16:00:00Z");
    private static final Instant TOMORROW_8 = Instant.parse("2026-11-30T07:00:00Z");

    private GivenSteering() {}

    /** The service partner has too much to do. */
    static GivenBoard on(GivenBoard board, String servicePartner) {
        return day(hour(board, HOUR, 410, servicePartner));
    }

    /** The hour that begins at a time, with so many contacts of customers in it. */
    static GivenBoard hour(GivenBoard board, Instant from, int contacts, String servicePartner) {
        var rows = List.of(
                row(Area.SALES, figure(4_120, 4_000.0, 2_950.0, 3_870.0), figure(50_450, 49_800.0, 31_200.0, 46_910.0)),
                row(Area.LOGISTICS, figure(96, 58.4, 41.0, 71.0), figure(1_212, 840.25, 610.0, 1_004.0)),
                row(
                        Area.CUSTOMER_SERVICE,
                        figure(contacts, 350.0, 260.0, 380.0),
                        figure(5_406, 4_790.5, 3_480.0, 5_110.0),
                        reason(Code.OVER_CAPACITY, Channel.PHONE, null, hours(TOMORROW_8, 4), 312.5),
                        reason(
                                Code.OVER_CAPACITY,
                                Channel.PHONE,
                                servicePartner,
                                List.of(TOMORROW_8, TOMORROW_8.plusSeconds(3 * 3_600)),
                                208.0)),
                row(
                        Area.PARTNER_SERVICE,
                        figure(38, null, 40.0, null),
                        figure(402, null, 395.0, null),
                        reason(Code.NO_PLAN, null, null, hours(Instant.parse("2026-11-29T23:00:00Z"), 24), null)),
                row(
                        Area.SERVICE_LEVELS,
                        new Figure(0.8125, 0.8, 0.0125, 0.0156, 0.861, 0.744),
                        new Figure(0.782, 0.8, -0.018, -0.0225, 0.859, 0.761),
                        reason(Code.TARGET_MISSED, Channel.CHAT, null, hours(HOUR.minusSeconds(7_200), 3), 41.0)));
        return takes(board, record(Kind.HOUR, SUNDAY, from, from.plusSeconds(3_600), rows));
    }

    /** An hour without any plan, in which nothing must be adjusted. */
    static GivenBoard hourWithoutPlan(GivenBoard board) {
        var rows = IntStream.range(0, Area.values().length)
                .mapToObj(
                        i -> row(Area.values()[i], figure(10 + i, null, 9.0, null), figure(100 + i, null, 90.0, null)))
                .toList();
        return takes(board, record(Kind.HOUR, SUNDAY, HOUR, HOUR.plusSeconds(3_600), rows));
    }

    static GivenBoard day(GivenBoard board) {
        var saturday = SUNDAY.minusDays(1);
        var from = saturday.atStartOfDay(GivenBoard.ZONE).toInstant();
        var rows = List.of(
                row(Area.SALES, null, figure(71_300, 70_000.0, 38_400.0, 68_250.0)),
                row(Area.LOGISTICS, null, figure(1_405, 1_020.0, 690.0, 1_290.0)),
                row(Area.CUSTOMER_SERVICE, null, figure(6_980, 6_400.0, 4_010.0, 6_620.0)),
                row(Area.PARTNER_SERVICE, null, figure(510, null, 470.0, null)),
                row(Area.SERVICE_LEVELS, null, new Figure(0.7714, 0.8, -0.0286, -0.0358, 0.868, 0.752)));
        var to = SUNDAY.atStartOfDay(GivenBoard.ZONE).toInstant();
        return takes(board, record(Kind.DAY, saturday, from, to, rows));
    }

    private static GivenBoard takes(GivenBoard board, DaySteering told) {
        var key = new DaySteeringKey(told.kind(), told.date(), told.kind() == Kind.HOUR ? told.from() : null);
        return board.takes(Topic.DAY_STEERING, key, told);
    }

    static DaySteering record(Kind kind, LocalDate date, Instant from, Instant to, List<Row> rows) {
        boolean ready = rows.stream().allMatch(row -> row.readiness() == Readiness.READY);
        return new DaySteering(
                kind,
                date,
                from,
                to,
                GivenBoard.ZONE.getId(),
                ready ? Readiness.READY : Readiness.ADJUST,
                date.plusDays(1),
                date.minusDays(7),
                LocalDate.of(2025, 11, 30).minusDays(SUNDAY.toEpochDay() - date.toEpochDay()),
                new PeakDay("black-friday", Anchor.BLACK_FRIDAY, 2),
                rows,
                List.of(),
                to.plusSeconds(300),
                "2026-11",
                DaySteering.SCHEMA_VERSION);
    }

    private static Row row(Area area, @Nullable Figure hour, Figure today, Reason... reasons) {
        boolean ready = reasons.length == 0;
        @Nullable Double plannedDay = today.plan() == null || area == Area.SERVICE_LEVELS ? null : today.plan() * 1.2;
        return new Row(
                area, hour, today, plannedDay, ready ? Readiness.READY : Readiness.ADJUST, List.of(reasons), List.of());
    }

    private static Figure figure(
            double actual, @Nullable Double plan, @Nullable Double lastWeek, @Nullable Double lastPeak) {
        return plan == null
                ? new Figure(actual, null, null, null, lastWeek, lastPeak)
                : new Figure(actual, plan, actual - plan, (actual - plan) / plan, lastWeek, lastPeak);
    }

    private static Reason reason(
            Code code,
            @Nullable Channel channel,
            @Nullable String partner,
            List<Instant> hours,
            @Nullable Double shortfall) {
        return new Reason(code, channel, partner, hours, shortfall);
    }

    private static List<Instant> hours(Instant from, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> from.plusSeconds(3_600L * i))
                .toList();
    }
}

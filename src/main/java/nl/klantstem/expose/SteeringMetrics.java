package nl.klantstem.expose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.klantstem.contract.catalogue.PeakCalendar;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteering.Code;
import nl.klantstem.contract.out.DaySteering.Figure;
import nl.klantstem.contract.out.DaySteering.JourneyContacts;
import nl.klantstem.contract.out.DaySteering.Readiness;
import nl.klantstem.contract.out.DaySteering.Reason;
import nl.klantstem.contract.out.DaySteering.Row;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** What day steering says of the last full hour, and where in the peak the day is. */
final class SteeringMetrics {

    private static final String ALL = "ALL";
    private static final String LAST_WEEK = "last_week";
    private static final String LAST_PEAK = "last_peak";

    private final Scrape scrape;
    /** Null when there is none that is fresh. */
    private final @Nullable DaySteering told;

    SteeringMetrics(Scrape scrape) {
        this.scrape = scrape;
        @Nullable DaySteering latest = scrape.kept().steering();
        this.told = latest == null || scrape.freshness().isStale(latest.asOf()) ? null : latest;
    }

    Stream<Samples> samples() {
        var all = new ArrayList<Samples>();
        all.add(calendar());
        if (told != null) {
            all.addAll(journeys(told));
            all.addAll(figures(told));
            all.addAll(readiness(told));
            var end = new Samples(SteeringMetric.END);
            end.add(told.to().getEpochSecond());
            all.add(end);
        }
        return all.stream();
    }

    /** Zero for the whole calendar: what was never seen to be 0 has no beginning. */
    private Samples calendar() {
        var active = new Samples(SteeringMetric.CALENDAR_EVENT_ACTIVE);
        PeakCalendar peaks = scrape.catalogue().peaks();
        peaks.phases().forEach(phase -> active.announce(phase.name(), "phase"));
        for (PeakCalendar.Anchor anchor : PeakCalendar.Anchor.values()) {
            active.announce(name(anchor), "anchor");
        }
        @Nullable LocalDate today = today();
        if (today != null) {
            peaks.during(today, today).forEach(phase -> active.add(1, phase.name(), "phase"));
            Stream.of(PeakCalendar.Anchor.values())
                    .filter(anchor -> anchor.in(today.getYear()).equals(today))
                    .forEach(anchor -> active.add(1, name(anchor), "anchor"));
        }
        return active;
    }

    /** The day of recorded time; before anything is told that of the clock, if that is recorded time's. */
    private @Nullable LocalDate today() {
        if (told != null) {
            return LocalDate.ofInstant(told.to(), scrape.catalogue().zone());
        }
        return scrape.freshness().maxAge() == null
                ? null
                : LocalDate.ofInstant(
                        scrape.freshness().now(), scrape.catalogue().zone());
    }

    private static String name(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Samples> journeys(DaySteering hour) {
        var plan = new Samples(SteeringMetric.PLAN_CONTACTS);
        var baseline = new Samples(SteeringMetric.BASELINE_CONTACTS);
        var day = new Samples(SteeringMetric.DAY_CONTACTS);
        ClosedLabels shown = scrape.labels().closed(Scope.JOURNEY);
        hour.journeys().forEach(journey -> shown.admit(journey.journeyId()));
        for (JourneyContacts journey : hour.journeys()) {
            String id = journey.journeyId();
            if (shown.admit(id).in()) {
                Figure today = journey.today();
                add(plan, journey.plannedDay(), id);
                add(day, today.actual(), id);
                add(baseline, today.plan(), id, "plan");
                add(baseline, today.lastWeek(), id, LAST_WEEK);
                add(baseline, today.lastPeak(), id, LAST_PEAK);
            }
        }
        return List.of(plan, baseline, day);
    }

    private static List<Samples> figures(DaySteering hour) {
        var actual = new Samples(SteeringMetric.ACTUAL);
        var plan = new Samples(SteeringMetric.PLAN);
        var baseline = new Samples(SteeringMetric.BASELINE);
        for (Row row : hour.rows()) {
            for (String period : List.of("hour", "today")) {
                @Nullable Figure figure = period.equals("hour") ? row.hour() : row.today();
                if (figure != null) {
                    String area = row.area().name();
                    add(actual, figure.actual(), area, period);
                    add(plan, figure.plan(), area, period);
                    add(baseline, figure.lastWeek(), area, period, LAST_WEEK);
                    add(baseline, figure.lastPeak(), area, period, LAST_PEAK);
                }
            }
        }
        return List.of(actual, plan, baseline);
    }

    private static List<Samples> readiness(DaySteering hour) {
        var ready = new Samples(SteeringMetric.READY);
        var reasons = new Samples(SteeringMetric.REASONS);
        var shortfall = new Samples(SteeringMetric.SHORTFALL);
        ready.add(isReady(hour.readiness()), ALL);
        for (Row row : hour.rows()) {
            String area = row.area().name();
            ready.add(isReady(row.readiness()), area);
            for (Code code : Code.values()) {
                reasons.announce(area, code.name());
            }
            for (Reason reason : row.reasons()) {
                reasons.add(1, area, reason.code().name());
                if (counts(reason, row)) {
                    add(shortfall, reason.shortfall(), area, reason.code().name());
                }
            }
        }
        return List.of(ready, reasons, shortfall);
    }

    /** A service partner's shortfall is in its channel's, unless all together can handle what one of them cannot. */
    private static boolean counts(Reason reason, Row row) {
        return reason.servicePartnerId() == null
                || row.reasons().stream()
                        .noneMatch(other -> other.servicePartnerId() == null
                                && other.code() == reason.code()
                                && other.channel() == reason.channel());
    }

    private static long isReady(Readiness readiness) {
        return readiness == Readiness.READY ? 1 : 0;
    }

    private static void add(Samples samples, @Nullable Double value, String... labels) {
        if (value != null) {
            samples.add(value, labels);
        }
    }
}

package nl.klantstem.insight.steering;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteering.Area;
import nl.klantstem.contract.out.DaySteering.JourneyContacts;
import nl.klantstem.contract.out.DaySteering.Kind;
import nl.klantstem.contract.out.DaySteering.PeakDay;
import nl.klantstem.contract.out.DaySteering.Row;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;

/** All that is told of an hour or of a day. */
record Table(Books books, Forecasts forecasts, CatalogueVersion catalogue, ZoneId zone, Duration allowance) {

    /** The department, as the catalogue names it, whose contacts are the row of logistics. */
    static final String LOGISTICS = "logistics";

    DaySteering of(Times times, Instant asOf) {
        var splits = new Splits(books, catalogue.drivers(), times.now().day().from());
        List<Row> rows = rows(times, splits);
        var journeys = new ArrayList<JourneyContacts>();
        for (Audience audience : Audience.values()) {
            journeys.addAll(new Journeys(books, forecasts, splits, new Comparing(times)).of(audience, catalogue));
        }
        LocalDate date = times.date();
        Span told = times.whole() ? times.now().day() : times.now().hour();
        return new DaySteering(
                times.whole() ? Kind.DAY : Kind.HOUR,
                date,
                Span.instant(told.from()),
                Span.instant(told.to()),
                zone.getId(),
                Rows.readiness(rows.stream()),
                date.plusDays(1),
                date.minusDays(Times.DAYS_PER_WEEK),
                times.peakDate(),
                catalogue
                        .peaks()
                        .on(date)
                        .map(peak ->
                                new PeakDay(peak.phase().name(), peak.phase().anchor(), peak.plusDays()))
                        .orElse(null),
                rows,
                journeys,
                asOf,
                catalogue.version(),
                DaySteering.SCHEMA_VERSION);
    }

    private List<Row> rows(Times times, Splits splits) {
        var rows = new Rows(new Comparing(times), new Gaps(times, zone));
        var service = new Service(books, forecasts, rows, times.tomorrow(zone));
        return List.of(
                rows.plain(Area.SALES, books.orders(), forecasts.orders()),
                rows.plain(
                        Area.LOGISTICS,
                        books.causes(DayBook.like(Map.of(Scope.DEPARTMENT, LOGISTICS))),
                        Forecasts.sum(logistics(Audience.CUSTOMER, splits), logistics(Audience.PARTNER, splits))),
                service.row(Area.CUSTOMER_SERVICE, Audience.CUSTOMER),
                service.row(Area.PARTNER_SERVICE, Audience.PARTNER),
                new Levels(books, times, allowance).row(catalogue.contacts().serviceLevels()));
    }

    private Planned logistics(Audience audience, Splits splits) {
        Split split = splits.of(audience, Scope.DEPARTMENT, Split::department);
        return forecasts.part(audience, top -> split.share(top, LOGISTICS));
    }
}

package nl.klantstem.insight.steering;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import nl.klantstem.contract.catalogue.CatalogueVersion;
import nl.klantstem.contract.out.DaySteering.Kind;
import nl.klantstem.contract.out.DaySteeringKey;
import nl.klantstem.insight.InsightTerms;
import nl.klantstem.insight.Judge;
import nl.klantstem.insight.Now;
import nl.klantstem.insight.Plans;
import nl.klantstem.rolling.Blocks;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Published;
import nl.klantstem.topic.Topic;

/**
 * Orders and contacts by the hour in, day-steering out: one record per hour that is over, and one per local day. Those of
 * hours are taken back after a week.
 */
public final class Steering implements Judge {

    private static final long HOURS_STAND = Duration.ofDays(7).toMinutes();

    private final InsightTerms terms;
    private final Books books;
    private final ToldHours hours;
    private final Plans plans = new Plans();

    /** As it was stored. */
    public Steering(InsightTerms terms, Blocks blocks) {
        this.terms = terms;
        this.books = new Books(blocks);
        this.hours = new ToldHours(blocks);
    }

    @Override
    public void minute(Now now, Consumer<Published> out) {
        books.take(now);
        hours.see(now.minute());
        long end = now.minute() + 1 - now.allowanceMinutes();
        if (Math.floorMod(end, Span.HOUR) != 0 || !hours.isSeenFrom(end - Span.HOUR)) {
            return;
        }
        boolean closesDay = !date(end).equals(date(end - Span.HOUR));
        boolean isTold = Math.floorMod(end - now.days().start(end), terms.everyMinutes()) == 0;
        if (closesDay || isTold) {
            tell(end - Span.HOUR, closesDay, now, out);
        }
        if (closesDay) {
            hours.takeBefore(end - HOURS_STAND).forEach(hour -> takeBack(hour, now.asOf(), out));
        }
    }

    private void tell(long hour, boolean closesDay, Now now, Consumer<Published> out) {
        plans.know(now.references());
        books.askAnew();
        CatalogueVersion catalogue = terms.catalogue().at(now.asOf());
        var table = new Table(books, new Forecasts(plans), catalogue, terms.zone(), terms.allowance());
        Times times = Times.of(hour, terms.zone(), catalogue.peaks());
        publish(hourKey(hour), table.of(times, now.asOf()), now.asOf(), out);
        hours.add(hour);
        if (closesDay) {
            publish(
                    new DaySteeringKey(Kind.DAY, times.date(), null),
                    table.of(times.closing(), now.asOf()),
                    now.asOf(),
                    out);
        }
    }

    private static void publish(DaySteeringKey key, Object value, Instant asOf, Consumer<Published> out) {
        out.accept(Published.json(Topic.DAY_STEERING, key, value, asOf.toEpochMilli()));
    }

    private void takeBack(long hour, Instant asOf, Consumer<Published> out) {
        out.accept(new Published(
                Topic.DAY_STEERING, Json.bytes(hourKey(hour)), null, asOf.toEpochMilli(), Published.ANY_PARTITION));
    }

    private DaySteeringKey hourKey(long hour) {
        return new DaySteeringKey(Kind.HOUR, date(hour), Span.instant(hour));
    }

    private LocalDate date(long minute) {
        return Span.instant(minute).atZone(terms.zone()).toLocalDate();
    }

    @Override
    public void flush(Blocks blocks) {
        books.flush(blocks);
        hours.flush(blocks);
    }
}

package nl.klantstem.insight.steering;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;

/**
 * How contacts divide, by those of the four weeks before a day.
 *
 * @param day the first minute of the day
 */
record Splits(Books books, List<Driver> drivers, long day) {

    private static final long FOUR_WEEKS = Duration.ofDays(28).toMinutes();

    /** By a dimension, of which each driver has a label. */
    Split of(Audience audience, String dimension, Function<Driver, String> by) {
        return Split.of(
                books.causes(
                        List.of(Scope.DRIVER, dimension),
                        DayBook.like(Map.of(Scope.AUDIENCE, audience.name())),
                        new Span(day - FOUR_WEEKS, day)),
                drivers.stream().filter(driver -> driver.audience() == audience).toList(),
                by);
    }
}

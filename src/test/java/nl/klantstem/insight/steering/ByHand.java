package nl.klantstem.insight.steering;

import static nl.klantstem.insight.steering.GivenDays.AMSTERDAM;
import static nl.klantstem.insight.steering.GivenDays.instant;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.klantstem.insight.steering.GivenDays.Came;

/** The figures of an hour straight from the contacts, as known at a minute, by the clock on the wall; no clock changes. */
record ByHand(Map<LocalDate, List<Came>> byDay, long asOf) {

    /** Contacts that opened on a day in an hour of the clock. */
    long inHour(Predicate<Came> which, LocalDate day, int hour) {
        return on(which, day).filter(came -> local(came).getHour() == hour).count();
    }

    /** Contacts that opened on a day up to the end of an hour of the clock. */
    long upTo(Predicate<Came> which, LocalDate day, int hour) {
        return on(which, day).filter(came -> local(came).getHour() <= hour).count();
    }

    long open(Predicate<Came> which) {
        return known(byDay.values().stream().flatMap(List::stream), which)
                .filter(came -> came.ended() >= asOf)
                .count();
    }

    /** Contacts of the 24 hours that end with an hour of a day. */
    long last24Hours(Predicate<Came> which, LocalDate day, int hour) {
        long later = on(which, day.minusDays(1))
                .filter(came -> local(came).getHour() > hour)
                .count();
        return upTo(which, day, hour) + later;
    }

    /** How many answers of an hour came too late for a target of four in five. */
    double shortfall(Predicate<Came> which, LocalDate day, int hour) {
        List<Came> due = on(which, day)
                .filter(came -> local(came).getHour() == hour && came.inTime() != null)
                .toList();
        return 0.8 * due.size() - due.stream().filter(Came::inTime).count();
    }

    private Stream<Came> on(Predicate<Came> which, LocalDate day) {
        return known(byDay.getOrDefault(day, List.of()).stream(), which);
    }

    private Stream<Came> known(Stream<Came> contacts, Predicate<Came> which) {
        return contacts.filter(came -> came.known() < asOf).filter(which);
    }

    private static ZonedDateTime local(Came came) {
        return instant(came.opened()).atZone(AMSTERDAM);
    }
}

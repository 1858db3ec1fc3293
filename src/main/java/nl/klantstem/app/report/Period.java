package nl.klantstem.app.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.klantstem.contract.UserMistake;

/** A period of event time: from inclusive, to exclusive; its days are those of a zone. */
public record Period(Instant from, Instant to, ZoneId zone) {

    private static final int PANE_SECONDS = 900;
    private static final int DATE_LENGTH = 10;

    /** A local day. */
    public record Day(LocalDate date, Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /** From a date or an instant, to a date (which is in it) or an instant (which is not). */
    public static Period parse(String from, String to, ZoneId zone) {
        var period = new Period(parse("--from", from, zone, 0), parse("--to", to, zone, 1), zone);
        if (!period.from.isBefore(period.to)) {
            throw new UserMistake("--to " + to + " lies before --from " + from + ": give the later one as --to");
        }
        return period;
    }

    private static Instant parse(String option, String text, ZoneId zone, int daysOn) {
        Instant at;
        try {
            at = text.length() <= DATE_LENGTH
                    ? LocalDate.parse(text).plusDays(daysOn).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UserMistake(
                    option + " " + text
                            + " is neither a date such as 2026-01-31 nor a time such as 2026-01-31T12:00:00+01:00",
                    e);
        }
        if (at.getNano() != 0 || at.getEpochSecond() % PANE_SECONDS != 0) {
            throw new UserMistake(option + " " + text
                    + ": the ledger counts by quarters of an hour, give :00, :15, :30 or :45 of an hour");
        }
        return at;
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** Whether it begins and ends at local midnights. */
    boolean isOfDays() {
        return isMidnight(from) && isMidnight(to);
    }

    /** The period of the same length that ends where this one begins: as many local days, else as many hours. */
    Period before() {
        if (!isOfDays()) {
            return new Period(from.minus(Duration.between(from, to)), from, zone);
        }
        long days = ChronoUnit.DAYS.between(date(from), date(to));
        return new Period(date(from).minusDays(days).atStartOfDay(zone).toInstant(), from, zone);
    }

    /** The local days that are in it as a whole. */
    List<Day> days() {
        LocalDate first = isMidnight(from) ? date(from) : date(from).plusDays(1);
        LocalDate end = date(to);
        return first.isBefore(end)
                ? first.datesUntil(end)
                        .map(date -> new Day(
                                date,
                                date.atStartOfDay(zone).toInstant(),
                                date.plusDays(1).atStartOfDay(zone).toInstant()))
                        .toList()
                : List.of();
    }

    /** In words: both dates are in it, of two times the last is not. */
    String text() {
        if (!isOfDays()) {
            return from.atZone(zone).toLocalDateTime() + " to "
                    + to.atZone(zone).toLocalDateTime() + " (" + zone + ")";
        }
        int days = days().size();
        return days == 1
                ? date(from) + " (1 day, " + zone + ")"
                : date(from) + " to " + date(to).minusDays(1) + " (" + days + " days, " + zone + ")";
    }

    private LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private boolean isMidnight(Instant at) {
        return date(at).atStartOfDay(zone).toInstant().equals(at);
    }
}

package nl.klantstem.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.replay.Merger.Finish;
import org.jspecify.annotations.Nullable;

/** When a replay's recorded time ends, and how its --every and --until are read. No clock. */
final class ReplayTerms {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private ReplayTerms() {}

    /** A whole number of minutes that divides the day. */
    static Duration every(String text) {
        try {
            var every = Duration.parse(text);
            if (every.compareTo(MINUTE) >= 0
                    && every.compareTo(DAY) <= 0
                    && every.toSeconds() % 60 == 0
                    && DAY.toMinutes() % every.toMinutes() == 0) {
                return every;
            }
        } catch (DateTimeException e) {
            throw everyMistake(text, e);
        }
        throw everyMistake(text, null);
    }

    private static UserMistake everyMistake(String text, @Nullable Exception cause) {
        var message = "--every " + text
                + " is not a whole number of minutes that divides the day, such as PT15M, PT1H or P1D";
        return cause == null ? new UserMistake(message) : new UserMistake(message, cause);
    }

    /** An instant, or a date that means the end of that day in the zone. */
    static Instant until(String text, ZoneId zone) {
        try {
            return text.length() <= 10
                    ? endOfDay(LocalDate.parse(text), zone)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UserMistake(
                    "--until " + text
                            + " is neither a date such as 2026-01-31 nor a time such as 2026-01-31T12:00:00+01:00",
                    e);
        }
    }

    /** Where the windows end: at --until, else at the end of the last local day. */
    static Instant end(Instant last, @Nullable Instant until, ZoneId zone) {
        if (until != null && until.isBefore(last)) {
            throw new UserMistake("--until " + until + " lies before the last record, of " + last
                    + ": leave it out, or give a later time");
        }
        var end = until == null ? endOfDay(last.atZone(zone).toLocalDate(), zone) : until;
        var whole = end.truncatedTo(ChronoUnit.MINUTES);
        return whole.equals(end) ? end : whole.plus(MINUTE);
    }

    /** Recorded time goes on past the allowance of the last window, and a minute more, since a minute counts when it is over. */
    static Finish finish(Instant end, Duration allowance) {
        return new Finish(end.plus(allowance).plus(MINUTE), end.plus(allowance));
    }

    /** Where life goes on after the history, recorded time must not have run ahead of it. */
    static Finish notAhead(Finish finish, Instant last, Instant now) {
        if (!finish.lastTick().isAfter(now)) {
            return finish;
        }
        var tick = last.isAfter(now) ? last : now;
        return new Finish(tick, tick.truncatedTo(ChronoUnit.MINUTES).minus(MINUTE));
    }

    private static Instant endOfDay(LocalDate date, ZoneId zone) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
}

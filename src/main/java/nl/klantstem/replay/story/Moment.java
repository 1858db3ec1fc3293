package nl.klantstem.replay.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import nl.klantstem.replay.shop.Dice;

/** Times of the story as epoch milliseconds, in whole seconds of Dutch time. */
final class Moment {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    static final long SECOND = 1000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private Moment() {}

    static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(ZONE).toInstant();
    }

    static LocalDate day(long at) {
        return Instant.ofEpochMilli(at).atZone(ZONE).toLocalDate();
    }

    static long on(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant().toEpochMilli();
    }

    /** Any second from one time to another. */
    static long between(Dice dice, long from, long to) {
        return from + dice.below((int) ((to - from) / SECOND)) * SECOND;
    }

    /** Some time later, on average so much. */
    static long after(Dice dice, long at, long mean) {
        return at + SECOND + Math.round(dice.exponential((double) mean) / SECOND) * SECOND;
    }

    /** The same, moved to the next morning when nobody is there to talk to (22 to 8 o'clock). */
    static long staffed(Dice dice, long at) {
        int hour = Instant.ofEpochMilli(at).atZone(ZONE).getHour();
        if (hour >= 8 && hour < 22) {
            return at;
        }
        LocalDate day = hour < 8 ? day(at) : day(at).plusDays(1);
        return between(dice, on(day, 8), on(day, 10));
    }
}

package nl.klantstem.expose.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Numbers and times as a language writes them, in the zone of the catalogue. Nothing here hangs on the JDK's locale data. */
record Written(Words words, ZoneId zone) {

    private static final String MINUS = "\u2212";
    private static final int HOURS_A_DAY = 24;
    private static final int MINUTES_AN_HOUR = 60;

    /** With its sign, 1 decimal; nothing is neither more nor less. */
    String signed(double value) {
        return signed(value, 1);
    }

    String signed(double value, int decimals) {
        String plain = plain(Math.abs(value), decimals);
        return isZero(plain) ? plain : (value < 0 ? MINUS : "+") + plain;
    }

    String plain(double value, int decimals) {
        var rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        String digits = rounded.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = grouped(point < 0 ? digits : digits.substring(0, point));
        String all = point < 0 ? whole : whole + words.say("number.point") + digits.substring(point + 1);
        return rounded.signum() < 0 ? MINUS + all : all;
    }

    String whole(long value) {
        return (value < 0 ? MINUS : "") + grouped(Long.toString(Math.abs(value)));
    }

    /** A part of one, in hundredths, 1 decimal. */
    String percent(double part) {
        return plain(part * 100, 1) + "%";
    }

    /** A change, in whole hundredths with its sign. */
    String change(double part) {
        String plain = plain(Math.abs(part) * 100, 0);
        return (isZero(plain) ? "" : part < 0 ? MINUS : "+") + plain + "%";
    }

    /** 18:53:30. */
    String clock(Instant instant) {
        var at = instant.atZone(zone);
        return two(at.getHour()) + ":" + two(at.getMinute()) + ":" + two(at.getSecond());
    }

    /** 18:53. */
    String minute(Instant instant) {
        var at = instant.atZone(zone);
        return two(at.getHour()) + ":" + two(at.getMinute());
    }

    /** The same of an end: midnight is 24:00. */
    String end(Instant instant) {
        String minute = minute(instant);
        return minute.equals("00:00") ? "24:00" : minute;
    }

    /** 27 Nov 18:53. */
    String moment(Instant instant) {
        return day(instant.atZone(zone).toLocalDate()) + " " + minute(instant);
    }

    /** The same with the year, where it is another than that of the data. */
    String moment(Instant instant, ZonedDateTime data) {
        var at = instant.atZone(zone);
        return at.getYear() == data.getYear() ? moment(instant) : dayOfYear(at.toLocalDate()) + " " + minute(instant);
    }

    /** 27 Nov. */
    String day(LocalDate date) {
        return date.getDayOfMonth() + " " + words.say("months").split(" ", -1)[date.getMonthValue() - 1];
    }

    /** 27 Nov 2026. */
    String dayOfYear(LocalDate date) {
        return day(date) + " " + date.getYear();
    }

    /** 12 s, 4 min, 3 h, 2 d. */
    String duration(Duration of) {
        long seconds = of.toSeconds();
        if (seconds < 2L * MINUTES_AN_HOUR) {
            return words.say("duration.seconds", seconds);
        }
        if (of.toMinutes() < 2L * MINUTES_AN_HOUR) {
            return words.say("duration.minutes", of.toMinutes());
        }
        return of.toHours() < 2L * HOURS_A_DAY
                ? words.say("duration.hours", of.toHours())
                : words.say("duration.days", of.toDays());
    }

    private String grouped(String digits) {
        var out = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            out.insert(i, words.say("number.group"));
        }
        return out.toString();
    }

    private static boolean isZero(String digits) {
        return digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}

package nl.klantstem.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** ISO-8601 with an offset, strictly: no local time, no leap second, no 24:00. Anything else is no time at all. */
final class IsoTime {

    /** {@code 2026-11-27T09:00:00Z}, the form that nearly every feed sends. */
    private static final int SECONDS = 20;
    /** {@code 2026-11-27T09:00:00.000Z}. */
    private static final int MILLIS = 24;

    private static final int LAST_YEAR = 9999;

    private IsoTime() {}

    static @Nullable Instant instant(String text) {
        var plain = plain(text);
        if (plain != null) {
            return plain;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A year of four digits. */
    static boolean hasPlainYear(int year) {
        return year >= 0 && year <= LAST_YEAR;
    }

    /** The two common forms without the cost of a general parser; null when it is neither or out of range. */
    private static @Nullable Instant plain(String text) {
        int length = text.length();
        if ((length != SECONDS && length != MILLIS) || text.charAt(length - 1) != 'Z' || !isPunctuated(text)) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int millis = length == MILLIS ? digits(text, 20, 23) : 0;
        boolean valid = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour >= 0 && hour <= 23;
        if (!valid || minute < 0 || minute > 59 || second < 0 || second > 59 || millis < 0) {
            return null;
        }
        long date = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(date * 86_400 + hour * 3_600L + minute * 60L + second, millis * 1_000_000L);
    }

    private static boolean isPunctuated(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (text.length() == SECONDS || text.charAt(19) == '.');
    }

    /** The number that the digits say, negative when one is not a digit. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}

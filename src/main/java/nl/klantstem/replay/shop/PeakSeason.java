package nl.klantstem.replay.shop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** The peak: from Black Friday over Sinterklaas and Christmas to the third week of January, when the returns come in. */
enum PeakSeason {
    NONE(0, 1),
    BLACK_FRIDAY(1, 0.8),
    SINTERKLAAS(0.9, 0.8),
    DECEMBER(0.6, 1),
    HOLIDAYS(0.2, 1.2),
    RETURNS(0.6, 2.2);

    private final double intensity;
    private final double returns;

    PeakSeason(double intensity, double returns) {
        this.intensity = intensity;
        this.returns = returns;
    }

    static PeakSeason of(LocalDate day) {
        if (day.getMonth() == Month.JANUARY) {
            return day.getDayOfMonth() == 1 ? HOLIDAYS : day.getDayOfMonth() <= 21 ? RETURNS : NONE;
        }
        LocalDate blackFriday = blackFriday(day.getYear());
        if (day.isBefore(blackFriday)) {
            return NONE;
        }
        if (day.isBefore(blackFriday.plusDays(4))) {
            return BLACK_FRIDAY;
        }
        if (day.getMonth() == Month.NOVEMBER || day.getDayOfMonth() > 6) {
            return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 24 ? HOLIDAYS : DECEMBER;
        }
        return SINTERKLAAS;
    }

    /** The day after the fourth Thursday of November. */
    static LocalDate blackFriday(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                .plusDays(1);
    }

    /** How many times as many contacts as out of season, when Black Friday has {@code peakFactor} times. */
    double factor(double peakFactor) {
        return 1 + (peakFactor - 1) * intensity;
    }

    /** How many times as large the share of returns and exchanges is. */
    double returns() {
        return returns;
    }
}

package nl.klantstem.insight.effects;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import nl.klantstem.contract.in.ImprovementMeasure;

/**
 * The local days of one or more measures; what {@code to} names is not in.
 *
 * @param beforeFrom the first day before
 * @param beforeTo the day on which the first of them took effect
 * @param afterFrom the first day after the last washout
 * @param afterTo the end of the days after
 */
record Course(LocalDate beforeFrom, LocalDate beforeTo, LocalDate afterFrom, LocalDate afterTo) {

    /** Of one: the day on which it took effect is neither before nor after, unless it did at its very beginning. */
    static Course of(ImprovementMeasure measure, ZoneId zone) {
        ZonedDateTime at = measure.effectiveAt().atZone(zone);
        LocalDate day = at.toLocalDate();
        boolean whole = day.atStartOfDay(zone).isEqual(at);
        LocalDate after = (whole ? day : day.plusDays(1)).plusDays(measure.washoutDays());
        return new Course(day.minusDays(measure.preDays()), day, after, after.plusDays(measure.postDays()));
    }

    /** Of both: from before the first took effect until after the last did, each as long as the longer of the two. */
    Course with(Course other) {
        LocalDate to = beforeTo.isBefore(other.beforeTo) ? beforeTo : other.beforeTo;
        LocalDate from = afterFrom.isAfter(other.afterFrom) ? afterFrom : other.afterFrom;
        return new Course(
                to.minusDays(Math.max(daysBefore(), other.daysBefore())),
                to,
                from,
                from.plusDays(Math.max(daysAfter(), other.daysAfter())));
    }

    boolean overlaps(Course other) {
        return beforeFrom.isBefore(other.afterTo) && other.beforeFrom.isBefore(afterTo);
    }

    /** Whether what took effect in the other course bore on days of this one: from the day it did until its days are over. */
    boolean feels(Course other) {
        return beforeFrom.isBefore(other.afterTo) && other.beforeTo.isBefore(afterTo);
    }

    long daysBefore() {
        return ChronoUnit.DAYS.between(beforeFrom, beforeTo);
    }

    long daysAfter() {
        return ChronoUnit.DAYS.between(afterFrom, afterTo);
    }
}

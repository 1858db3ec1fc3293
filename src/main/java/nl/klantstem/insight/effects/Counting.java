package nl.klantstem.insight.effects;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import nl.klantstem.stats.DifferenceInDifferences.Change;
import nl.klantstem.stats.Nps;
import nl.klantstem.stats.Proportion;

/**
 * Counts what is compared, of days that are over.
 *
 * @param over all local days before this one are over
 */
record Counting(DayBook answers, DayBook instances, ZoneId zone, LocalDate over) {

    /** Orders placed again, of the instances before and after. */
    record Reordered(Proportion before, Proportion after) {}

    Groups groups(Case judged) {
        Change scope = answers(judged, judged.scope()::holds);
        if (judged.control().equals(Reach.NOTHING)) {
            return new Groups(scope, null, expected(judged, scope), 0);
        }
        Change control = answers(
                judged,
                labels -> judged.control().holds(labels) && !judged.scope().holds(labels));
        return new Groups(scope, control, expected(judged, scope), expected(judged, control));
    }

    Reordered reordered(Case judged) {
        Course course = judged.course();
        Predicate<Scope> like = judged.scope()::holds;
        return new Reordered(
                share(sum(instances, like, course.beforeFrom(), course.beforeTo())),
                share(sum(instances, like, course.afterFrom(), course.afterTo())));
    }

    private Change answers(Case judged, Predicate<Scope> like) {
        Course course = judged.course();
        return new Change(
                nps(sum(answers, like, course.beforeFrom(), course.beforeTo())),
                nps(sum(answers, like, course.afterFrom(), course.afterTo())));
    }

    /** The answers after, by the end, at the rate of the days before that are over; half up. */
    private long expected(Case judged, Change change) {
        LocalDate to = earlier(over, judged.course().beforeTo());
        long days = ChronoUnit.DAYS.between(judged.course().beforeFrom(), to);
        return days <= 0
                ? 0
                : Math.floorDiv(2 * change.before().n() * judged.course().daysAfter() + days, 2 * days);
    }

    private long[] sum(DayBook book, Predicate<Scope> like, LocalDate from, LocalDate to) {
        return book.sum(like, minute(from), minute(earlier(to, over)));
    }

    private long minute(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond() / 60;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Nps nps(long[] scores) {
        var categories = new long[3];
        for (int score = 0; score < scores.length; score++) {
            categories[Nps.category(score)] += scores[score];
        }
        return new Nps(categories[0], categories[1], categories[2]);
    }

    private static Proportion share(long[] instances) {
        return new Proportion(instances[1], instances[0]);
    }
}

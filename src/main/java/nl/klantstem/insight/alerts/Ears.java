package nl.klantstem.insight.alerts;

import java.time.Instant;
import java.time.ZoneId;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import nl.klantstem.rolling.Tally;
import nl.klantstem.stats.Answers;
import nl.klantstem.stats.Norm;

/** What was heard of a watched score, against what its watch holds for usual. */
record Ears(DayBook book, ZoneId zone) {

    /** Since the pane of a minute, through another minute. */
    Heard heard(WatchedScope watched, long since, long through) {
        var sum = new Heard[] {Heard.NOTHING};
        book.forEach(
                DayBook.like(watched.scope().labels()),
                book.pane(since),
                through + 1,
                (scope, pane, tally) -> sum[0] = sum[0].plus(heard(watched, scope, pane, tally)));
        Norm norm = watched.watch().norm().orElseThrow();
        return sum[0].with(norm.errorVariance());
    }

    /** Answers of a finer scope in a pane. */
    Heard heard(WatchedScope watched, Scope answer, long pane, Tally scores) {
        Norm norm = watched.watch().norm().orElseThrow();
        String segment = watched.segment(answer);
        int hour = Instant.ofEpochSecond(60 * pane).atZone(zone).getHour();
        return Heard.of(scores.dense(Answers.SCORES), norm.score() / 100 + norm.shift(segment, hour));
    }
}

package nl.klantstem.app.alerts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.app.Stop;
import nl.klantstem.stats.Answers;

/**
 * One simulated journey: nothing is wrong in it for years, and every alarm is false; at random moments a copy of it, with
 * copies of the rules, goes on with something wrong until each rule has seen it.
 */
final class Trial {

    /**
     * What is tried.
     *
     * @param perHour answers an hour, the mean of day and night
     * @param changes that go wrong at every random moment; may be none
     */
    record Terms(double perHour, Ordinary ordinary, double years, List<Change> changes) {}

    /** Who watches. */
    enum Contender {
        WATCH("watch", "Klantstem's watch"),
        THRESHOLD("threshold", "15 points below usual, last hour"),
        Z_TEST("zTest", "z > 1.96 and n >= 30, last 24 hours");

        private final String key;
        private final String title;

        Contender(String key, String title) {
            this.key = key;
            this.title = title;
        }

        /** Its name in JSON. */
        String key() {
            return key;
        }

        String title() {
            return title;
        }

        private Rule rule() {
            double usual = 100 * ScoreShape.USUAL.mean();
            return switch (this) {
                case WATCH -> new WatchRule();
                case THRESHOLD -> WindowRule.threshold(usual);
                case Z_TEST -> WindowRule.zTest(usual);
            };
        }
    }

    private static final long MINUTES_PER_DAY = 1_440;

    /** The watch has begun to watch by then: a week of quarantine and at least one of learning. */
    private static final int COUNTED_FROM = 14;

    /** Changes come once the baseline is no longer young. */
    private static final int CHANGES_FROM = 90;

    private static final double DAYS_PER_YEAR = 365.25;
    private static final double CHANGES_PER_YEAR = 8;
    private static final int PATIENCE_DAYS = 60;

    private final Terms terms;
    private final Dice dice;
    private final Stop stop;
    private final Journey journey;
    private final List<Guardian> guardians;

    /** A rule at work, and what it did. */
    private record Guardian(Contender contender, Rule rule, RuleRecord record) {}

    Trial(Terms terms, Dice dice, Stop stop) {
        this.terms = terms;
        this.dice = dice;
        this.stop = stop;
        journey = new Journey(terms.perHour(), terms.ordinary(), dice.others());
        int changes = terms.changes().size();
        guardians = Arrays.stream(Contender.values())
                .map(contender -> new Guardian(contender, contender.rule(), new RuleRecord(changes)))
                .toList();
    }

    /** Lives through it. */
    Map<Contender, RuleRecord> run() {
        long end = Math.round((COUNTED_FROM + terms.years() * DAYS_PER_YEAR) * MINUTES_PER_DAY);
        var answers = new Answers();
        long change = nextChange(CHANGES_FROM * MINUTES_PER_DAY);
        for (long minute = 0; minute < end; minute++) {
            if (minute % MINUTES_PER_DAY == 0) {
                stop.check();
            }
            if (minute == change) {
                for (int i = 0; i < terms.changes().size(); i++) {
                    goWrong(i, minute);
                }
                change = nextChange(minute);
            }
            journey.answers(minute, answers);
            for (Guardian guardian : guardians) {
                guardian.rule().minute(minute, answers);
                if (guardian.rule().isAlarm()) {
                    guardian.rule().wasFalse();
                    if (minute >= COUNTED_FROM * MINUTES_PER_DAY) {
                        guardian.record().falseAlarm();
                    }
                }
            }
        }
        var records = new EnumMap<Contender, RuleRecord>(Contender.class);
        guardians.forEach(guardian -> records.put(guardian.contender(), guardian.record()));
        return records;
    }

    private long nextChange(long after) {
        return after + 1 + dice.below(Math.round(2 * DAYS_PER_YEAR / CHANGES_PER_YEAR * MINUTES_PER_DAY));
    }

    private void goWrong(int change, long from) {
        var wrong = journey.going(terms.changes().get(change), from, dice.others());
        var waiting = new ArrayList<Guardian>();
        for (Guardian guardian : guardians) {
            waiting.add(new Guardian(guardian.contender(), guardian.rule().copy(), guardian.record()));
        }
        var answers = new Answers();
        long n = 0;
        long minute = from;
        for (; minute < from + PATIENCE_DAYS * MINUTES_PER_DAY && !waiting.isEmpty(); minute++) {
            wrong.answers(minute, answers);
            n += answers.n();
            for (var each = waiting.iterator(); each.hasNext(); ) {
                Guardian guardian = each.next();
                guardian.rule().minute(minute, answers);
                if (guardian.rule().isAlarm()) {
                    guardian.record().delayed(change, new Delay(true, hours(minute + 1 - from), n));
                    each.remove();
                }
            }
        }
        for (Guardian guardian : waiting) {
            guardian.record().delayed(change, new Delay(false, hours(minute - from), n));
        }
    }

    private static double hours(long minutes) {
        return minutes / 60.0;
    }
}

package nl.klantstem.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A made-up stream of answers, minute by minute, that a watch can live through. */
final class GivenAnswers {

    static final int DAY = 1_440;

    /** One answer. */
    record Given(String segment, int score) {}

    private final Map<Long, List<Given>> minutes = new TreeMap<>();

    /** The stream that the reference was run on: 35 days, two segments, 6 answers an hour by day, a drop on day 33. */
    static GivenAnswers ofTheReference() {
        var stream = new GivenAnswers();
        for (var row : Vectors.of("watch-answers.csv")) {
            stream.add(row.whole("minute"), row.text("segment"), row.whole("score"));
        }
        return stream;
    }

    /** Days that wobble and hours that are bad as a whole; the reference drew the same numbers. */
    static GivenAnswers inBursts(int days) {
        var random = new Random(77);
        var stream = new GivenAnswers();
        for (int day = 0; day < days; day++) {
            double badDay = random.nextDouble() * 0.03;
            for (int hour = 8; hour < 22; hour++) {
                double bad = badDay + (random.nextDouble() < 0.2 ? 0.25 : 0);
                for (long minute = day * (long) DAY + hour * 60L;
                        minute < day * (long) DAY + hour * 60L + 60;
                        minute++) {
                    if (random.nextDouble() < 0.2) {
                        String segment = random.nextDouble() < 0.7 ? "own" : "partner";
                        boolean isBad = random.nextDouble() < bad;
                        double score = random.nextDouble();
                        stream.add(minute, segment, isBad ? (int) (score * 7) : 10 - (int) (score * 4));
                        if (random.nextDouble() < 0.3) {
                            stream.add(minute, "partner", 10 - (int) (random.nextDouble() * 11));
                        }
                    }
                }
            }
        }
        return stream;
    }

    /** Random answers at so many a day, from which some are more promoters than detractors. */
    static GivenAnswers random(long seed, int days, int perDay) {
        var random = new Random(seed);
        var stream = new GivenAnswers();
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < perDay; i++) {
                long minute = (long) day * DAY + 420 + random.nextInt(900);
                String segment = random.nextInt(3) == 0 ? "partner" : "own";
                stream.add(minute, segment, random.nextInt(10) < 6 ? 9 + random.nextInt(2) : random.nextInt(9));
            }
        }
        return stream;
    }

    GivenAnswers add(long minute, String segment, int score) {
        minutes.computeIfAbsent(minute, none -> new ArrayList<>()).add(new Given(segment, score));
        return this;
    }

    /** So many very bad answers a minute, from a minute on. */
    GivenAnswers disaster(long from, long to) {
        for (long minute = from; minute < to; minute += 3) {
            add(minute, "own", 0);
        }
        return this;
    }

    /** Every score in a mirror: 10 is 0. */
    GivenAnswers mirrored() {
        var mirror = new GivenAnswers();
        minutes.forEach((minute, all) -> all.forEach(one -> mirror.add(minute, one.segment(), 10 - one.score())));
        return mirror;
    }

    /** Only the best and the worst score. */
    GivenAnswers extremes() {
        var extremes = new GivenAnswers();
        minutes.forEach(
                (minute, all) -> all.forEach(one -> extremes.add(minute, one.segment(), one.score() >= 9 ? 10 : 0)));
        return extremes;
    }

    /** The same answers, in another order inside every minute. */
    GivenAnswers shuffled(Random random) {
        var shuffled = new GivenAnswers();
        minutes.forEach((minute, all) -> {
            var copy = new ArrayList<>(all);
            Collections.shuffle(copy, random);
            copy.forEach(one -> shuffled.add(minute, one.segment(), one.score()));
        });
        return shuffled;
    }

    Answers at(long minute) {
        var answers = new Answers();
        minutes.getOrDefault(minute, List.of()).forEach(one -> answers.add(one.segment(), one.score()));
        return answers;
    }

    /** Lives through the minutes from one to before another; days end behind their last minute. */
    void live(Watch watch, long from, long to) {
        for (long minute = from; minute < to; minute++) {
            liveMinute(watch, minute);
        }
    }

    void liveMinute(Watch watch, long minute) {
        watch.minute(minute, (int) (minute % DAY / 60), at(minute));
        if (minute % DAY == DAY - 1) {
            watch.endOfDay();
        }
    }
}

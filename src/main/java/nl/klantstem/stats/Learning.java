package nl.klantstem.stats;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a watch learns the ordinary: the answers of today, days in quarantine, and the baseline they end in. Days of an open
 * incident go to a baseline aside, which takes over when what was wrong has become the ordinary.
 */
final class Learning {

    private static final int MINUTES_PER_HOUR = 60;
    private static final long NO_HOUR = Long.MIN_VALUE;

    private final WatchSettings settings;
    private final double keep;
    private final Deque<Day> quarantine = new ArrayDeque<>();
    private Baseline baseline;
    private Baseline aside;
    private Day today;
    private long hourOpen;
    private double hourN;
    private double hourResiduals;

    Learning(WatchSettings settings) {
        this.settings = settings;
        keep = settings.keptPerDay();
        baseline = new Baseline();
        aside = new Baseline();
        today = new Day(false);
        hourOpen = NO_HOUR;
    }

    Learning(WatchSettings settings, StateReader from) {
        this.settings = settings;
        keep = settings.keptPerDay();
        baseline = new Baseline(from);
        aside = new Baseline(from);
        today = new Day(from);
        for (long left = from.nextLong(); left > 0; left--) {
            quarantine.add(new Day(from));
        }
        hourOpen = from.nextLong();
        hourN = from.next();
        hourResiduals = from.next();
    }

    void write(StateWriter to) {
        baseline.write(to);
        aside.write(to);
        today.write(to);
        to.put(quarantine.size());
        quarantine.forEach(day -> day.write(to));
        to.put(hourOpen).put(hourN).put(hourResiduals);
    }

    void minute(long minute, int hour, Answers answers) {
        long itsHour = Math.floorDiv(minute, (long) MINUTES_PER_HOUR);
        if (itsHour != hourOpen) {
            closeHour();
            hourOpen = itsHour;
        }
        today.reached(minute);
        if (answers.isEmpty()) {
            return;
        }
        Norm norm = baseline.norm();
        for (var segment : answers.counts().entrySet()) {
            int[] counts = segment.getValue();
            for (int score = 0; score < counts.length; score++) {
                if (counts[score] > 0) {
                    add(segment.getKey(), score, counts[score], hour, norm);
                }
            }
        }
    }

    private void add(String segment, int score, int times, int hour, @Nullable Norm norm) {
        today.segment(segment).add(score, times);
        if (norm != null) {
            Levels usual = norm.usual(segment);
            today.hour(hour).add(score, times, usual);
            double expected = usual.contribution() + norm.effect(hour).contribution();
            hourN += times;
            hourResiduals += times * (Nps.contribution(score) - expected);
        }
    }

    private void closeHour() {
        if (baseline.knowsHours()) {
            today.bursts().addHour(hourN, hourResiduals);
        }
        hourN = 0;
        hourResiduals = 0;
    }

    /** Today goes into quarantine; a day that leaves it is learnt. */
    void endOfDay(boolean incidentOpen) {
        closeHour();
        quarantine.add(today);
        today = new Day(incidentOpen);
        if (quarantine.size() > settings.quarantineDays()) {
            Day day = quarantine.remove();
            if (day.isSpoilt()) {
                day.recentre();
                aside.learn(day, keep);
            } else {
                baseline.learn(day, keep);
            }
        }
    }

    /** Something is wrong since that minute: the days from then on are no examples. */
    void incidentSince(long minute) {
        aside = new Baseline();
        today.spoilSince(minute);
        quarantine.forEach(day -> day.spoilSince(minute));
    }

    /** What was wrong is the ordinary from now on. */
    void newNormal() {
        aside.takeOver(baseline);
        baseline = aside;
        aside = new Baseline();
        quarantine.stream().filter(Day::isSpoilt).forEach(Day::recentre);
        today.recentre();
        hourN = 0;
        hourResiduals = 0;
    }

    Baseline baseline() {
        return baseline;
    }

    /** The minimum of days and answers is learnt. */
    boolean isEnough() {
        Norm norm = baseline.norm();
        return norm != null && baseline.days() >= settings.minDays() && norm.n() >= settings.minAnswers();
    }

    /** Answers that are missing to the minimum, those in quarantine counted; 0 or more. */
    long answersToGo() {
        Norm norm = baseline.norm();
        double known = norm == null ? 0 : norm.n();
        double waiting = today.n() + quarantine.stream().mapToDouble(Day::n).sum();
        return (long) Math.ceil(Math.max(0, settings.minAnswers() - known - waiting));
    }

    /** Days until that is so if answers go on coming as they did; absent when they are too few ever. */
    OptionalInt daysToGo() {
        if (isEnough()) {
            return OptionalInt.of(0);
        }
        Norm norm = baseline.norm();
        double learnt = norm == null ? 0 : norm.n();
        double waiting = quarantine.stream().mapToDouble(Day::n).sum();
        double weightOfDays = (1 - StrictMath.pow(keep, baseline.days())) / (1 - keep) + quarantine.size();
        double perDay = (learnt + waiting) / Math.max(1, weightOfDays);
        double inTheEnd = perDay / (1 - keep);
        if (inTheEnd <= settings.minAnswers()) {
            return OptionalInt.empty();
        }
        double faded = (inTheEnd - settings.minAnswers()) / (inTheEnd - learnt);
        double forAnswers = Math.ceil(StrictMath.log(faded) / StrictMath.log(keep));
        int filling = settings.quarantineDays() - quarantine.size();
        return OptionalInt.of(filling + (int) Math.max(settings.minDays() - baseline.days(), forAnswers));
    }
}

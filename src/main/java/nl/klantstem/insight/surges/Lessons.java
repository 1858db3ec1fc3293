package nl.klantstem.insight.surges;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import nl.klantstem.rolling.LocalDays;
import nl.klantstem.stats.SharedBin;
import nl.klantstem.stats.SurgeLearning;
import org.jspecify.annotations.Nullable;

/** Learns a day that leaves the quarantine: of each that is watched its ordinary bins, and apart those of an open surge. */
final class Lessons {

    private final Bins bins;
    private final Ordinary ordinary;
    private final Incidents incidents;
    private final Expectations expectations;

    Lessons(Bins bins, Ordinary ordinary, Incidents incidents, Expectations expectations) {
        this.bins = bins;
        this.ordinary = ordinary;
        this.incidents = incidents;
        this.expectations = expectations;
    }

    /** Whether a local day ends with a bin. */
    boolean endsDay(LocalDays days, long from, long end) {
        return days.start(from) != days.start(end);
    }

    void learn(long day, LocalDays days) {
        long end = days.end(day);
        List<Counted> counted = bins.between(day, end);
        var met = new TreeSet<Watched>();
        counted.forEach(bin -> bin.places().keySet().forEach(place -> met.addAll(place.watched())));
        met.forEach(ordinary::meet);
        // First all that is expected, then what is learnt of it: a full code's plan is a part of its top level's
        // season.
        var lessons = new ArrayList<Lesson>();
        ordinary.all().forEach((watched, learning) -> lessons.add(lesson(watched, learning, counted)));
        lessons.forEach(lesson -> lesson.learning().learn(lesson.ordinary(), lesson.surged()));
        ordinary.all().keySet().forEach(ordinary::changed);
        ordinary.forget();
        bins.forgetBefore(end);
        incidents.forgetBefore(end);
    }

    private Lesson lesson(Watched watched, SurgeLearning learning, List<Counted> day) {
        var lesson = new Lesson(learning, new ArrayList<>(), new ArrayList<>());
        for (Counted counted : day) {
            long all = counted.all(watched);
            if (all > 0) {
                @Nullable Incident incident = incidents.during(watched, counted.from());
                double planned = expectations.plannedShare(watched, counted);
                var bin = new SharedBin(
                        expectations.hour(counted.from()), counted.contacts(watched), all, planned < 1 ? planned : 0);
                if (incident == null) {
                    lesson.ordinary().add(bin);
                } else if (incident.isOpen()) {
                    lesson.surged().add(bin);
                }
            }
        }
        return lesson;
    }

    private record Lesson(SurgeLearning learning, List<SharedBin> ordinary, List<SharedBin> surged) {}
}

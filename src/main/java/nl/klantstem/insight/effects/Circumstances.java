package nl.klantstem.insight.effects;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nl.klantstem.contract.catalogue.PeakCalendar;
import nl.klantstem.contract.in.ImprovementMeasure;
import nl.klantstem.contract.out.MeasureEffect.Circumstance;
import nl.klantstem.contract.out.MeasureEffect.Circumstance.Kind;

/** What else bore on the days in which measures are judged. */
record Circumstances(PeakCalendar peaks, ZoneId zone) {

    private static final Comparator<Circumstance> ORDER = Comparator.comparing(Circumstance::first)
            .thenComparing(Circumstance::kind)
            .thenComparing(Circumstance::id);

    /** In the order in which they began. */
    List<Circumstance> of(Case judged, Collection<ImprovementMeasure> all) {
        var found = new ArrayList<Circumstance>();
        LocalDate last = judged.course().afterTo().minusDays(1);
        peaks.during(judged.course().beforeFrom(), last)
                .forEach(peak ->
                        found.add(new Circumstance(Kind.PEAK, peak.name(), peak.name(), peak.first(), peak.last())));
        for (ImprovementMeasure other : all) {
            Course course = Course.of(other, zone);
            if (judged.measures().contains(other) || !judged.course().feels(course)) {
                continue;
            }
            Reach reach = Reach.of(other.scope());
            boolean event = other.type() == ImprovementMeasure.Type.EXTERNAL_EVENT;
            if (judged.scope().overlaps(reach) && (event || judged.isExternal())) {
                found.add(told(event ? Kind.EXTERNAL_EVENT : Kind.MEASURE, other, course));
            } else if (judged.control().overlaps(reach)) {
                found.add(told(Kind.IN_CONTROL, other, course));
            }
        }
        found.sort(ORDER);
        return found;
    }

    private static Circumstance told(Kind kind, ImprovementMeasure other, Course course) {
        return new Circumstance(
                kind,
                other.measureId(),
                other.name(),
                course.beforeTo(),
                course.afterTo().minusDays(1));
    }
}

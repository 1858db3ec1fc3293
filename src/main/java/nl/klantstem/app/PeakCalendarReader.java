package nl.klantstem.app;

import java.util.List;
import nl.klantstem.contract.catalogue.PeakCalendar;
import nl.klantstem.contract.catalogue.PeakCalendar.Anchor;
import nl.klantstem.contract.catalogue.PeakCalendar.Day;
import nl.klantstem.contract.catalogue.PeakCalendar.Phase;

/** The phases of a catalogue's peak: a list of them, or those of {@link PeakCalendar#DEFAULT} when there is none. */
final class PeakCalendarReader {

    private static final int FARTHEST_DAYS = 90;

    private final Section catalogue;

    PeakCalendarReader(Section catalogue) {
        this.catalogue = catalogue;
    }

    PeakCalendar read() {
        if (!catalogue.has("peaks")) {
            // Asked for, so that it is known.
            catalogue.each("peaks", PeakCalendarReader::phase);
            return PeakCalendar.DEFAULT;
        }
        List<Phase> phases = catalogue.each("peaks", PeakCalendarReader::phase);
        if (phases.stream().map(Phase::name).distinct().count() < phases.size()) {
            catalogue.problem("peaks", "a phase is there twice: give each its own name");
        }
        return new PeakCalendar(phases);
    }

    private static Phase phase(Section section) {
        var phase = new Phase(section.text("name"), day(section.section("first")), day(section.section("last")));
        if (new PeakCalendar(List.of(phase)).isBackwards()) {
            section.problem("last", "it ends before it begins: let 'last' be 'first' or later");
        }
        return phase;
    }

    private static Day day(Section section) {
        var day = new Day(
                section.choice("anchor", Anchor.class), section.between(-FARTHEST_DAYS, FARTHEST_DAYS, "plusDays", 0));
        section.noOthers();
        return day;
    }
}

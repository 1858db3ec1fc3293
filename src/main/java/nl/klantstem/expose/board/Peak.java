package nl.klantstem.expose.board;

import java.time.LocalDate;
import java.util.Optional;
import nl.klantstem.contract.catalogue.PeakCalendar;
import nl.klantstem.contract.catalogue.PeakCalendar.Anchor;

/**
 * Where in the year's peak a day lies.
 *
 * @param phase as the catalogue names it
 * @param anchor the day that the phase leads up to, or comes after
 * @param days after the anchor, negative before it
 */
public record Peak(String phase, Anchor anchor, int days) {

    static Optional<Peak> on(LocalDate date, PeakCalendar calendar) {
        return calendar.during(date, date).stream().findFirst().flatMap(found -> calendar.phases().stream()
                .filter(phase -> phase.name().equals(found.name()))
                .findFirst()
                .map(phase -> {
                    var anchor = phase.last().anchor();
                    var day = found.last().minusDays(phase.last().plusDays());
                    return new Peak(phase.name(), anchor, (int) (date.toEpochDay() - day.toEpochDay()));
                }));
    }
}

package nl.klantstem.contract.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The phases of the year's peak, which come back every year on days that move with their anchors. */
public record PeakCalendar(List<Phase> phases) {

    /** Of any year: within one, the anchors keep their order. */
    private static final int SOME_YEAR = 2026;

    private static final int WEEKS_PER_YEAR = 52;

    /** From Black Friday's week to the third week of January, when what was given comes back. */
    public static final PeakCalendar DEFAULT = new PeakCalendar(List.of(
            new Phase("black-friday", new Day(Anchor.BLACK_FRIDAY, -4), new Day(Anchor.BLACK_FRIDAY, 3)),
            new Phase("sinterklaas", new Day(Anchor.BLACK_FRIDAY, 4), new Day(Anchor.SINTERKLAAS, 0)),
            new Phase("christmas", new Day(Anchor.SINTERKLAAS, 1), new Day(Anchor.CHRISTMAS, 0)),
            new Phase("returns", new Day(Anchor.CHRISTMAS, 1), new Day(Anchor.CHRISTMAS, 27))));

    /** A day that every year's peak hangs on. */
    public enum Anchor {
        /** The day after the fourth Thursday of November. */
        BLACK_FRIDAY,
        /** 5 December. */
        SINTERKLAAS,
        /** 25 December. */
        CHRISTMAS;

        /** The day in a year. */
        public LocalDate in(int year) {
            return switch (this) {
                case BLACK_FRIDAY ->
                    LocalDate.of(year, 11, 1)
                            .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                            .plusDays(1);
                case SINTERKLAAS -> MonthDay.of(12, 5).atYear(year);
                case CHRISTMAS -> MonthDay.of(12, 25).atYear(year);
            };
        }
    }

    /** So many days after an anchor (before it when negative). */
    public record Day(Anchor anchor, int plusDays) {
        LocalDate in(int year) {
            return anchor.in(year).plusDays(plusDays);
        }
    }

    /** A phase, from its first day through its last, which it leads up to: the anchor of the last is the phase's. */
    public record Phase(String name, Day first, Day last) {

        public Anchor anchor() {
            return last.anchor();
        }

        private boolean holds(LocalDate day, int year) {
            return !day.isBefore(first.in(year)) && !day.isAfter(last.in(year));
        }

        /** The day of another year that is as far from the anchor, and in the phase: its first or last day if need be. */
        private LocalDate aligned(LocalDate day, int from, int to) {
            LocalDate same = anchor().in(to).plusDays(ChronoUnit.DAYS.between(anchor().in(from), day));
            LocalDate notBefore = same.isBefore(first.in(to)) ? first.in(to) : same;
            return notBefore.isAfter(last.in(to)) ? last.in(to) : notBefore;
        }
    }

    /** A day of a phase of a year's peak: so many days after the anchor of the phase (before it when negative). */
    public record PeakDay(Phase phase, int year, int plusDays) {}

    /** A phase in one year, from its first day through its last. */
    public record Occurrence(String name, LocalDate first, LocalDate last) {}

    public PeakCalendar {
        phases = List.copyOf(phases);
    }

    /** Whether a phase ends before it begins, in a year of which it does. */
    public boolean isBackwards() {
        return phases.stream()
                .anyMatch(phase ->
                        phase.last().in(SOME_YEAR).isBefore(phase.first().in(SOME_YEAR)));
    }

    /** Where in the peak a day is: in the phase that began last; empty outside of it. */
    public Optional<PeakDay> on(LocalDate day) {
        return IntStream.of(day.getYear(), day.getYear() - 1)
                .boxed()
                .flatMap(year -> phases.stream()
                        .filter(phase -> phase.holds(day, year))
                        .map(phase -> new PeakDay(phase, year, (int)
                                ChronoUnit.DAYS.between(phase.anchor().in(year), day))))
                .max(Comparator.comparing(peak -> peak.phase().first().in(peak.year())));
    }

    /** The day of last year that a day is held against: the same of the peak, else the same weekday 52 weeks before. */
    public LocalDate lastYear(LocalDate day) {
        return on(day).map(peak -> peak.phase().aligned(day, peak.year(), peak.year() - 1))
                .orElseGet(() -> day.minusWeeks(WEEKS_PER_YEAR));
    }

    /** The phases that share a day with the days from one through another, in the order in which they begin. */
    public List<Occurrence> during(LocalDate first, LocalDate last) {
        var found = new ArrayList<Occurrence>();
        for (int year = first.getYear() - 1; year <= last.getYear(); year++) {
            for (Phase phase : phases) {
                var occurrence = new Occurrence(
                        phase.name(), phase.first().in(year), phase.last().in(year));
                if (!occurrence.first().isAfter(last) && !occurrence.last().isBefore(first)) {
                    found.add(occurrence);
                }
            }
        }
        found.sort(Comparator.comparing(Occurrence::first).thenComparing(Occurrence::name));
        return found;
    }
}

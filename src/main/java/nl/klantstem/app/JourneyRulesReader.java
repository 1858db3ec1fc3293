package nl.klantstem.app;

import nl.klantstem.contract.catalogue.JourneyRules;

/** By which times a catalogue judges instances of journeys; what it leaves out is as in {@link JourneyRules#DEFAULT}. */
final class JourneyRulesReader {

    private final Section section;

    JourneyRulesReader(Section section) {
        this.section = section;
    }

    JourneyRules read() {
        var otherwise = JourneyRules.DEFAULT;
        var rules = new JourneyRules(
                ContactRulesReader.duration(section, "abandonedAfter", otherwise.abandonedAfter()),
                section.between(1, ContactRulesReader.MOST_DAYS, "reorderDays", otherwise.reorderDays()),
                section.between(1, ContactRulesReader.MOST_DAYS, "leakageDays", otherwise.leakageDays()));
        section.noOthers();
        return rules;
    }
}

package nl.klantstem.app;

import nl.klantstem.contract.catalogue.SurveyRules;

/** By which times a catalogue judges surveys that were asked; what it leaves out is as in {@link SurveyRules#DEFAULT}. */
final class SurveyRulesReader {

    private final Section section;

    SurveyRulesReader(Section section) {
        this.section = section;
    }

    SurveyRules read() {
        var otherwise = SurveyRules.DEFAULT;
        var rules = new SurveyRules(
                section.between(1, ContactRulesReader.MOST_DAYS, "quarantineDays", otherwise.quarantineDays()),
                section.between(1, ContactRulesReader.MOST_DAYS, "answerDays", otherwise.answerDays()));
        section.noOthers();
        return rules;
    }
}

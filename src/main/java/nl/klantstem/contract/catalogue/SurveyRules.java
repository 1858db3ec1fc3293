package nl.klantstem.contract.catalogue;

/**
 * By which times surveys that were asked are judged; docs/measures.md says how each is used.
 *
 * @param quarantineDays for how many days after a survey a customer should not be asked again
 * @param answerDays after how many days the response rate of a survey is called due
 */
public record SurveyRules(int quarantineDays, int answerDays) {

    /** The times that are used when a catalogue names none. */
    public static final SurveyRules DEFAULT = new SurveyRules(30, 14);
}

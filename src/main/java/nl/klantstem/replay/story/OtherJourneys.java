package nl.klantstem.replay.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nl.klantstem.replay.shop.Dice;
import nl.klantstem.replay.shop.Ids;

/** The answers about everything else, which with those about lost parcels make what the shop as a whole scores. */
final class OtherJourneys {

    private static final String[] JOURNEYS = {
        "order-status", "order-delivery", "return", "exchange", "warranty", "complaint"
    };
    private static final double[] SHARES = {0.26, 0.3, 0.24, 0.08, 0.07, 0.05};
    private static final double[] MOODS = {0.05, 0.1, 0, -0.1, -0.2, -0.9};

    private final Dice dice;
    private final Ids ids;
    private final SurveyTelling surveys;

    private record Answer(String journeyId, long at, double mood) {}

    OtherJourneys(Dice dice, Ids ids, SurveyTelling surveys) {
        this.dice = dice;
        this.ids = ids;
        this.surveys = surveys;
    }

    void answer(Chapter chapter) {
        var answers = new ArrayList<Answer>();
        while (answers.size() < chapter.others().n()) {
            int journey = dice.weighted(SHARES);
            long at = at(chapter);
            if (chapter.contains(at)) {
                answers.add(new Answer(JOURNEYS[journey], at, MOODS[journey] + dice.gaussian()));
            }
        }
        tell(answers, chapter);
    }

    private long at(Chapter chapter) {
        LocalDate first = chapter.from().atZone(Moment.ZONE).toLocalDate();
        int days = (int)
                ChronoUnit.DAYS.between(first, chapter.to().atZone(Moment.ZONE).toLocalDate());
        LocalDate day = first.plusDays(dice.below(days + 1));
        return Moment.between(dice, Moment.on(day, 8), Moment.on(day, 23));
    }

    private void tell(List<Answer> answers, Chapter chapter) {
        Scores.give(
                answers,
                chapter.others(),
                Answer::mood,
                (answer, score) -> surveys.answer(ids.next("c"), answer.journeyId(), answer.at(), score));
    }
}

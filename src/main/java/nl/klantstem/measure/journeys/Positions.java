package nl.klantstem.measure.journeys;

import java.util.List;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.SurveyResponse.ExperienceValue;
import nl.klantstem.measure.TimeRun;

/**
 * What the positions of a tally of steps mean. A run is several on end, one per label of a list, or a run of times. What
 * answers say has the same positions in either run of answers, counted from where it begins.
 */
final class Positions {

    static final int OPEN = 0;
    static final int COMPLETED = 1;
    static final int ABANDONED = 2;
    static final int LATE = 3;
    static final int WAITS = 4;
    static final int CONTACTS = 5;
    static final int SECOND_CONTACTS = 6;
    static final int POSITIVE = 7;
    static final int NEUTRAL = 8;
    static final int NEGATIVE = 9;

    /** The emotions, in the order of their positions. */
    static final List<Emotion> EMOTIONS = List.of(Emotion.values());

    static final int OBSERVED = 10;

    static final TimeRun TIMES = TimeRun.LONG;
    static final int DURATION = OBSERVED + EMOTIONS.size();
    static final int WAIT_LENGTH = DURATION + TIMES.width();

    /** The answers of customers, then those of mystery shoppers. */
    static final int ANSWERS = WAIT_LENGTH + TIMES.width();

    /** In a run of answers: how many. */
    static final int N = 0;

    /** In a run of answers: promoters, passives and detractors who met the step badly, otherwise, or no step at all. */
    static final int CATEGORIES = 3;

    static final int BAD = 1;
    static final int OTHERS = BAD + CATEGORIES;
    static final int UNMET = OTHERS + CATEGORIES;

    /** In a run of answers, for each experience value: how many, their sum, and how many of 4 and 5. */
    static final List<ExperienceValue> EXPERIENCE_VALUES = List.of(ExperienceValue.values());

    static final int VALUE_PARTS = 3;

    static final int VALUES = UNMET + CATEGORIES;

    /** In a run of answers, for each emotion: how many named it with intensity 1, 2 and 3. */
    static final int INTENSITIES = 3;

    static final int FELT = VALUES + EXPERIENCE_VALUES.size() * VALUE_PARTS;

    static final int ANSWERS_WIDTH = FELT + EMOTIONS.size() * INTENSITIES;
    static final int MYSTERY_SHOP = ANSWERS + ANSWERS_WIDTH;

    /** Answers, of either kind, that are linked to no contact. */
    static final int UNMATCHED = MYSTERY_SHOP + ANSWERS_WIDTH;

    static final int WIDTH = UNMATCHED + 1;

    private Positions() {}

    /** Where an experience value begins in a run of answers. */
    static int of(ExperienceValue value) {
        return VALUES + EXPERIENCE_VALUES.indexOf(value) * VALUE_PARTS;
    }

    /** Where an emotion begins in a run of answers. */
    static int of(Emotion emotion) {
        return FELT + EMOTIONS.indexOf(emotion) * INTENSITIES;
    }
}

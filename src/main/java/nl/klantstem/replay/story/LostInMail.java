package nl.klantstem.replay.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.klantstem.replay.shop.Dice;
import nl.klantstem.replay.shop.Ids;
import nl.klantstem.replay.shop.ShopRecord;

/**
 * An invented year of parcels that are lost in the mail, and of the measures that were taken in May: what the systems of
 * the shop recorded of it, in order. Pure: it is the same year each time, byte for byte.
 */
public final class LostInMail {

    public static final Instant BEGINS = Moment.midnight("2013-11-01");

    /** The last midnight before which nothing had changed. */
    public static final Instant BEFORE = Moment.midnight("2014-05-01");

    /** From here on agents order for the customer, look for the parcel together, impose no wait, and tailor. */
    public static final Instant MEASURES = Moment.midnight("2014-05-15");

    /** The midnight at which the story ends, and its effect is seen. */
    public static final Instant AFTER = Moment.midnight("2014-11-01");

    private static final long SEED = 2014;

    private final Dice dice = new Dice(SEED);
    private final Ids ids = new Ids(SEED);
    private final Telling telling = new Telling(ids);
    private final SurveyTelling surveys = new SurveyTelling(telling, dice, ids);
    private final StepTelling steps = new StepTelling(telling, dice);

    private LostInMail() {}

    /** What was asked about a parcel that was lost, of a customer who may answer. */
    private record Case(Trouble trouble, Feelings feelings, Asked asked) {
        Case withAnswer() {
            return new Case(trouble, feelings, asked.withAnswer());
        }
    }

    public static List<ShopRecord> records() {
        return new LostInMail().tell();
    }

    /** What was registered of the measures. */
    public static List<ShopRecord> measures() {
        return MayMeasures.records();
    }

    private List<ShopRecord> tell() {
        var open = new ArrayList<Case>();
        var troubles = new Troubles(dice, ids);
        var others = new OtherJourneys(dice, ids, surveys);
        for (Chapter chapter : Chapter.ALL) {
            for (int i = 0; i < chapter.parcels(); i++) {
                befall(troubles.draw(chapter), open);
            }
            others.answer(chapter);
        }
        Chapter.ALL.forEach(chapter -> answer(chapter, open));
        open.forEach(this::ask);
        return telling.before(AFTER.toEpochMilli());
    }

    private void befall(Trouble trouble, List<Case> open) {
        var feelings = Feelings.of(trouble, dice);
        new ParcelTelling(telling).tell(trouble, ids.next("o"));
        new CallTelling(telling).tell(trouble);
        steps.tell(trouble, feelings);
        if (!trouble.calls().isEmpty()) {
            open.add(new Case(trouble, feelings, surveys.ask(trouble)));
        }
    }

    /** Those most inclined to it answer; they are taken out of the open cases. */
    private void answer(Chapter chapter, List<Case> open) {
        List<Case> answering = open.stream()
                .filter(each ->
                        each.asked().reached() && chapter.contains(each.asked().answerAt()))
                .sorted(Comparator.comparingDouble(each -> -each.asked().inclination()))
                .limit(chapter.journey().n())
                .toList();
        open.removeAll(answering);
        Scores.give(answering, chapter.journey(), each -> each.feelings().mood(), (each, score) -> {
            ask(each.withAnswer());
            surveys.answer(each.trouble(), each.asked(), each.feelings(), score);
        });
    }

    private void ask(Case each) {
        surveys.invite(each.trouble(), each.asked());
        steps.tell(each.trouble(), each.asked());
    }
}

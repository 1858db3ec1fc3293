package nl.klantstem.replay.story;

import static nl.klantstem.replay.story.Moment.DAY;
import static nl.klantstem.replay.story.Moment.HOUR;
import static nl.klantstem.replay.story.Moment.MINUTE;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.klantstem.replay.shop.Dice;
import nl.klantstem.replay.shop.Ids;
import nl.klantstem.replay.story.Trouble.Occasion;
import nl.klantstem.replay.story.Trouble.Parcel;
import org.jspecify.annotations.Nullable;

/** Draws which parcels are missed, and how their customers come to notice it. */
final class Troubles {

    private static final double[] CARRIERS = {0.35, 0.25, 0.4};
    private static final String[] REGIONS = {
        "noord-holland", "zuid-holland", "utrecht", "gelderland", "noord-brabant", "limburg", "overijssel", "friesland"
    };
    private static final double GIVE_UP = 0.05;
    private static final double BIRTHDAY = 0.09;
    private static final double SINTERKLAAS = 0.3;
    /** From this day of the year on presents are bought for the evening before 6 December. */
    private static final int PRESENTS_FROM = LocalDate.of(2014, 10, 15).getDayOfYear();

    private static final int EVENING = LocalDate.of(2014, 12, 5).getDayOfYear();

    private final Dice dice;
    private final Ids ids;

    Troubles(Dice dice, Ids ids) {
        this.dice = dice;
        this.ids = ids;
    }

    /** One that is noticed in the chapter. */
    Trouble draw(Chapter chapter) {
        long days = ChronoUnit.DAYS.between(
                chapter.from().atZone(Moment.ZONE), chapter.to().atZone(Moment.ZONE));
        LocalDate day = chapter.from().atZone(Moment.ZONE).toLocalDate().plusDays(1 + dice.below((int) days - 1));
        long noticedAt = Moment.between(dice, Moment.on(day, 9), Moment.on(day, 21));
        long promisedTo = Moment.on(day.minusDays(1 + dice.weighted(new double[] {0.5, 0.25, 0.15, 0.1})), 22);
        long checkedAt = Moment.after(dice, noticedAt, 40 * MINUTE);
        long searchedAt = Moment.after(dice, checkedAt, 30 * HOUR);
        long number = ids.number();
        var parcel = new Parcel(
                ids.of("o", number),
                ids.of("s", number),
                "carrier-" + "abc".charAt(dice.weighted(CARRIERS)),
                dice.oneOf(REGIONS),
                Moment.between(dice, promisedTo - 34 * HOUR, promisedTo - 24 * HOUR),
                promisedTo,
                0,
                0,
                0);
        var help = new Help(dice, ids, parcel, occasion(day));
        if (dice.chance(GIVE_UP)) {
            help.none();
        } else {
            long reportedAt = Moment.staffed(dice, Moment.after(dice, searchedAt, 12 * MINUTE));
            if (reportedAt < LostInMail.MEASURES.toEpochMilli()) {
                help.asItWas(reportedAt);
            } else {
                help.asItBecame(reportedAt);
            }
        }
        return help.told(ids.of("c", number), ids.of("j", number), noticedAt, checkedAt, searchedAt);
    }

    private @Nullable Occasion occasion(LocalDate day) {
        if (day.getDayOfYear() >= PRESENTS_FROM && day.getDayOfYear() <= EVENING && dice.chance(SINTERKLAAS)) {
            return new Occasion("sinterklaas", LocalDate.of(day.getYear(), 12, 5));
        }
        return dice.chance(BIRTHDAY) ? new Occasion("birthday", day.plusDays(2 + dice.below(6))) : null;
    }

    /** How long a parcel that turns up after all lets one wait. */
    static long turnsUp(Dice dice, long from, long latest) {
        return Moment.between(dice, from + 4 * HOUR, Math.max(from + DAY, latest));
    }
}

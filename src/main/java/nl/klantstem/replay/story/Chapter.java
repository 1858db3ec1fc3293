package nl.klantstem.replay.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A part of the year.
 *
 * @param parcels how many of those that are missed in it are lost in the mail
 * @param journey the answers given in it about them
 * @param others the answers given in it about the other journeys of the shop
 */
record Chapter(Instant from, Instant to, int parcels, Answers journey, Answers others) {

    /** So many answers, of which so many promoters and detractors. */
    record Answers(int n, int promoters, int detractors) {
        Answers {
            if (promoters + detractors > n) {
                throw new IllegalArgumentException("more than all answers: " + promoters + " and " + detractors);
            }
        }
    }

    private static final Duration COMPARED = Duration.ofDays(90);

    /**
     * Before the measures the journey scores +18 (92 - 56 of 200) and all answers together +40 (92 + 620 - 56 - 156 of
     * 1,250); what is thought of the other journeys hardly changes.
     */
    static final List<Chapter> ALL = List.of(
            new Chapter(
                    LostInMail.BEGINS,
                    LostInMail.BEFORE.minus(COMPARED),
                    150,
                    new Answers(60, 27, 16),
                    new Answers(300, 177, 45)),
            new Chapter(
                    LostInMail.BEFORE.minus(COMPARED),
                    LostInMail.BEFORE,
                    470,
                    new Answers(200, 92, 56),
                    new Answers(1050, 620, 156)),
            new Chapter(
                    LostInMail.BEFORE,
                    LostInMail.AFTER.minus(COMPARED),
                    170,
                    new Answers(70, 38, 14),
                    new Answers(310, 183, 46)),
            new Chapter(
                    LostInMail.AFTER.minus(COMPARED),
                    LostInMail.AFTER,
                    470,
                    new Answers(200, 116, 33),
                    new Answers(1050, 622, 155)));

    boolean contains(long at) {
        return at >= from.toEpochMilli() && at < to.toEpochMilli();
    }
}

package nl.klantstem.stats;

/**
 * What is known of a change from the answers since it seems to have begun. At the moment of an alarm its size looks larger
 * than it is, by 13 to 65%, most for small changes: those that alarm first look worst.
 *
 * @param since epoch minute in which it seems to have begun
 * @param answers since then, 1 or more
 * @param contributions promoters minus detractors among them
 * @param usual what their contributions would usually add up to, for their segments and hours
 */
public record ScoreChange(long since, long answers, double contributions, double usual) {

    /** Their score in NPS points. */
    public double score() {
        return 100 * contributions / answers;
    }

    /** How far it lies from what is usual for them, in NPS points: negative for a drop. */
    public double points() {
        return 100 * (contributions - usual) / answers;
    }
}

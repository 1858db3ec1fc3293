package nl.klantstem.app.alerts;

import nl.klantstem.stats.Answers;
import nl.klantstem.stats.Nps;

/**
 * A rule as people write them: the score of the last hours against the usual one, which it is told. In its favour an alarm
 * is over, and the next one new, only when it was quiet for an hour.
 */
final class WindowRule implements Rule {

    /** A fixed threshold: 15 points below the usual score, in the last hour. */
    static WindowRule threshold(double usual) {
        return new WindowRule(60, usual, WindowTest.below(15, 1));
    }

    /** A z-test on the last 24 hours, with 30 answers or more. */
    static WindowRule zTest(double usual) {
        return new WindowRule(1_440, usual, WindowTest.zTest());
    }

    private static final int QUIET = 60;

    private final double usual;
    private final WindowTest test;
    private final int[] promoters;
    private final int[] passives;
    private final int[] detractors;
    private int promotersNow;
    private int passivesNow;
    private int detractorsNow;
    private int at;
    private final Bell bell;

    private WindowRule(int minutes, double usual, WindowTest test) {
        this.usual = usual;
        this.test = test;
        bell = new Bell(QUIET);
        promoters = new int[minutes];
        passives = new int[minutes];
        detractors = new int[minutes];
    }

    private WindowRule(WindowRule other) {
        usual = other.usual;
        test = other.test;
        promoters = other.promoters.clone();
        passives = other.passives.clone();
        detractors = other.detractors.clone();
        promotersNow = other.promotersNow;
        passivesNow = other.passivesNow;
        detractorsNow = other.detractorsNow;
        at = other.at;
        bell = other.bell.unseen();
    }

    @Override
    public void minute(long minute, Answers answers) {
        boolean moved = promoters[at] + passives[at] + detractors[at] > 0;
        promotersNow -= promoters[at];
        passivesNow -= passives[at];
        detractorsNow -= detractors[at];
        promoters[at] = 0;
        passives[at] = 0;
        detractors[at] = 0;
        if (!answers.isEmpty()) {
            moved = true;
            Nps entering = answers.nps();
            promoters[at] = (int) entering.promoters();
            passives[at] = (int) entering.passives();
            detractors[at] = (int) entering.detractors();
            promotersNow += promoters[at];
            passivesNow += passives[at];
            detractorsNow += detractors[at];
        }
        at = at + 1 == promoters.length ? 0 : at + 1;
        bell.step(moved ? test.isWrong(new Nps(promotersNow, passivesNow, detractorsNow), usual) : bell.wrong());
    }

    @Override
    public boolean isAlarm() {
        return bell.rings();
    }

    @Override
    public void wasFalse() {
        bell.seen();
    }

    /** One that is ringing falsely rings anew: in the copy nobody has looked yet. */
    @Override
    public Rule copy() {
        return new WindowRule(this);
    }
}

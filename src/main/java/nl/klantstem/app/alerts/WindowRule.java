package nl.klantstem.app.alerts;

import nl.klantstem.stats.Answers;
import nl.klantstem.stats.Nps;

/**
 * A rule as people write them: the score of the last hours against the usual one, which it is told. In its favour an alarm
 * is over, and the next one new, only when it was quiet for an hour.
 */
final class WindowRule implements Rule {

    /** When the answers of the window mean that something is wrong. */
    interface Test {
        boolean isWrong(Nps window, double usual);
    }

    /** A fixed threshold: 15 points below the usual score, in the last hour. */
    static WindowRule threshold(double usual) {
        return new WindowRule(
                60,
                usual,
                (window, base) ->
                        window.n() > 0 && 100.0 * (window.promoters() - window.detractors()) / window.n() <= base - 15);
    }

    /** A z-test on the last 24 hours, with 30 answers or more. */
    static WindowRule zTest(double usual) {
        return new WindowRule(1_440, usual, (window, base) -> {
            double mean = (double) (window.promoters() - window.detractors()) / window.n();
            return window.n() >= 30 && (base / 100 - mean) / Math.sqrt(window.variance() / window.n()) > 1.96;
        });
    }

    private static final int QUIET = 60;

    private final double usual;
    private final Test test;
    private final int[] promoters;
    private final int[] passives;
    private final int[] detractors;
    private int promotersNow;
    private int passivesNow;
    private int detractorsNow;
    private int at;
    private boolean wrong;
    private boolean seen;
    private int quietFor;

    private WindowRule(int minutes, double usual, Test test) {
        this.usual = usual;
        this.test = test;
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
        wrong = other.wrong;
        quietFor = other.quietFor;
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
        if (moved) {
            wrong = test.isWrong(new Nps(promotersNow, passivesNow, detractorsNow), usual);
        }
        quietFor = wrong ? 0 : quietFor + 1;
        seen &= quietFor < QUIET;
    }

    @Override
    public boolean isAlarm() {
        return wrong && !seen;
    }

    @Override
    public void wasFalse() {
        seen = true;
    }

    /** One that is ringing falsely rings anew: in the copy nobody has looked yet. */
    @Override
    public Rule copy() {
        return new WindowRule(this);
    }
}

package nl.klantstem.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The evidence of a change in one direction: an e-detector of the Shiryaev-Roberts kind (Shin, Ramdas and Rinaldo 2022).
 * Every bet keeps a capital that is given new money, a year's worth per year over all bets, so that a change may begin at
 * any time. Without any change the expected total after t years is at most t; therefore it is told in years.
 */
final class Evidence {

    private static final double MINUTES_PER_YEAR = 525_960;

    /** The worst that an answer leaves of a capital; only the effect of an hour can lead to it. */
    private static final double FLOOR = 0.02;

    private final int sign;
    private final double[] years = new double[Stakes.BETS];
    /** What a capital of 1, put in when the bet last had nothing to lose, has become: a change began where it last was 1. */
    private final double[] growth = new double[Stakes.BETS];

    private final Run[] runs;

    Evidence(Direction direction) {
        sign = direction.sign();
        Arrays.fill(growth, 1);
        runs = IntStream.range(0, Stakes.BETS).mapToObj(bet -> new Run()).toArray(Run[]::new);
    }

    Evidence(Direction direction, StateReader from) {
        sign = direction.sign();
        for (int bet = 0; bet < Stakes.BETS; bet++) {
            years[bet] = from.next();
            growth[bet] = from.next();
        }
        runs = IntStream.range(0, Stakes.BETS).mapToObj(bet -> new Run(from)).toArray(Run[]::new);
    }

    void write(StateWriter to) {
        for (int bet = 0; bet < Stakes.BETS; bet++) {
            to.put(years[bet]).put(growth[bet]);
        }
        for (Run run : runs) {
            run.write(to);
        }
    }

    /**
     * Takes the answers of a minute, of which there are some.
     *
     * @param elapsed minutes since the last minute with answers
     */
    void minute(long minute, int hour, long elapsed, Answers answers, Norm norm, Stakes stakes) {
        double money = elapsed / MINUTES_PER_YEAR / Stakes.BETS;
        for (int bet = 0; bet < Stakes.BETS; bet++) {
            years[bet] += money;
            if (growth[bet] <= 1) {
                growth[bet] = 1;
                runs[bet].begin(minute);
            }
        }
        double contributions = 0;
        double expected = 0;
        Levels effect = norm.effect(hour);
        for (var segment : answers.counts().entrySet()) {
            Levels usual = norm.usual(segment.getKey()).plus(effect);
            int[] counts = segment.getValue();
            for (int score = 0; score < counts.length; score++) {
                if (counts[score] > 0) {
                    bet(score, counts[score], usual, stakes);
                    contributions += counts[score] * Nps.contribution(score);
                    expected += counts[score] * usual.contribution();
                }
            }
        }
        for (Run run : runs) {
            run.add(answers.n(), contributions, expected);
        }
    }

    private void bet(int score, int times, Levels usual, Stakes stakes) {
        Levels guard = stakes.guard();
        double contribution = sign * (usual.contribution() - Nps.contribution(score)) - guard.contribution();
        double itself = sign * (usual.score() - score) - guard.score();
        double veryLow = sign * (Levels.veryLow(score) - usual.veryLow()) - guard.veryLow();
        for (int size = 0; size < Stakes.SIZES; size++) {
            multiply(size, contribution, times, stakes);
            multiply(Stakes.SIZES + size, itself, times, stakes);
            multiply(2 * Stakes.SIZES + size, veryLow, times, stakes);
        }
    }

    private void multiply(int bet, double worse, int times, Stakes stakes) {
        double factor = Math.max(FLOOR, 1 + stakes.stake(bet) * worse) * stakes.temper(bet);
        for (int i = 0; i < times; i++) {
            years[bet] *= factor;
            growth[bet] *= factor;
        }
    }

    /** All bets together, in years. */
    double total() {
        double total = 0;
        for (double each : years) {
            total += each;
        }
        return total;
    }

    double years(int bet) {
        return years[bet];
    }

    /** What the largest bet saw since it last had nothing to lose. */
    Optional<ScoreChange> change() {
        int largest = 0;
        for (int bet = 1; bet < Stakes.BETS; bet++) {
            if (years[bet] > years[largest]) {
                largest = bet;
            }
        }
        return runs[largest].change();
    }
}

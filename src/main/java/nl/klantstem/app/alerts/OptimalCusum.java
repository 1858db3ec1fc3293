package nl.klantstem.app.alerts;

/**
 * The quickest that any detector can be: a CUSUM that is told size and shape of the change, with one false alarm a year.
 * No other needs fewer answers in the worst case (Lorden 1971, Moustakides 1986). Its run lengths are computed from a
 * Markov chain over its value between 0 and its threshold (Brook and Evans 1972).
 */
final class OptimalCusum {

    private static final int STATES = 400;
    private static final int ROUNDS = 40;

    private final double[] before;
    private final double[] after;
    private final double[] ratios;

    OptimalCusum(ScoreShape before, ScoreShape after) {
        this.before = before.shares();
        this.after = after.shares();
        ratios = new double[this.before.length];
        for (int score = 0; score < ratios.length; score++) {
            ratios[score] = StrictMath.log(this.after[score] / this.before[score]);
        }
    }

    /** The answers from the change to the alarm in the worst case, on average, with one false alarm in so many answers. */
    double answers(double perFalseAlarm) {
        double low = 0.1;
        double high = 40;
        for (int round = 0; round < ROUNDS && high - low > 1e-4; round++) {
            double middle = (low + high) / 2;
            if (runLength(middle, before) < perFalseAlarm) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return runLength((low + high) / 2, after);
    }

    /** The mean number of answers until the value passes the threshold, from 0. */
    private double runLength(double threshold, double[] shares) {
        double step = threshold / STATES;
        double[][] rows = new double[STATES][STATES + 1];
        for (int from = 0; from < STATES; from++) {
            rows[from][from] += 1;
            rows[from][STATES] = 1;
            for (int score = 0; score < shares.length; score++) {
                double to = Math.max(0, from + ratios[score] / step);
                int below = (int) to;
                double above = to - below;
                if (below < STATES) {
                    rows[from][below] -= shares[score] * (1 - above);
                }
                if (below + 1 < STATES) {
                    rows[from][below + 1] -= shares[score] * above;
                }
            }
        }
        return solvedForFirst(rows);
    }

    /** Gauss, from the last row to the first; the matrix is that of a chain that ends, so no pivot is needed. */
    private static double solvedForFirst(double[][] rows) {
        for (int pivot = STATES - 1; pivot > 0; pivot--) {
            double[] by = rows[pivot];
            for (int row = 0; row < pivot; row++) {
                double factor = rows[row][pivot] / by[pivot];
                if (factor != 0) {
                    for (int column = 0; column < pivot; column++) {
                        rows[row][column] -= factor * by[column];
                    }
                    rows[row][STATES] -= factor * by[STATES];
                }
            }
        }
        return rows[0][STATES] / rows[0][0];
    }
}

package nl.klantstem.app.alerts;

import nl.klantstem.stats.Nps;

/** How answers spread over the scores 0 to 10: the share of each. */
final class ScoreShape {

    /** Of a journey at +40. */
    static final ScoreShape USUAL = new ScoreShape(.05, .01, .012, .015, .018, .045, .05, .08, .12, .20, .40);

    /** Of customers who had a very bad experience, at -93. */
    private static final ScoreShape BAD = new ScoreShape(.45, .12, .12, .08, .05, .07, .05, .03, .02, .005, .005);

    private final double[] shares;

    private ScoreShape(double... shares) {
        this.shares = shares;
    }

    double[] shares() {
        return shares.clone();
    }

    /** The mean contribution, -1 to 1. */
    double mean() {
        double mean = 0;
        for (int score = 0; score < shares.length; score++) {
            mean += shares[score] * Nps.contribution(score);
        }
        return mean;
    }

    /**
     * The same with so many NPS points less, because so many more customers have a very bad experience; with points below 0
     * because fewer have, as far as there are such.
     */
    ScoreShape contaminated(double points) {
        double part = points / 100 / (mean() - BAD.mean());
        double[] mixed = new double[shares.length];
        for (int score = 0; score < shares.length; score++) {
            mixed[score] = (1 - part) * shares[score] + part * BAD.shares[score];
        }
        return whole(mixed);
    }

    /** The same with so many NPS points more or less, because there are more promoters and fewer detractors or the reverse. */
    ScoreShape shifted(double points) {
        double mean = mean();
        double variance = -mean * mean;
        for (int score = 0; score < shares.length; score++) {
            variance += shares[score] * Math.abs(Nps.contribution(score));
        }
        double tilt = points / 100 / variance;
        double[] tilted = new double[shares.length];
        for (int score = 0; score < shares.length; score++) {
            tilted[score] = shares[score] * (1 + tilt * (Nps.contribution(score) - mean));
        }
        return whole(tilted);
    }

    /** Nothing below 0, and 1 in all. */
    private static ScoreShape whole(double[] shares) {
        double sum = 0;
        for (int score = 0; score < shares.length; score++) {
            shares[score] = Math.max(0, shares[score]);
            sum += shares[score];
        }
        for (int score = 0; score < shares.length; score++) {
            shares[score] /= sum;
        }
        return new ScoreShape(shares);
    }
}

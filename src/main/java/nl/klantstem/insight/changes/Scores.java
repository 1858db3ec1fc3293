package nl.klantstem.insight.changes;

import nl.klantstem.stats.Nps;

/** The answers of a group in the three spans that are held against each other. */
record Scores(Nps now, Nps previous, Nps norm) {

    private static final Nps NOBODY = new Nps(0, 0, 0);

    static final Scores NONE = new Scores(NOBODY, NOBODY, NOBODY);

    Scores plus(Scores other) {
        return new Scores(now.plus(other.now), previous.plus(other.previous), norm.plus(other.norm));
    }
}

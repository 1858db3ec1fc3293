package nl.klantstem.app.report;

import nl.klantstem.stats.Nps;

/** Answers by category, or by how many they became more or fewer: each may be below zero. */
record Split(long promoters, long passives, long detractors) {

    static final Split NONE = new Split(0, 0, 0);

    /** One answer of a score 0 to 10. */
    static Split of(int score) {
        int category = Nps.category(score);
        return new Split(category == 0 ? 1 : 0, category == 1 ? 1 : 0, category == 2 ? 1 : 0);
    }

    long n() {
        return promoters + passives + detractors;
    }

    Split plus(Split other) {
        return new Split(promoters + other.promoters, passives + other.passives, detractors + other.detractors);
    }

    Split minus(Split other) {
        return new Split(promoters - other.promoters, passives - other.passives, detractors - other.detractors);
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** Their score; of answers that are there, not of differences. */
    Nps nps() {
        return new Nps(promoters, passives, detractors);
    }
}

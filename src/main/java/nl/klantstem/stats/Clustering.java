package nl.klantstem.stats;

/**
 * Whether contacts come together: a moment estimate of the overdispersion a, where the variance of a count is that of
 * chance plus a times its mean squared. a = sum((x - m)^2 - v (1 - w)) / sum(m^2 (1 - w)), 0 or more; the counts are those of
 * parts of a day whose means were scaled to the day's sum, which takes w, the count's part of the day, from its variance.
 */
final class Clustering {

    private double beyondChance;
    private double squaredMeans;

    Clustering() {}

    Clustering(StateReader from) {
        beyondChance = from.next();
        squaredMeans = from.next();
    }

    void write(StateWriter to) {
        to.put(beyondChance).put(squaredMeans);
    }

    /**
     * A count more.
     *
     * @param chance the variance that chance alone gives it
     * @param part of the day's mean, 0..1
     */
    void add(long count, double mean, double chance, double part) {
        beyondChance += (count - mean) * (count - mean) - chance * (1 - part);
        squaredMeans += mean * mean * (1 - part);
    }

    void fade(double keep) {
        beyondChance *= keep;
        squaredMeans *= keep;
    }

    double overdispersion() {
        return squaredMeans > 0 ? Math.max(0, beyondChance / squaredMeans) : 0;
    }
}

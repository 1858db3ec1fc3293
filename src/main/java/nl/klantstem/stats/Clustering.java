package nl.klantstem.stats;

/**
 * Whether contacts come together: a moment estimate of the overdispersion a, where the variance of a count is that of
 * chance plus a times its mean squared. a = sum((x - m)^2 - v) / sum(m^2), 0 or more.
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

    void add(long count, double mean, double chance) {
        beyondChance += (count - mean) * (count - mean) - chance;
        squaredMeans += mean * mean;
    }

    void fade(double keep) {
        beyondChance *= keep;
        squaredMeans *= keep;
    }

    double overdispersion() {
        return squaredMeans > 0 ? Math.max(0, beyondChance / squaredMeans) : 0;
    }
}

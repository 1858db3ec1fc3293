package nl.klantstem.stats;

/**
 * How much a journey's days ordinarily differ beyond chance: sums over days of the squared distance of the day's mean from
 * the baseline, and of what chance alone gives. Days with little noise weigh most; old days fade.
 */
final class Wobble {

    /** The noise variance at which a day's weight has fallen to a quarter: about a thousand answers. */
    private static final double NOISE_OF_REFERENCE = 0.001;

    private double squares;
    private double noise;
    private double weight;
    private double noiseVariance;

    Wobble() {}

    Wobble(StateReader from) {
        squares = from.next();
        noise = from.next();
        weight = from.next();
        noiseVariance = from.next();
    }

    void write(StateWriter to) {
        to.put(squares).put(noise).put(weight).put(noiseVariance);
    }

    /**
     * A day more.
     *
     * @param distance of the day's mean contribution from the baseline, for its own mix of segments
     * @param chance the variance that chance alone gives this distance
     * @param keep what is left of the weight of earlier days
     */
    void addDay(double distance, double chance, double keep) {
        double root = 1 / (1 + chance / NOISE_OF_REFERENCE);
        double w = root * root;
        squares = squares * keep + w * distance * distance;
        noise = noise * keep + w * chance;
        weight = weight * keep + w;
        noiseVariance = noiseVariance * keep * keep + 2 * w * w * chance * chance;
    }

    void add(Wobble other) {
        squares += other.squares;
        noise += other.noise;
        weight += other.weight;
        noiseVariance += other.noiseVariance;
    }

    /** The variance of days beyond chance, as it was seen; 0 or more. */
    double seen() {
        return weight > 0 ? Math.max(0, (squares - noise) / weight) : 0;
    }

    /** The same, as far as it can be believed: less one standard error, and shrunk by how noisy one day is. */
    double believed() {
        if (weight <= 0) {
            return 0;
        }
        double sure = (squares - noise - Math.sqrt(noiseVariance)) / weight;
        return sure > 0 ? sure * sure / (sure + noise / weight) : 0;
    }
}

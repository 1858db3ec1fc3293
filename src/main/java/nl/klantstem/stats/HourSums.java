package nl.klantstem.stats;

/** How far the answers of one hour of the day lay from what is usual for their segments, summed. */
final class HourSums {

    /** So many answers without any deviation are added to an hour: few answers make no hour special. */
    private static final double PRIOR = 500;

    private double n;
    private Levels deviation;

    HourSums() {
        deviation = Levels.ZERO;
    }

    HourSums(StateReader from) {
        n = from.next();
        deviation = new Levels(from.next(), from.next(), from.next());
    }

    void write(StateWriter to) {
        to.put(n).put(deviation.contribution()).put(deviation.score()).put(deviation.veryLow());
    }

    void add(int score, int times, Levels usual) {
        n += times;
        deviation = deviation.plus(Levels.of(score).minus(usual).times(times));
    }

    void add(HourSums other) {
        n += other.n;
        deviation = deviation.plus(other.deviation);
    }

    void fade(double factor) {
        n *= factor;
        deviation = deviation.times(factor);
    }

    double n() {
        return n;
    }

    Levels deviation() {
        return deviation;
    }

    /** Takes a deviation that all hours share out of this one. */
    void recentre(Levels shared) {
        deviation = deviation.minus(shared.times(n));
    }

    /** How far answers of this hour usually lie from their segment's mean. */
    Levels effect() {
        return deviation.times(1 / (n + PRIOR));
    }
}

package nl.klantstem.stats;

import java.util.Optional;

/** The answers that a bet saw since it last began. */
final class Run {

    private long since;
    private long n;
    private double contributions;
    private double usual;

    Run() {}

    Run(StateReader from) {
        since = from.nextLong();
        n = from.nextLong();
        contributions = from.next();
        usual = from.next();
    }

    void write(StateWriter to) {
        to.put(since).put(n).put(contributions).put(usual);
    }

    void begin(long minute) {
        since = minute;
        n = 0;
        contributions = 0;
        usual = 0;
    }

    void add(int answers, double theirContributions, double usually) {
        n += answers;
        contributions += theirContributions;
        usual += usually;
    }

    Optional<ScoreChange> change() {
        return n == 0 ? Optional.empty() : Optional.of(new ScoreChange(since, n, contributions, usual));
    }
}

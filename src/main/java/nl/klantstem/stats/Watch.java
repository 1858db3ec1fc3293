package nl.klantstem.stats;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Watches a journey for a lasting change of its score, closed minute by closed minute, with a stated number of false alarms.
 *
 * <p>It bets against "nothing got worse" (or better) than the journey's own past, told apart by segment and hour of the day
 * and with a guard for what is ordinary. The evidence is told in years: if nothing had changed, evidence of 3 years would
 * come up less than once in 3 years, whatever the distribution of scores, when the guard covers the ordinary. The alarm goes
 * at 1 / (false alarms tolerated in a year).
 *
 * <p>Its owner calls {@link #minute} for every minute in order, also for those without answers, and {@link #endOfDay} after
 * the last minute of a local day. After an alarm the owner opens an incident, in which it stands still. It has no clock:
 * a copy fed with the same minutes does the same.
 */
public final class Watch {

    private final WatchSettings settings;
    private final Learning learning;
    private final Map<Direction, Evidence> evidence = new EnumMap<>(Direction.class);
    private final Map<Direction, Stakes> stakes = new EnumMap<>(Direction.class);
    private long last;
    private boolean incidentOpen;

    /** A watch that has seen nothing yet. */
    public Watch(WatchSettings settings, Set<Direction> directions) {
        this.settings = settings;
        learning = new Learning(settings);
        directions.forEach(direction -> evidence.put(direction, new Evidence(direction)));
    }

    /** A watch that goes on where another with the same settings was. */
    public Watch(WatchSettings settings, WatchState state) {
        this.settings = settings;
        var from = new StateReader(state);
        last = from.nextLong();
        incidentOpen = from.next() > 0;
        learning = new Learning(settings, from);
        for (Direction direction : Direction.values()) {
            if (from.next() > 0) {
                evidence.put(direction, new Evidence(direction, from));
            }
        }
        from.end();
        setStakes();
    }

    /** All it knows. */
    public WatchState state() {
        var to = new StateWriter();
        to.put(last).put(incidentOpen ? 1 : 0);
        learning.write(to);
        for (Direction direction : Direction.values()) {
            Evidence found = evidence.get(direction);
            to.put(found == null ? 0 : 1);
            if (found != null) {
                found.write(to);
            }
        }
        return to.state();
    }

    /**
     * Takes a closed minute.
     *
     * @param minute since the epoch
     * @param hour of the local day, 0 to 23
     */
    public void minute(long minute, int hour, Answers answers) {
        learning.minute(minute, hour, answers);
        Norm norm = learning.baseline().norm();
        if (norm == null || incidentOpen || !learning.isEnough()) {
            last = minute;
        } else if (!answers.isEmpty()) {
            long elapsed = minute - last;
            last = minute;
            evidence.forEach(
                    (direction, found) -> found.minute(minute, hour, elapsed, answers, norm, stakesOf(direction)));
        }
    }

    /** A local day is over. */
    public void endOfDay() {
        learning.endOfDay(incidentOpen);
        setStakes();
    }

    /** The evidence of a change in years, 0 or more; absent as long as too little is learnt. */
    public OptionalDouble years(Direction direction) {
        Evidence found = evidence.get(direction);
        return found == null || !isReady() ? OptionalDouble.empty() : OptionalDouble.of(found.total());
    }

    /** The evidence is as strong as comes up by chance no more often than is tolerated. */
    public boolean isAlarm(Direction direction) {
        return years(direction).orElse(0) >= settings.threshold();
    }

    /** What the answers since the likely beginning say; absent when there were none. */
    public Optional<ScoreChange> change(Direction direction) {
        return Optional.ofNullable(evidence.get(direction)).flatMap(Evidence::change);
    }

    /** Enough is learnt to watch. */
    public boolean isReady() {
        return learning.isEnough();
    }

    /** Days until enough is learnt if answers go on coming as they did, 0 when it is; absent when they are too few ever. */
    public OptionalInt daysToGo() {
        return learning.daysToGo();
    }

    /** Answers that must still come until enough can be learnt, 0 when they are all there; the days may still be missing. */
    public long answersToGo() {
        return learning.answersToGo();
    }

    /** What is usual; absent as long as nothing was learnt. */
    public Optional<Norm> norm() {
        return Optional.ofNullable(learning.baseline().norm());
    }

    /** How far the score may lie from the baseline with nothing wrong, in NPS points; absent like the norm. */
    public OptionalDouble guard() {
        return stakes.values().stream()
                .mapToDouble(each -> 100 * each.guard().contribution())
                .findFirst();
    }

    /**
     * Something is wrong since that minute (usually {@link ScoreChange#since}). From here on the watch stands still, and
     * nothing is learnt from the days since then.
     */
    public void openIncident(long since) {
        incidentOpen = true;
        learning.incidentSince(since);
    }

    /** What was wrong is over: it watches again, from no evidence at all. Today still teaches nothing. */
    public void closeIncident() {
        incidentOpen = false;
        evidence.replaceAll((direction, old) -> new Evidence(direction));
    }

    /** What was wrong has become the ordinary: the baseline begins anew with the days of the incident. */
    public void acceptAsNormal() {
        closeIncident();
        learning.newNormal();
        setStakes();
    }

    /** A copy that goes its own way. */
    public Watch copy() {
        return new Watch(settings, state());
    }

    Stakes stakesOf(Direction direction) {
        return Objects.requireNonNull(stakes.get(direction), "nothing learnt");
    }

    double years(Direction direction, int bet) {
        return Objects.requireNonNull(evidence.get(direction)).years(bet);
    }

    private void setStakes() {
        Norm norm = learning.baseline().norm();
        stakes.clear();
        if (norm != null) {
            for (Direction direction : evidence.keySet()) {
                stakes.put(direction, new Stakes(learning.baseline(), norm, settings.smallest(), direction));
            }
        }
    }
}

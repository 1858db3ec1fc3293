package nl.klantstem.app.alerts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klantstem.app.Stop;
import nl.klantstem.app.alerts.AlertsReport.Row;
import nl.klantstem.app.alerts.Trial.Contender;
import nl.klantstem.app.alerts.Trial.Terms;

/** Many trials on all processors. What comes out depends on the seed, not on how many there are. */
final class Simulation {

    static final List<Change> CHANGES =
            List.of(new Change(5, 0), new Change(10, 0), new Change(20, 0), new Change(40, 0), new Change(20, 7));

    private static final List<Double> VOLUMES = List.of(5.0, 50.0, 500.0);
    private static final double USUAL_VOLUME = 50;
    private static final double SMALL_VOLUME = 5;
    private static final List<Ordinary> UNQUIET = List.of(
            Ordinary.WOBBLE, Ordinary.BAD_WOBBLE, Ordinary.CYCLE, Ordinary.BURSTS, Ordinary.DRIFT, Ordinary.PEAK);

    private final List<Terms> plan;
    private final int journeys;
    private final long seed;
    private final Stop stop;
    private int through;

    /** Told how many of all trials are through. */
    interface Progress {
        void through(int trials, int all);
    }

    Simulation(List<Terms> plan, int journeys, long seed, Stop stop) {
        this.plan = plan;
        this.journeys = journeys;
        this.seed = seed;
        this.stop = stop;
    }

    /** The three volumes, and what is ordinary at the middle one and where it is hardest to learn. */
    static List<Terms> usualPlan(double years) {
        var plan = new ArrayList<Terms>();
        VOLUMES.forEach(perHour -> plan.add(new Terms(perHour, Ordinary.QUIET, years, CHANGES)));
        UNQUIET.forEach(ordinary -> plan.add(new Terms(USUAL_VOLUME, ordinary, years, List.of())));
        plan.add(new Terms(SMALL_VOLUME, Ordinary.SLOW_WOBBLE, years, List.of()));
        return plan;
    }

    /** All of it at one volume. */
    static List<Terms> planFor(double perHour, double years) {
        var plan = new ArrayList<Terms>();
        plan.add(new Terms(perHour, Ordinary.QUIET, years, CHANGES));
        UNQUIET.forEach(ordinary -> plan.add(new Terms(perHour, ordinary, years, List.of())));
        plan.add(new Terms(perHour, Ordinary.SLOW_WOBBLE, years, List.of()));
        return plan;
    }

    /** One row per line of the plan. */
    List<Row> run(Progress progress) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            int all = plan.size() * journeys;
            var trials = new ArrayList<Future<Map<Contender, RuleRecord>>>();
            for (Terms terms : plan) {
                for (int journey = 0; journey < journeys; journey++) {
                    var trial = new Trial(terms, new Dice(seedOf(terms, journey)), stop);
                    trials.add(pool.submit(() -> {
                        var record = trial.run();
                        oneMore(progress, all);
                        return record;
                    }));
                }
            }
            var rows = new ArrayList<Row>();
            for (int i = 0; i < plan.size(); i++) {
                var ofTerms = trials.subList(i * journeys, (i + 1) * journeys);
                rows.add(new Row(plan.get(i), journeys, sum(plan.get(i), ofTerms)));
            }
            return rows;
        } finally {
            pool.shutdownNow();
        }
    }

    /** One at a time, so that what is told never goes back. */
    private synchronized void oneMore(Progress progress, int all) {
        through++;
        progress.through(through, all);
    }

    /** The same whatever else is in the plan. */
    private long seedOf(Terms terms, int journey) {
        long mixed = seed;
        mixed = mixed * 1_000_003 + Double.hashCode(terms.perHour());
        mixed = mixed * 1_000_003 + terms.ordinary().name().hashCode();
        return mixed * 1_000_003 + journey;
    }

    private static Map<Contender, RuleRecord> sum(Terms terms, List<Future<Map<Contender, RuleRecord>>> trials)
            throws InterruptedException {
        var sum = new EnumMap<Contender, RuleRecord>(Contender.class);
        for (var trial : trials) {
            outcome(trial).forEach((contender, record) -> sum.computeIfAbsent(
                            contender, none -> new RuleRecord(terms.changes().size()))
                    .add(record));
        }
        return sum;
    }

    private static Map<Contender, RuleRecord> outcome(Future<Map<Contender, RuleRecord>> trial)
            throws InterruptedException {
        try {
            return trial.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException stopped) {
                throw stopped;
            }
            throw new IllegalStateException("a simulated journey failed: " + e.getCause(), e);
        }
    }
}

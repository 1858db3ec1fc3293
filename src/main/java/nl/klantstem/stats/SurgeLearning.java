package nl.klantstem.stats;

import java.util.List;
import java.util.function.Predicate;

/**
 * What is usual of a driver's contacts among others, learnt day by day: its share by hour of the week, and how restless that
 * is, against the season and against plans. What comes during a surge is kept aside, and takes over when the surge has become
 * the ordinary.
 */
public final class SurgeLearning {

    /** From so many days on the distance of a day from what is usual says something. */
    private static final int DAYS_BEFORE_MEASURING = 7;

    private static final int YOUNG_DAYS = 21;
    private static final double LEAST_GUARD = 0.03;
    private static final double LEAST_GUARD_WHEN_YOUNG = 0.15;
    private static final double LEAST_GUARD_WHEN_NEW = 0.25;
    private static final double MOST_GUARD = 1;
    private static final double WOBBLES = 3;

    /** Contacts that come together have a longer tail than the tempering by their variance allows for. */
    private static final double TAIL = 1.25;

    private final SurgeSettings settings;
    private final double keep;
    private final Unrest seasonal;
    private final Unrest planned;
    private Season season;
    private Season aside;

    public SurgeLearning(SurgeSettings settings) {
        this.settings = settings;
        keep = settings.keptPerDay();
        season = new Season();
        aside = new Season();
        seasonal = new Unrest();
        planned = new Unrest();
    }

    /** One that goes on with the numbers of another. */
    public SurgeLearning(SurgeSettings settings, double[] numbers) {
        this.settings = settings;
        keep = settings.keptPerDay();
        var from = new StateReader(new WatchState(List.of(), numbers));
        season = new Season(from);
        aside = new Season(from);
        seasonal = new Unrest(from);
        planned = new Unrest(from);
        from.end();
    }

    /** All it knows. */
    public double[] numbers() {
        var to = new StateWriter();
        season.write(to);
        aside.write(to);
        seasonal.write(to);
        planned.write(to);
        return to.state().numbers();
    }

    /**
     * Learns a day that leaves the quarantine.
     *
     * @param ordinary its bins in the order of time, but for those during a surge
     * @param surged its bins during a surge
     */
    public void learn(List<SharedBin> ordinary, List<SharedBin> surged) {
        measure(planned, ordinary, SharedBin::isPlanned);
        if (season.days() >= DAYS_BEFORE_MEASURING) {
            measure(seasonal, ordinary, bin -> !bin.isPlanned());
        }
        season.learn(ordinary, keep);
        if (!surged.isEmpty()) {
            aside.learn(surged, keep);
        }
    }

    private void measure(Unrest unrest, List<SharedBin> day, Predicate<SharedBin> which) {
        unrest.measure(day.stream().filter(which).toList(), season, keep);
    }

    /** The surge is over: what came during it is no example. */
    public void forgetSurge() {
        aside = new Season();
    }

    /** The surge has become the ordinary. */
    public void newNormal() {
        season = aside;
        aside = new Season();
    }

    /** The usual share at an hour of the week (0..167, from Monday's first); 0 when the driver was never seen. */
    public double share(int hour) {
        return season.share(hour);
    }

    /** The minimum of days and contacts is learnt. */
    public boolean isEnough() {
        return season.days() >= settings.minDays() && season.contacts() >= settings.minContacts();
    }

    /** How many contacts are learnt, as if all weighed the same. */
    public double learntContacts() {
        return season.effectiveContacts();
    }

    /** Nothing is left to know of the driver. */
    public boolean isForgotten() {
        return season.contacts() < LEAST_GUARD && aside.contacts() < LEAST_GUARD;
    }

    /**
     * By how much the odds may be higher with nothing wrong: sqrt(1 / n + 9 t), n the contacts learnt (of a plan there is no
     * such doubt), t the variance of ordinary days beyond chance; at least 3% (15% in the first four weeks, 25% when fewer
     * than 7 days were measured), at most 100%.
     */
    public double guard(boolean byPlan) {
        Unrest unrest = byPlan ? planned : seasonal;
        double doubt = byPlan || season.contacts() <= 0 ? 0 : 1 / season.effectiveContacts();
        double reach = Math.sqrt(doubt + WOBBLES * WOBBLES * unrest.dayVariance());
        return Math.min(MOST_GUARD, Math.max(least(unrest.days()), reach));
    }

    private static double least(int days) {
        if (days < DAYS_BEFORE_MEASURING) {
            return LEAST_GUARD_WHEN_NEW;
        }
        return days < YOUNG_DAYS ? LEAST_GUARD_WHEN_YOUNG : LEAST_GUARD;
    }

    /** a, 0 or more: the variance of a bin's contacts is mean (1 + a mean); a quarter more than was measured. */
    public double overdispersion(boolean byPlan) {
        Unrest unrest = byPlan && planned.days() > 0 ? planned : seasonal;
        return TAIL * unrest.overdispersion(settings.binsPerHour());
    }
}

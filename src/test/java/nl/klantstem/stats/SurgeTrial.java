package nl.klantstem.stats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A simulated driver of contacts: nothing is wrong with it for years, and every alarm is false; at random moments a copy of
 * its watch goes on with a surge until it is seen.
 */
final class SurgeTrial {

    static final int BIN = 15;
    private static final int BINS_PER_HOUR = 4;
    private static final int BINS_PER_DAY = 96;
    private static final double DAYS_PER_YEAR = 365.25;

    /**
     * What is ordinary.
     *
     * @param perHour all contacts an hour, the mean of day and night
     * @param share of the driver
     * @param rhythm the odds swing so much by the hour of the day and half as much by the day of the week
     * @param wobble standard deviation of the odds from day to day
     * @param wobbleHours for how long it holds; 24 is a level for every day
     * @param burst standard deviation of the odds from hour to hour
     * @param clustering a of every bin: the variance of its count is mean (1 + a mean)
     * @param peakTimes the volume of 40 days in every year
     */
    record Ordinary(
            String name,
            double perHour,
            double share,
            double rhythm,
            double wobble,
            double wobbleHours,
            double burst,
            double clustering,
            double peakTimes) {

        static Ordinary quiet(double perHour, double share) {
            return new Ordinary("quiet", perHour, share, 0, 0, 24, 0, 0, 1);
        }

        Ordinary rhythm(double by) {
            return new Ordinary(
                    name + " rhythm " + by, perHour, share, by, wobble, wobbleHours, burst, clustering, peakTimes);
        }

        Ordinary wobble(double by, double hours) {
            return new Ordinary(
                    name + " wobble " + by + "/" + hours + "h",
                    perHour,
                    share,
                    rhythm,
                    by,
                    hours,
                    burst,
                    clustering,
                    peakTimes);
        }

        Ordinary burst(double by) {
            return new Ordinary(
                    name + " burst " + by, perHour, share, rhythm, wobble, wobbleHours, by, clustering, peakTimes);
        }

        Ordinary clustering(double by) {
            return new Ordinary(name + " a " + by, perHour, share, rhythm, wobble, wobbleHours, burst, by, peakTimes);
        }

        Ordinary peak(double times) {
            return new Ordinary(
                    name + " peak x" + times, perHour, share, rhythm, wobble, wobbleHours, burst, clustering, times);
        }
    }

    /** What came of it. */
    static final class Outcome {
        int falseAlarms;
        double years;
        double guard;
        double overdispersion;
        int looked;
        final List<List<Double>> hours = new ArrayList<>();

        /** Watched. */
        double years() {
            return years;
        }

        double falsePerYear() {
            return falseAlarms / years;
        }

        double meanGuard() {
            return guard / looked;
        }

        double meanOverdispersion() {
            return overdispersion / looked;
        }

        double median(int surge) {
            double[] sorted =
                    hours.get(surge).stream().mapToDouble(each -> each).sorted().toArray();
            return sorted[sorted.length / 2];
        }

        double p95(int surge) {
            double[] sorted =
                    hours.get(surge).stream().mapToDouble(each -> each).sorted().toArray();
            return sorted[(int) (sorted.length * 0.95)];
        }

        void add(Outcome other) {
            falseAlarms += other.falseAlarms;
            years += other.years;
            guard += other.guard;
            overdispersion += other.overdispersion;
            looked += other.looked;
            for (int i = 0; i < other.hours.size(); i++) {
                if (hours.size() <= i) {
                    hours.add(new ArrayList<>());
                }
                hours.get(i).addAll(other.hours.get(i));
            }
        }
    }

    private final Ordinary ordinary;
    private final double[] surges;
    private final SurgeSettings settings;
    private final SurgeLearning learning;
    private final Deque<List<SharedBin>> quarantine = new ArrayDeque<>();
    private final Weather weather;
    private Surge surge;

    private SurgeTrial(Ordinary ordinary, double[] surges, long seed) {
        this.ordinary = ordinary;
        this.surges = surges;
        settings = SurgeSettings.USUAL;
        learning = new SurgeLearning(settings);
        surge = new Surge(1);
        weather = new Weather(ordinary, new SplittableRandom(seed).split());
    }

    static Outcome run(Ordinary ordinary, double years, int drivers, long seed, double... surges) {
        var sum = new Outcome();
        for (int driver = 0; driver < drivers; driver++) {
            sum.add(new SurgeTrial(ordinary, surges, seed * 1_000_003 + driver).live(years));
        }
        return sum;
    }

    private Outcome live(double years) {
        var outcome = new Outcome();
        for (int i = 0; i < surges.length; i++) {
            outcome.hours.add(new ArrayList<>());
        }
        long days = Math.round(years * DAYS_PER_YEAR);
        var random = weather.random;
        long next = 90L * BINS_PER_DAY + random.nextInt(10 * BINS_PER_DAY);
        for (long day = 0; day < days; day++) {
            var today = new ArrayList<SharedBin>();
            for (long bin = day * BINS_PER_DAY; bin < (day + 1) * BINS_PER_DAY; bin++) {
                if (bin == next) {
                    for (int i = 0; i < surges.length; i++) {
                        outcome.hours.get(i).add(delay(i, bin));
                    }
                    next += 1 + random.nextInt(20 * BINS_PER_DAY);
                }
                SharedBin came = weather.bin(bin, 1);
                today.add(came);
                take(surge, bin, came);
                if (surge.isAlarm()) {
                    outcome.falseAlarms++;
                    surge = new Surge(1);
                }
            }
            if (learning.isEnough()) {
                outcome.years += 1 / DAYS_PER_YEAR;
                outcome.guard += learning.guard(false);
                outcome.overdispersion += learning.overdispersion(false);
                outcome.looked++;
            }
            quarantine.add(today);
            if (quarantine.size() > settings.quarantineDays()) {
                learning.learn(quarantine.remove(), List.of());
            }
        }
        return outcome;
    }

    private void take(Surge watch, long bin, SharedBin came) {
        if (learning.isEnough()) {
            watch.bin(
                    bin * BIN,
                    new Surge.Bin(
                            came.contacts(),
                            came.all(),
                            learning.share(came.hour()),
                            learning.guard(false),
                            learning.overdispersion(false),
                            BIN));
        }
    }

    /** Hours until a surge that begins with a bin is seen; 30 days when it is not in that time. */
    private double delay(int which, long from) {
        var watch = new Surge(1, surge.numbers());
        var going = new Weather(weather);
        for (long bin = from; bin < from + 30L * BINS_PER_DAY; bin++) {
            take(watch, bin, going.bin(bin, surges[which]));
            if (watch.isAlarm()) {
                return (bin + 1 - from) / (double) BINS_PER_HOUR;
            }
        }
        return 30 * 24.0;
    }

    /** How many contacts come. */
    private static final class Weather {
        private final Ordinary ordinary;
        private final SplittableRandom random;
        private double busy;
        private double wobble;
        private double burst;

        Weather(Ordinary ordinary, SplittableRandom random) {
            this.ordinary = ordinary;
            this.random = random;
            wobble = ordinary.wobble() * normal();
        }

        Weather(Weather other) {
            ordinary = other.ordinary;
            random = other.random.split();
            busy = other.busy;
            wobble = other.wobble;
            burst = other.burst;
        }

        SharedBin bin(long bin, double times) {
            int ofDay = (int) (bin % BINS_PER_DAY);
            int weekday = (int) (bin / BINS_PER_DAY % 7);
            int hour = ofDay / BINS_PER_HOUR;
            if (ofDay == 0) {
                busy = Math.exp(0.15 * normal());
                if (ordinary.wobbleHours() == 24) {
                    wobble = ordinary.wobble() * normal();
                }
            }
            if (ordinary.wobbleHours() != 24) {
                double kept = Math.exp(-1 / (ordinary.wobbleHours() * BINS_PER_HOUR));
                wobble = kept * wobble + Math.sqrt(1 - kept * kept) * ordinary.wobble() * normal();
            }
            if (ofDay % BINS_PER_HOUR == 0) {
                burst = ordinary.burst() * normal();
            }
            boolean peak = bin / BINS_PER_DAY % 365 >= 320 && bin / BINS_PER_DAY % 365 < 360;
            double volume = ordinary.perHour()
                    / BINS_PER_HOUR
                    * busy
                    * (peak ? ordinary.peakTimes() : 1)
                    * (1 + 0.9 * Math.sin(2 * Math.PI * (hour - 8) / 24.0))
                    * (weekday == 6 ? 0.5 : 1);
            double odds = ordinary.share()
                    / (1 - ordinary.share())
                    * Math.exp(wobble - ordinary.wobble() * ordinary.wobble() / 2)
                    * Math.exp(burst - ordinary.burst() * ordinary.burst() / 2)
                    * (1 + ordinary.rhythm() * Math.sin(2 * Math.PI * hour / 24.0))
                    * (1 + ordinary.rhythm() / 2 * Math.sin(2 * Math.PI * weekday / 7.0));
            double others = volume * (1 - ordinary.share());
            long mine = count(others * odds * times * gamma());
            return new SharedBin(24 * weekday + hour, mine, mine + count(others), 0);
        }

        /** Of mean 1 and variance a. */
        private double gamma() {
            double a = ordinary.clustering();
            if (a == 0) {
                return 1;
            }
            // Marsaglia and Tsang 2000; for shapes under 1 that of one more, by a power.
            double shape = 1 / a;
            double d = (shape < 1 ? shape + 1 : shape) - 1 / 3.0;
            double c = 1 / Math.sqrt(9 * d);
            while (true) {
                double x = normal();
                double v = 1 + c * x;
                v = v * v * v;
                if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                    double lift = shape < 1 ? Math.pow(1 - random.nextDouble(), 1 / shape) : 1;
                    return a * d * v * lift;
                }
            }
        }

        private long count(double mean) {
            if (mean > 200) {
                return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
            }
            double left = random.nextDouble();
            double term = Math.exp(-mean);
            long n = 0;
            while (left >= term && n < 10_000) {
                left -= term;
                n++;
                term *= mean / n;
            }
            return n;
        }

        private double normal() {
            return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        }
    }

    /** A longer run: drivers and years as arguments. */
    public static void main(String[] args) {
        int drivers = Integer.parseInt(args[0]);
        double years = Double.parseDouble(args[1]);
        long seed = Long.parseLong(args[2]);
        for (double share : new double[] {0.083, 0.021, 0.008}) {
            for (double perHour : new double[] {200, 1000}) {
                var quiet = Ordinary.quiet(perHour, share);
                for (var ordinary : Arrays.asList(
                        quiet,
                        quiet.rhythm(0.3),
                        quiet.wobble(0.1, 24),
                        quiet.wobble(0.1, 12),
                        quiet.wobble(0.2, 12),
                        quiet.wobble(0.15, 4),
                        quiet.burst(0.3),
                        quiet.clustering(0.1),
                        quiet.rhythm(0.3).peak(4),
                        quiet.rhythm(0.3)
                                .wobble(0.1, 12)
                                .burst(0.2)
                                .clustering(0.05)
                                .peak(4))) {
                    var o = run(ordinary, years, drivers, seed, 1.5, 2, 3);
                    System.out.printf(
                            "%5.1f%% %5.0f/h %-55s false/y %.3f guard %.3f a %.3f | x1.5 %6.1f (%6.1f) x2 %6.2f (%6.1f) x3 %6.2f (%5.1f)%n",
                            100 * share,
                            perHour,
                            ordinary.name(),
                            o.falsePerYear(),
                            o.meanGuard(),
                            o.meanOverdispersion(),
                            o.median(0),
                            o.p95(0),
                            o.median(1),
                            o.p95(1),
                            o.median(2),
                            o.p95(2));
                }
            }
        }
    }
}

package nl.klantstem.stats;

import java.util.Optional;
import nl.klantstem.stats.Surge.Bin;

/** How large a surge is: its contacts so far against those that the contacts about all else let expect. */
public final class SurgeSize {

    private static final int NUMBERS = 6;
    private static final double HALF_A_CONTACT = 0.5;

    private long contacts;
    private long all;
    private double expected;
    private double usually;
    private double byPlan;
    private double tempered;

    public SurgeSize() {}

    /** One that goes on with the numbers of another. */
    public SurgeSize(double[] numbers) {
        if (numbers.length != NUMBERS) {
            throw new IllegalArgumentException(numbers.length + " numbers instead of " + NUMBERS);
        }
        contacts = (long) numbers[0];
        all = (long) numbers[1];
        expected = numbers[2];
        usually = numbers[3];
        byPlan = numbers[4];
        tempered = numbers[5];
    }

    /** All it knows. */
    public double[] numbers() {
        return new double[] {contacts, all, expected, usually, byPlan, tempered};
    }

    /**
     * Takes a bin.
     *
     * @param planned its usual share is a plan's
     */
    public void add(Bin bin, boolean planned) {
        double mean = bin.all() * bin.share();
        contacts += bin.contacts();
        all += bin.all();
        expected += (bin.all() - bin.contacts()) * bin.share() / (1 - bin.share());
        usually += mean;
        byPlan += planned ? mean : 0;
        tempered += mean * bin.tempering();
    }

    public long contacts() {
        return contacts;
    }

    /** Contacts of all drivers. */
    public long all() {
        return all;
    }

    /** The contacts about all else times the usual odds, bin by bin: what would have come without the surge. */
    public double expected() {
        return expected;
    }

    /** The usual share of all contacts of these times, 0..1; 0 when none came. */
    public double usualShare() {
        return all == 0 ? 0 : usually / all;
    }

    /** More than half of what was usual was planned. */
    public boolean isByPlan() {
        return byPlan > usually / 2;
    }

    /** Contacts over those expected: how many times the usual the odds are. None when nothing was expected. */
    public Optional<Double> ratio() {
        return expected > 0 ? Optional.of(contacts / expected) : Optional.empty();
    }

    /**
     * The 95% interval of the ratio (Woolf's for odds, with half a contact added to both sides): ratio times
     * exp(+-1.96 sqrt(f (1 / (x + .5) + 1 / (r + .5)) + 1 / n)), x the driver's contacts, r all others, f the mean
     * overdispersion factor 1 + a m of the bins.
     *
     * @param learnt n, the contacts from which the usual share is known; of a plan there is no such doubt: infinity
     */
    public Optional<Margin> margin(double learnt) {
        return ratio().map(ratio -> {
            double factor = usually > 0 ? tempered / usually : 1;
            double chance = 1 / (contacts + HALF_A_CONTACT) + 1 / (all - contacts + HALF_A_CONTACT);
            double reach = StrictMath.exp(Nps.Z975 * Math.sqrt(factor * chance + 1 / learnt));
            return new Margin(ratio / reach, ratio * reach);
        });
    }
}

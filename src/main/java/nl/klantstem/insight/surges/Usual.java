package nl.klantstem.insight.surges;

import nl.klantstem.stats.Surge.Bin;

/**
 * What is usual of one that is watched, in a bin.
 *
 * @param share of all contacts, above 0 and at most {@link #MOST_SHARE}
 * @param planned the share is the plan's
 * @param guard see {@link Bin}
 * @param overdispersion see {@link Bin}
 */
record Usual(double share, boolean planned, double guard, double overdispersion) {

    /** Where hardly anything else is asked there is nothing to compare with. */
    static final double MOST_SHARE = 0.9;

    Bin bin(Counted counted, Watched watched, double minutes) {
        return new Bin(counted.contacts(watched), counted.all(watched), share, guard, overdispersion, minutes);
    }
}

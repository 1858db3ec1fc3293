package nl.klantstem.replay.shop;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The days on which it storms: one each winter and one each autumn, drawn from the seed, and those that were asked for. */
final class Storms {

    /** How many times as many contacts as on a calm day: on the day of the storm and the days after it. */
    private static final double[] SURGE = {1.4, 1.8, 1.3};

    private static final int REGIONS = 3;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final Set<LocalDate> asked;
    private LocalDate winter = LocalDate.MIN;
    private LocalDate autumn = LocalDate.MIN;

    /** A storm as it is felt on a day: when it raged, where, and how many days ago that is. */
    record Storm(LocalDate raged, Set<Region> regions, int daysAgo) {

        /** How many times as many contacts as on a calm day. */
        double surge() {
            return SURGE[daysAgo];
        }
    }

    Storms(long seed, Set<LocalDate> asked) {
        this.seed = seed;
        this.asked = asked;
    }

    /** The storm that is felt on that day, if any. */
    @Nullable
    Storm felt(LocalDate day) {
        for (int daysAgo = 0; daysAgo < SURGE.length; daysAgo++) {
            LocalDate then = day.minusDays(daysAgo);
            if (rages(then)) {
                return new Storm(then, regions(then), daysAgo);
            }
        }
        return null;
    }

    /** Whether it storms there on that day. */
    boolean rages(LocalDate day, Region region) {
        return rages(day) && regions(day).contains(region);
    }

    private boolean rages(LocalDate day) {
        if (day.getYear() != winter.getYear()) {
            var dice = new Dice((seed * 31 + day.getYear()) * MIX);
            winter = LocalDate.of(day.getYear(), 1, 24).plusDays(dice.below(56));
            autumn = LocalDate.of(day.getYear(), 9, 20).plusDays(dice.below(50));
        }
        return day.equals(winter) || day.equals(autumn) || asked.contains(day);
    }

    private Set<Region> regions(LocalDate day) {
        var dice = new Dice((seed * 31 + day.toEpochDay()) * MIX);
        var regions = EnumSet.noneOf(Region.class);
        while (regions.size() < REGIONS) {
            regions.add(Region.draw(dice));
        }
        return regions;
    }
}

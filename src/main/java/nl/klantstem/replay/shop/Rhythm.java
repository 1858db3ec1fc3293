package nl.klantstem.replay.shop;

import java.time.Instant;
import java.time.ZonedDateTime;
import nl.klantstem.replay.shop.Storms.Storm;
import org.jspecify.annotations.Nullable;

/** How busy the shop is: by local hour, weekday and season, constant within each quarter of an hour. */
final class Rhythm {

    static final long QUARTER = 15 * 60_000L;
    private static final double DAY = 24 * 60 * 60_000.0;

    private static final double[] HOURS = {
        0.20, 0.12, 0.08, 0.06, 0.06, 0.10, 0.25, 0.55, 1.10, 1.65, 1.85, 1.75,
        1.55, 1.60, 1.65, 1.60, 1.50, 1.35, 1.30, 1.60, 1.70, 1.45, 0.80, 0.40
    };
    private static final double[] WEEKDAYS = {1.22, 1.10, 1.05, 1.00, 0.98, 0.90, 0.75};
    private static final double HOUR_MEAN = mean(HOURS);
    private static final double WEEKDAY_MEAN = mean(WEEKDAYS);

    private final ShopSettings settings;
    private final Storms storms;
    private long quarter = Long.MIN_VALUE;
    private double perMilli;
    private boolean staffed;
    private PeakSeason season = PeakSeason.NONE;
    private @Nullable Storm storm;

    Rhythm(ShopSettings settings, Storms storms) {
        this.settings = settings;
        this.storms = storms;
    }

    /** Contacts per millisecond in the quarter of that instant. */
    double contactsPerMilli(long millis) {
        look(millis);
        return storm == null ? perMilli : perMilli * storm.surge();
    }

    /** The same if there were no storm. */
    double calmContactsPerMilli(long millis) {
        look(millis);
        return perMilli;
    }

    /** Orders per millisecond in the quarter of that instant: a storm makes nobody buy more. */
    double ordersPerMilli(long millis) {
        look(millis);
        return perMilli * settings.ordersPerContact();
    }

    /** Whether people are there to answer: from 8 to 23. */
    boolean staffed(long millis) {
        look(millis);
        return staffed;
    }

    PeakSeason season(long millis) {
        look(millis);
        return season;
    }

    /** The storm that is felt then, if any. */
    @Nullable
    Storm storm(long millis) {
        look(millis);
        return storm;
    }

    private void look(long millis) {
        long asked = Math.floorDiv(millis, QUARTER);
        if (asked == quarter) {
            return;
        }
        quarter = asked;
        ZonedDateTime local = Instant.ofEpochMilli(asked * QUARTER).atZone(settings.zone());
        season = PeakSeason.of(local.toLocalDate());
        storm = storms.felt(local.toLocalDate());
        staffed = local.getHour() >= 8 && local.getHour() < 23;
        perMilli = settings.contactsPerDay()
                / DAY
                * (HOURS[local.getHour()] / HOUR_MEAN)
                * (WEEKDAYS[local.getDayOfWeek().getValue() - 1] / WEEKDAY_MEAN)
                * season.factor(settings.peakFactor());
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}

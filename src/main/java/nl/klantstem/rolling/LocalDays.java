package nl.klantstem.rolling;

import java.time.Instant;
import java.time.ZoneId;

/** Local days in minutes since the epoch; a day has 23 or 25 hours when the clocks change. */
public final class LocalDays {
    private final ZoneId zone;
    /** The days asked for last, start and end by turns: today and those around it are asked for over and over. */
    private final long[] known = {1, 0, 1, 0, 1, 0, 1, 0};

    private int next;

    public LocalDays(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The first minute of the local day that holds a minute. */
    public long start(long minute) {
        return known[find(minute)];
    }

    /** The first minute of the next local day. */
    public long end(long minute) {
        return known[find(minute) + 1];
    }

    private int find(long minute) {
        for (int i = 0; i < known.length; i += 2) {
            if (known[i] <= minute && minute < known[i + 1]) {
                return i;
            }
        }
        int day = next;
        var date = Instant.ofEpochSecond(minute * 60).atZone(zone).toLocalDate();
        known[day] = date.atStartOfDay(zone).toEpochSecond() / 60;
        known[day + 1] = date.plusDays(1).atStartOfDay(zone).toEpochSecond() / 60;
        next = (next + 2) % known.length;
        return day;
    }
}

package nl.klantstem.app.alerts;

import java.util.Map;
import nl.klantstem.replay.JourneyPanes.Counts;
import nl.klantstem.stats.Nps;

/** The answers of one journey by the hour, from the hour of its first to the end of the history. */
final class HourlyAnswers {

    private static final int SECONDS_PER_HOUR = 3600;

    /** Answers up to each hour, category by category, so that any hours are a difference of two. */
    private final long[][] upTo;

    private final int hours;

    /** {@code end} is where the history ends, in seconds since the epoch. */
    HourlyAnswers(Map<Long, Counts> bySecond, long end) {
        long first = bySecond.keySet().stream().mapToLong(Long::longValue).min().orElse(end);
        long firstHour = Math.floorDiv(first, SECONDS_PER_HOUR);
        hours = (int) Math.max(0, Math.floorDiv(end + SECONDS_PER_HOUR - 1, SECONDS_PER_HOUR) - firstHour);
        upTo = new long[3][hours + 1];
        bySecond.forEach((second, counts) -> {
            int hour = (int) (Math.floorDiv(second, SECONDS_PER_HOUR) - firstHour);
            upTo[0][hour + 1] += counts.promoters();
            upTo[1][hour + 1] += counts.passives();
            upTo[2][hour + 1] += counts.detractors();
        });
        for (long[] category : upTo) {
            for (int hour = 1; hour <= hours; hour++) {
                category[hour] += category[hour - 1];
            }
        }
    }

    int hours() {
        return hours;
    }

    /** From an hour (inclusive) to an hour (exclusive), counted from the first. */
    Nps between(int from, int to) {
        return new Nps(upTo[0][to] - upTo[0][from], upTo[1][to] - upTo[1][from], upTo[2][to] - upTo[2][from]);
    }
}

package nl.klantstem.app.alerts;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Many delays in a few numbers.
 *
 * @param n how many
 * @param missed how many saw no alarm while it was waited for; they count with the time waited
 * @param mean hours
 * @param p95 hours within which 95% had their alarm; absent when more than 5% had none
 * @param answers mean
 */
record DelaySummary(int n, int missed, double mean, OptionalDouble p95, double answers) {

    static DelaySummary of(List<Delay> delays) {
        if (delays.isEmpty()) {
            return new DelaySummary(0, 0, 0, OptionalDouble.empty(), 0);
        }
        var hours = delays.stream().mapToDouble(Delay::hours).sorted().toArray();
        int missed = (int) delays.stream().filter(delay -> !delay.alarmed()).count();
        int at = (int) Math.ceil(0.95 * hours.length) - 1;
        return new DelaySummary(
                hours.length,
                missed,
                delays.stream().mapToDouble(Delay::hours).average().orElse(0),
                missed > hours.length - 1 - at ? OptionalDouble.empty() : OptionalDouble.of(hours[at]),
                delays.stream().mapToLong(Delay::answers).average().orElse(0));
    }
}

package nl.klantstem.insight.steering;

import static nl.klantstem.insight.steering.GivenDays.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.insight.steering.GivenDays.About;
import nl.klantstem.insight.steering.GivenDays.Came;
import org.junit.jupiter.api.Test;

/** What an hour costs: contacts in each of 40 days' hours, in 2 audiences, 4 channels, 4 service partners and 12 journeys. */
class SteeringCostTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = FIRST.plusDays(40);
    private static final Duration TOLERATED = Duration.ofMillis(300);

    private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();

    @Test
    void an_hour_takes_a_fraction_of_a_second_at_most() {
        var given = new GivenDays(LAST);
        for (Audience audience : Audience.values()) {
            for (int i = 0; i < 48; i++) {
                var about = new About(
                        audience,
                        List.of(Channel.PHONE, Channel.CHAT, Channel.EMAIL, Channel.BOT)
                                .get(i % 4),
                        "partner-" + i / 12,
                        "journey-" + i / 4,
                        "driver-" + i % 6,
                        "logistics");
                for (long hour = at(FIRST, 0); hour < at(LAST, 0); hour += 60) {
                    given.comes(new Came(about, hour, at(LAST, 0), at(LAST, 0) + 1, true));
                }
            }
        }
        given.planDay(LAST, Channel.PHONE, 100, Map.of("partner-0", 50.0, "partner-1", 50.0));
        given.planDay(LAST.plusDays(1), Channel.PHONE, 100, Map.of("partner-0", 50.0, "partner-1", 50.0));
        given.liveTo(at(LAST, 1) - 1);
        long least = Long.MAX_VALUE;
        for (long hour = at(LAST, 1); hour < at(LAST.plusDays(4), 0); hour += 60) {
            long start = cpu.getCurrentThreadCpuTime();
            given.liveTo(hour);
            least = Math.min(least, cpu.getCurrentThreadCpuTime() - start);
            given.liveTo(hour + 59);
        }
        int bytes = given.minutes().published().get(0).value().length;
        System.out.printf("an hour: %d us of CPU, %d KiB%n", least / 1_000, bytes / 1024);
        assertThat(given.told()).hasSizeGreaterThan(90);
        assertThat(least).isLessThan(TOLERATED.toNanos());
    }
}

package nl.klantstem.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.klantstem.app.CatalogueFile;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.catalogue.Journey;
import nl.klantstem.replay.ImportedRecord;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final DemoSettings TEN_DAYS = new DemoSettings(60, 0, 1, Duration.ofDays(10), 1500, null, null);

    @Test
    void the_shop_goes_on_where_the_past_ends() {
        var history = History.of(TEN_DAYS, NOW);
        var recordedAt = new ArrayList<Long>();
        history.upTo(NOW.minus(Duration.ofHours(1))).forEach(r -> recordedAt.add(r.recordedAt()));
        int almost = recordedAt.size();
        history.upTo(NOW).forEach(r -> recordedAt.add(r.recordedAt()));

        assertThat(recordedAt).isSorted();
        assertThat(almost).isBetween(1, recordedAt.size() - 100);
        assertThat(recordedAt.get(0))
                .isGreaterThanOrEqualTo(NOW.minus(TEN_DAYS.history()).toEpochMilli());
        assertThat(history.shop().nextAt()).isGreaterThanOrEqualTo(NOW.toEpochMilli());
        assertThat(history.shop().nextAt()).isLessThan(NOW.plusSeconds(60).toEpochMilli());
    }

    @Test
    void the_last_day_is_as_busy_as_the_shop_is_live_and_the_days_before_are_thin() {
        long[] perDay = new long[10];
        for (ImportedRecord each : History.of(TEN_DAYS, NOW).upTo(NOW)) {
            perDay[
                    (int) Duration.between(Instant.ofEpochMilli(each.recordedAt()), NOW)
                            .toDays()]++;
        }
        assertThat(perDay[0]).isGreaterThan(10_000);
        assertThat(perDay[5]).isBetween(50L, 1_000L);
    }

    @Test
    void all_journeys_and_drivers_are_known_to_the_starter_catalogue() {
        var catalogue = CatalogueFile.starter().latest();
        Set<String> journeys = catalogue.journeys().stream().map(Journey::id).collect(Collectors.toSet());
        Set<String> drivers = catalogue.drivers().stream().map(Driver::code).collect(Collectors.toSet());
        Set<String> seenJourneys = new TreeSet<>();
        Set<String> seenDrivers = new TreeSet<>();
        for (ImportedRecord each : History.of(TEN_DAYS, NOW).upTo(NOW)) {
            String text = new String(each.value(), UTF_8);
            find(text, "\"journeyId\":\"([^\"]*)\"", seenJourneys);
            find(text, "\"code\":\"([^\"]*)\"", seenDrivers);
        }
        assertThat(journeys).containsAll(seenJourneys);
        assertThat(drivers).isEqualTo(seenDrivers);
    }

    private static void find(String text, String regex, Set<String> into) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }
}

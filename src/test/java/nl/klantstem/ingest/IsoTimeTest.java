package nl.klantstem.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsoTimeTest {

    private static final long SEED = 20_260_302;
    private static final String SIGNS = "0123456789-:T.Z+ ";

    @Test
    void the_common_forms_mean_what_the_jdk_says_they_mean() {
        var random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            var text = mutated(random, randomTime(random));
            assertThat(IsoTime.instant(text)).as("seed %d: %s", SEED, text).isEqualTo(byJdk(text));
        }
    }

    @Test
    void what_is_no_instant_is_none() {
        for (var text : List.of(
                "",
                "Z",
                "2026-03-02",
                "2026-03-02T09:00:00",
                "2026-03-02T09:00:60Z",
                "2026-03-02T24:00:00Z",
                "2026-02-29T09:00:00Z",
                "2026-02-30T09:00:00.000Z",
                "2026-00-10T09:00:00Z",
                "2026-03-00T09:00:00Z",
                "2026-13-10T09:00:00Z",
                "2026-03-02T09:00:00+0100",
                "2026-03-02T09:00:00CET",
                "٢٠٢٦-03-02T09:00:00Z")) {
            assertThat(IsoTime.instant(text)).as(text).isNull();
        }
    }

    private static String randomTime(Random random) {
        var time = Instant.ofEpochMilli((long) (random.nextDouble() * 4e12 - 1e12));
        return switch (random.nextInt(3)) {
            case 0 -> time.toString();
            case 1 -> DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").format(time.atOffset(ZoneOffset.UTC));
            default -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(ZoneOffset.ofHours(2)));
        };
    }

    private static String mutated(Random random, String text) {
        var changed = new StringBuilder(text);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            changed.setCharAt(random.nextInt(changed.length()), SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return changed.toString();
    }

    private static Instant byJdk(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}

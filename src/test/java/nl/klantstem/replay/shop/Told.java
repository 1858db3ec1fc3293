package nl.klantstem.replay.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import nl.klantstem.topic.Json;

/** What a shop told. */
final class Told {

    static final long SEED = 20261127;
    static final Instant START = Instant.parse("2026-05-04T00:00:00Z");

    private Told() {}

    /** Without oddities, so that each event is told once. */
    static ShopSettings settings(int days, double contactsPerDay) {
        return ShopSettings.usual(SEED, START, START.plus(Duration.ofDays(days)), contactsPerDay)
                .with(Oddities.NONE);
    }

    static List<ShopRecord> all(ShopSettings settings) {
        var records = new ArrayList<ShopRecord>();
        new Shop(settings).forEachRemaining(records::add);
        return records;
    }

    static JsonNode json(ShopRecord shopRecord) {
        try {
            return Json.MAPPER.readTree(shopRecord.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> double share(Collection<T> of, Predicate<T> which) {
        return (double) of.stream().filter(which).count() / of.size();
    }
}

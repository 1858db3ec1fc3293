package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.klantstem.replay.shop.Oddities;
import nl.klantstem.replay.shop.Shop;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.replay.shop.ShopSettings;

/** The records of the simulated shop as lines of files. */
final class ShopLines {

    private ShopLines() {}

    /** What shop: contacts a day, orders to each of them, and how many customers there are. */
    record Size(double contactsPerDay, double ordersPerContact, int customers) {}

    static List<Line> of(long seed, Instant from, Instant until, Size size, Oddities oddities) {
        var shop = new Shop(new ShopSettings(
                seed,
                from,
                until,
                size.contactsPerDay(),
                ShopSettings.DEFAULT_PEAK_FACTOR,
                size.customers(),
                ShopSettings.DEFAULT_ZONE,
                oddities,
                size.ordersPerContact(),
                Set.of(),
                null));
        var lines = new ArrayList<Line>();
        while (shop.hasNext()) {
            lines.add(line(shop.next()));
        }
        return lines;
    }

    private static Line line(ShopRecord record) {
        var at = Instant.ofEpochMilli(record.recordedAt());
        var plain = new Line(record.topic().shortName(), new String(record.value(), StandardCharsets.UTF_8), at);
        return plain.event().map(event -> recorded(plain.stream(), event, at)).orElse(plain);
    }

    /** An event that is recorded at a time. */
    static Line recorded(String stream, ObjectNode event, Instant at) {
        return new Line(stream, event.put("recordedAt", at.toString()).toString(), at);
    }
}

package nl.klantstem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.klantstem.link.LinkStage;
import nl.klantstem.replay.shop.Shop;
import nl.klantstem.replay.shop.ShopRecord;
import nl.klantstem.replay.shop.ShopSettings;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a customer, measured on the simulated shop: docs/performance.md takes its figures from here. */
class StateSizeTest {

    private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    @Test
    void a_customer_in_contact_takes_a_few_kilobytes(@TempDir Path dir) {
        Size size = measure(dir, 0);
        System.out.printf("contacts and surveys: %s%n", size);

        assertThat(size.contacts()).isGreaterThan(500);
        assertThat(size.bytesPerContact()).isLessThan(2_500);
    }

    @Test
    void an_order_with_its_parcel_takes_less_than_a_kilobyte(@TempDir Path dir) {
        Size without = measure(dir.resolve("without"), 0);
        Size with = measure(dir.resolve("with"), 3);
        double perOrder = (with.bytes() - without.bytesPerContact() * with.contacts()) / with.orders();
        System.out.printf("with orders: %s, %.0f bytes per order%n", with, perOrder);

        assertThat(with.orders()).isGreaterThan(1_000);
        assertThat(perOrder).isLessThan(1_000);
    }

    @Test
    void an_instance_of_a_journey_takes_less_than_a_kilobyte(@TempDir Path dir) {
        int instances = 200;
        try (var pipeline = new GivenPipeline(dir, 1, Duration.ofDays(1))) {
            for (int n = 0; n < instances; n++) {
                for (int step = 0; step <= 5; step++) {
                    Instant at = FROM.plus(Duration.ofHours(30L * step)).plusSeconds(n);
                    pipeline.send(Topic.JOURNEY_STEP_EVENTS, "c" + n, """
                            {"source":"t","audience":"CUSTOMER","eventId":"j%1$d/%2$d","occurredAt":"%3$s","journeyId":"lost-in-mail",\
                            "journeyInstanceId":"lim-2026-%1$06d","stepId":"%2$d","kind":"REACHED","customerKey":"c%1$d",\
                            "experience":"NEGATIVE","emotion":"ANGER"}""".formatted(n, step, at), at.toString());
                }
            }
            long bytes = pipeline.changelog(LinkStage.TIMELINES).values().stream()
                    .mapToLong(Integer::longValue)
                    .sum();
            System.out.printf("instances of journeys: %d bytes each, of six steps%n", bytes / instances);

            assertThat(bytes / instances).isBetween(100L, 1_000L);
        }
    }

    private record Size(long bytes, long owners, long contacts, long orders) {
        double bytesPerContact() {
            return (double) bytes / contacts;
        }
    }

    private static Size measure(Path dir, double ordersPerContact) {
        dir.toFile().mkdirs();
        ShopSettings usual = ShopSettings.usual(7, FROM, FROM.plus(FORTNIGHT), 60);
        var shop = new Shop(usual.withOrders(ordersPerContact));
        var contacts = new HashSet<String>();
        var orders = new HashSet<String>();
        try (var pipeline = new GivenPipeline(dir, 1, Duration.ofDays(1))) {
            while (shop.hasNext()) {
                ShopRecord record = shop.next();
                String value = new String(record.value(), StandardCharsets.UTF_8);
                note(record.topic(), value, Map.of(Topic.CONTACT_EVENTS, contacts, Topic.ORDER_EVENTS, orders));
                pipeline.send(
                        record.topic(),
                        new String(record.key(), StandardCharsets.UTF_8),
                        value,
                        Instant.ofEpochMilli(record.recordedAt()).toString());
            }
            Map<String, Integer> kept = pipeline.changelog(LinkStage.TIMELINES);
            return new Size(
                    kept.values().stream().mapToLong(Integer::longValue).sum(),
                    kept.size(),
                    contacts.size(),
                    orders.size());
        }
    }

    private static void note(Topic topic, String value, Map<Topic, Set<String>> ids) {
        String field = topic == Topic.ORDER_EVENTS ? "\"orderId\":\"" : "\"contactId\":\"";
        int at = value.indexOf(field);
        if (ids.containsKey(topic) && at >= 0) {
            int from = at + field.length();
            ids.get(topic).add(value.substring(from, value.indexOf('"', from)));
        }
    }
}

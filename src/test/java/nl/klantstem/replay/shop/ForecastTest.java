package nl.klantstem.replay.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Instant MONDAY = Instant.parse("2026-11-29T23:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final ShopSettings SHOP =
            ShopSettings.usual(4, MONDAY, MONDAY.plus(DAY), 4000).withOrders(2);

    @Test
    void an_ordinary_day_comes_as_planned() {
        double planned = 0;
        double orders = 0;
        for (JsonNode plan : plans(MONDAY, MONDAY.plus(DAY))) {
            for (JsonNode channel : plan.path("forecastContacts")) {
                for (JsonNode contacts : channel) {
                    planned += contacts.asDouble();
                }
            }
            orders += plan.path("forecastOrders").asDouble();
        }

        var came = new HashMap<Topic, Integer>();
        new Shop(SHOP.with(Oddities.NONE)).forEachRemaining(each -> {
            boolean opened = new String(each.value(), UTF_8).contains("\"OPENED\"");
            if (each.topic() != Topic.CONTACT_EVENTS || opened) {
                came.merge(each.topic(), 1, Integer::sum);
            }
        });

        assertThat(planned).isCloseTo(came.get(Topic.CONTACT_EVENTS), within(0.06 * planned));
        assertThat(orders).isCloseTo(came.get(Topic.ORDER_EVENTS), within(0.1 * orders));
    }

    @Test
    void there_is_a_plan_for_each_audience_and_hour_with_more_capacity_than_contacts_and_none_for_the_bot() {
        var plans = plans(MONDAY, MONDAY.plus(DAY));

        assertThat(plans).hasSize(48).allSatisfy(plan -> {
            assertThat(plan.path("capacityContacts").has("BOT")).isFalse();
            plan.path("capacityContacts").properties().forEach(channel -> assertThat(sum(channel.getValue()))
                    .isGreaterThanOrEqualTo(sum(plan.path("forecastContacts").path(channel.getKey()))));
        });
        assertThat(plans)
                .filteredOn(plan -> plan.path("audience").asText().equals("PARTNER"))
                .allSatisfy(plan -> assertThat(plan.has("forecastOrders")).isFalse());
    }

    @Test
    void in_an_incident_nearly_nobody_who_comes_with_the_main_driver_promotes_us_any_more() {
        Map<Boolean, double[]> scores = new HashMap<>();
        Instant from = MONDAY.plus(Duration.ofHours(12));
        var broken = SHOP.with(Oddities.NONE).withIncident(new Incident("order-delivery", from));
        new Shop(broken).forEachRemaining(each -> {
            JsonNode answer = json(each);
            if (each.topic() == Topic.SURVEY_RESPONSES
                    && answer.path("journeyId").asText().equals("order-delivery")
                    && answer.path("nps").isInt()) {
                boolean during =
                        !Instant.parse(answer.path("occurredAt").asText()).isBefore(from);
                double[] score = scores.computeIfAbsent(during, none -> new double[2]);
                score[0]++;
                score[1] += contribution(answer.path("nps").asInt());
            }
        });

        assertThat(100 * scores.get(false)[1] / scores.get(false)[0]).isBetween(20.0, 75.0);
        assertThat(100 * scores.get(true)[1] / scores.get(true)[0]).isBetween(-50.0, 0.0);
    }

    private static int contribution(int score) {
        return score >= 9 ? 1 : score <= 6 ? -1 : 0;
    }

    private static double sum(JsonNode byName) {
        double sum = 0;
        for (JsonNode one : byName) {
            sum += one.asDouble();
        }
        return sum;
    }

    private static List<JsonNode> plans(Instant from, Instant until) {
        return new Forecast(SHOP)
                .plans(from, until, from).stream().map(ForecastTest::json).toList();
    }

    private static JsonNode json(ShopRecord each) {
        try {
            return Json.MAPPER.readTree(each.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

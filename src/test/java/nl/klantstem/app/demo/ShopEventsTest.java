package nl.klantstem.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import nl.klantstem.ingest.EventParser;
import nl.klantstem.ingest.Parsed;
import nl.klantstem.replay.shop.Oddities;
import nl.klantstem.replay.shop.Shop;
import nl.klantstem.replay.shop.ShopSettings;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class ShopEventsTest {

    private static final Instant OPENS = Instant.parse("2026-11-27T00:00:00Z");

    @Test
    void without_oddities_everything_that_the_shop_tells_is_accepted_and_nothing_of_it_ignored() {
        var settings = ShopSettings.usual(1, OPENS, OPENS.plus(Duration.ofDays(8)), 400)
                .with(Oddities.NONE)
                .withOrders(3);
        var parser = new EventParser();
        var topics = EnumSet.noneOf(Topic.class);
        new Shop(settings).forEachRemaining(told -> {
            topics.add(told.topic());
            assertThat(parser.parse(told.topic(), told.value()))
                    .isInstanceOfSatisfying(Parsed.Accepted.class, accepted -> assertThat(accepted.ignored())
                            .isEqualTo(List.of()));
        });
        assertThat(topics)
                .containsExactlyInAnyOrder(
                        Topic.SURVEY_RESPONSES,
                        Topic.CONTACT_EVENTS,
                        Topic.SURVEY_INVITATIONS,
                        Topic.ORDER_EVENTS,
                        Topic.DELIVERY_EVENTS,
                        Topic.JOURNEY_STEP_EVENTS);
    }
}

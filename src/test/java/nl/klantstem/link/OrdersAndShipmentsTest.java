package nl.klantstem.link;

import static nl.klantstem.link.GivenCatalogue.CATALOGUE;
import static nl.klantstem.link.GivenEvents.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.Linked.Fate;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.OrderEvent.OrderItem;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.SellerType;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.junit.jupiter.api.Test;

/** What befell a customer's orders and shipments is kept, each event once. */
class OrdersAndShipmentsTest {

    private static final String OWNER = "c:pseudonym";

    private final Chronicle chronicle = new Chronicle(new Facts(CATALOGUE));
    private Timeline timeline = new Timeline();

    @Test
    void an_order_is_kept_with_what_linking_needs_of_it() {
        assertThat(write(order("e1", 2), 0)).isEqualTo(Fate.ACCEPTED);

        OrderStep step = timeline.orders().get("o1").events().get(0);
        assertThat(step.type()).isEqualTo(OrderEvent.Type.REORDER_PLACED);
        assertThat(step.audience()).isEqualTo(Audience.CUSTOMER);
        assertThat(step.promisedTo()).isEqualTo(at(60));
        assertThat(step.reorderOf()).isEqualTo("o0");
        assertThat(step.occurredAt()).isEqualTo(at(0));
    }

    @Test
    void a_shipment_is_kept_with_its_carrier_and_promise() {
        assertThat(write(delivery("e1", "north"), 0)).isEqualTo(Fate.ACCEPTED);

        ShipmentStep step = timeline.shipments().get("s1").events().get(0);
        assertThat(step.orderId()).isEqualTo("o1");
        assertThat(step.type()).isEqualTo(DeliveryEvent.Type.SCAN);
        assertThat(step.carrier()).isEqualTo("carrier-1");
        assertThat(step.region()).isEqualTo("north");
        assertThat(step.promisedTo()).isNull();
    }

    @Test
    void the_same_event_again_is_a_duplicate_and_with_other_items_or_another_region_a_conflict() {
        assertThat(List.of(write(order("e1", 2), 0), write(order("e1", 2), 1), write(order("e1", 3), 2)))
                .containsExactly(Fate.ACCEPTED, Fate.DUPLICATE, Fate.CONFLICT);
        assertThat(List.of(
                        write(delivery("e1", "north"), 3),
                        write(delivery("e1", "north"), 4),
                        write(delivery("e1", null), 5)))
                .as("ids are unique per topic: the order's e1 is another event")
                .containsExactly(Fate.ACCEPTED, Fate.DUPLICATE, Fate.CONFLICT);
        assertThat(timeline.orders().get("o1").events()).hasSize(1);
        assertThat(timeline.shipments().get("s1").events()).hasSize(1);
    }

    @Test
    void a_timeline_is_empty_only_when_orders_and_shipments_are_gone_too() {
        assertThat(timeline.isEmpty()).isTrue();
        write(order("e1", 2), 0);
        write(delivery("e1", "north"), 1);

        timeline.drop(story -> story.events().get(0) instanceof OrderStep);
        assertThat(timeline.orders()).isEmpty();
        assertThat(timeline.isEmpty()).isFalse();
        timeline.drop(story -> true);
        assertThat(timeline.isEmpty()).isTrue();
    }

    /** Writes the event and takes the timeline through its bytes and back. */
    private Fate write(InputEvent event, long offset) {
        long recordedAt = at(1).plus(Duration.ofSeconds(offset)).toEpochMilli();
        var arrival = new Arrival("stream", 13, "topic", 0, offset, recordedAt, null);
        KnownEvent known = Remember.of(arrival, new Ingested.Event(OWNER, event, false, false, List.of()));
        Fate fate = chronicle.write(timeline, OWNER, known, TaskTime.UNKNOWN).fate();
        byte[] bytes = TimelineCodec.encode(timeline);
        timeline = TimelineCodec.decode(bytes);
        assertThat(TimelineCodec.encode(timeline)).isEqualTo(bytes);
        return fate;
    }

    private static OrderEvent order(String eventId, int quantity) {
        return new OrderEvent(
                eventId,
                at(0),
                "shop",
                Audience.CUSTOMER,
                null,
                null,
                false,
                "o1",
                OrderEvent.Type.REORDER_PLACED,
                "pseudonym",
                List.of(new OrderItem("i1", null, SellerType.OWN, Party.PLATFORM, null, quantity)),
                "o0",
                OrderEvent.PlacedBy.AGENT,
                at(60));
    }

    private static DeliveryEvent delivery(String eventId, String region) {
        return new DeliveryEvent(
                eventId,
                at(0),
                "shop",
                Audience.CUSTOMER,
                null,
                null,
                false,
                "s1",
                "o1",
                DeliveryEvent.Type.SCAN,
                "pseudonym",
                null,
                "carrier-1",
                region,
                null);
    }
}

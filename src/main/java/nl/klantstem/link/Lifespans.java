package nl.klantstem.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;
import org.jspecify.annotations.Nullable;

/**
 * Until which recorded minute each story of a timeline is kept: as long as events about it are accepted. Beyond that, what
 * another still tells of is kept with it, or a late event would unmake what was told: an instance of a journey and the
 * contacts that name it, with an instance the orders and shipments that may be its outcome, with a shipment its order.
 * Nothing is kept for another's sake for longer than facts are kept anyway: an instance that goes on for ever keeps
 * nothing for ever.
 */
final class Lifespans {

    private static final long NONE = Long.MIN_VALUE / 2;

    private final Keeping keeping;
    private final Map<Story<?>, Long> own = new HashMap<>();
    private final Map<Story<?>, Long> ends = new HashMap<>();

    /** An instance's story, and the contacts that named it at any time. */
    private record Instance(Story<?> story, List<Story<ContactStep>> contacts) {

        static Instance of(String instanceId, Story<?> story, Timeline timeline) {
            return new Instance(
                    story,
                    timeline.contacts().values().stream()
                            .filter(contact -> contact.events().stream()
                                    .anyMatch(step -> instanceId.equals(step.journeyInstanceId())))
                            .toList());
        }

        List<KnownEvent> events() {
            return Stream.concat(Stream.of(story), contacts.stream())
                    .flatMap(each -> each.events().stream().map(KnownEvent.class::cast))
                    .toList();
        }
    }

    Lifespans(Timeline timeline, Keeping keeping) {
        this.keeping = keeping;
        timeline.stories().forEach(story -> own.put(story, own(story)));
        ends.putAll(own);
        List<Instance> instances = timeline.journeys().entrySet().stream()
                .map(journey -> Instance.of(journey.getKey(), journey.getValue(), timeline))
                .toList();
        boolean longer = !instances.isEmpty();
        while (longer) {
            // Again, for a contact that named two instances.
            longer = false;
            for (Instance instance : instances) {
                longer |= together(instance);
            }
        }
        for (Instance instance : instances) {
            withOutcome(instance, timeline.orders(), OrderStep::orderId);
            withOutcome(instance, timeline.shipments(), ShipmentStep::orderId);
        }
        timeline.shipments().values().forEach(shipment -> shipment.events()
                .forEach(step -> prolong(timeline.orders().get(step.orderId()), end(shipment))));
    }

    /** The recorded minute after which it is of no use any more. */
    long end(Story<?> story) {
        return ends.getOrDefault(story, NONE);
    }

    private long own(Story<?> story) {
        return story.events().stream()
                .mapToLong(event -> keeping.minutes(event) + Math.max(event.at().minute(), minute(event)))
                .max()
                .orElse(NONE);
    }

    private static long minute(KnownEvent event) {
        return Math.floorDiv(event.occurredAt().toEpochMilli(), 60_000);
    }

    private boolean together(Instance instance) {
        boolean longer = false;
        for (Story<ContactStep> contact : instance.contacts()) {
            if (end(contact) > end(instance.story())) {
                ends.put(instance.story(), end(contact));
                longer = true;
            }
        }
        for (Story<ContactStep> contact : instance.contacts()) {
            longer |= prolong(contact, end(instance.story()));
        }
        return longer;
    }

    /** Any order that its contacts name, or of which anything happened since it began and as long as orders are kept. */
    private <E extends KnownEvent> void withOutcome(
            Instance instance, Map<String, Story<E>> stories, Function<E, String> orderId) {
        Set<String> orders = new HashSet<>();
        long first = Long.MAX_VALUE;
        long last = NONE;
        for (KnownEvent event : instance.events()) {
            first = Math.min(first, minute(event));
            last = Math.max(last, minute(event));
            if (event instanceof ContactStep step && step.orderId() != null) {
                orders.add(step.orderId());
            }
        }
        long from = first;
        long to = last + keeping.orderMinutes();
        stories.values().stream()
                .filter(story -> story.events().stream()
                        .anyMatch(event -> orders.contains(orderId.apply(event))
                                || (minute(event) >= from && minute(event) <= to)))
                .forEach(story -> prolong(story, end(instance.story())));
    }

    private boolean prolong(@Nullable Story<?> story, long until) {
        if (story == null) {
            return false;
        }
        long most = own.getOrDefault(story, NONE) + keeping.factMinutes();
        long end = Math.min(until, most);
        boolean longer = end > end(story);
        if (longer) {
            ends.put(story, end);
        }
        return longer;
    }
}

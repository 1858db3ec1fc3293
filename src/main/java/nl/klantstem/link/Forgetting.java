package nl.klantstem.link;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.OrderStep;
import nl.klantstem.link.KnownEvent.ShipmentStep;

/**
 * Facts are kept as long as events about them are accepted, an order also as long as a shipment of it; then they are
 * forgotten, and with them contact events that waited all the time for their contact to open.
 */
final class Forgetting {

    private static final long MARGIN_MINUTES = Duration.ofDays(1).toMinutes();
    private static final long AGAIN_MINUTES = Duration.ofDays(30).toMinutes();

    private final Keeping keeping;

    Forgetting(Keeping keeping) {
        this.keeping = keeping;
    }

    /** Says when a timeline is to be looked through because of an event that was written into it. */
    void plan(Timeline timeline, KnownEvent event) {
        long end = event.at().minute() + keeping.minutes(event);
        timeline.forgetAt(Math.min(timeline.forgetAt(), end + MARGIN_MINUTES));
    }

    /** Forgets what is over at a minute, and plans the next look; says how many contact events waited in vain. */
    int forget(Timeline timeline, long minute) {
        long over = minute - MARGIN_MINUTES / 2;
        int orphaned = timeline.contacts().values().stream()
                .filter(story -> end(story) < over && neverOpened(story))
                .mapToInt(story -> story.events().size())
                .sum();
        Set<String> underway = timeline.shipments().values().stream()
                .filter(story -> end(story) >= over)
                .flatMap(story -> story.events().stream())
                .map(ShipmentStep::orderId)
                .collect(Collectors.toSet());
        timeline.drop(story -> end(story) < over && !isOrderOf(story, underway));
        timeline.handovers().values().removeIf(handover -> handover.minute() + keeping.factMinutes() < over);
        timeline.forgetAt(timeline.isEmpty() ? Due.NEVER : Math.max(minute + AGAIN_MINUTES, nextEnd(timeline)));
        return orphaned;
    }

    /** The first minute at which anything that is still there can go. */
    private long nextEnd(Timeline timeline) {
        long handedOver = timeline.handovers().values().stream()
                .mapToLong(handover -> handover.minute() + keeping.factMinutes())
                .min()
                .orElse(Long.MAX_VALUE - MARGIN_MINUTES);
        return timeline.stories().mapToLong(this::end).reduce(handedOver, Math::min) + MARGIN_MINUTES;
    }

    private static boolean isOrderOf(Story<? extends KnownEvent> story, Set<String> underway) {
        return story.events().stream()
                .anyMatch(event -> event instanceof OrderStep && underway.contains(event.about()));
    }

    private static boolean neverOpened(Story<ContactStep> story) {
        return story.events().stream().noneMatch(step -> step.type() == ContactEvent.Type.OPENED);
    }

    /** The recorded minute after which nothing about it can be accepted any more. */
    private long end(Story<? extends KnownEvent> story) {
        return story.events().stream()
                .mapToLong(event -> keeping.minutes(event)
                        + Math.max(
                                event.at().minute(),
                                Math.floorDiv(event.occurredAt().toEpochMilli(), 60_000)))
                .max()
                .orElse(Long.MIN_VALUE / 2);
    }
}

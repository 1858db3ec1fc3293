package nl.klantstem.link;

import java.time.Duration;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.link.KnownEvent.ContactStep;

/**
 * Facts are kept for their {@link Lifespans}; then they are forgotten, and with them contact events that waited all the
 * time for their contact to open.
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
        var lifespans = new Lifespans(timeline, keeping);
        int orphaned = timeline.contacts().values().stream()
                .filter(story -> lifespans.end(story) < over && neverOpened(story))
                .mapToInt(story -> story.events().size())
                .sum();
        timeline.drop(story -> lifespans.end(story) < over);
        timeline.handovers().values().removeIf(handover -> handover.minute() + keeping.factMinutes() < over);
        timeline.forgetAt(
                timeline.isEmpty() ? Due.NEVER : Math.max(minute + AGAIN_MINUTES, nextEnd(timeline, lifespans)));
        return orphaned;
    }

    /** The first minute at which anything that is still there can go. */
    private long nextEnd(Timeline timeline, Lifespans lifespans) {
        long handedOver = timeline.handovers().values().stream()
                .mapToLong(handover -> handover.minute() + keeping.factMinutes())
                .min()
                .orElse(Long.MAX_VALUE - MARGIN_MINUTES);
        return timeline.stories().mapToLong(lifespans::end).reduce(handedOver, Math::min) + MARGIN_MINUTES;
    }

    private static boolean neverOpened(Story<ContactStep> story) {
        return story.events().stream().noneMatch(step -> step.type() == ContactEvent.Type.OPENED);
    }
}

package nl.klantstem.link;

import java.time.Duration;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.link.KnownEvent.ContactStep;

/**
 * Facts are kept as long as events about them are accepted; then they are forgotten, and with them contact events that
 * waited all the time for their contact to open.
 */
final class Forgetting {

    private static final long MARGIN_MINUTES = Duration.ofDays(1).toMinutes();
    private static final long AGAIN_MINUTES = Duration.ofDays(30).toMinutes();

    private final long retentionMinutes;

    Forgetting(Duration retention) {
        this.retentionMinutes = retention.toMinutes();
    }

    /** Says when a timeline is to be looked through for the first time: a new one, or one written into at a minute. */
    void plan(Timeline timeline, long minute) {
        if (timeline.forgetAt() == Due.NEVER) {
            timeline.forgetAt(minute + retentionMinutes + MARGIN_MINUTES);
        }
    }

    /** Forgets what is over at a minute, and plans the next look; says how many contact events waited in vain. */
    int forget(Timeline timeline, long minute) {
        long horizon = minute - retentionMinutes - MARGIN_MINUTES / 2;
        int orphaned = timeline.contacts().values().stream()
                .filter(story -> isOver(story, horizon) && neverOpened(story))
                .mapToInt(story -> story.events().size())
                .sum();
        timeline.drop(story -> isOver(story, horizon));
        timeline.handovers().values().removeIf(handover -> handover.minute() < horizon);
        timeline.forgetAt(timeline.isEmpty() ? Due.NEVER : minute + AGAIN_MINUTES);
        return orphaned;
    }

    private static boolean neverOpened(Story<ContactStep> story) {
        return story.events().stream().noneMatch(step -> step.type() == ContactEvent.Type.OPENED);
    }

    /** Nothing about it can be accepted any more. */
    private static boolean isOver(Story<? extends KnownEvent> story, long horizon) {
        return story.events().stream()
                .allMatch(event -> event.at().minute() < horizon
                        && Math.floorDiv(event.occurredAt().toEpochMilli(), 60_000) < horizon);
    }
}

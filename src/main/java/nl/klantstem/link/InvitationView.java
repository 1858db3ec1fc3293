package nl.klantstem.link;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.klantstem.contract.in.SurveyInvitation.Status;
import nl.klantstem.link.KnownEvent.Invited;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as its events tell it, whatever order they arrived in.
 *
 * @param counted the event in whose minute it counts: the first SENT, else the earliest of all
 * @param statuses how far it came at any time
 * @param suppressionReason the last that was told
 * @param journeyId the last that was told
 * @param knownMinute the recorded minute of the newest event in it
 */
record InvitationView(
        Invited counted,
        Set<Status> statuses,
        @Nullable String suppressionReason,
        @Nullable String journeyId,
        long knownMinute) {

    /** By the time they were asked; of two at the same time the lesser id first. */
    static final Comparator<InvitationView> BY_ASKING =
            Comparator.comparing(InvitationView::askedAt).thenComparing(InvitationView::invitationId);

    /** Those that were sent first, each by occurrence. */
    private static final Comparator<Invited> BY_SENDING = Comparator.comparing(
                    (Invited event) -> event.status() != Status.SENT)
            .thenComparing(Invited::occurredAt)
            .thenComparing(Invited::at);

    /** The invitation that these events tell of, in the order they became known, or null when there are none. */
    static @Nullable InvitationView of(List<Invited> known) {
        if (known.isEmpty()) {
            return null;
        }
        var statuses = EnumSet.noneOf(Status.class);
        known.forEach(event -> statuses.add(event.status()));
        return new InvitationView(
                known.stream().min(BY_SENDING).orElseThrow(),
                statuses,
                last(known, Invited::suppressionReason),
                last(known, Invited::journeyId),
                known.get(known.size() - 1).at().minute());
    }

    String invitationId() {
        return counted.invitationId();
    }

    Instant askedAt() {
        return counted.occurredAt();
    }

    /** Whether it reached its customer as far as its own events tell. */
    boolean delivered() {
        return statuses.contains(Status.DELIVERED) || opened();
    }

    boolean opened() {
        return statuses.contains(Status.OPENED) || statuses.contains(Status.STARTED);
    }

    /** Whether it was asked: one that was suppressed was not, unless it went out all the same. */
    boolean asked() {
        return !statuses.contains(Status.SUPPRESSED) || statuses.contains(Status.SENT) || delivered();
    }

    private static @Nullable String last(List<Invited> events, Function<Invited, @Nullable String> field) {
        for (int i = events.size() - 1; i >= 0; i--) {
            @Nullable String value = field.apply(events.get(i));
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}

package nl.klantstem.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import nl.klantstem.link.KnownEvent.Answer;
import org.jspecify.annotations.Nullable;

/** A customer's invitations as known at the end of a recorded minute, and when each was first answered. */
final class Invitations {

    private final Map<String, InvitationView> byId = new HashMap<>();
    private final TreeSet<InvitationView> asked = new TreeSet<>(InvitationView.BY_ASKING);
    private final Map<String, Instant> answeredAt = new HashMap<>();

    Invitations(Timeline timeline, long minute) {
        timeline.invitations().forEach((id, story) -> {
            @Nullable InvitationView invitation = InvitationView.of(story.knownAt(minute));
            if (invitation != null) {
                byId.put(id, invitation);
                if (invitation.asked()) {
                    asked.add(invitation);
                }
            }
        });
        timeline.answers().values().forEach(story -> take(AnswerView.of(story.knownAt(minute))));
    }

    private void take(@Nullable AnswerView answer) {
        @Nullable Answer winner = answer == null ? null : answer.winner();
        if (answer != null && winner != null && winner.invitationId() != null && answer.stands()) {
            answeredAt.merge(
                    winner.invitationId(), answer.answeredAt(), (one, other) -> other.isBefore(one) ? other : one);
        }
    }

    /** Null when nothing is known of it. */
    @Nullable
    InvitationView of(String invitationId) {
        return byId.get(invitationId);
    }

    /** The last that was asked before one that was asked; null when it was the first. */
    @Nullable
    InvitationView askedBefore(InvitationView invitation) {
        return asked.lower(invitation);
    }

    /** When an answer that stands was first given to an invitation; null without one. */
    @Nullable
    Instant answeredAt(String invitationId) {
        return answeredAt.get(invitationId);
    }
}

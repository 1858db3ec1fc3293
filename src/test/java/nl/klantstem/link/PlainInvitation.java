package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.flow.InvitationFact.Reached;
import nl.klantstem.contract.in.SurveyInvitation.Status;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.link.KnownEvent.Answer;
import nl.klantstem.link.KnownEvent.ContactStep;
import nl.klantstem.link.KnownEvent.Invited;
import org.jspecify.annotations.Nullable;

/**
 * An invitation read off its events by the words of docs/measures.md, each definition by itself, under the rules of {@link
 * GivenCatalogue}: a day of quarantine, and a day to answer.
 */
final class PlainInvitation {

    private static final Duration DAY = Duration.ofDays(1);

    private final String id;
    private final List<KnownEvent> known;
    private final List<Invited> events;
    private final List<PlainContact> contacts;
    private final Instant now;

    /** {@code known} is in the order in which it became known. */
    PlainInvitation(String id, List<KnownEvent> known, List<PlainContact> contacts, Instant now) {
        this.id = id;
        this.known = known;
        this.events = PlainLinking.of(known, Invited.class, id);
        this.contacts = contacts;
        this.now = now;
    }

    InvitationFact fact() {
        Invited counted = counted();
        return new InvitationFact(
                counted.occurredAt(),
                counted.programme(),
                counted.audience(),
                PlainLabels.journey(journey()),
                PlainLabels.orUnknown(channel()),
                suppressed() ? PlainLabels.suppressionReason(last(Invited::suppressionReason)) : "none",
                suppressed() ? new Reached(false, false, false, false, false, false, false) : reached(),
                suppressed() || answeredAt() == null
                        ? -1
                        : (int) Math.max(
                                0, Duration.between(askedAt(), answeredAt()).toSeconds()),
                !suppressed() && again(),
                counted.at().late(),
                "v1");
    }

    private Reached reached() {
        boolean answered = answeredAt() != null;
        boolean delivered = has(Status.DELIVERED, Status.OPENED, Status.STARTED) || answered;
        return new Reached(
                delivered,
                has(Status.BOUNCED) && !delivered,
                has(Status.OPENED, Status.STARTED) || answered,
                has(Status.EXPIRED) && !answered,
                answered,
                !askedAt().plus(DAY).isAfter(now),
                answered && !answeredAt().isAfter(askedAt().plus(DAY)));
    }

    private boolean has(Status... any) {
        return events.stream().anyMatch(event -> Set.of(any).contains(event.status()));
    }

    private boolean suppressed() {
        return has(Status.SUPPRESSED) && !has(Status.SENT, Status.DELIVERED, Status.OPENED, Status.STARTED);
    }

    /** The first SENT, else the earliest event. */
    private Invited counted() {
        List<Invited> sorted = events.stream()
                .sorted(Comparator.comparing(Invited::occurredAt))
                .toList();
        return sorted.stream()
                .filter(event -> event.status() == Status.SENT)
                .findFirst()
                .orElse(sorted.get(0));
    }

    private Instant askedAt() {
        return counted().occurredAt();
    }

    private boolean again() {
        for (String other : PlainLinking.ids(known, Invited.class)) {
            var before = new PlainInvitation(other, known, contacts, now);
            Duration since = Duration.between(before.askedAt(), askedAt());
            boolean first = !since.isNegative() && !since.isZero() || since.isZero() && other.compareTo(id) < 0;
            if (!before.suppressed() && first && since.compareTo(DAY) < 0) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Instant answeredAt() {
        Instant earliest = null;
        for (String response : PlainLinking.ids(known, Answer.class)) {
            Answer winner = null;
            Answer first = null;
            for (Answer answer : PlainLinking.of(known, Answer.class, response)) {
                winner = winner == null || answer.revision() > winner.revision() ? answer : winner;
                first = first == null || answer.revision() < first.revision() ? answer : first;
            }
            boolean stands = winner.status() != SurveyResponse.Status.WITHDRAWN
                    && winner.status() != SurveyResponse.Status.DISMISSED;
            if (stands && id.equals(winner.invitationId())) {
                earliest = earliest == null || first.occurredAt().isBefore(earliest) ? first.occurredAt() : earliest;
            }
        }
        return earliest;
    }

    // ---- the contact it is about

    private @Nullable PlainContact contact() {
        return PlainLinking.named(contacts, PlainLinking.invitation(known, id).contactId());
    }

    private KnownEvent.@Nullable Snapshot snapshot() {
        return contact() == null ? PlainLinking.invitation(known, id).snapshot() : null;
    }

    private @Nullable String journey() {
        String journey = last(Invited::journeyId);
        if (journey == null && contact() != null) {
            journey = contact().last(ContactStep::journeyId);
        }
        if (journey != null) {
            return journey;
        }
        String ofSnapshot = snapshot() == null ? null : snapshot().driver();
        return PlainLabels.journeyOf(contact() == null ? ofSnapshot : contact().driver());
    }

    private @Nullable String channel() {
        if (contact() != null) {
            return contact().opened.channel();
        }
        return snapshot() == null || snapshot().channel() == null
                ? null
                : snapshot().channel().name();
    }

    private @Nullable String last(Function<Invited, @Nullable String> field) {
        String last = null;
        for (Invited event : events) {
            last = field.apply(event) == null ? last : field.apply(event);
        }
        return last;
    }
}

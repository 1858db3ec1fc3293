package nl.klantstem.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.klantstem.contract.in.ContactEvent.Type;
import nl.klantstem.link.KnownEvent.ContactStep;
import org.jspecify.annotations.Nullable;

/** A contact read off its events by the words of docs/measures.md, each definition by itself: no folding, no state. */
final class PlainContact {

    private static final Map<String, Duration> ENDS_AFTER =
            Map.of("CHAT", Duration.ofMinutes(10), "EMAIL", Duration.ofHours(25));

    final String id;
    final ContactStep opened;

    /** In {@code seq} order; of two with the same, the first known first. */
    private final List<ContactStep> steps;

    private final Instant now;

    private PlainContact(String id, ContactStep opened, List<ContactStep> steps, Instant now) {
        this.id = id;
        this.opened = opened;
        this.steps = steps;
        this.now = now;
    }

    /** Null when its OPENED is not among the events. */
    static @Nullable PlainContact of(String id, List<KnownEvent> inOrderKnown, Instant now) {
        var steps = new ArrayList<ContactStep>();
        for (KnownEvent event : inOrderKnown) {
            if (event instanceof ContactStep step && step.contactId().equals(id)) {
                steps.add(step);
            }
        }
        steps.sort(Comparator.comparingInt(ContactStep::seq));
        for (ContactStep step : steps) {
            if (step.type() == Type.OPENED) {
                return new PlainContact(id, step, steps, now);
            }
        }
        return null;
    }

    Instant now() {
        return now;
    }

    boolean inbound() {
        return !"OUTBOUND".equals(opened.direction());
    }

    Instant openedAt() {
        return opened.occurredAt();
    }

    boolean openedBefore(PlainContact other) {
        return openedAt().isBefore(other.openedAt())
                || (openedAt().equals(other.openedAt()) && id.compareTo(other.id) < 0);
    }

    <T> @Nullable T last(Function<ContactStep, @Nullable T> field) {
        T last = null;
        for (ContactStep step : steps) {
            T value = field.apply(step);
            last = value == null ? last : value;
        }
        return last;
    }

    List<ContactStep> with(Function<ContactStep, @Nullable Object> field) {
        return steps.stream().filter(step -> field.apply(step) != null).toList();
    }

    // ---- driver and issue

    /** The last that agent or rule gave, else the last recognised. */
    @Nullable
    ContactStep labelled() {
        ContactStep given = last(step -> step.driver() != null && !step.driverIsIntent() ? step : null);
        return given != null ? given : last(step -> step.driver() != null ? step : null);
    }

    @Nullable
    String driver() {
        return labelled() == null ? null : labelled().driver();
    }

    @Nullable
    String orderId() {
        return last(ContactStep::orderId);
    }

    @Nullable
    List<String> issue() {
        String level1 = driver() == null ? "none" : driver().split("/")[0];
        if (orderId() != null) {
            return List.of("order", orderId(), level1);
        }
        String instance = last(ContactStep::journeyInstanceId);
        if (instance != null) {
            return List.of("instance", instance);
        }
        return driver() == null ? null : List.of("driver", level1);
    }

    // ---- life

    private @Nullable Integer firstIndex(Type... types) {
        return IntStream.range(0, steps.size())
                .filter(i -> List.of(types).contains(steps.get(i).type()))
                .boxed()
                .findFirst()
                .orElse(null);
    }

    private @Nullable Instant firstAt(Type... types) {
        Integer i = firstIndex(types);
        return i == null ? null : steps.get(i).occurredAt();
    }

    boolean has(Type... types) {
        return firstIndex(types) != null;
    }

    long count(Type type) {
        return steps.stream().filter(step -> step.type() == type).count();
    }

    private boolean openedInBot() {
        return "BOT".equals(opened.channel()) || "BOT".equals(opened.handler());
    }

    /** Whether it was in the bot when the event of this index came. */
    private boolean inBotBefore(int index) {
        return openedInBot()
                || steps.subList(0, index).stream()
                        .anyMatch(step -> step.type() == Type.BOT_STARTED || "BOT".equals(step.handler()));
    }

    /** The index of the first ANSWERED by a person. */
    private @Nullable Integer answerIndex() {
        for (int i = 0; i < steps.size(); i++) {
            ContactStep step = steps.get(i);
            boolean sought = steps.subList(0, i).stream()
                    .anyMatch(s -> List.of(Type.HUMAN_REQUESTED, Type.HANDED_OVER, Type.QUEUED)
                            .contains(s.type()));
            boolean person = "HUMAN".equals(step.handler()) || (step.handler() == null && (!inBotBefore(i) || sought));
            if (step.type() == Type.ANSWERED && person) {
                return i;
            }
        }
        return null;
    }

    @Nullable
    Instant answeredAt() {
        Integer i = answerIndex();
        return i == null ? null : steps.get(i).occurredAt();
    }

    boolean inBot() {
        Integer answer = answerIndex();
        return inBotBefore(answer == null ? steps.size() : answer);
    }

    @Nullable
    Instant sessionAt() {
        if (!inBot()) {
            return null;
        }
        Instant started = firstAt(Type.BOT_STARTED);
        return started == null ? openedAt() : started;
    }

    @Nullable
    Instant askedAt() {
        return firstAt(Type.HUMAN_REQUESTED, Type.HANDED_OVER);
    }

    String askedFor() {
        for (ContactStep step : steps) {
            if (step.humanReason() != null) {
                return step.humanReason();
            }
        }
        return "unknown";
    }

    @Nullable
    Instant offeredAt() {
        if (!inBot()) {
            Instant queued = firstAt(Type.QUEUED);
            return queued == null ? openedAt() : queued;
        }
        Integer sought = firstIndex(Type.HUMAN_REQUESTED, Type.HANDED_OVER, Type.QUEUED);
        Integer answer = answerIndex();
        if (sought != null && (answer == null || sought < answer)) {
            return steps.get(sought).occurredAt();
        }
        return answeredAt();
    }

    /** From the bot to people: handed over, queued after the bot started, or answered by a person. */
    boolean handedOver() {
        boolean queued = false;
        for (int i = 0; i < steps.size(); i++) {
            queued |= steps.get(i).type() == Type.QUEUED && inBotBefore(i + 1);
        }
        return inBot() && (has(Type.HANDED_OVER) || queued || answerIndex() != null);
    }

    boolean waitImposed() {
        return steps.stream().anyMatch(ContactStep::waitImposed);
    }

    // ---- its end

    private List<ContactStep> endsSinceReopened() {
        var ends = new ArrayList<ContactStep>();
        for (ContactStep step : steps) {
            if (step.type() == Type.REOPENED) {
                ends.clear();
            }
            if (List.of(Type.RESOLVED, Type.CLOSED, Type.ABANDONED).contains(step.type())) {
                ends.add(step);
            }
        }
        return ends;
    }

    Instant lastAt() {
        return steps.stream()
                .map(ContactStep::occurredAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Instant silentUntil() {
        String channel = opened.channel() == null ? "" : opened.channel();
        return lastAt().plus(ENDS_AFTER.getOrDefault(channel, Duration.ofMinutes(20)));
    }

    /** OPEN, RESOLVED, CLOSED, ABANDONED or UNKNOWN. */
    String ending() {
        List<ContactStep> ends = endsSinceReopened();
        if (ends.isEmpty()) {
            return silentUntil().isAfter(now) ? "OPEN" : "UNKNOWN";
        }
        return ends.get(0).type().name();
    }

    boolean ended() {
        return !ending().equals("OPEN");
    }

    @Nullable
    Instant endedAt() {
        List<ContactStep> ends = endsSinceReopened();
        if (!ends.isEmpty()) {
            return ends.get(ends.size() - 1).occurredAt();
        }
        return ended() ? lastAt() : null;
    }

    /** When it ended, for somebody who looks at it at another time; null when it had not ended by then. */
    private @Nullable Instant endedBy(Instant then) {
        boolean silent = endsSinceReopened().isEmpty();
        return silent ? (silentUntil().isAfter(then) ? null : lastAt()) : endedAt();
    }

    @Nullable
    Instant abandonedAt() {
        List<ContactStep> ends = endsSinceReopened();
        return ends.isEmpty() || ends.get(0).type() != Type.ABANDONED
                ? null
                : ends.get(0).occurredAt();
    }

    // ---- repeats

    /** The contact that this one repeats, among all of the customer. */
    @Nullable
    PlainContact repeats(List<PlainContact> all) {
        PlainContact earlier = null;
        for (PlainContact other : all) {
            boolean before = other != this && other.inbound() && onSameIssue(other) && other.openedBefore(this);
            if (before && (earlier == null || earlier.openedBefore(other))) {
                earlier = other;
            }
        }
        if (!inbound() || earlier == null) {
            return null;
        }
        Instant end = earlier.endedBy(openedAt());
        return end == null || !openedAt().isAfter(end.plus(Duration.ofDays(1))) ? earlier : null;
    }

    boolean onSameIssue(PlainContact other) {
        return issue() != null && issue().equals(other.issue());
    }
}

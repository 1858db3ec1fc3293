package nl.klantstem.exact;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a survey counts as that was to be asked, in the minute it was. */
final class CountedSurvey {

    private final Customer customer;
    private final Reference reference;

    CountedSurvey(Customer customer) {
        this.customer = customer;
        this.reference = customer.reference;
    }

    /** A survey as its events tell, by occurredAt. */
    private record Survey(String id, List<Event> events) {

        /** The event that says when it was asked: the first SENT, else the earliest. */
        Event asking() {
            return events.stream()
                    .filter(event -> is(event, "SENT"))
                    .findFirst()
                    .orElse(events.get(0));
        }

        Instant askedAt() {
            return asking().occurredAt();
        }

        boolean has(String... statuses) {
            return events.stream().anyMatch(event -> is(event, statuses));
        }

        boolean isAsked() {
            return !has("SUPPRESSED") || has("SENT", "DELIVERED", "OPENED", "STARTED");
        }

        @Nullable
        String last(String field) {
            return events.stream()
                    .map(event -> event.text(field))
                    .filter(Objects::nonNull)
                    .reduce((a, b) -> b)
                    .orElse(null);
        }

        @Nullable
        String snap(String field) {
            return events.stream()
                    .filter(event -> event.json().has("snapshot"))
                    .reduce((a, b) -> b)
                    .map(event -> event.json().path("snapshot").path(field).textValue())
                    .orElse(null);
        }

        private static boolean is(Event event, String... statuses) {
            return List.of(statuses).contains(event.text("status"));
        }
    }

    private static Survey survey(String id, List<Event> known) {
        var events = new ArrayList<>(known);
        events.sort(comparing(Event::occurredAt));
        return new Survey(id, events);
    }

    Map<Place, Counts> count(String id, List<Event> known) {
        var counted = new HashMap<Place, Counts>();
        var survey = survey(id, known);
        var asking = survey.asking();
        var always = Map.of(
                "audience", Objects.requireNonNull(asking.text("audience")),
                "programme", Objects.requireNonNull(asking.text("programme")));
        Place.count(
                counted,
                reference,
                "surveys",
                always,
                dimension -> label(survey, dimension),
                survey.askedAt(),
                counts(survey).add("late", asking.late() ? 1 : 0));
        return counted;
    }

    private String label(Survey survey, String dimension) {
        Contact contact = customer.byId(survey.last("contactId"));
        return switch (dimension) {
            case "journeyId" -> {
                String own = survey.last("journeyId");
                String driven = reference.ofDriver(survey.snap("driver"), "journeyId");
                yield reference.journey(own != null ? own : contact != null ? contact.journeyId() : driven);
            }
            case "channel" -> {
                String channel = contact != null ? contact.opened.text("channel") : survey.snap("channel");
                yield channel == null ? "unknown" : channel;
            }
            case "suppressionReason" ->
                survey.isAsked() ? "none" : reference.suppressionReason(survey.last("suppressionReason"));
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    private Counts counts(Survey survey) {
        if (!survey.isAsked()) {
            return new Counts().one("suppressed");
        }
        Instant answered = customer.answeredAt(survey.id());
        boolean opened = answered != null || survey.has("OPENED", "STARTED");
        boolean delivered = opened || survey.has("DELIVERED");
        var counts = new Counts().one("asked").add("answered", answered == null ? 0 : 1);
        counts.add("opened", opened ? 1 : 0).add("delivered", delivered ? 1 : 0);
        counts.add("bounced", !delivered && survey.has("BOUNCED") ? 1 : 0);
        if (answered != null) {
            Times.count(counts, "answerDelay", Times.LONG, survey.askedAt(), answered);
        }
        counts.add("expired", answered == null && survey.has("EXPIRED") ? 1 : 0);
        Instant due = survey.askedAt().plus(reference.days("surveys", "answerDays", 14));
        if (customer.clock.passed(due)) {
            counts.one("due").add("answeredInTime", answered != null && !answered.isAfter(due) ? 1 : 0);
        }
        return counts.add("again", isAgain(survey) ? 1 : 0);
    }

    /** Whether the same customer had been asked less than the quarantine before. */
    private boolean isAgain(Survey survey) {
        Instant since = survey.askedAt().minus(reference.days("surveys", "quarantineDays", 30));
        return customer.invitations.entrySet().stream()
                .filter(other -> !other.getKey().equals(survey.id()))
                .map(other -> survey(other.getKey(), other.getValue()))
                .filter(Survey::isAsked)
                .anyMatch(other -> other.askedAt().isAfter(since)
                        && comparing(Survey::askedAt).thenComparing(Survey::id).compare(other, survey) < 0);
    }
}

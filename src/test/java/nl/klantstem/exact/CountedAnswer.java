package nl.klantstem.exact;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a response counts as: its highest revision, answered when it was first answered, about the contact it belongs to. */
final class CountedAnswer {

    private static final Comparator<Event> BY_REVISION = comparingInt(e -> e.number("revision"));

    private final Customer customer;
    private final Reference reference;

    /** What an answer is about; {@code contact} is null when there is none, or only the invitation's word for it. */
    private record About(
            @Nullable Contact contact,
            JsonNode snapshot,
            @Nullable Event invitation) {

        boolean unmatched() {
            return contact == null && snapshot.isMissingNode();
        }

        @Nullable
        String snap(String field) {
            return snapshot.hasNonNull(field) ? snapshot.path(field).asText() : null;
        }

        @Nullable
        String driver() {
            return contact != null ? contact.driver() : snap("driver");
        }
    }

    CountedAnswer(Customer customer) {
        this.customer = customer;
        this.reference = customer.reference;
    }

    Map<Place, Counts> count(List<Event> known) {
        var counted = new HashMap<Place, Counts>();
        var winner = winner(known);
        Instant at = answeredAt(known);
        if (!counts(winner)) {
            return counted;
        }
        About about = about(winner, at);
        new AnsweredWay(reference, winner, at, way(winner, about, at), reference.journey(journey(winner, about)))
                .count(counted, about.unmatched());
        if (!Set.of("TRANSACTIONAL", "RELATIONAL").contains(winner.text("programme"))) {
            return counted;
        }
        String programme = Objects.requireNonNull(winner.text("programme"));
        String audience = Objects.requireNonNull(winner.text("audience"));
        var nps = nps(winner, about);
        var always = Map.of("audience", audience, "programme", programme);
        for (var scope : Place.scopes(reference, "nps", always, name -> label(winner, about, name))) {
            counted.put(Place.of("nps", scope, at), nps);
        }
        var response = new Counts().one(about.unmatched() ? "unmatched " + whyNot(winner) : "linked");
        response.add("late", winner.late() ? 1 : 0).add("unmatched", about.unmatched() ? 1 : 0);
        Place.count(counted, reference, "surveys", always, name -> surveyLabel(winner, about, name), at, response);
        Integer score = whole(winner, "nps");
        if (score == null || about.unmatched() || !programme.equals("TRANSACTIONAL")) {
            return counted;
        }
        String category = score >= 9 ? "promoters" : score >= 7 ? "passives" : "detractors";
        count(counted, List.of("outcomes"), winner, about, at, handling(about) + " " + category);
        count(counted, List.of("service-partners"), winner, about, at, category);
        if (demand(about).equals("FAILURE")) {
            count(counted, List.of("avoidable"), winner, about, at, category);
        }
        return counted;
    }

    private void count(
            Map<Place, Counts> counted, List<String> measures, Event winner, About about, Instant at, String as) {
        var audience = Map.of("audience", Objects.requireNonNull(winner.text("audience")));
        for (String measure : measures) {
            for (var scope : Place.scopes(reference, measure, audience, name -> label(winner, about, name))) {
                counted.put(Place.of(measure, scope, at), new Counts().one(as));
            }
        }
    }

    /** The highest revision; of two the one first known. */
    static Event winner(List<Event> known) {
        return known.stream()
                .max(BY_REVISION.thenComparing(comparingLong(Event::recordedAt).reversed()))
                .orElseThrow();
    }

    /** When the first revision was answered. */
    static Instant answeredAt(List<Event> known) {
        return known.stream()
                .min(BY_REVISION.thenComparingLong(Event::recordedAt))
                .orElseThrow()
                .occurredAt();
    }

    /** Neither withdrawn nor dismissed. */
    static boolean stands(List<Event> known) {
        return Set.of("COMPLETE", "PARTIAL").contains(winner(known).text("status"));
    }

    private static boolean counts(Event winner) {
        boolean nps = whole(winner, "nps") != null;
        return switch (Objects.requireNonNull(winner.text("status"))) {
            case "COMPLETE" -> nps || whole(winner, "csat") != null || whole(winner, "ces") != null;
            case "PARTIAL" -> nps;
            default -> false;
        };
    }

    private static Counts nps(Event winner, About about) {
        var counts = new Counts();
        Integer score = whole(winner, "nps");
        if (score != null) {
            counts.one("score " + score);
            counts.add("late", winner.late() ? 1 : 0).add("unmatched", about.unmatched() ? 1 : 0);
        }
        for (String other : new String[] {"csat", "ces"}) {
            Integer value = whole(winner, other);
            if (value != null) {
                counts.one(other + " n").add(other + " sum", value);
            }
        }
        return counts;
    }

    private static @Nullable Integer whole(Event winner, String field) {
        return winner.json().hasNonNull(field) ? (Integer) winner.number(field) : null;
    }

    // --- labels -------------------------------------------------------------------------------------------------

    /** Null for what only contacts have. */
    private @Nullable String label(Event winner, About about, String dimension) {
        Contact contact = about.contact();
        return switch (dimension) {
            case "journeyId" -> reference.journey(journey(winner, about));
            case "channel" -> orUnknown(contact != null ? contact.opened.text("channel") : about.snap("channel"));
            case "driver" -> reference.driver(about.driver());
            case "handling" -> handling(about);
            case "handler" ->
                switch (handling(about)) {
                    case "unknown" -> "unknown";
                    case "BOT_ONLY" -> "BOT";
                    default -> "HUMAN";
                };
            case "servicePartnerId" ->
                about.unmatched()
                        ? "unknown"
                        : reference.servicePartner(
                                contact != null ? contact.last("servicePartnerId") : about.snap("servicePartnerId"));
            case "resolution" -> contact != null ? contact.resolution() : orUnknown(about.snap("resolution"));
            case "waitImposed" -> contact == null ? "unknown" : contact.waitImposed() ? "yes" : "no";
            case "proofAsked" -> contact == null ? "unknown" : contact.proofAsked();
            case "contactsNeeded" -> needed(contact);
            case "owningDepartment" ->
                contact != null
                        ? contact.department()
                        : reference.department(reference.ofDriver(about.driver(), "owningDepartment"));
            case "avoidableCause" ->
                contact != null ? contact.cause() : orUnknown(reference.ofDriver(about.driver(), "avoidableCause"));
            case "intent", "confidence", "repeatFrom" -> null;
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    /** As the response counts in survey-health; null for what only invitations have. */
    private @Nullable String surveyLabel(Event winner, About about, String dimension) {
        return dimension.equals("suppressionReason") ? null : label(winner, about, dimension);
    }

    private String whyNot(Event winner) {
        return !customer.known ? "NO_CUSTOMER" : winner.text("contactId") != null ? "CONTACT_UNKNOWN" : "NO_CONTACT";
    }

    /** The instance that it belongs to: the one that is named first, else the latest of the journey. */
    private @Nullable Way way(Event winner, About about, Instant at) {
        String named = winner.text("journeyInstanceId");
        if (named == null && about.contact() != null) {
            named = about.contact().last("journeyInstanceId");
        }
        if (named == null && about.invitation() != null) {
            named = about.invitation().text("journeyInstanceId");
        }
        if (named == null) {
            return customer.known ? AnsweredWay.latest(customer, journey(winner, about), at) : null;
        }
        String id = named;
        return customer.ways.stream()
                .filter(way -> way.id.equals(id))
                .findFirst()
                .orElse(null);
    }

    private String needed(@Nullable Contact contact) {
        if (contact == null || !contact.inbound || !customer.known) {
            return "unknown";
        }
        int needed = customer.needed(contact);
        return needed < 3 ? Integer.toString(needed) : "3+";
    }

    private static String handling(About about) {
        if (about.contact() != null) {
            return about.contact().handling();
        }
        String handler = about.snap("handler");
        return handler == null ? "unknown" : handler.equals("BOT") ? "BOT_ONLY" : "HUMAN_ONLY";
    }

    private String demand(About about) {
        String usual = reference.ofDriver(about.driver(), "demandType");
        return about.contact() != null ? about.contact().demand() : usual == null ? "UNKNOWN" : usual;
    }

    private @Nullable String journey(Event winner, About about) {
        if (winner.text("journeyId") != null) {
            return winner.text("journeyId");
        }
        if (about.contact() != null && about.contact().last("journeyId") != null) {
            return about.contact().last("journeyId");
        }
        if (about.invitation() != null && about.invitation().text("journeyId") != null) {
            return about.invitation().text("journeyId");
        }
        return reference.ofDriver(about.driver(), "journeyId");
    }

    private static String orUnknown(@Nullable String label) {
        return label == null ? "unknown" : label;
    }

    // --- which contact it is about ------------------------------------------------------------------------------

    private About about(Event winner, Instant at) {
        Event invitation = invitation(customer.invitations.get(winner.text("invitationId") + ""));
        Contact contact = contact(winner, at, invitation);
        JsonNode snapshot =
                contact == null && invitation != null && invitation.json().has("snapshot")
                        ? invitation.json().path("snapshot")
                        : MissingNode.getInstance();
        return new About(contact, snapshot, invitation);
    }

    /** The latest that tells anything of the contact, else the latest. */
    private static @Nullable Event invitation(@Nullable List<Event> known) {
        if (known == null) {
            return null;
        }
        return known.stream()
                .filter(e -> e.json().has("snapshot") || e.json().has("contactId"))
                .reduce((a, b) -> b)
                .orElse(known.get(known.size() - 1));
    }

    private @Nullable Contact contact(Event winner, Instant at, @Nullable Event invitation) {
        Contact named = customer.byId(winner.text("contactId"));
        if (named != null) {
            return named;
        }
        Contact invited = invitation == null ? null : customer.byId(invitation.text("contactId"));
        if (invited != null || (invitation != null && invitation.json().has("snapshot"))) {
            return invited;
        }
        String order = winner.text("orderId") == null && invitation != null
                ? invitation.text("orderId")
                : winner.text("orderId");
        Contact ofOrder = latest(at, contact -> order != null && order.equals(contact.last("orderId")));
        if (ofOrder != null || winner.text("contactId") != null || !customer.known) {
            return ofOrder;
        }
        String journey = winner.text("journeyId");
        Instant from = at.minus(Duration.ofDays(14));
        Contact ofJourney = latest(
                at,
                contact -> !contact.openedAt.isBefore(from)
                        && journey != null
                        && journey.equals(contact.last("journeyId")));
        return ofJourney != null ? ofJourney : latest(at, contact -> !contact.openedAt.isBefore(from));
    }

    /** The latest that had opened by then and fits. */
    private @Nullable Contact latest(Instant at, Predicate<Contact> fits) {
        return customer.contacts.stream()
                .filter(contact -> !contact.openedAt.isAfter(at))
                .filter(fits)
                .reduce((a, b) -> b)
                .orElse(null);
    }
}

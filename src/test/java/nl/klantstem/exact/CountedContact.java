package nl.klantstem.exact;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a contact counts as in each insight about contacts. */
final class CountedContact {

    private final Customer customer;
    private final Reference reference;
    private final Clock clock;

    CountedContact(Customer customer) {
        this.customer = customer;
        this.reference = customer.reference;
        this.clock = customer.clock;
    }

    Map<Place, Counts> count(Contact contact) {
        var counted = new HashMap<Place, Counts>();
        var audience = Map.of("audience", Objects.requireNonNull(contact.opened.text("audience")));
        for (var scope : Place.scopes(reference, "contacts", audience, name -> label(contact, name))) {
            counted.put(Place.of("contacts", scope, contact.openedAt), driver(contact, scope));
        }
        Counts opened = outcome(contact);
        Counts bot = bot(contact);
        for (String measure : new String[] {"outcomes", "service-partners"}) {
            for (var scope : Place.scopes(reference, measure, audience, name -> label(contact, name))) {
                counted.put(Place.of(measure, scope, contact.openedAt), opened);
                if (bot != null) {
                    counted.merge(Place.of(measure, scope, contact.botStartedAt()), bot, (a, b) -> new Counts()
                            .add(a)
                            .add(b));
                }
            }
        }
        if (contact.inbound) {
            var demand = new Counts().one(demand(contact)).add("late", contact.opened.late() ? 1 : 0);
            for (var scope : Place.scopes(reference, "avoidable", audience, name -> label(contact, name))) {
                counted.put(Place.of("avoidable", scope, contact.openedAt), demand);
            }
        }
        return counted;
    }

    private String label(Contact contact, String dimension) {
        return switch (dimension) {
            case "journeyId" -> contact.journey();
            case "channel" -> orUnknown(contact.opened.text("channel"));
            case "driver" -> reference.driver(contact.driver());
            case "handler" -> contact.handler();
            case "servicePartnerId" -> reference.servicePartner(contact.last("servicePartnerId"));
            case "intent" -> contact.inbound ? reference.driver(contact.intent()) : "unknown";
            case "confidence" -> contact.inbound ? contact.confidence() : "unknown";
            case "repeatFrom" -> repeatFrom(customer.repeated(contact));
            case "owningDepartment" -> contact.department();
            case "avoidableCause" -> contact.cause();
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    private static String repeatFrom(@Nullable Contact repeated) {
        return repeated == null ? "none" : orUnknown(repeated.opened.text("channel"));
    }

    private static String orUnknown(@Nullable String label) {
        return label == null ? "unknown" : label;
    }

    private static String demand(Contact contact) {
        return switch (contact.demand()) {
            case "VALUE" -> "value";
            case "FAILURE" -> "avoidable";
            default -> "demandUnknown";
        };
    }

    // --- contact-drivers ----------------------------------------------------------------------------------------

    private Counts driver(Contact contact, Map<String, String> scope) {
        var counts = new Counts().one(contact.inbound ? "contacts" : "outbound");
        counts.add("late", contact.opened.late() ? 1 : 0);
        if (!contact.inbound) {
            return counts;
        }
        counts.add("fromIntent", contact.fromIntent() ? 1 : 0);
        counts.one(demand(contact)).add("repeat", customer.repeated(contact) == null ? 0 : 1);
        if (hasRate(scope)) {
            int level = Integer.parseInt(scope.getOrDefault("level", "0"));
            counts.add("firstOfOrder", customer.isFirstOfOrder(contact, level) ? 1 : 0);
        }
        return counts;
    }

    /** Where the scope is the audience alone, or audience and driver. */
    static boolean hasRate(Map<String, String> scope) {
        return scope.size() == 1 || (scope.size() == 3 && scope.containsKey("driver"));
    }

    // --- contact-outcomes ---------------------------------------------------------------------------------------

    private Counts outcome(Contact contact) {
        var counts = new Counts().one(contact.inbound ? "contacts" : "outbound");
        counts.add("late", contact.opened.late() ? 1 : 0);
        if (!contact.inbound) {
            return counts;
        }
        counts.add("open", contact.ended() ? 0 : 1);
        counts.add("endedUnknown", contact.ending().equals("UNKNOWN") ? 1 : 0);
        counts.add("transferred", contact.transfers() > 0 ? 1 : 0).add("transfers", contact.transfers());
        reach(contact, counts);
        human(contact, counts);
        issue(contact, counts);
        routing(contact, counts);
        return counts;
    }

    private void reach(Contact contact, Counts counts) {
        Instant offered = contact.offeredAt();
        if (offered == null) {
            return;
        }
        String reach = reach(contact, offered);
        counts.one(reach);
        time(counts, "timeToAnswer", offered, contact.answeredAt());
        time(counts, "timeToHumanFromOpening", contact.openedAt, contact.answeredAt());
        Duration target = reference.ofChannel(contact.opened.text("channel"), "answerWithin");
        if (target == null || reach.equals("shortAbandoned") || contact.inBot && !contact.cameToPeople()) {
            return;
        }
        Instant promised = offered.plus(target);
        Instant answered = contact.answeredAt();
        if (answered != null) {
            counts.one("due").add("inTime", answered.isAfter(promised) ? 0 : 1);
        } else if (reach.equals("abandoned") || clock.passed(promised)) {
            counts.one("due");
        }
    }

    private String reach(Contact contact, Instant offered) {
        if (contact.answeredAt() != null) {
            return "answered";
        }
        return switch (contact.ending()) {
            case "OPEN" -> "waiting";
            case "ABANDONED" -> {
                Instant soon = offered.plus(reference.rule("shortAbandon", "PT10S"));
                yield Objects.requireNonNull(contact.abandonedAt()).isBefore(soon) ? "shortAbandoned" : "abandoned";
            }
            default -> "unanswered";
        };
    }

    private void human(Contact contact, Counts counts) {
        Instant asked = contact.askedAt();
        if (asked == null) {
            return;
        }
        Instant promised = asked.plus(reference.rule("humanWithin", "PT5M"));
        Instant answered = contact.answeredAt();
        String reason = contact.reason();
        time(counts, "timeToHuman", asked, answered);
        counts.one("asked " + reason);
        if (answered != null) {
            counts.one("humanDue " + reason).add("humanInTime " + reason, answered.isAfter(promised) ? 0 : 1);
        } else if (contact.ended() || clock.passed(promised)) {
            counts.one("humanDue " + reason);
        }
        boolean stuck = contact.inBot
                && contact.has("HUMAN_REQUESTED")
                && !contact.cameToPeople()
                && (contact.ended() || clock.passed(promised));
        counts.add("stuckInBot", stuck ? 1 : 0);
    }

    private @Nullable Counts bot(Contact contact) {
        return contact.inbound && contact.inBot ? new Counts().one("bot " + botOutcome(contact)) : null;
    }

    private String botOutcome(Contact contact) {
        if (contact.cameToPeople()) {
            return "handedOver";
        }
        if (contact.ending().equals("ABANDONED")) {
            return "abandoned";
        }
        Instant ended = contact.endedAt();
        if (ended == null) {
            return "open";
        }
        if (contact.has("HUMAN_REQUESTED")) {
            return "stuck";
        }
        Duration containment = reference.rule("containment", "PT24H");
        if (customer.cameBack(contact, ended, containment)) {
            return "returned";
        }
        return customer.known && contact.issue() != null && clock.passed(ended.plus(containment))
                ? "containedConfirmed"
                : "containedAssumed";
    }

    private void issue(Contact contact, Counts counts) {
        Contact repeated = customer.repeated(contact);
        Instant ended = contact.endedAt();
        boolean isRepeated = customer.isRepeated(contact);
        counts.add("repeats", repeated == null ? 0 : 1);
        if (contact.waitImposed()) {
            counts.one("imposed").add("secondContacts", isRepeated ? 1 : 0);
        }
        if (repeated == null
                && ended != null
                && !contact.ending().equals("ABANDONED")
                && customer.known
                && contact.issue() != null) {
            boolean due = clock.passed(ended.plus(Duration.ofDays(reference.days("repeatDays", 7))));
            counts.one("first").add("firstRepeated", isRepeated ? 1 : 0);
            counts.add("firstDue", due ? 1 : 0).add("firstResolved", due && !isRepeated ? 1 : 0);
        }
    }

    private static void routing(Contact contact, Counts counts) {
        String intended = contact.intended();
        String first = contact.firstRoute();
        String last = contact.last("routedTo");
        if (intended != null || first != null || last != null) {
            counts.one("route " + orUnknown(intended) + " " + orUnknown(first) + " " + orUnknown(last));
        }
        time(counts, "timeToRightOwner", contact.openedAt, contact.routedTo(intended));
    }

    private static void time(Counts counts, String what, Instant from, @Nullable Instant to) {
        if (to != null) {
            Times.count(counts, what, Times.SHORT, from, to);
        }
    }
}

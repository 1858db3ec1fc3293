package nl.klantstem.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Responses, contacts, invitations, orders, deliveries and steps of journeys as real feeds bring them: late, revised, withdrawn, repeated,
 * conflicting, out of order, without their customer, about contacts that come later or never; some that must be refused. No
 * two lines are recorded at the same time.
 */
final class MessyStream {

    static final String RESPONSES = "survey-responses";
    static final String CONTACTS = "contact-events";
    static final String INVITATIONS = "survey-invitations";
    static final String ORDERS = "order-events";
    static final String DELIVERIES = "delivery-events";
    static final String STEPS = "journey-step-events";

    /** In the order in which records that were recorded at the same time count. */
    static final List<String> STREAMS = List.of(RESPONSES, CONTACTS, INVITATIONS, ORDERS, DELIVERIES, STEPS);

    static final String[] JOURNEYS = {"return", "exchange", "lost-in-mail", "warranty", "moon-travel"};
    static final String[] DRIVERS = {
        "delivery/lost",
        "delivery/late",
        "returns/how",
        "returns/exchange",
        "warranty/repair",
        "payment/invoice",
        "returns",
        "partner/stock",
        "odd/one"
    };
    private static final String[] CHANNELS = {"PHONE", "CHAT", "EMAIL", "BOT"};

    private final Random random;
    private final Instant from;
    private final Duration span;
    private final List<Line> lines = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();
    private int events;

    record Contact(
            String id,
            Instant at,
            String customer,
            boolean named,
            @Nullable String order) {}

    private MessyStream(long seed, Instant from, Duration span) {
        this.random = new Random(seed);
        this.from = from;
        this.span = span;
    }

    /** As many contacts and as many responses as asked for, with all that belongs to them, in the order they were recorded. */
    static List<Line> of(long seed, Instant from, Duration span, int size) {
        var stream = new MessyStream(seed, from, span);
        for (int i = 0; i < size; i++) {
            stream.contact(i);
        }
        for (int i = 0; i < size; i++) {
            stream.response(i);
        }
        new MessyOrders(stream).tell(size);
        new MessySteps(stream).tell(size);
        stream.lines.sort(Comparator.comparing(Line::recordedAt));
        return stream.lines;
    }

    private void contact(int i) {
        var at = moment();
        String customer = customer();
        String order =
                chance(35) ? "o-" + customer + "-" + random.nextInt(2) : chance(8) ? "o" + random.nextInt(200) : null;
        var contact = new Contact(String.format("k%05d", i), at, customer, !chance(12), order);
        contacts.add(contact);
        int whoNames = random.nextInt(10);
        if (!chance(3)) {
            var opened = step(contact, 0, "OPENED", at, whoNames < 8);
            opening(opened, contact);
            send(CONTACTS, opened, chance(15) ? Duration.ofMinutes(random.nextInt(3000)) : null);
        }
        new MessyLife(this, contact, whoNames).tell();
        corrections(contact, whoNames);
    }

    private void corrections(Contact contact, int whoNames) {
        if (chance(20)) {
            var later = contact.at().plusSeconds(random.nextInt(200_000));
            var corrected = step(contact, 50, "DRIVER_CORRECTED", later, whoNames < 7);
            corrected.putObject("driver").put("code", pick(DRIVERS)).put("source", "AGENT");
            send(CONTACTS, corrected, null);
        }
        if (chance(4)) {
            var again =
                    step(contact, chance(50) ? 60 : -1, "OPENED", contact.at().plusSeconds(40), whoNames < 7);
            opening(again, contact);
            send(CONTACTS, again, Duration.ofMinutes(random.nextInt(2000)));
        }
    }

    private void opening(ObjectNode opened, Contact contact) {
        opened.put("direction", chance(8) ? "OUTBOUND" : "INBOUND").put("channel", pick(CHANNELS));
        opened.put("initiator", "CUSTOMER");
        if (chance(50)) {
            opened.put("journeyId", pick(JOURNEYS));
        }
        if (chance(60)) {
            opened.putObject("driver").put("code", pick(DRIVERS)).put("source", chance(70) ? "AGENT" : "MODEL");
        }
        if (contact.order() != null) {
            opened.put("orderId", contact.order()).put("fulfilment", chance(50) ? "PLATFORM" : "PARTNER");
            if (chance(30)) {
                opened.put("shipmentId", "s" + contact.order().substring(1));
            }
        }
        if (chance(10)) {
            opened.put("handler", chance(50) ? "BOT" : "HUMAN");
        }
        if (chance(70)) {
            opened.put("servicePartnerId", pick("service-partner-1", "service-partner-2"));
        }
        if (chance(15)) {
            opened.put("journeyInstanceId", "instance-" + contact.customer() + "-" + random.nextInt(2));
        }
    }

    ObjectNode step(Contact contact, int seq, String type, Instant at, boolean namesCustomer) {
        var event = event(at).put("contactId", contact.id()).put("seq", seq).put("type", type);
        if (contact.named() && namesCustomer) {
            event.put("customerKey", contact.customer());
        }
        return event;
    }

    private void response(int i) {
        var about = contacts.get(random.nextInt(contacts.size()));
        var at = about.at().plusSeconds(random.nextInt(260_000) - 3_000L);
        var id = String.format("r%05d", i);
        var answer = event(at)
                .put("responseId", id)
                .put("revision", 0)
                .put("status", chance(90) ? "COMPLETE" : chance(80) ? "PARTIAL" : "DISMISSED")
                .put("programme", chance(85) ? "TRANSACTIONAL" : chance(70) ? "RELATIONAL" : "PANEL");
        score(answer);
        if (chance(60)) {
            answer.put("journeyId", pick(JOURNEYS));
        }
        link(answer, about, at, i);
        send(RESPONSES, answer, null);
        revisions(answer, at);
        repeats(answer);
        if (chance(4)) {
            refused(answer.deepCopy(), i);
        }
    }

    private void link(ObjectNode answer, Contact about, Instant at, int i) {
        if (chance(92)) {
            answer.put("customerKey", chance(90) ? about.customer() : customer());
        }
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> answer.put("contactId", about.id());
            case 3 ->
                answer.put(
                        "contactId",
                        contacts.get(random.nextInt(contacts.size())).id());
            case 4 -> answer.put("orderId", about.order() == null ? "o" + random.nextInt(200) : about.order());
            case 5 -> {
                answer.put("invitationId", "i" + i);
                if (chance(30)) {
                    answer.put("contactId", "nowhere");
                }
                invitation("i" + i, about, at);
            }
            default -> {
                // the customer alone
            }
        }
    }

    private void invitation(String id, Contact about, Instant at) {
        var sent = event(at.minusSeconds(random.nextInt(100_000)))
                .put("invitationId", id)
                .put("surveyId", "s1")
                .put("programme", "TRANSACTIONAL")
                .put("customerKey", about.customer())
                .put("status", "SENT");
        if (chance(40)) {
            sent.put("contactId", about.id());
        }
        if (chance(30)) {
            sent.put("journeyId", pick(JOURNEYS));
        }
        if (chance(30) && about.order() != null) {
            sent.put("orderId", about.order());
        }
        if (chance(50)) {
            sent.putObject("snapshot")
                    .put("channel", pick(CHANNELS))
                    .put("driver", pick(DRIVERS))
                    .put("handler", "BOT");
        }
        send(INVITATIONS, sent, null);
        if (chance(30)) {
            var opened = event(at).put("invitationId", id).put("surveyId", "s1");
            opened.put("programme", "TRANSACTIONAL").put("customerKey", about.customer());
            send(INVITATIONS, opened.put("status", "OPENED"), null);
        }
    }

    private void revisions(ObjectNode answer, Instant at) {
        int revisions = chance(15) ? 1 + random.nextInt(3) : 0;
        for (int n = 1; n <= revisions; n++) {
            var revised = answer.deepCopy().put("eventId", "e" + events++);
            revised.put("revision", chance(80) ? n : 1)
                    .put("occurredAt", at.plusSeconds(60L * n).toString());
            if (chance(25)) {
                revised.put("status", "WITHDRAWN").remove("nps");
            } else {
                score(revised);
            }
            send(RESPONSES, revised, Duration.ofMinutes(random.nextInt(900)));
        }
    }

    /** The same event again, and one that says it is the same but is not. */
    private void repeats(ObjectNode answer) {
        if (chance(6)) {
            send(RESPONSES, answer.deepCopy(), Duration.ofMinutes(random.nextInt(900)));
        }
        if (chance(2)) {
            // Recorded after the first in every case, or it would be the one that stands.
            send(RESPONSES, answer.deepCopy().put("nps", random.nextInt(11)), Duration.ofDays(5));
        }
    }

    private void refused(ObjectNode like, int i) {
        like.put("eventId", "e" + events++).put("responseId", "x" + i);
        switch (random.nextInt(6)) {
            case 0 -> send(RESPONSES, like.put("nps", 11), null);
            case 1 -> send(RESPONSES, like.put("test", true), null);
            case 2 ->
                send(
                        RESPONSES,
                        like.put("occurredAt", from.minus(Duration.ofDays(500)).toString()),
                        Duration.ofDays(501));
            case 3 -> send(RESPONSES, like.put("occurredAt", moment().toString()), Duration.ofMinutes(-7));
            case 4 -> {
                like.remove("programme");
                send(RESPONSES, like, null);
            }
            default -> lines.add(new Line(RESPONSES, "{\"eventId\": \"torn" + i + "\", \"occurr", unused(moment())));
        }
    }

    private void score(ObjectNode answer) {
        answer.remove("nps");
        if (chance(92)) {
            answer.put("nps", Math.min(10, random.nextInt(14)));
        }
        if (chance(30)) {
            answer.put("csat", 1 + random.nextInt(5));
        }
        if (chance(20)) {
            answer.put("ces", 1 + random.nextInt(7));
        }
    }

    ObjectNode event(Instant at) {
        return Line.JSON
                .createObjectNode()
                .put("eventId", "e" + events++)
                .put("occurredAt", at.toString())
                .put("source", chance(95) ? "crm" : "other-crm")
                .put("audience", chance(94) ? "CUSTOMER" : "PARTNER");
    }

    /** Sends an event: when it happened, some time after, or a little before (clocks differ). */
    void send(String stream, ObjectNode event, @Nullable Duration delay) {
        var occurredAt = Instant.parse(event.path("occurredAt").asText());
        event.remove("recordedAt");
        if (delay == null && chance(55)) {
            var at = unused(occurredAt);
            event.put(
                    "occurredAt",
                    at.atOffset(ZoneOffset.ofHours(chance(50) ? 0 : 1)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
            lines.add(new Line(stream, event.toString(), at));
            return;
        }
        var at = unused(delay == null ? someTimeAfter(occurredAt) : occurredAt.plus(delay));
        event.put("recordedAt", at.toString());
        lines.add(new Line(stream, event.toString(), at));
    }

    private Instant someTimeAfter(Instant occurredAt) {
        int kind = random.nextInt(100);
        if (kind < 45) {
            return occurredAt.plusMillis(random.nextInt(120_000));
        }
        if (kind < 60) {
            return occurredAt.plusSeconds(240 + random.nextInt(180));
        }
        if (kind < 70) {
            // The edge of what a final still sees: the end of its minute and the allowance, to the millisecond.
            return occurredAt.truncatedTo(ChronoUnit.MINUTES).plusSeconds(360).minusMillis(random.nextInt(2));
        }
        if (kind < 75) {
            return occurredAt.minusSeconds(random.nextInt(240));
        }
        return occurredAt.plusSeconds(random.nextInt(kind < 95 ? 90_000 : 400_000));
    }

    private Instant unused(Instant wanted) {
        long millis = wanted.toEpochMilli();
        while (!taken.add(millis)) {
            millis++;
        }
        return Instant.ofEpochMilli(millis);
    }

    Instant moment() {
        return from.plusSeconds((long) (random.nextDouble() * span.toSeconds()));
    }

    String customer() {
        return "c" + random.nextInt(customers());
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int customers() {
        return Math.max(20, (int) span.toHours());
    }

    String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}

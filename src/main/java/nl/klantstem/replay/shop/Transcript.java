package nl.klantstem.replay.shop;

import java.util.ArrayList;
import java.util.List;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.topic.Topic;

/** The events of one contact while they happen: numbered, each at the time that has come. */
final class Transcript {

    static final double SECOND = 1000;
    static final double MINUTE = 60 * SECOND;
    static final double HOUR = 60 * MINUTE;

    private final Visit visit;
    private final Ids ids;
    private final List<Draft> events = new ArrayList<>();
    private long now;
    private int seq;

    Transcript(Visit visit, Ids ids) {
        this.visit = visit;
        this.ids = ids;
        this.now = visit.openedAt();
    }

    Draft event(ContactEvent.Type type) {
        Draft event = unnoticed(type);
        events.add(event);
        return event;
    }

    /** An event that happens, but that no system sends: its number is missing. */
    Draft unnoticed(ContactEvent.Type type) {
        Draft event = new Draft(Topic.CONTACT_EVENTS, visit.key(), now)
                .set("eventId", ids.next("e"))
                .set("source", "contact-centre")
                .set("audience", visit.issue().journey().audience())
                .set("contactId", visit.contactId())
                .set("seq", seq)
                .set("type", type)
                .set("customerKey", visit.customerKey());
        seq++;
        return event;
    }

    void after(double millis) {
        now += 1 + (long) millis;
    }

    /** Epoch milliseconds. */
    long now() {
        return now;
    }

    List<Draft> events() {
        return events;
    }
}

package nl.klantstem.link;

/**
 * How much is kept of one owner. A customer's timeline is one record and is read and written whole for every event, so a key
 * that many share (a placeholder, a broken bot) must not make it ever larger and slower.
 *
 * <p>Events are counted by the topic that they were read from, and as far back as they are kept from the new event on:
 * then what is refused follows from that topic's log alone, however far the task has read the others or when it last
 * forgot. Bytes are counted besides, because a few events may be large and facts have many steps; that far an owner
 * comes only with events like no customer has, and then what is refused may differ from run to run.
 */
final class Bounds {

    /** Of one topic: a thousand contacts or parcels, which no customer has; an event more costs milliseconds. */
    static final int MOST_EVENTS = 5_000;

    /**
     * Half of what a record may be: the other half is for what time still tells of the events that are kept, and what one
     * event adds.
     */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Keeping keeping;

    Bounds(Keeping keeping) {
        this.keeping = keeping;
    }

    /** Whether an event that the timeline does not know finds no room in it. */
    boolean refuse(Timeline timeline, KnownEvent event) {
        return isFull(timeline, event) && timeline.sameEvent(event) == null;
    }

    private boolean isFull(Timeline timeline, KnownEvent event) {
        return timeline.storedBytes() > MOST_BYTES
                || timeline.events()
                                .filter(known ->
                                        known.at().topic() == event.at().topic())
                                .filter(known ->
                                        known.at().minute() > event.at().minute() - keeping.minutes(known))
                                .limit(MOST_EVENTS)
                                .count()
                        == MOST_EVENTS;
    }
}

package nl.klantstem.ingest;

import java.util.List;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** What the parsers make of a value, be it an event or reference data. */
record ReadRecord(
        @Nullable Object fact,
        List<String> ignored,
        @Nullable RejectReason reason,
        @Nullable String field) {

    private static final byte[] NO_KEY = {};

    static ReadRecord of(Topic topic, byte @Nullable [] value) {
        if (topic.isReference()) {
            return of(new ReferenceParser().parse(topic, NO_KEY, value));
        }
        Parsed parsed = new EventParser().parse(topic, value);
        return parsed instanceof Parsed.Accepted accepted
                ? new ReadRecord(accepted.event(), accepted.ignored(), null, null)
                : refused(((Parsed.Rejected) parsed).reason(), ((Parsed.Rejected) parsed).field());
    }

    private static ReadRecord of(ParsedReference parsed) {
        if (parsed instanceof ParsedReference.Accepted accepted) {
            return new ReadRecord(accepted.fact(), accepted.ignored(), null, null);
        }
        var rejected = (ParsedReference.Rejected) parsed;
        return refused(rejected.reason(), rejected.field());
    }

    private static ReadRecord refused(RejectReason reason, @Nullable String field) {
        return new ReadRecord(null, List.of(), reason, field);
    }

    boolean isAccepted() {
        return reason == null;
    }
}

package nl.klantstem.contract.flow;

import java.util.List;
import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * What ingest made of a record.
 *
 * @param value the record's own bytes: what a dead letter takes its mark from; null when it had none
 */
public record Ingested(Arrival at, byte @Nullable [] value, Outcome outcome) {

    /** The same record, refused after all. */
    public Ingested refused(RejectReason reason) {
        return new Ingested(at, value, new Refused(reason, null));
    }

    /** What became of a record at the door. */
    public sealed interface Outcome {}

    /** It only moves recorded time. */
    public record Tick() implements Outcome {}

    /** A test event: dropped and counted. */
    public record Test() implements Outcome {}

    /** Refused, with the field that offends when there is one. */
    public record Refused(RejectReason reason, @Nullable String field) implements Outcome {}

    /**
     * A valid event of an owner: a customer's pseudonym ("c:..."), or a contact ("k:...") or response ("r:...") whose
     * customer is not known. {@code copy} marks an event that was accepted before under another owner;
     * {@code ignored} names optional fields whose value is not known, which count as absent.
     */
    public record Event(String owner, InputEvent event, boolean late, boolean copy, List<String> ignored)
            implements Outcome {
        public Event {
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * An event whose owner lives in another partition: it leaves through the rekeyed topic.
     *
     * @param leaves the owner that hands its contact over to the new one, when the contact's customer became known
     */
    public record Foreign(
            int partition,
            String owner,
            InputEvent event,
            @Nullable String leaves,
            List<String> ignored) implements Outcome {
        public Foreign {
            ignored = List.copyOf(ignored);
        }
    }
}

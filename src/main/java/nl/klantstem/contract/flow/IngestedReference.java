package nl.klantstem.contract.flow;

import java.util.List;
import nl.klantstem.contract.in.ReferenceFact;
import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * What ingest made of a record of reference data.
 *
 * @param value the record's own bytes: what a dead letter takes its mark from; null when it had none
 */
public record IngestedReference(Arrival at, byte @Nullable [] value, Outcome outcome) {

    /** What became of a record at the door. */
    public sealed interface Outcome {}

    /** It only moves recorded time. */
    public record Tick() implements Outcome {}

    /** Refused, with the field that offends when there is one. */
    public record Refused(RejectReason reason, @Nullable String field) implements Outcome {}

    /**
     * What a key says from here on.
     *
     * @param fact null when the key says nothing any more
     * @param ignored optional fields whose value is not known, which count as absent
     */
    public record Says(String key, @Nullable ReferenceFact fact, List<String> ignored) implements Outcome {
        public Says {
            ignored = List.copyOf(ignored);
        }
    }
}

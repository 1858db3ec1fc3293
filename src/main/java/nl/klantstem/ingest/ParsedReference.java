package nl.klantstem.ingest;

import java.util.List;
import nl.klantstem.contract.in.ReferenceFact;
import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/** What became of a record of reference data. */
public sealed interface ParsedReference {

    /** What its key says from here on. {@code ignored} names optional fields whose value is not known. */
    record Accepted(ReferenceFact fact, List<String> ignored) implements ParsedReference {
        public Accepted {
            ignored = List.copyOf(ignored);
        }
    }

    /** Its key says nothing any more. */
    record Removed(String key) implements ParsedReference {}

    /** Refused, with the field that offends when there is one. */
    record Rejected(RejectReason reason, @Nullable String field) implements ParsedReference {}
}

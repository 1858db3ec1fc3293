package nl.klantstem.ingest;

import java.util.List;
import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/** What became of the bytes of a record: an event, or the reason why not. Bad input is a result, never an exception. */
public sealed interface Parsed {

    /** A valid event. {@code ignored} names optional enum fields whose value is not known, which count as absent. */
    record Accepted(InputEvent event, List<String> ignored) implements Parsed {
        public Accepted {
            ignored = List.copyOf(ignored);
        }
    }

    /** A refused record, with the field that offends when there is one. */
    record Rejected(RejectReason reason, @Nullable String field) implements Parsed {}
}

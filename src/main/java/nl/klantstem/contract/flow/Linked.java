package nl.klantstem.contract.flow;

import java.util.List;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.contract.out.LostInMailSuspect;

/**
 * What a record changed.
 *
 * @param fate what became of it
 * @param changes steps of facts that now hold, or no longer do
 * @param responses how responses that changed are linked now
 * @param suspects what is to be published of shipments that are suspected to be lost, or are not any more
 * @param handedOver events that must go to another owner's partition
 * @param orphaned how many events were forgotten because their contact never opened
 */
public record Linked(
        Ingested ingested,
        Fate fate,
        List<FactChange> changes,
        List<LinkedResponse> responses,
        List<LostInMailSuspect> suspects,
        List<Rekeyed> handedOver,
        int orphaned) {

    /** What became of a record. */
    public enum Fate {
        TICK,
        /** No record: what was due before this one came to pass. It does not say that the record itself was read. */
        PASSED,
        TEST,
        REFUSED,
        REKEYED,
        ACCEPTED,
        /** Accepted before under another owner. */
        COPY,
        DUPLICATE,
        /** The same event id with other content: the first known stands. */
        CONFLICT
    }

    public Linked {
        changes = List.copyOf(changes);
        responses = List.copyOf(responses);
        suspects = List.copyOf(suspects);
        handedOver = List.copyOf(handedOver);
    }
}

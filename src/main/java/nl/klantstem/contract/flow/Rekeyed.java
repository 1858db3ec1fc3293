package nl.klantstem.contract.flow;

import java.util.List;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to the partition of its owner, with a pseudonym instead of the customer's key. {@code copy} marks
 * one that was accepted before under another owner; {@code ignored} names its optional fields whose value is not known. One
 * of the three events is there.
 */
public record Rekeyed(
        String owner,
        int partition,
        boolean copy,
        List<String> ignored,
        @Nullable SurveyResponse response,
        @Nullable ContactEvent contact,
        @Nullable SurveyInvitation invitation) {

    public Rekeyed {
        ignored = List.copyOf(ignored);
    }

    public static Rekeyed of(String owner, int partition, boolean copy, List<String> ignored, InputEvent event) {
        return new Rekeyed(
                owner,
                partition,
                copy,
                ignored,
                event instanceof SurveyResponse response ? response : null,
                event instanceof ContactEvent contact ? contact : null,
                event instanceof SurveyInvitation invitation ? invitation : null);
    }

    /** The event it carries. */
    public InputEvent event() {
        if (response != null) {
            return response;
        }
        if (contact != null) {
            return contact;
        }
        if (invitation != null) {
            return invitation;
        }
        throw new IllegalArgumentException("a re-keyed record for " + owner + " carries no event");
    }
}

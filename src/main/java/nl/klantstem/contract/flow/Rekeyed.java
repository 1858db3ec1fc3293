package nl.klantstem.contract.flow;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.InputEvent;
import nl.klantstem.contract.in.JourneyStepEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to the partition of its owner, with a pseudonym instead of the customer's key. {@code copy} marks
 * one that was accepted before under another owner; {@code ignored} names its optional fields whose value is not known. One
 * of the six events is there.
 */
public record Rekeyed(
        String owner,
        int partition,
        boolean copy,
        List<String> ignored,
        @Nullable SurveyResponse response,
        @Nullable ContactEvent contact,
        @Nullable SurveyInvitation invitation,
        @Nullable OrderEvent order,
        @Nullable DeliveryEvent delivery,
        @Nullable JourneyStepEvent journeyStep) {

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
                event instanceof SurveyInvitation invitation ? invitation : null,
                event instanceof OrderEvent order ? order : null,
                event instanceof DeliveryEvent delivery ? delivery : null,
                event instanceof JourneyStepEvent step ? step : null);
    }

    /** The event it carries. */
    public InputEvent event() {
        return Stream.<@Nullable InputEvent>of(response, contact, invitation, order, delivery, journeyStep)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("a re-keyed record for " + owner + " carries no event"));
    }
}

package nl.klantstem.contract.catalogue;

import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Audience;
import org.jspecify.annotations.Nullable;

/** A customer or partner journey: its names by language (nl, en), phase, owner, steps in order and target NPS. */
public record Journey(
        String id,
        Map<String, String> name,
        Phase phase,
        Audience audience,
        String owner,
        List<Step> steps,
        @Nullable Integer targetNps) {

    /** The part of a customer's way that the journey belongs to. */
    public enum Phase {
        DISCOVER,
        COMPARE,
        BUY,
        PAY,
        RECEIVE,
        AFTER_SALES
    }

    /** A step of a journey. */
    public record Step(String id, Map<String, String> name) {
        public Step {
            name = Map.copyOf(name);
        }
    }

    public Journey {
        name = Map.copyOf(name);
        steps = List.copyOf(steps);
    }
}

package nl.klantstem.contract.flow;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Emotion;
import nl.klantstem.contract.in.JourneyStepEvent.Experience;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a journey as it counts: its steps each in the minute it was reached, what came of it in the minute it
 * started. Labels are settled by the catalogue version it names. Steps stand in the order of their labels, each once.
 */
public record JourneyFact(
        Instant startedAt,
        Audience audience,
        String journey,
        Passage passage,
        List<Step> steps,
        Outcome outcome,
        boolean late,
        String catalogueVersion)
        implements Fact {

    /** Seconds that are not known. */
    public static final int UNKNOWN_SECONDS = -1;

    /** How far an instance, or a step of it, has come; exactly one holds. */
    public enum Passage {
        OPEN,
        COMPLETED,
        ABANDONED
    }

    /**
     * A step of the instance.
     *
     * @param seconds from its reaching to its completion; unknown unless it is completed
     * @param waitImposed whether the customer was told to wait there
     * @param waitSeconds for how long, when that is known
     * @param contacts inbound contacts there
     * @param secondContacts those of them that were not the first of the instance
     * @param observed the emotions that its events name
     */
    public record Step(
            String step,
            Instant reachedAt,
            Passage passage,
            int seconds,
            boolean waitImposed,
            int waitSeconds,
            int contacts,
            int secondContacts,
            @Nullable Experience experience,
            SortedSet<Emotion> observed) {
        public Step {
            observed = Collections.unmodifiableSortedSet(new TreeSet<>(observed));
        }
    }

    /**
     * What came of it.
     *
     * @param resolution the last that its contacts name, or unknown
     * @param due whether the days have passed in which an order placed again is its outcome
     * @param reordered whether such an order was placed (so far), byAgent: by an agent for the customer
     * @param leakageDue whether the days have passed after which a customer without any order may have left
     * @param ordered whether the customer placed any order within them (so far)
     */
    public record Outcome(
            String resolution,
            boolean due,
            boolean reordered,
            boolean byAgent,
            boolean credited,
            boolean found,
            boolean kept,
            boolean refunded,
            boolean leakageDue,
            boolean ordered) {}

    public JourneyFact {
        steps = List.copyOf(steps);
    }

    @Override
    public JourneyFact under(String version) {
        return new JourneyFact(startedAt, audience, journey, passage, steps, outcome, late, version);
    }
}

package nl.klantstem.link;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a journey, in the order of the catalogue; of a journey that it does not list there are none. */
record StepOrder(List<String> steps) {

    static final StepOrder NONE = new StepOrder(List.of());

    String label(@Nullable String stepId) {
        return Labels.label(stepId, steps);
    }

    boolean isLast(String stepId) {
        return !steps.isEmpty() && steps.get(steps.size() - 1).equals(stepId);
    }

    /** Whether a step comes after another; one that is not listed comes neither before nor after any. */
    boolean isAfter(String step, String other) {
        int at = steps.indexOf(other);
        return at >= 0 && steps.indexOf(step) > at;
    }

    /** Those not listed first, by their label. */
    Comparator<String> inOrder() {
        return Comparator.<String>comparingInt(steps::indexOf).thenComparing(Comparator.naturalOrder());
    }
}

package nl.klantstem.app.report;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.klantstem.app.report.Responses.Effect;
import nl.klantstem.contract.out.JourneyNps;
import org.jspecify.annotations.Nullable;

/**
 * A local day as it was published when it had closed, and as it is known now: n of the one and all effects together with
 * what is unexplained make n of the other, and so does each category.
 *
 * @param closedAt the recorded time as of which it was closed; absent when it is not yet
 * @param published absent when it is not closed; the categories are absent when they were too few to be published
 * @param now what the ledger holds
 */
record DayLine(
        Period.Day day,
        @Nullable Instant closedAt,
        @Nullable Then published,
        Map<Cause, Effect> effects,
        Split now) {

    /** What was published: the number, and the categories unless they were too few. */
    record Then(long n, @Nullable Split split) {

        static final Then NOBODY = new Then(0, Split.NONE);

        static Then of(@Nullable JourneyNps nps) {
            if (nps == null) {
                return NOBODY;
            }
            Long promoters = nps.promoters();
            Long passives = nps.passives();
            Long detractors = nps.detractors();
            return promoters == null || passives == null || detractors == null
                    ? new Then(nps.n(), null)
                    : new Then(nps.n(), new Split(promoters, passives, detractors));
        }
    }

    DayLine {
        effects = Map.copyOf(effects);
    }

    Effect effect(Cause cause) {
        return effects.getOrDefault(cause, Effect.NONE);
    }

    /** All causes together. */
    Split explained() {
        return new TreeMap<>(effects).values().stream().map(Effect::split).reduce(Split.NONE, Split::plus);
    }

    /** How many answers more (or fewer) there are now than published and explained. */
    long unexplained() {
        return published == null ? 0 : now.n() - published.n() - explained().n();
    }

    /** The same by category; absent where the categories were not published. */
    Optional<Split> unexplainedSplit() {
        return published == null || published.split() == null
                ? Optional.empty()
                : Optional.of(now.minus(published.split()).minus(explained()));
    }

    /** Whether anything is otherwise now. */
    boolean differs() {
        return published != null
                && (!effects.isEmpty()
                        || unexplained() != 0
                        || unexplainedSplit().filter(split -> !split.isNone()).isPresent());
    }
}

package nl.klantstem.expose;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.expose.board.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value may still be shown. A value that did not change is not published again, so it is as fresh as the finals
 * are: it holds up to the later of its own asOf and the recorded time up to which all finals are out.
 *
 * @param finalsOut up to when all finals are out; null while a partition has not been heard from
 * @param maxAge how far behind the wall clock a value may be; null for any
 */
record Freshness(
        @Nullable Instant finalsOut, Instant now, @Nullable Duration maxAge) {

    static Freshness of(Collection<InsightProgress> progress, Instant now, @Nullable Duration maxAge) {
        var finals = progress.stream()
                .filter(each -> each.kind() == InsightProgress.Kind.FINALS)
                .toList();
        return new Freshness(Watermark.of(finals).orElse(null), now, maxAge);
    }

    boolean isStale(Instant asOf) {
        return isTooOld(finalsOut == null || asOf.isAfter(finalsOut) ? asOf : finalsOut);
    }

    /** Whether it is no longer known that nothing happened. A pipeline that never spoke has nothing to hide. */
    boolean isSilenceStale() {
        return finalsOut != null && isTooOld(finalsOut);
    }

    private boolean isTooOld(Instant upTo) {
        return maxAge != null && upTo.isBefore(now.minus(maxAge));
    }
}

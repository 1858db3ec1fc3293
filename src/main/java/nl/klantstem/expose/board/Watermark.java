package nl.klantstem.expose.board;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import nl.klantstem.contract.out.InsightProgress;

/** The recorded time that all partitions have reached; nothing while one of them has not been heard from. */
public final class Watermark {

    private Watermark() {}

    /** The earliest of the partitions. */
    public static Optional<Instant> of(Collection<InsightProgress> partitions) {
        int expected =
                partitions.stream().mapToInt(InsightProgress::partitions).max().orElse(0);
        if (partitions.size() < expected) {
            return Optional.empty();
        }
        return partitions.stream().map(InsightProgress::asOf).min(Comparator.naturalOrder());
    }
}

package nl.klantstem.app.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.InsightProgress.Kind;
import nl.klantstem.contract.out.InsightProgress.Records;
import org.jspecify.annotations.Nullable;

/** How far results are, what they wait for, and whether every record is accounted for. */
record Pace(Observed seen, List<InsightProgress> last) {

    /** An input partition that holds recorded time up; {@code since} is absent when nothing was ever heard of it. */
    record Holder(String stream, int partition, @Nullable Instant since) {}

    /** What became of the input, all partitions together. */
    record Conserved(
            long read, long accepted, long duplicates, long test, long rejected, long rekeyed, long residual) {}

    static Optional<Pace> of(Observed seen) {
        return Optional.ofNullable(seen.progress()).map(progress -> new Pace(seen, progress.last()));
    }

    /** Recorded time up to which all of a kind is out; empty before every partition has said so. */
    Optional<Instant> out(Kind kind) {
        return last.stream()
                .filter(each -> each.kind() == kind)
                .map(InsightProgress::asOf)
                .min(Comparator.naturalOrder());
    }

    /** Partitions of results that have said nothing yet. */
    int silent() {
        return seen.partitions()
                - (int) last.stream().filter(each -> each.kind() == Kind.FINALS).count();
    }

    Optional<Duration> behind(Kind kind) {
        return out(kind).map(asOf -> Duration.between(asOf, seen.at()));
    }

    /** The input partition that was read least far: results wait for it. */
    Optional<Holder> holder() {
        @Nullable Holder worst = null;
        for (String stream : seen.sources()) {
            for (int partition = 0; partition < seen.partitions(); partition++) {
                @Nullable
                Instant since =
                        input(stream, partition).map(InsightProgress::asOf).orElse(null);
                if (worst == null || isBefore(since, worst.since())) {
                    worst = new Holder(stream, partition, since);
                }
            }
        }
        return Optional.ofNullable(worst);
    }

    /** Never heard of is before everything. */
    private static boolean isBefore(@Nullable Instant one, @Nullable Instant other) {
        return other != null && (one == null || one.isBefore(other));
    }

    private Optional<InsightProgress> input(String stream, int partition) {
        return last.stream()
                .filter(each ->
                        each.kind() == Kind.INPUT && each.partition() == partition && stream.equals(each.stream()))
                .findFirst();
    }

    /** Changes that came behind the watermark. */
    long overtaken() {
        return last.stream()
                .map(InsightProgress::overtaken)
                .mapToLong(n -> n == null ? 0 : n)
                .sum();
    }

    Conserved conserved() {
        var all = last.stream()
                .map(InsightProgress::records)
                .filter(records -> records != null)
                .toList();
        long rejected = all.stream()
                .flatMap(records -> records.rejected().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        long read = all.stream().mapToLong(Records::read).sum();
        long accepted = all.stream().mapToLong(Records::accepted).sum();
        long duplicates = all.stream().mapToLong(Records::duplicates).sum();
        long test = all.stream().mapToLong(Records::test).sum();
        long rekeyed = all.stream().mapToLong(Records::rekeyed).sum();
        return new Conserved(
                read,
                accepted,
                duplicates,
                test,
                rejected,
                rekeyed,
                read - accepted - duplicates - test - rejected - rekeyed);
    }
}

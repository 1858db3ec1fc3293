package nl.klantstem.expose;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.expose.board.Watermark;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.jspecify.annotations.Nullable;

/** What became of the input, stream by stream, and how far the pipeline is. Shown however old it is. */
final class ProgressMetrics {

    private static final String FINALS = "finals";
    private static final List<String> STREAMS =
            new Topics("").sources().stream().map(Topic::shortName).toList();
    /** With reference data, which has no series before there is any, and no watermark: months may pass between two plans. */
    private static final List<String> COUNTED =
            new Topics("").read().stream().map(Topic::shortName).toList();

    private static final List<String> REASONS =
            Arrays.stream(RejectReason.values()).map(RejectReason::name).toList();
    private static final Map<OperationsMetric, ToLongFunction<Records>> COUNTS = new EnumMap<>(Map.of(
            OperationsMetric.RECORDS_RECEIVED,
            Records::read,
            OperationsMetric.RECORDS_ACCEPTED,
            Records::accepted,
            OperationsMetric.RECORDS_DUPLICATE,
            Records::duplicates,
            OperationsMetric.RECORDS_CONFLICT,
            Records::conflicts,
            OperationsMetric.RECORDS_LATE,
            Records::late,
            OperationsMetric.RECORDS_TEST,
            Records::test,
            OperationsMetric.RECORDS_ORPHANED,
            Records::orphaned,
            OperationsMetric.RECORDS_IGNORED_VALUES,
            Records::ignored,
            OperationsMetric.RECORDS_REKEYING,
            Records::rekeyed));

    private final List<InsightProgress> progress;
    private final Freshness freshness;

    ProgressMetrics(Scrape scrape) {
        this.progress = scrape.kept().progress();
        this.freshness = scrape.freshness();
    }

    Stream<Samples> samples() {
        return Stream.concat(
                COUNTS.entrySet().stream().map(count -> counted(count.getKey(), count.getValue())),
                Stream.of(rejected(), watermarks(), holdbacks(), overtaken()));
    }

    private Samples counted(OperationsMetric metric, ToLongFunction<Records> count) {
        var samples = new Samples(metric);
        STREAMS.forEach(samples::announce);
        COUNTED.forEach(stream -> records(stream).forEach(each -> samples.add(count.applyAsLong(each), stream)));
        return samples;
    }

    private Samples rejected() {
        var samples = new Samples(OperationsMetric.RECORDS_REJECTED);
        STREAMS.forEach(stream -> REASONS.forEach(reason -> samples.announce(stream, reason)));
        for (var stream : COUNTED) {
            records(stream)
                    .flatMap(records -> records.rejected().entrySet().stream())
                    .forEach(refused -> samples.add(refused.getValue(), stream, reason(refused.getKey())));
        }
        return samples;
    }

    private Samples watermarks() {
        var samples = new Samples(OperationsMetric.WATERMARK);
        for (var stream : STREAMS) {
            var partitions =
                    progress.stream().filter(each -> isInput(each, stream)).toList();
            Watermark.of(partitions).ifPresent(asOf -> samples.add(asOf.getEpochSecond(), stream));
        }
        if (freshness.finalsOut() != null) {
            samples.add(freshness.finalsOut().getEpochSecond(), FINALS);
        }
        return samples;
    }

    private Samples holdbacks() {
        var samples = new Samples(OperationsMetric.WATERMARK_HOLDBACK);
        behind(samples, each -> each.stream() != null && STREAMS.contains(each.stream()), InsightProgress::stream);
        behind(samples, each -> each.kind() == InsightProgress.Kind.FINALS, each -> FINALS);
        return samples;
    }

    private void behind(
            Samples samples, Predicate<InsightProgress> which, Function<InsightProgress, @Nullable String> stream) {
        var partitions = progress.stream().filter(which).toList();
        partitions.stream()
                .map(InsightProgress::asOf)
                .max(Comparator.naturalOrder())
                .ifPresent(farthest -> partitions.forEach(each -> samples.add(
                        Duration.between(each.asOf(), farthest).toSeconds(),
                        Objects.requireNonNull(stream.apply(each)),
                        String.valueOf(each.partition()))));
    }

    private Samples overtaken() {
        var samples = new Samples(OperationsMetric.WATERMARK_OVERTAKEN);
        samples.announce();
        progress.stream().flatMap(each -> Stream.ofNullable(each.overtaken())).forEach(samples::add);
        return samples;
    }

    private Stream<Records> records(String stream) {
        return progress.stream()
                .filter(each -> isInput(each, stream))
                .flatMap(each -> Stream.ofNullable(each.records()));
    }

    private static String reason(String reason) {
        return REASONS.contains(reason) ? reason : Scope.OTHER;
    }

    private static boolean isInput(InsightProgress progress, String stream) {
        return progress.kind() == InsightProgress.Kind.INPUT && stream.equals(progress.stream());
    }
}

package nl.klantstem.expose;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.InsightProgress.Records;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;

/** What became of the input, stream by stream, and how far the pipeline is. Shown however old it is. */
final class ProgressMetrics {

    private static final String FINALS = "finals";
    private static final List<String> STREAMS =
            new Topics("").sources().stream().map(Topic::shortName).toList();
    private static final List<String> REASONS =
            Arrays.stream(RejectReason.values()).map(RejectReason::name).toList();
    private static final Map<MetricCatalogue, ToLongFunction<Records>> COUNTS = new EnumMap<>(Map.of(
            MetricCatalogue.RECORDS_RECEIVED,
            Records::read,
            MetricCatalogue.RECORDS_ACCEPTED,
            Records::accepted,
            MetricCatalogue.RECORDS_DUPLICATE,
            Records::duplicates,
            MetricCatalogue.RECORDS_CONFLICT,
            Records::conflicts,
            MetricCatalogue.RECORDS_LATE,
            Records::late,
            MetricCatalogue.RECORDS_TEST,
            Records::test,
            MetricCatalogue.RECORDS_ORPHANED,
            Records::orphaned,
            MetricCatalogue.RECORDS_IGNORED_VALUES,
            Records::ignored,
            MetricCatalogue.RECORDS_REKEYING,
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
                Stream.of(rejected(), watermarks(), overtaken()));
    }

    private Samples counted(MetricCatalogue metric, ToLongFunction<Records> count) {
        var samples = new Samples(metric);
        STREAMS.forEach(samples::announce);
        STREAMS.forEach(stream -> records(stream).forEach(each -> samples.add(count.applyAsLong(each), stream)));
        return samples;
    }

    private Samples rejected() {
        var samples = new Samples(MetricCatalogue.RECORDS_REJECTED);
        for (var stream : STREAMS) {
            REASONS.forEach(reason -> samples.announce(stream, reason));
            records(stream)
                    .flatMap(records -> records.rejected().entrySet().stream())
                    .forEach(refused -> samples.add(refused.getValue(), stream, reason(refused.getKey())));
        }
        return samples;
    }

    private Samples watermarks() {
        var samples = new Samples(MetricCatalogue.WATERMARK);
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

    private Samples overtaken() {
        var samples = new Samples(MetricCatalogue.WATERMARK_OVERTAKEN);
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

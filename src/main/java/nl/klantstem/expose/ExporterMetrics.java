package nl.klantstem.expose;

import static nl.klantstem.expose.OperationsMetric.EXPORTER_KEYS;
import static nl.klantstem.expose.OperationsMetric.EXPORTER_LAG;
import static nl.klantstem.expose.OperationsMetric.EXPORTER_LAST_RECORD;
import static nl.klantstem.expose.OperationsMetric.EXPORTER_MALFORMED;
import static nl.klantstem.expose.OperationsMetric.EXPORTER_OVERFLOW;
import static nl.klantstem.expose.OperationsMetric.EXPORTER_READY;

import java.util.Map;
import java.util.stream.Stream;
import nl.klantstem.topic.Topic;

/** How the exporter itself fares. */
final class ExporterMetrics {

    private final Map<Topic, KeptInsights.TopicCounts> counts;
    private final ReaderState reader;

    ExporterMetrics(KeptInsights.View kept, ReaderState reader) {
        this.counts = kept.counts();
        this.reader = reader;
    }

    Stream<Samples> samples() {
        var keys = new Samples(EXPORTER_KEYS);
        var overflow = new Samples(EXPORTER_OVERFLOW);
        var malformed = new Samples(EXPORTER_MALFORMED);
        var last = new Samples(EXPORTER_LAST_RECORD);
        counts.forEach((topic, count) -> {
            keys.add(count.keys(), topic.shortName());
            overflow.add(count.overflow(), topic.shortName());
            malformed.add(count.malformed(), topic.shortName());
            if (count.lastRecord() != null) {
                last.add(count.lastRecord().getEpochSecond(), topic.shortName());
            }
        });
        var lag = new Samples(EXPORTER_LAG);
        reader.lag().forEach((topic, records) -> lag.add(records, topic.shortName()));
        var ready = new Samples(EXPORTER_READY);
        ready.add(reader.isReady() ? 1 : 0);
        return Stream.of(keys, overflow, malformed, last, lag, ready);
    }
}

package nl.klantstem.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.JourneyNpsLedger;
import nl.klantstem.contract.out.PaneKey;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The answers of each journey by pane, as the ledger holds them at the end: those about something that happened. */
public final class JourneyPanes implements Collector.Sink {

    private static final Set<String> PLAIN = Set.of(Scope.JOURNEY, Scope.PROGRAMME, Scope.AUDIENCE);

    private final SortedMap<Scope, SortedMap<Long, Counts>> panes =
            new TreeMap<>(Comparator.comparing((Scope scope) -> scope.labels().toString()));

    /** Answers by category. */
    public record Counts(long promoters, long passives, long detractors) {}

    @Override
    public void take(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        if (topic != Topic.JOURNEY_NPS_LEDGER || record.key() == null) {
            return;
        }
        PaneKey key = read(record.key(), PaneKey.class);
        var labels = key.scope().labels();
        if (!labels.keySet().equals(PLAIN) || !Programme.TRANSACTIONAL.name().equals(labels.get(Scope.PROGRAMME))) {
            return;
        }
        var journey = panes.computeIfAbsent(key.scope(), scope -> new TreeMap<>());
        if (record.value() == null) {
            journey.remove(key.from().getEpochSecond());
        } else {
            var value = read(record.value(), JourneyNpsLedger.class);
            journey.put(
                    key.from().getEpochSecond(), new Counts(value.promoters(), value.passives(), value.detractors()));
        }
    }

    /** By journey with its audience, and by the second in which a pane begins. */
    public SortedMap<Scope, SortedMap<Long, Counts>> panes() {
        return panes;
    }

    private static <T> T read(byte[] json, Class<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger is not what the contract says", e);
        }
    }
}

package nl.klantstem.link;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import nl.klantstem.contract.flow.Arrival;
import nl.klantstem.contract.flow.Ingested;
import nl.klantstem.contract.flow.Linked;
import nl.klantstem.contract.flow.Retention;
import nl.klantstem.contract.in.InputEvent;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** One task of the link stage that reads two topics: ingested records in, what they changed out. */
final class GivenTask implements AutoCloseable {

    static final int ANSWERS = 0;
    static final int CONTACTS = 1;

    private static final Retention RETENTION = new Retention(Duration.ofDays(400), Duration.ofDays(120));

    private final List<Ingested> records = new ArrayList<>();
    private final List<Linked> linked = new ArrayList<>();
    private final TopologyTestDriver driver;

    GivenTask() {
        var builder = new StreamsBuilder();
        var in = builder.stream("in", Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .mapValues(bytes -> records.get(ByteBuffer.wrap(bytes).getInt()));
        new LinkStage(GivenCatalogue.CATALOGUE, RETENTION, 2)
                .apply(
                        builder,
                        in,
                        Stores.inMemoryKeyValueStore(LinkStage.TIMELINES),
                        Stores.inMemoryKeyValueStore(LinkStage.TIMERS))
                .foreach((key, value) -> linked.add(value));
        Topology topology = builder.build();
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "link");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        driver = new TopologyTestDriver(topology, config);
    }

    /** The same task started again: what its stores held is all that it knows. */
    GivenTask restarted() {
        var next = new GivenTask();
        copy(LinkStage.TIMELINES, next);
        copy(LinkStage.TIMERS, next);
        close();
        return next;
    }

    /** Everything that was told for a record. */
    List<Linked> read(int topic, long minute, Ingested.Outcome outcome) {
        linked.clear();
        records.add(new Ingested(arrival(topic, minute), null, outcome));
        byte[] index =
                ByteBuffer.allocate(Integer.BYTES).putInt(records.size() - 1).array();
        driver.createInputTopic("in", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new byte[0], index);
        return List.copyOf(linked);
    }

    List<Linked> read(int topic, long minute, String owner, InputEvent event) {
        return read(topic, minute, new Ingested.Event(owner, event, false, false, List.of()));
    }

    /** Both topics go on to a minute in silence; what the second tick brings about. */
    List<Linked> ticks(long minute) {
        read(ANSWERS, minute, new Ingested.Tick());
        return read(CONTACTS, minute, new Ingested.Tick());
    }

    int size(String store) {
        int n = 0;
        try (var all = this.<Object, Object>store(store).all()) {
            for (; all.hasNext(); all.next()) {
                n++;
            }
        }
        return n;
    }

    @Override
    public void close() {
        driver.close();
    }

    private void copy(String store, GivenTask next) {
        KeyValueStore<Object, Object> to = next.store(store);
        try (var all = this.<Object, Object>store(store).all()) {
            all.forEachRemaining(entry -> to.put(entry.key, entry.value));
        }
    }

    private <K, V> KeyValueStore<K, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    private Arrival arrival(int topic, long minute) {
        return new Arrival(
                "stream",
                topic,
                "topic-" + topic,
                0,
                records.size(),
                GivenEvents.at(minute).toEpochMilli(),
                null);
    }
}

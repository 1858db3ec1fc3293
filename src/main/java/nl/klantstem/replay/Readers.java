package nl.klantstem.replay;

import java.util.HashMap;
import java.util.Map;

/** How we read what the pipeline publishes: only what is committed, from the beginning, in large pieces. */
final class Readers {

    private Readers() {}

    static Map<String, Object> settings(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("max.poll.records", "20000");
        settings.put("max.partition.fetch.bytes", String.valueOf(8 << 20));
        settings.put("fetch.max.bytes", String.valueOf(32 << 20));
        settings.put("fetch.max.wait.ms", "100");
        settings.put("enable.metrics.push", "false");
        return settings;
    }
}

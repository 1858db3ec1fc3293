package nl.klantstem.app.report;

import java.util.List;
import nl.klantstem.topic.Topic;

/** Where published records are read from. */
public interface Source {

    /** Takes a record: its key as JSON, and its value; no bytes when the key was deleted. */
    interface Reader {
        void take(Topic topic, String key, byte[] value);
    }

    /** Reads topics from their beginning to where they end now; the last record of a key holds. */
    void read(List<Topic> topics, Reader reader) throws InterruptedException;

    /** What it is, for whoever reads the report. */
    String name();
}

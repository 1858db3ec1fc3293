package nl.klantstem.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import nl.klantstem.contract.UserMistake;
import nl.klantstem.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes every published record as a line of JSON: its key, its timestamp and its value as they were published. */
public final class JsonLinesSink implements Collector.Sink, AutoCloseable {

    private static final byte[] KEY = ascii("{\"key\":");
    private static final byte[] TIMESTAMP = ascii(",\"timestamp\":\"");
    private static final byte[] VALUE = ascii("\",\"value\":");
    private static final byte[] END = ascii("}\n");
    private static final byte[] NULL = ascii("null");

    private final Map<Topic, OutputStream> files = new EnumMap<>(Topic.class);

    /** One file per published topic, where the function says. */
    public JsonLinesSink(Function<Topic, Path> file) {
        for (Topic topic : Collector.published()) {
            Path path = file.apply(topic);
            try {
                files.put(topic, new BufferedOutputStream(Files.newOutputStream(path), 1 << 18));
            } catch (IOException e) {
                throw new UserMistake("cannot write " + path + ": " + UserMistake.why(e), e);
            }
        }
    }

    @Override
    public void take(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        OutputStream out = files.get(topic);
        if (out == null) {
            throw new IllegalStateException(topic + " is not published");
        }
        try {
            out.write(KEY);
            out.write(record.key() == null ? NULL : record.key());
            out.write(TIMESTAMP);
            out.write(ascii(Instant.ofEpochMilli(record.timestamp()).toString()));
            out.write(VALUE);
            out.write(record.value() == null ? NULL : record.value());
            out.write(END);
        } catch (IOException e) {
            throw cannotWrite(topic, e);
        }
    }

    @Override
    public void close() {
        files.forEach((topic, out) -> {
            try {
                out.close();
            } catch (IOException e) {
                throw cannotWrite(topic, e);
            }
        });
    }

    private static UserMistake cannotWrite(Topic topic, IOException e) {
        return new UserMistake(
                "cannot write the results of " + topic.shortName() + ": " + UserMistake.why(e)
                        + "; make room on the disk of --out, or thin the results with --every",
                e);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

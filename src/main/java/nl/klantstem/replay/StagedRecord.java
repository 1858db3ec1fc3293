package nl.klantstem.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A line that waits to be sorted. {@code key} is null when a contact event names no customer: then the key is settled by
 * {@code contactId} once all events of the contact are known.
 */
record StagedRecord(
        Topic topic,
        long recordedAt,
        @Nullable String key,
        @Nullable String contactId,
        byte[] value,
        int file,
        long line,
        @Nullable RejectReason refuse) {

    /** Objects, references and the list's slot beside the bytes themselves; measured generously. */
    private static final int OVERHEAD = 200;

    int weight() {
        return OVERHEAD
                + value.length
                + (key == null ? 0 : key.length())
                + (contactId == null ? 0 : contactId.length());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(topic.name());
        out.writeLong(recordedAt);
        writeText(out, key);
        writeText(out, contactId);
        out.writeInt(value.length);
        out.write(value);
        out.writeInt(file);
        out.writeLong(line);
        out.writeUTF(refuse == null ? "" : refuse.name());
    }

    static StagedRecord read(DataInputStream in) throws IOException {
        Topic topic = Topic.valueOf(in.readUTF());
        long recordedAt = in.readLong();
        String key = readText(in);
        String contactId = readText(in);
        byte[] value = in.readNBytes(in.readInt());
        int file = in.readInt();
        long line = in.readLong();
        String refuse = in.readUTF();
        return new StagedRecord(
                topic,
                recordedAt,
                key,
                contactId,
                value,
                file,
                line,
                refuse.isEmpty() ? null : RejectReason.valueOf(refuse));
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}

package nl.klantstem.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Appends numbers (zigzag varints) and strings to a growing array: the layout of state and frames. */
public final class BinaryWriter {

    /** Instead of the length of a text: there is none. */
    static final int ABSENT = -1;
    /** Instead of the length of a text: it is the first one of those before; one less for each that follows. */
    static final int FIRST_REFERENCE = -2;

    private final Map<String, Integer> texts = new HashMap<>();
    private byte[] bytes = new byte[256];
    private int size;

    public BinaryWriter number(long value) {
        long zigzag = (value << 1) ^ (value >> 63);
        room(10);
        while ((zigzag & ~0x7fL) != 0) {
            bytes[size++] = (byte) (zigzag | 0x80);
            zigzag >>>= 7;
        }
        bytes[size++] = (byte) zigzag;
        return this;
    }

    /** A text; one that was written before is only referred to. */
    public BinaryWriter text(String value) {
        @Nullable Integer known = texts.putIfAbsent(value, texts.size());
        return known == null ? blob(value.getBytes(StandardCharsets.UTF_8)) : number(FIRST_REFERENCE - known);
    }

    /** A text that may be absent; an empty text and an absent one stay different. */
    public BinaryWriter optional(@Nullable String value) {
        if (value == null) {
            return number(ABSENT);
        }
        return text(value);
    }

    /** A number that may be absent. */
    public BinaryWriter optional(@Nullable Number value) {
        if (value == null) {
            return number(0);
        }
        return number(1).number(value.longValue());
    }

    /** An enum constant by its place: new constants go at the end. */
    @SuppressWarnings("EnumOrdinal")
    public BinaryWriter constant(Enum<?> value) {
        return number(value.ordinal());
    }

    /** As {@link #constant}, one that may be absent. */
    @SuppressWarnings("EnumOrdinal")
    public BinaryWriter optional(@Nullable Enum<?> value) {
        return number(value == null ? 0 : value.ordinal() + 1L);
    }

    /** Milliseconds since the epoch. */
    public BinaryWriter time(Instant time) {
        return number(time.toEpochMilli());
    }

    public BinaryWriter optional(@Nullable Instant time) {
        return time == null ? number(0) : number(1).time(time);
    }

    public BinaryWriter flag(boolean value) {
        return number(value ? 1 : 0);
    }

    public BinaryWriter blob(byte[] value) {
        number(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    public int size() {
        return size;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}

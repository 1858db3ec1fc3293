package nl.klantstem.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BinaryWriter} wrote; running past the end is a bug and throws. */
public final class BinaryReader {

    private final byte[] bytes;
    private final List<String> texts = new ArrayList<>();
    private int at;

    public BinaryReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public long number() {
        long zigzag = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            zigzag |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
    }

    public int integer() {
        return Math.toIntExact(number());
    }

    /** One of an enum's constants, as {@link BinaryWriter#constant} wrote it. */
    public <E> E constant(E[] constants) {
        return constants[integer()];
    }

    public <E> @Nullable E optionalConstant(E[] constants) {
        int place = integer();
        return place == 0 ? null : constants[place - 1];
    }

    public Instant time() {
        return Instant.ofEpochMilli(number());
    }

    public @Nullable Instant optionalTime() {
        return number() == 0 ? null : time();
    }

    public boolean flag() {
        return number() != 0;
    }

    public String text() {
        String value = optionalText();
        if (value == null) {
            throw new IllegalStateException("an absent text where one is required, at byte " + at);
        }
        return value;
    }

    public @Nullable String optionalText() {
        int length = integer();
        if (length == BinaryWriter.ABSENT) {
            return null;
        }
        if (length <= BinaryWriter.FIRST_REFERENCE) {
            return texts.get(BinaryWriter.FIRST_REFERENCE - length);
        }
        var value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        texts.add(value);
        return value;
    }

    public @Nullable Long optionalNumber() {
        return number() == 0 ? null : (Long) number();
    }

    public @Nullable Integer optionalInteger() {
        Long value = optionalNumber();
        return value == null ? null : (Integer) Math.toIntExact(value);
    }

    public byte[] blob() {
        int length = integer();
        var value = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return value;
    }

    public boolean hasMore() {
        return at < bytes.length;
    }
}

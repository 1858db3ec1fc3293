package nl.klantstem.ingest;

import static nl.klantstem.contract.in.RejectReason.EMPTY;
import static nl.klantstem.contract.in.RejectReason.NOT_JSON;
import static nl.klantstem.contract.in.RejectReason.TOO_LARGE;
import static nl.klantstem.contract.in.RejectReason.UNKNOWN_FORMAT;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/** What can be said of bytes before they are read as JSON: whether there are any, few enough, and strictly UTF-8. */
final class Utf8 {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    static @Nullable RejectReason refusal(byte[] bytes, int max) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        if (bytes.length > max) {
            return TOO_LARGE;
        }
        if (bytes[0] == 0) {
            return UNKNOWN_FORMAT;
        }
        // A zero in the second place is UTF-16 or UTF-32, which the JSON parser would guess and read.
        return (bytes.length > 1 && bytes[1] == 0) || !isUtf8(bytes) ? NOT_JSON : null;
    }

    /** Stricter than the JSON parser, which lets overlong forms and encoded halves of surrogate pairs pass. */
    private static boolean isUtf8(byte[] bytes) {
        if (isAscii(bytes)) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isAscii(byte[] bytes) {
        int i = 0;
        for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            if (((long) EIGHT.get(bytes, i) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}

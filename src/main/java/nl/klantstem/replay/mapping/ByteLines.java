package nl.klantstem.replay.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file as bytes, without their ends; blank lines are left out but counted. Of a line too long for any event
 * only the beginning is kept: enough to be refused as too large.
 */
public final class ByteLines implements AutoCloseable {

    static final int KEPT = 512 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private long number;

    public ByteLines(InputStream in) {
        this.in = in;
    }

    /** The next line that is not blank; null at the end. */
    public byte @Nullable [] next() throws IOException {
        while (true) {
            byte[] line = line();
            if (line == null || !isBlank(line)) {
                return line;
            }
        }
    }

    /** The number of the line that was read last, from 1. */
    public long number() {
        return number;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream begun = null;
        while (true) {
            if (from == to && !fill()) {
                return begun == null ? null : withoutReturn(begun.toByteArray());
            }
            if (begun == null) {
                begun = new ByteArrayOutputStream(512);
                number++;
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            begun.write(buffer, from, Math.min(end - from, KEPT - begun.size()));
            from = end;
            if (end < to) {
                from++;
                return withoutReturn(begun.toByteArray());
            }
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    private static byte[] withoutReturn(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\r' ? java.util.Arrays.copyOf(line, line.length - 1) : line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

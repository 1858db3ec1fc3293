package nl.klantstem.replay;

import java.io.IOException;
import java.io.InputStream;
import nl.klantstem.replay.mapping.ByteLines;
import nl.klantstem.replay.mapping.MappedLine;
import nl.klantstem.replay.mapping.MappedLines;
import org.jspecify.annotations.Nullable;

/** Lines in our own form, exactly as they stand: broken ones too, for the pipeline to refuse. */
final class OwnLines implements MappedLines {

    private final ByteLines lines;

    OwnLines(InputStream in) {
        this.lines = new ByteLines(in);
    }

    @Override
    public @Nullable MappedLine next() throws IOException {
        byte[] line = lines.next();
        return line == null ? null : MappedLine.raw(lines.number(), line);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

package nl.klantstem.replay.mapping;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a foreign file, one after the other, as events. */
public interface MappedLines extends AutoCloseable {

    /** The next line; null at the end. */
    @Nullable
    MappedLine next() throws IOException;

    @Override
    void close() throws IOException;

    /** Reads a file by a mapping; throws UserMistake when the file has no column that the mapping names. */
    static MappedLines of(Mapping mapping, String fileName, InputStream in) throws IOException {
        return switch (mapping.format()) {
            case CSV -> new CsvLines(mapping, fileName, in);
            case JSONL -> new JsonLines(mapping, fileName, in);
        };
    }
}

package nl.klantstem.replay.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/** Foreign JSON lines; a column is a field, or a path of fields with dots. */
final class JsonLines implements MappedLines {

    private final Mapping mapping;
    private final String fileName;
    private final ByteLines lines;
    private final Converter converter;

    JsonLines(Mapping mapping, String fileName, InputStream in) {
        this.mapping = mapping;
        this.fileName = fileName;
        this.lines = new ByteLines(in);
        this.converter = new Converter(mapping);
    }

    @Override
    public @Nullable MappedLine next() throws IOException {
        byte[] bytes = lines.next();
        if (bytes == null) {
            return null;
        }
        long line = lines.number();
        return parse(bytes) instanceof ObjectNode event
                ? converter.convert(column -> cell(event, column, line), line)
                : MappedLine.raw(line, bytes);
    }

    private @Nullable JsonNode parse(byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8.equals(mapping.charset())
                    ? Json.MAPPER.readTree(bytes)
                    : Json.MAPPER.readTree(new String(bytes, mapping.charset()));
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private @Nullable String cell(ObjectNode event, String column, long line) {
        if (column.equals("_line")) {
            return Long.toString(line);
        }
        if (column.equals("_file")) {
            return fileName;
        }
        JsonNode node = event.get(column);
        if (node == null) {
            node = event.at("/" + column.replace("~", "~0").replace("/", "~1").replace('.', '/'));
        }
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

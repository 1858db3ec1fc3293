package nl.klantstem.replay.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klantstem.contract.UserMistake;
import org.jspecify.annotations.Nullable;

/**
 * Foreign CSV. A row with more cells than the header, or too few to hold every column that the mapping names, is passed on
 * as it stands, to be refused; cells left off at the end are blank otherwise.
 */
final class CsvLines implements MappedLines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Mapping mapping;
    private final String fileName;
    private final CsvParser csv;
    private final Converter converter;
    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;
    private final int needed;
    private long line;

    CsvLines(Mapping mapping, String fileName, InputStream in) throws IOException {
        this.mapping = mapping;
        this.fileName = fileName;
        this.converter = new Converter(mapping);
        var text = new InputStreamReader(
                in,
                mapping.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        this.csv = CsvFactory.builder()
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build()
                .createParser((Reader) text);
        csv.setSchema(
                CsvSchema.emptySchema().withColumnSeparator(mapping.delimiter()).withQuoteChar(mapping.quote()));
        List<String> header = mapping.header() == null ? row() : mapping.header();
        if (header == null) {
            throw new UserMistake(fileName + " is empty: it has no header line");
        }
        this.width = header.size();
        checkColumns(header);
        this.needed = mapping.columns().stream()
                        .mapToInt(column -> columns.getOrDefault(column, 0))
                        .max()
                        .orElse(0)
                + 1;
    }

    private void checkColumns(List<String> header) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            if (i == 0 && !name.isEmpty() && name.charAt(0) == BYTE_ORDER_MARK) {
                name = name.substring(1);
            }
            if (columns.put(name, i) != null && mapping.columns().contains(name)) {
                problems.add("column '" + name + "' is in " + fileName + " twice: rename one of them");
            }
        }
        List<String> missing = mapping.columns().stream()
                .filter(column -> !columns.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            problems.add("column " + quoted(missing) + ", which " + mapping.file() + " names, is not in " + fileName
                    + "; it has: "
                    + String.join(", ", columns.keySet().stream().sorted().toList()));
        }
        if (!problems.isEmpty()) {
            throw new UserMistake(String.join(System.lineSeparator(), problems));
        }
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(column -> "'" + column + "'").collect(Collectors.joining(", "));
    }

    @Override
    public @Nullable MappedLine next() throws IOException {
        List<String> cells = row();
        if (cells == null) {
            return null;
        }
        if (cells.size() > width || cells.size() < needed) {
            String raw = String.join(String.valueOf(mapping.delimiter()), cells);
            return MappedLine.raw(line, raw.getBytes(StandardCharsets.UTF_8));
        }
        return converter.convert(column -> cell(cells, column), line);
    }

    private @Nullable String cell(List<String> cells, String column) {
        Integer index = columns.get(column);
        if (index != null) {
            return cells.get(index);
        }
        return column.equals("_line") ? Long.toString(line) : column.equals("_file") ? fileName : null;
    }

    private @Nullable List<String> row() throws IOException {
        try {
            if (csv.nextToken() == null) {
                return null;
            }
            List<String> cells = new ArrayList<>();
            while (csv.nextToken() != JsonToken.END_ARRAY) {
                if (cells.isEmpty()) {
                    line = csv.currentTokenLocation().getLineNr();
                }
                String text = csv.getText();
                cells.add(text == null ? "" : text);
            }
            return cells;
        } catch (JsonProcessingException e) {
            throw new UserMistake(
                    fileName + ":" + (line + 1) + ": the rows from here on are not readable as CSV with delimiter '"
                            + mapping.delimiter() + "' and quote '" + mapping.quote() + "': " + e.getOriginalMessage(),
                    e);
        } catch (CharacterCodingException e) {
            throw new UserMistake(
                    fileName + " is not " + mapping.charset() + (line == 0 ? "" : " after line " + line)
                            + ": name its charset in " + mapping.file() + ", such as charset: windows-1252",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

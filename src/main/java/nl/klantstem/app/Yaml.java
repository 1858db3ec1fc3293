package nl.klantstem.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klantstem.contract.UserMistake;
import org.jspecify.annotations.Nullable;

/** YAML as values that know the line they stand on, so that every mistake can be shown where it is. */
sealed interface Yaml {

    int line();

    /** A single value as it was written; null when it was left empty. */
    record Text(@Nullable String value, int line) implements Yaml {}

    /** A list. */
    record Items(List<Yaml> values, int line) implements Yaml {}

    /** Values by name, in the order of the file. */
    record Fields(Map<String, Yaml> values, int line) implements Yaml {}

    /** All documents of a file; throws UserMistake when it is not YAML or gives a key twice. */
    static List<Yaml> documents(String file, String text) {
        var documents = new ArrayList<Yaml>();
        try (var parser = new YAMLFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                documents.add(value(file, parser));
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new UserMistake(
                    file + ":" + (at == null ? 1 : at.getLineNr()) + ": not readable as YAML: " + sentence(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    private static Yaml value(String file, JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(file, parser, line);
            case START_ARRAY -> {
                var values = new ArrayList<Yaml>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(file, parser));
                }
                yield new Items(values, line);
            }
            case VALUE_NULL -> new Text(null, line);
            default -> new Text(parser.getText(), line);
        };
    }

    private static Fields fields(String file, JsonParser parser, int line) throws IOException {
        var values = new LinkedHashMap<String, Yaml>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            int nameLine = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (values.put(name, value(file, parser)) != null) {
                throw new UserMistake(file + ":" + nameLine + ": '" + name + "' is given twice: keep one");
            }
        }
        return new Fields(values, line);
    }

    /** The parser's sentence without the pieces of the file it quotes, which are indented. */
    private static String sentence(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }
}

package nl.klantstem.ingest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The judge of syntax: strict UTF-8, read as a tree under the limits of the parser. */
final class SoundJson {

    private static final ObjectMapper TREE = new ObjectMapper(DocumentParser.JSON);
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private SoundJson() {}

    /** The one object that the bytes are, if they are. */
    static Optional<JsonNode> document(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length > EventParser.MAX_BYTES) {
            return Optional.empty();
        }
        try (var json = DocumentParser.JSON.createParser(text(bytes))) {
            JsonNode document = TREE.readTree(json);
            boolean one = document != null && document.isObject() && json.nextToken() == null;
            return one ? Optional.of(document) : Optional.empty();
        } catch (CharacterCodingException | JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}

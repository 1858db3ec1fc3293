package nl.klantstem.ingest;

import static nl.klantstem.contract.in.RejectReason.DUPLICATE_FIELD;
import static nl.klantstem.contract.in.RejectReason.NOT_JSON;
import static nl.klantstem.contract.in.RejectReason.NOT_OBJECT;
import static nl.klantstem.contract.in.RejectReason.TOO_DEEP;
import static nl.klantstem.contract.in.RejectReason.TOO_LONG;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import nl.klantstem.ingest.Parsed.Rejected;

/** Reads JSON documents of others: whether each is sound, and what the fields of ours in it say. */
final class DocumentParser {

    static final int MAX_DEPTH = 64;

    /** Interning foreign names and refusing hash collisions would let one sender's names change what befalls another's. */
    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(64 * 1024)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .build())
            .build();

    private DocumentParser() {}

    /** Reads what a document says into a draft; the same for the same bytes. */
    static <T, D extends Draft<T>> Document<T> parse(byte[] value, Fields<D> fields, D draft) {
        var foreign = Utf8.refusal(value, EventParser.MAX_BYTES);
        if (foreign != null) {
            return Document.refused(new Rejected(foreign, null));
        }
        try (var json = JSON.createParser(value)) {
            return read(json, fields, draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no input or output here
        }
    }

    private static <T, D extends Draft<T>> Document<T> read(JsonParser json, Fields<D> fields, D draft)
            throws IOException {
        var offences = new Offences();
        var in = new FieldReader(json, offences);
        try {
            var first = json.nextToken();
            long given = 0;
            if (first == JsonToken.START_OBJECT) {
                given = in.fields(fields, draft);
            } else {
                in.skip();
            }
            if (first == null || json.nextToken() != null) {
                return Document.refused(new Rejected(NOT_JSON, null)); // nothing, or more than one document
            }
            if (first != JsonToken.START_OBJECT) {
                return Document.refused(new Rejected(NOT_OBJECT, null));
            }
            draft.checkTogether(given, offences);
        } catch (JsonProcessingException e) {
            return Document.refused(
                    e instanceof StreamConstraintsException
                            ? new Rejected(isTooDeep(json) ? TOO_DEEP : TOO_LONG, in.path())
                            : unsound(json, e, offences, fields));
        }
        var worst = offences.worst();
        return worst != null ? Document.refused(worst) : new Document<>(draft.fact(), offences.ignored(), null);
    }

    private static boolean isTooDeep(JsonParser json) {
        return json.getParsingContext().getNestingDepth() > MAX_DEPTH;
    }

    private static Rejected unsound(JsonParser json, JsonProcessingException e, Offences offences, Fields<?> fields) {
        if (!e.getOriginalMessage().startsWith("Duplicate ")) {
            return new Rejected(NOT_JSON, null);
        }
        var field = fields.known(path(json));
        return new Rejected(DUPLICATE_FIELD, field == null ? null : offences.placed(field));
    }

    private static List<String> path(JsonParser json) {
        var path = new ArrayDeque<String>();
        for (var context = json.getParsingContext(); context != null; context = context.getParent()) {
            if (context.inObject() && context.hasCurrentName()) {
                path.addFirst(context.getCurrentName());
            }
        }
        return List.copyOf(path);
    }
}

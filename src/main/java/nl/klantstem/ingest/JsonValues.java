package nl.klantstem.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values of a document that need more than one step to read. */
final class JsonValues {

    private JsonValues() {}

    /** The whole number at hand; null when it has a fraction, or is more than an int (or a BigDecimal's exponent) can say. */
    static @Nullable Integer whole(JsonParser json) throws IOException {
        try {
            return json.currentToken() == JsonToken.VALUE_NUMBER_INT
                            && json.getNumberType() == JsonParser.NumberType.INT
                    ? json.getIntValue()
                    : new BigDecimal(json.getText()).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** Reads past the value at hand, its syntax and limits checked like any other's. */
    static void skip(JsonParser json) throws IOException {
        int depth = 0;
        for (var token = json.currentToken(); token != null; token = json.nextToken()) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING) {
                json.getText(); // only then is its length checked
            }
            if (depth == 0) {
                return;
            }
        }
    }
}

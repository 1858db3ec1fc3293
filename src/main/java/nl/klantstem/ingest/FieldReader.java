package nl.klantstem.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value at hand as the type the contract says. What does not fit is noted and skipped, so that the document is
 * read to its end; only broken JSON is thrown.
 */
final class FieldReader {

    private static final String NOWHERE = "";
    private static final int MAX_ID = 256;
    private static final int MAX_COMMENT = 4_000;
    private static final double MOST = 1e9;

    /** What to do with one entry of a map. */
    interface Entry {
        void read(String key) throws IOException;
    }

    /** What to do with one element of an array. */
    interface Element {
        void read() throws IOException;
    }

    private final JsonParser json;
    private final Offences offences;
    private String path = NOWHERE;

    FieldReader(JsonParser json, Offences offences) {
        this.json = json;
        this.offences = offences;
    }

    /** The field of ours whose value is being read, when it is one. */
    @Nullable
    String path() {
        return path.equals(NOWHERE) ? null : offences.placed(path);
    }

    /** Reads the fields of the object that starts here into the draft; says which were given. */
    <D> long fields(Fields<D> fields, D draft) throws IOException {
        long given = 0;
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            var field = fields.named(name);
            path = field == null ? NOWHERE : field.path();
            var token = json.nextToken();
            if (field == null) {
                skip();
            } else if (token != JsonToken.VALUE_NULL) {
                field.read().into(draft, this);
                given |= field.bit();
            }
            path = NOWHERE;
        }
        fields.noteMissing(given, offences);
        return given;
    }

    /** Reads an object inside the event; null when the value is none. */
    <D> @Nullable D object(Fields<D> fields, D draft) throws IOException {
        if (!is(JsonToken.START_OBJECT)) {
            return null;
        }
        fields(fields, draft);
        return draft;
    }

    @Nullable
    String text() throws IOException {
        return is(JsonToken.VALUE_STRING) ? PlainText.withoutHalfPairs(json.getText()) : null;
    }

    /** Text that must say something. */
    @Nullable
    String requiredText() throws IOException {
        return notBlank(text(), RejectReason.MISSING_FIELD);
    }

    /** Free text: what is longer than we keep is cut off, and that is told. */
    @Nullable
    String comment() throws IOException {
        var text = text();
        if (text == null || !PlainText.isLonger(text, MAX_COMMENT)) {
            return text;
        }
        offences.ignore(path);
        return PlainText.cut(text, MAX_COMMENT);
    }

    /** The id that names the event or the fact it is about. */
    @Nullable
    String ownId() throws IOException {
        return notLong(notBlank(text(), RejectReason.NO_ID), RejectReason.NO_ID);
    }

    /** The id of something else; a blank one names nothing and is absent. */
    @Nullable
    String reference() throws IOException {
        var id = text();
        return id == null || id.isBlank() ? null : notLong(id, RejectReason.TOO_LONG);
    }

    /** As {@link #reference}, where there must be one. */
    @Nullable
    String requiredReference() throws IOException {
        return notLong(requiredText(), RejectReason.TOO_LONG);
    }

    /** A required enum. */
    <E extends Enum<E>> @Nullable E oneOf(Map<String, E> labels) throws IOException {
        var label = text();
        var value = label == null ? null : labels.get(label);
        return label == null || value != null ? value : refuse(RejectReason.UNKNOWN_VALUE);
    }

    /** An optional enum: a label that is not known leaves the field absent, and that is told. */
    <E extends Enum<E>> @Nullable E knownOf(Map<String, E> labels) throws IOException {
        var label = text();
        return label == null ? null : known(labels, label);
    }

    /** The value of a label, if it is known. */
    <E extends Enum<E>> @Nullable E known(Map<String, E> labels, String label) {
        var value = labels.get(label);
        if (value == null) {
            offences.ignore(path);
        }
        return value;
    }

    @Nullable
    Boolean bool() throws IOException {
        return json.currentToken().isBoolean() ? (Boolean) json.getBooleanValue() : wrongType();
    }

    @Nullable
    Integer score(int min, int max) throws IOException {
        return whole(min, max, RejectReason.SCORE_RANGE);
    }

    @Nullable
    Integer whole(int min, int max) throws IOException {
        return whole(min, max, RejectReason.RANGE);
    }

    /** 1e1 is 10; 9.5 is outside whatever the range. */
    private @Nullable Integer whole(int min, int max, RejectReason outside) throws IOException {
        if (!json.currentToken().isNumeric()) {
            return wrongType();
        }
        Integer value = JsonValues.whole(json);
        return value != null && value >= min && value <= max ? value : refuse(outside);
    }

    /** A number from 0 to 1. */
    @Nullable
    Double fraction() throws IOException {
        return number(1);
    }

    /** A number of things, which need not be whole: from 0 to a thousand million. */
    @Nullable
    Double amount() throws IOException {
        return number(MOST);
    }

    private @Nullable Double number(double max) throws IOException {
        if (!json.currentToken().isNumeric()) {
            return wrongType();
        }
        double value = json.getDoubleValue();
        return value >= 0 && value <= max ? (Double) (value + 0.0) : refuse(RejectReason.RANGE); // -0.0 is 0.0
    }

    /** A whole hour, which may lie ahead. */
    @Nullable
    Instant hour() throws IOException {
        var instant = plannedInstant();
        boolean whole = instant == null || instant.equals(instant.truncatedTo(ChronoUnit.HOURS));
        return whole ? instant : refuse(RejectReason.RANGE);
    }

    /** Whether a name in a map can be one: not blank, of 256 characters at most, a top level; notes it when not. */
    boolean isName(String name, boolean withLevels) {
        boolean good = !name.isBlank() && !PlainText.isLonger(name, MAX_ID) && (withLevels || name.indexOf('/') < 0);
        if (!good) {
            offences.note(RejectReason.RANGE, path);
        }
        return good;
    }

    /** Any instant that can be written; whether it is believable depends on when it became known. */
    @Nullable
    Instant instant() throws IOException {
        var text = text();
        var instant = text == null ? null : IsoTime.instant(text);
        return text == null || instant != null ? instant : refuse(RejectReason.TIME_FORMAT);
    }

    /** An instant that may lie ahead, but in a year of four digits. */
    @Nullable
    Instant plannedInstant() throws IOException {
        var instant = instant();
        return instant == null
                        || IsoTime.hasPlainYear(instant.atOffset(ZoneOffset.UTC).getYear())
                ? instant
                : refuse(RejectReason.RANGE);
    }

    @Nullable
    LocalDate date() throws IOException {
        var text = text();
        var date = text == null ? null : IsoTime.date(text);
        if (date == null) {
            return text == null ? null : refuse(RejectReason.TIME_FORMAT);
        }
        return IsoTime.hasPlainYear(date.getYear()) ? date : refuse(RejectReason.RANGE);
    }

    void eachElement(Element element) throws IOException {
        eachElement(Integer.MAX_VALUE, element);
    }

    /** Of a list that may not be longer than so many elements. */
    void eachElement(int most, Element element) throws IOException {
        if (is(JsonToken.START_ARRAY)) {
            var own = path;
            for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
                path = own;
                if (i < most) {
                    offences.enter(own, i);
                    element.read();
                    offences.leave();
                } else {
                    offences.note(RejectReason.RANGE, own);
                    skip();
                }
            }
        }
    }

    /** An entry whose value is null is absent, as a field is. */
    void eachEntry(Entry entry) throws IOException {
        if (is(JsonToken.START_OBJECT)) {
            var own = path;
            for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                path = own;
                if (json.nextToken() != JsonToken.VALUE_NULL) {
                    entry.read(key);
                }
            }
        }
    }

    /** Reads past the value at hand, its syntax and limits checked like any other's. */
    void skip() throws IOException {
        JsonValues.skip(json);
    }

    private boolean is(JsonToken type) throws IOException {
        if (json.currentToken() == type) {
            return true;
        }
        wrongType();
        return false;
    }

    /** Always null, which is of every type. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> @Nullable T wrongType() throws IOException {
        offences.note(RejectReason.TYPE, path);
        skip();
        return null;
    }

    /** Always null, which is of every type. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> @Nullable T refuse(RejectReason reason) {
        offences.note(reason, path);
        return null;
    }

    private @Nullable String notBlank(@Nullable String text, RejectReason otherwise) {
        return text == null || !text.isBlank() ? text : refuse(otherwise);
    }

    private @Nullable String notLong(@Nullable String text, RejectReason otherwise) {
        return text == null || !PlainText.isLonger(text, MAX_ID) ? text : refuse(otherwise);
    }
}

package nl.klantstem.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klantstem.contract.in.RejectReason;
import org.jspecify.annotations.Nullable;

/** The fields of one kind of object that we keep: their names, how each is read, and which must be given. */
final class Fields<D> {

    /** Reads the value at hand into the draft. */
    interface Read<D> {
        void into(D draft, FieldReader in) throws IOException;
    }

    /** A field: where it stands in the document, its bit among those given, how it is read. */
    record Field<D>(String path, long bit, Read<D> read) {}

    private final String prefix;
    private final Map<String, Field<D>> byName = new HashMap<>();
    private final List<Field<D>> ids = new ArrayList<>();
    private final List<Field<D>> required = new ArrayList<>();
    private final Map<String, Fields<?>> inner = new HashMap<>();
    private long mustBeGiven;

    private Fields(String prefix) {
        this.prefix = prefix;
    }

    /** The fields of the event itself. */
    static <D> Fields<D> ofEvent() {
        return new Fields<>("");
    }

    /** The fields of an object under another field. */
    static <D> Fields<D> under(String field) {
        return new Fields<>(field + ".");
    }

    Fields<D> id(String name, Read<D> read) {
        return require(name, read, ids);
    }

    Fields<D> required(String name, Read<D> read) {
        return require(name, read, required);
    }

    Fields<D> optional(String name, Read<D> read) {
        add(name, read);
        return this;
    }

    /** A required field that holds an object, or objects, with fields of its own. */
    Fields<D> required(String name, Fields<?> fields, Read<D> read) {
        inner.put(name, fields);
        return required(name, read);
    }

    /** An optional field that holds an object, or objects, with fields of its own. */
    Fields<D> optional(String name, Fields<?> fields, Read<D> read) {
        inner.put(name, fields);
        return optional(name, read);
    }

    @Nullable
    Field<D> named(String name) {
        return byName.get(name);
    }

    void noteMissing(long given, Offences offences) {
        if ((given & mustBeGiven) != mustBeGiven) {
            note(ids, given, RejectReason.NO_ID, offences);
            note(required, given, RejectReason.MISSING_FIELD, offences);
        }
    }

    /** Notes those of the named fields that were not given. */
    void noteMissing(long given, Offences offences, String... names) {
        var fields = Arrays.stream(names).map(byName::get).toList();
        note(fields, given, RejectReason.MISSING_FIELD, offences);
    }

    /** As much of a path as consists of fields of ours: other names may say anything and are not repeated. */
    @Nullable
    String known(List<String> path) {
        if (path.isEmpty()) {
            return null;
        }
        var field = byName.get(path.get(0));
        var fields = inner.get(path.get(0));
        var deeper = fields == null ? null : fields.known(path.subList(1, path.size()));
        return deeper != null || field == null ? deeper : field.path();
    }

    private static <D> void note(List<Field<D>> fields, long given, RejectReason reason, Offences offences) {
        for (var field : fields) {
            if ((given & field.bit()) == 0) {
                offences.note(reason, field.path());
            }
        }
    }

    private Fields<D> require(String name, Read<D> read, List<Field<D>> list) {
        var field = add(name, read);
        list.add(field);
        mustBeGiven |= field.bit();
        return this;
    }

    private Field<D> add(String name, Read<D> read) {
        var field = new Field<>(prefix + name, 1L << byName.size(), read);
        byName.put(name, field);
        return field;
    }

    /** The values of an enum by the name they have in JSON. */
    static <E extends Enum<E>> Map<String, E> labels(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Enum::name, Function.identity()));
    }
}

package nl.klantstem.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** Compares a record class with a schema, both ways and all the way down, and says where they differ. */
final class RecordForm {

    private final Set<String> exempt;
    private final List<String> differences = new ArrayList<>();

    private RecordForm(Set<String> exempt) {
        this.exempt = exempt;
    }

    /**
     * The differences between a record and a schema.
     *
     * @param exempt paths where what is required may differ from what is not nullable
     */
    static List<String> differences(Class<?> record, JsonNode schema, Set<String> exempt) {
        var form = new RecordForm(exempt);
        form.compareRecord(record, schema, "");
        return form.differences;
    }

    private void compareRecord(Class<?> record, JsonNode schema, String path) {
        var properties = schema.path("properties");
        var components = new TreeSet<String>();
        for (var component : record.getRecordComponents()) {
            components.add(component.getName());
            var at = path + component.getName();
            if (!properties.has(component.getName())) {
                differences.add(at + " is in the record only");
            } else {
                var property = properties.get(component.getName());
                compareRequired(component, schema, at);
                compareType(component.getGenericType(), property, at);
            }
        }
        properties.fieldNames().forEachRemaining(name -> {
            if (!components.contains(name)) {
                differences.add(path + name + " is in the schema only");
            }
        });
    }

    private void compareRequired(RecordComponent component, JsonNode schema, String at) {
        boolean required = texts(schema.path("required")).contains(component.getName());
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (required == nullable && !exempt.contains(at)) {
            differences.add(at + (required ? " is required but nullable" : " is optional but not nullable"));
        }
    }

    private void compareType(Type type, JsonNode property, String at) {
        if (type instanceof ParameterizedType generic) {
            var raw = (Class<?>) generic.getRawType();
            var arguments = generic.getActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                expect(property, "array", at);
                compareType(arguments[0], property.path("items"), at + "[]");
            } else if (Map.class.isAssignableFrom(raw)) {
                expect(property, "object", at);
                compareKeys(arguments[0], property, at);
                for (var value : property.path("properties")) {
                    compareType(arguments[1], value, at + "{}");
                }
            }
        } else {
            comparePlain((Class<?>) type, property, at);
        }
    }

    private void compareKeys(Type keys, JsonNode property, String at) {
        if (keys instanceof Class<?> type && type.isEnum()) {
            var names = new TreeSet<String>();
            property.path("properties").fieldNames().forEachRemaining(names::add);
            if (!names.equals(constants(type))) {
                differences.add(at + " has the keys " + names + ", not " + constants(type));
            }
        }
    }

    private void comparePlain(Class<?> type, JsonNode property, String at) {
        if (type == Scope.class) {
            expect(property, "object", at);
        } else if (type.isRecord()) {
            expect(property, "object", at);
            compareRecord(type, property, at + ".");
        } else if (type.isEnum()) {
            expect(property, "string", at);
            if (!texts(property.path("enum")).equals(constants(type))) {
                differences.add(at + " has the values " + property.path("enum") + ", not " + constants(type));
            }
        } else {
            expect(property, jsonType(type), at);
            var format = type == Instant.class ? "date-time" : type == LocalDate.class ? "date" : "";
            if (!property.path("format").asText("").equals(format)) {
                differences.add(at + " has the format " + property.path("format") + ", not " + format);
            }
        }
    }

    private static String jsonType(Class<?> type) {
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (Set.of(String.class, Instant.class, LocalDate.class, Duration.class, ZoneId.class)
                .contains(type)) {
            return "string";
        }
        throw new IllegalArgumentException("what is a " + type + " in JSON?");
    }

    private void expect(JsonNode property, String type, String at) {
        var types = property.path("type").isArray()
                ? texts(property.path("type"))
                : Set.of(property.path("type").asText());
        if (!types.contains(type)) {
            differences.add(at + " is " + types + ", not " + type);
        }
        if (!property.hasNonNull("description") && !at.endsWith("[]") && !at.endsWith("{}")) {
            differences.add(at + " has no description");
        }
    }

    /** The texts in an array; null, which says that a value may be left out, is none. */
    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        StreamSupport.stream(array.spliterator(), false)
                .filter(JsonNode::isTextual)
                .forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static Set<String> constants(Class<?> type) {
        var names = new TreeSet<String>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> names.add(((Enum<?>) constant).name()));
        return names;
    }
}

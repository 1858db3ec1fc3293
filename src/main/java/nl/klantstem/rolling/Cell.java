package nl.klantstem.rolling;

import java.util.Arrays;
import java.util.TreeMap;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** What is counted: a measure in a scope. Its {@link #id} names it in frames and state. */
public record Cell(String measure, Scope scope) {

    /** Between the parts of an id; no label may hold it. */
    static final char SEPARATOR = '\u001f';

    private static final String NO_SUBJECT = "";

    public static Cell parse(String id) {
        String[] parts = id.split(String.valueOf(SEPARATOR), -1);
        var labels = new TreeMap<String, String>();
        Arrays.stream(parts).skip(1).forEach(part -> {
            int equals = part.indexOf('=');
            labels.put(part.substring(0, equals), part.substring(equals + 1));
        });
        return new Cell(parts[0], new Scope(labels));
    }

    public String id() {
        var id = new StringBuilder(measure);
        scope.labels()
                .forEach((name, label) ->
                        id.append(SEPARATOR).append(name).append('=').append(label));
        return id.toString();
    }

    /** What decides where the cell lives: its journey, else its driver's top level. Cells that explain each other meet. */
    public String subject() {
        @Nullable String journey = scope.labels().get(Scope.JOURNEY);
        if (journey != null) {
            return journey;
        }
        @Nullable String driver = scope.labels().get(Scope.DRIVER);
        return driver == null ? NO_SUBJECT : driver.split("/", 2)[0];
    }
}

package nl.klantstem.rolling;

import java.util.Arrays;
import java.util.TreeMap;
import nl.klantstem.contract.out.Scope;
import org.jspecify.annotations.Nullable;

/** What is counted: a measure in a scope. Its {@link #id} names it in frames and state. */
public final class Cell {

    /** Between the parts of an id; no label may hold it. */
    static final char SEPARATOR = '\u001f';

    private static final String NO_SUBJECT = "";

    private final String measure;
    private final Scope scope;
    private final String id;
    private final String subject;

    public Cell(String measure, Scope scope) {
        this.measure = measure;
        this.scope = scope;
        this.id = id(measure, scope);
        this.subject = subject(scope);
    }

    public static Cell parse(String id) {
        String[] parts = id.split(String.valueOf(SEPARATOR), -1);
        var labels = new TreeMap<String, String>();
        Arrays.stream(parts).skip(1).forEach(part -> {
            int equals = part.indexOf('=');
            labels.put(part.substring(0, equals), part.substring(equals + 1));
        });
        return new Cell(parts[0], new Scope(labels));
    }

    private static String id(String measure, Scope scope) {
        var id = new StringBuilder(measure);
        scope.labels()
                .forEach((name, label) ->
                        id.append(SEPARATOR).append(name).append('=').append(label));
        return id.toString();
    }

    public String measure() {
        return measure;
    }

    public Scope scope() {
        return scope;
    }

    public String id() {
        return id;
    }

    /** What decides where the cell lives: its journey, else its driver's top level. Cells that explain each other meet. */
    public String subject() {
        return subject;
    }

    private static String subject(Scope scope) {
        @Nullable String journey = scope.labels().get(Scope.JOURNEY);
        if (journey != null) {
            return journey;
        }
        @Nullable String driver = scope.labels().get(Scope.DRIVER);
        return driver == null ? NO_SUBJECT : driver.split("/", 2)[0];
    }

    /** The cell without a dimension of its scope; null when it has none such. Both must live in the same partition. */
    @Nullable
    Cell without(String dimension) {
        if (!scope.labels().containsKey(dimension)) {
            return null;
        }
        var rest = new TreeMap<>(scope.labels());
        rest.remove(dimension);
        var cell = new Cell(measure, new Scope(rest));
        if (!cell.subject().equals(subject())) {
            throw new IllegalStateException("'" + measure + "' cannot rank by " + dimension
                    + ": it decides in which partition a cell lives, so the cells would not meet");
        }
        return cell;
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof Cell that && id.equals(that.id));
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id.replace(SEPARATOR, ' ');
    }
}

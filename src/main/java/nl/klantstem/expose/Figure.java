package nl.klantstem.expose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A row of the table that says what of the insights is shown: of the scopes of one shape the counts that make up a metric,
 * each with the labels that tell it from the others. All labels of the metric that are no dimension of the scope (nor the
 * window) are those of the parts, in their order.
 *
 * @param span for which windows; EVER for a cumulative total
 */
record Figure<V>(MetricCatalogue metric, Shape shape, Span span, List<Part<V>> parts) {

    /** A count that may not be shown. */
    static final long HIDDEN = -1;

    /** One count of a value; parts with the same labels are added. */
    record Part<V>(List<String> labels, ToLongFunction<V> count) {
        Part {
            labels = List.copyOf(labels);
        }
    }

    Figure {
        parts = List.copyOf(parts);
    }

    @SafeVarargs
    static <V> Figure<V> row(MetricCatalogue metric, Shape shape, Span span, Part<V>... parts) {
        var all = new ArrayList<Part<V>>();
        for (var part : parts) {
            all.add(part);
        }
        return new Figure<>(metric, shape, span, all);
    }

    static <V> Part<V> part(String label, ToLongFunction<V> count) {
        return new Part<>(List.of(label), count);
    }

    /** The metric is this count. */
    static <V> Part<V> whole(ToLongFunction<V> count) {
        return new Part<>(List.of(), count);
    }

    /** A total and what is taken back of it, which have the same parts. */
    static <V, T> List<Figure<V>> totals(Shape shape, Total<V, T> counted, Total<V, T> corrected, List<Part<T>> parts) {
        return List.of(counted.figure(shape, parts), corrected.figure(shape, parts));
    }

    /** Where the counts of a total are in a value. */
    record Total<V, T>(MetricCatalogue metric, Function<V, T> in) {
        private Figure<V> figure(Shape shape, List<Part<T>> parts) {
            return new Figure<>(
                    metric,
                    shape,
                    Span.EVER,
                    parts.stream()
                            .map(part -> new Part<V>(
                                    part.labels(), value -> part.count().applyAsLong(in.apply(value))))
                            .toList());
        }
    }
}

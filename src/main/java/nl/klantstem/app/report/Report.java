package nl.klantstem.app.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question.
 *
 * @param title of what it is about
 * @param groups by the dimension that was asked for
 * @param days absent when no days were published
 * @param asOf the recorded time up to which everything is in; absent when not known
 * @param source where it was read
 */
record Report(
        Question question,
        String title,
        Figure whole,
        List<Figure> groups,
        @Nullable Reconciliation days,
        @Nullable Instant asOf,
        String source) {

    static final String ALL = "all journeys";

    Report {
        groups = List.copyOf(groups);
    }
}

package nl.klantstem.ingest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.klantstem.ingest.Parsed.Rejected;
import org.jspecify.annotations.Nullable;

/** What a document says, or why it is refused. {@code ignored} as in {@link Parsed.Accepted}. */
record Document<T>(
        @Nullable T fact, List<String> ignored, @Nullable Rejected why) {

    Document {
        ignored = List.copyOf(ignored);
    }

    static <T> Document<T> refused(Rejected why) {
        return new Document<>(null, List.of(), why);
    }

    /** The fact of a document that is not refused. */
    T required() {
        return requireNonNull(fact);
    }
}

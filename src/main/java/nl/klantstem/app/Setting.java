package nl.klantstem.app;

import java.time.DateTimeException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be set.
 *
 * @param key its name in the file and in --set: section.name
 * @param parse text to value; throws IllegalArgumentException or DateTimeException for what it does not take
 * @param expected what it takes, to end the sentence "'x' is not ..."
 * @param fallback what holds when nobody sets it, as text; null when it has to be set by who needs it
 * @param promise what it does, one sentence for the documentation
 */
record Setting<T>(
        String key,
        Function<String, T> parse,
        String expected,
        @Nullable String fallback,
        String promise) {

    static final String ENVIRONMENT = "KLANTSTEM_";

    /** The environment variable that sets it: KLANTSTEM_PIPELINE_COMMIT_INTERVAL for pipeline.commitInterval. */
    String variable() {
        return ENVIRONMENT
                + key.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** Whether a text is a value of it. */
    boolean takes(String text) {
        try {
            return parse.apply(text) != null;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }
}

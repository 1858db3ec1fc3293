package nl.klantstem.app.tail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.UserMistake;
import org.jspecify.annotations.Nullable;

/**
 * Which records are shown.
 *
 * @param scope labels or fields that a record must have
 * @param exact whether its scope may have no other dimension than these, beside programme and audience
 * @param finals whether provisional records are left out
 * @param since the earliest time of a record
 */
record Wanted(
        Map<String, String> scope,
        boolean exact,
        boolean finals,
        @Nullable Instant since) {

    Wanted {
        scope = Map.copyOf(scope);
    }

    /** Whether a record is to be shown; without a value its key says what it was about. */
    boolean shows(Instant at, JsonNode key, @Nullable JsonNode value) {
        JsonNode record = value == null ? key : value;
        return (since == null || !at.isBefore(since))
                && !(finals && isProvisional(key, record))
                && scope.entrySet().stream().allMatch(wanted -> TopicForm.label(record, wanted.getKey())
                        .equals(wanted.getValue()))
                && (!exact || isExact(record));
    }

    private boolean isExact(JsonNode record) {
        Set<String> others = new HashSet<>(TopicForm.dimensions(record));
        others.removeAll(scope.keySet());
        return others.isEmpty();
    }

    private static boolean isProvisional(JsonNode key, JsonNode record) {
        return record.path("provisional").asBoolean()
                || key.path("state").asText().equals("CURRENT");
    }

    /** A time, or how long before now; throws UserMistake for anything else. */
    static Instant since(String text, Instant now) {
        try {
            return text.startsWith("P")
                    ? now.minus(Duration.parse(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new UserMistake(
                    "--since " + text
                            + " is neither how long ago, such as PT2H or P7D, nor a time such as 2026-11-27T09:00:00+01:00",
                    e);
        }
    }
}

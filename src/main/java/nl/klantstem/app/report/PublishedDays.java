package nl.klantstem.app.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.contract.out.Window;
import org.jspecify.annotations.Nullable;

/**
 * What was published of each day when it had closed, and how far everything is. A final of a day is published when it
 * changes, so the last one of a day stands at its close also when it is of an earlier hour.
 */
final class PublishedDays {

    private final Question question;
    private final Map<LocalDate, JourneyNps> finals = new HashMap<>();
    private final Map<Integer, InsightProgress> progress = new HashMap<>();
    private @Nullable Duration allowance;
    private @Nullable String zone;

    PublishedDays(Question question) {
        this.question = question;
    }

    /** Whether the value of a key is needed. */
    boolean needs(InsightKey key) {
        boolean isDay = key.type() == Window.Type.DAY && key.state() == InsightKey.State.FINAL;
        return isDay && (allowance == null || key.scope().equals(question.scope()));
    }

    void take(InsightKey key, JourneyNps value) {
        // A final is the window up to a time as known an allowance later.
        allowance = Duration.between(value.window().to(), value.asOf());
        zone = value.window().zone();
        LocalDate date = key.date();
        if (date != null && key.scope().equals(question.scope())) {
            finals.put(date, value);
        }
    }

    void take(ProgressKey key, InsightProgress value) {
        if (key.kind() == InsightProgress.Kind.FINALS) {
            progress.put(key.partition(), value);
        }
    }

    /** The last final of a day, or null when there was none: then nobody was known to have answered. */
    @Nullable
    JourneyNps last(LocalDate day) {
        return finals.get(day);
    }

    /** Whether any day was published at all. */
    boolean any() {
        return allowance != null;
    }

    /** The zone of the days that were published; null when none were. */
    @Nullable
    String zone() {
        return zone;
    }

    /** The recorded time as of which a day was closed; null when no day was published. */
    @Nullable
    Instant closedAt(Period.Day day) {
        @Nullable JourneyNps own = finals.get(day.date());
        @Nullable
        Duration after = own == null ? allowance : Duration.between(own.window().to(), own.asOf());
        return after == null ? null : day.to().plus(after);
    }

    /** The recorded time up to which everything is in the ledger; null when some partition has not said yet. */
    @Nullable
    Instant asOf() {
        int partitions = progress.values().stream()
                .mapToInt(InsightProgress::partitions)
                .max()
                .orElse(1);
        return progress.size() < partitions
                ? null
                : progress.values().stream()
                        .map(InsightProgress::asOf)
                        .min(Instant::compareTo)
                        .orElse(null);
    }
}

package nl.klantstem.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.scenario.AlertStory.Answer;
import nl.klantstem.stats.Answers;
import nl.klantstem.stats.Direction;
import nl.klantstem.stats.Norm;
import nl.klantstem.stats.Recovery;
import nl.klantstem.stats.ScoreChange;
import nl.klantstem.stats.Watch;
import nl.klantstem.stats.WatchSettings;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of a story's answers, straight from the answers: each goes once, when it was first sent, into the watch of its
 * journey and into that of all, minute by minute. Only the watch itself is the product's; whatever brings answers to it is not.
 */
final class AlertRecount {

    private final TreeMap<String, One> watched = new TreeMap<>();
    private final List<Alarm> alarms = new ArrayList<>();

    /** An alarm of a scope ("" is all together), and when it was over. */
    static final class Alarm {
        final String scope;
        final Direction direction;
        final long raised;
        final long since;
        final double years;
        long ended = -1;

        private Alarm(String scope, Direction direction, long raised, ScoreChange change, double years) {
            this.scope = scope;
            this.direction = direction;
            this.raised = raised;
            this.since = change.since();
            this.years = years;
        }

        Instant raisedAt() {
            return Instant.ofEpochSecond(60 * (raised + 1));
        }

        String told() {
            return String.format(
                    Locale.ROOT,
                    "\"raisedAt\":\"%s\",\"since\":\"%s\",\"evidenceYears\":%s",
                    raisedAt(),
                    Instant.ofEpochSecond(60 * since),
                    Math.round(10_000 * years) / 10_000.0);
        }
    }

    private static final class One {
        final Watch watch = new Watch(WatchSettings.USUAL, EnumSet.allOf(Direction.class));
        final Answers minute = new Answers();

        @Nullable
        Alarm alarm;

        @Nullable
        Recovery recovery;
    }

    /** Through all minutes of the days of the answers, and so many days more. */
    AlertRecount(List<Answer> answers, LocalDate first, LocalDate end, List<String> journeys) {
        journeys.forEach(journey -> watched.put(journey, new One()));
        watched.put("", new One());
        var seen = new HashSet<String>();
        var byMinute = new TreeMap<Long, List<Answer>>();
        for (Answer answer : answers) {
            if (seen.add(answer.id())) {
                byMinute.computeIfAbsent(answer.recordedAt().getEpochSecond() / 60, m -> new ArrayList<>())
                        .add(answer);
            }
        }
        ZonedDateTime at = first.atStartOfDay(AlertStory.AMSTERDAM);
        ZonedDateTime last = end.atStartOfDay(AlertStory.AMSTERDAM);
        for (; at.isBefore(last); at = at.plusMinutes(1)) {
            minute(at, byMinute.getOrDefault(at.toEpochSecond() / 60, List.of()));
        }
    }

    private void minute(ZonedDateTime at, List<Answer> answers) {
        long minute = at.toEpochSecond() / 60;
        for (Answer answer : answers) {
            one(answer.journey()).minute.add("unknown/unknown", answer.score());
            one("").minute.add(answer.journey() + "/unknown", answer.score());
        }
        for (One one : watched.values()) {
            one.watch.minute(minute, at.getHour(), one.minute);
            if (one.recovery != null && one.alarm != null) {
                Norm norm = one.watch.norm().orElseThrow();
                one.recovery.minute(1, one.minute, segment -> norm.shift(segment, at.getHour()));
                if (one.recovery.isRecovered()) {
                    one.alarm.ended = minute;
                    one.alarm = null;
                    one.recovery = null;
                    one.watch.closeIncident();
                }
            }
        }
        for (Direction direction : Direction.values()) {
            raise(minute, direction);
        }
        boolean dayEnds = !at.plusMinutes(1).toLocalDate().equals(at.toLocalDate());
        for (One one : watched.values()) {
            one.minute.clear();
            if (dayEnds) {
                one.watch.endOfDay();
            }
        }
    }

    /** Journeys share one budget: of k that change each needs 1/k. All together are on their own. */
    private void raise(long minute, Direction direction) {
        var ready = new TreeMap<String, Double>();
        watched.forEach((scope, one) -> {
            if (one.alarm == null && one.watch.years(direction).isPresent()) {
                ready.put(scope, one.watch.years(direction).getAsDouble());
            }
        });
        @Nullable Double all = ready.remove("");
        List<Map.Entry<String, Double>> strongest = ready.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .toList();
        int alarmed = 0;
        for (int k = 1; k <= strongest.size(); k++) {
            alarmed = strongest.get(k - 1).getValue() >= 1.0 / k ? k : alarmed;
        }
        strongest.subList(0, alarmed).stream()
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(scope -> raise(scope, minute, direction));
        if (all != null && all >= 1) {
            raise("", minute, direction);
        }
    }

    private void raise(String scope, long minute, Direction direction) {
        One one = one(scope);
        ScoreChange change = one.watch.change(direction).orElseThrow();
        Norm norm = one.watch.norm().orElseThrow();
        one.alarm = new Alarm(
                scope, direction, minute, change, one.watch.years(direction).orElseThrow());
        alarms.add(one.alarm);
        one.watch.openIncident(change.since());
        one.recovery = new Recovery(new Recovery.Terms(
                direction, norm.score(), Math.abs(change.points()), norm.contributionVariance(), 5, 30));
    }

    private One one(String scope) {
        return watched.computeIfAbsent(scope, any -> new One());
    }

    List<Alarm> alarms() {
        return List.copyOf(alarms);
    }

    /** Whether all alarms are one incident: within an hour of the first, or about all together and one of it. */
    boolean isOneIncident() {
        return !alarms.isEmpty()
                && alarms.stream()
                        .allMatch(alarm -> alarm.direction == alarms.get(0).direction
                                && (alarm.scope.isEmpty() != alarms.get(0).scope.isEmpty()
                                        || Duration.between(alarms.get(0).raisedAt(), alarm.raisedAt())
                                                        .compareTo(Duration.ofHours(1))
                                                <= 0));
    }
}

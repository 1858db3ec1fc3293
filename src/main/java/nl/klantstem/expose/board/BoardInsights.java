package nl.klantstem.expose.board;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.ContactDrivers;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.ContactSurgeKey;
import nl.klantstem.contract.out.DaySteering;
import nl.klantstem.contract.out.DaySteeringKey;
import nl.klantstem.contract.out.InsightKey;
import nl.klantstem.contract.out.InsightProgress;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.MeasureEffectKey;
import nl.klantstem.contract.out.NpsAlert;
import nl.klantstem.contract.out.NpsAlertKey;
import nl.klantstem.contract.out.NpsWatch;
import nl.klantstem.contract.out.NpsWatchKey;
import nl.klantstem.contract.out.ProgressKey;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import nl.klantstem.topic.Topics;
import org.jspecify.annotations.Nullable;

/** The records that the board is made of. One thread fills it while others look at it. */
public final class BoardInsights {

    /** The topics that it takes records of. */
    public static final Set<Topic> TOPICS = Set.of(
            Topic.JOURNEY_NPS,
            Topic.CONTACT_DRIVERS,
            Topic.CONTACT_OUTCOMES,
            Topic.NPS_ALERTS,
            Topic.NPS_WATCHES,
            Topic.CONTACT_SURGES,
            Topic.MEASURE_EFFECTS,
            Topic.DAY_STEERING,
            Topic.INSIGHT_PROGRESS);

    /** A little more than is shown. */
    private static final int DAYS = 35;

    private static final Set<Set<String>> NPS_SCOPES =
            Set.of(Set.of(Scope.PROGRAMME, Scope.AUDIENCE), Set.of(Scope.PROGRAMME, Scope.AUDIENCE, Scope.JOURNEY));
    private static final Set<Set<String>> DRIVER_SCOPES =
            Set.of(Set.of(Scope.AUDIENCE), Set.of(Scope.AUDIENCE, Scope.DRIVER, Scope.LEVEL));
    private static final Set<Set<String>> OUTCOME_SCOPES = Set.of(Set.of(Scope.AUDIENCE));

    private final Clock clock;
    private final Map<Topic, Kept<?, ?>> kept = new EnumMap<>(Topic.class);
    private final Kept<InsightKey, JourneyNps> nps;
    private final Kept<InsightKey, ContactDrivers> drivers;
    private final Kept<InsightKey, ContactOutcomes> outcomes;
    private final Kept<NpsAlertKey, NpsAlert> alerts;
    private final Kept<NpsWatchKey, NpsWatch> watches;
    private final Kept<ContactSurgeKey, ContactSurge> surges;
    private final Kept<MeasureEffectKey, MeasureEffect> measures;
    private final Kept<DaySteeringKey, DaySteering> steering;
    private final Map<ProgressKey, InsightProgress> finals = new HashMap<>();
    private final Map<DaySteering.Kind, LocalDate> lastSteered = new EnumMap<>(DaySteering.Kind.class);
    private LocalDate lastDay = LocalDate.MIN;
    private @Nullable Instant upTo;
    private @Nullable Instant movedAt;

    public BoardInsights(Topics topics, Programme programme, Clock clock) {
        this.clock = clock;
        nps = keep(
                topics,
                Topic.JOURNEY_NPS,
                new Kept.Kind<>(
                        InsightKey.class,
                        JourneyNps.class,
                        key -> is(key, NPS_SCOPES)
                                && programme.name().equals(key.scope().labels().get(Scope.PROGRAMME))
                                && isRecent(key),
                        value -> value.window() == null || value.reliability() == null ? null : value.asOf()));
        drivers = keep(
                topics,
                Topic.CONTACT_DRIVERS,
                new Kept.Kind<>(
                        InsightKey.class,
                        ContactDrivers.class,
                        key -> is(key, DRIVER_SCOPES) && key.date() == null,
                        value -> value.window() == null ? null : value.asOf()));
        outcomes = keep(
                topics,
                Topic.CONTACT_OUTCOMES,
                new Kept.Kind<>(
                        InsightKey.class,
                        ContactOutcomes.class,
                        key -> is(key, OUTCOME_SCOPES) && key.date() == null,
                        value -> value.window() == null ? null : value.asOf()));
        alerts = keep(
                topics,
                Topic.NPS_ALERTS,
                new Kept.Kind<>(
                        NpsAlertKey.class,
                        NpsAlert.class,
                        key -> true,
                        value -> value.programme() != programme || value.state() == null || value.scope() == null
                                ? null
                                : value.asOf()));
        watches = keep(
                topics,
                Topic.NPS_WATCHES,
                new Kept.Kind<>(
                        NpsWatchKey.class,
                        NpsWatch.class,
                        key -> key.programme() == programme && key.scope() != null,
                        value -> value.state() == null ? null : value.asOf()));
        surges = keep(
                topics,
                Topic.CONTACT_SURGES,
                new Kept.Kind<>(
                        ContactSurgeKey.class,
                        ContactSurge.class,
                        key -> true,
                        value -> value.state() == null || value.scope() == null ? null : value.asOf()));
        measures = keep(
                topics,
                Topic.MEASURE_EFFECTS,
                new Kept.Kind<>(
                        MeasureEffectKey.class,
                        MeasureEffect.class,
                        key -> true,
                        value -> value.state() == null || value.effectiveAt() == null ? null : value.asOf()));
        steering = keep(
                topics,
                Topic.DAY_STEERING,
                new Kept.Kind<>(
                        DaySteeringKey.class,
                        DaySteering.class,
                        this::isRecent,
                        value -> DaySteeringTold.isWhole(value) ? value.asOf() : null));
    }

    /** Takes a record as it came; one that cannot be read is not shown. */
    public synchronized void accept(Topic topic, byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null) {
            return;
        }
        try {
            if (topic == Topic.INSIGHT_PROGRESS) {
                progress(key, value);
            } else if (kept.containsKey(topic)) {
                kept.get(topic).accept(key, value);
            }
        } catch (IOException unreadable) {
            return;
        }
    }

    synchronized Seen seen() {
        return new Seen(
                nps.told(),
                drivers.told(),
                outcomes.told(),
                alerts.told(),
                watches.told(),
                surges.told(),
                measures.told(),
                steering.told(),
                upTo,
                movedAt);
    }

    private <K, V> Kept<K, V> keep(Topics topics, Topic topic, Kept.Kind<K, V> kind) {
        var made = new Kept<>(topics.name(topic), kind);
        kept.put(topic, made);
        return made;
    }

    private static boolean is(InsightKey key, Set<Set<String>> scopes) {
        return key.scope() != null
                && key.type() != null
                && key.state() != null
                && scopes.contains(key.scope().labels().keySet());
    }

    /** Days that are no longer shown are let go when a new one begins. */
    private boolean isRecent(InsightKey key) {
        LocalDate date = key.date();
        if (date == null) {
            return true;
        }
        if (date.isAfter(lastDay)) {
            lastDay = date;
            nps.forget(old -> old.date() != null && old.date().isBefore(date.minusDays(DAYS)));
        }
        return !date.isBefore(lastDay.minusDays(DAYS));
    }

    /** Of hours and of days those of the last day and the one before, so that one that cannot be read hides nothing. */
    private boolean isRecent(DaySteeringKey key) {
        if (key.kind() == null || key.date() == null) {
            return false;
        }
        LocalDate last = lastSteered.getOrDefault(key.kind(), LocalDate.MIN);
        if (key.date().isAfter(last)) {
            lastSteered.put(key.kind(), key.date());
            steering.forget(old ->
                    old.kind() == key.kind() && old.date().isBefore(key.date().minusDays(1)));
        }
        return !key.date().plusDays(1).isBefore(last);
    }

    private void progress(byte[] keyBytes, byte @Nullable [] bytes) throws IOException {
        ProgressKey key = Json.MAPPER.readValue(keyBytes, ProgressKey.class);
        if (key == null || key.kind() != InsightProgress.Kind.FINALS) {
            return;
        }
        InsightProgress value = bytes == null ? null : Json.MAPPER.readValue(bytes, InsightProgress.class);
        if (value == null) {
            finals.remove(key);
        } else if (value.asOf() != null) {
            finals.put(key, value);
        }
        @Nullable Instant reached = Watermark.of(finals.values()).orElse(null);
        if (reached != null && !reached.equals(upTo)) {
            upTo = reached;
            movedAt = clock.instant();
        }
    }
}

package nl.klantstem.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.klantstem.contract.out.JourneyNps;
import nl.klantstem.contract.out.JourneyOutcomes;
import nl.klantstem.contract.out.JourneySteps;
import nl.klantstem.contract.out.MeasureEffect;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.SurveyHealth;
import nl.klantstem.contract.out.Window;
import nl.klantstem.replay.Collector;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The finals that a story is told by, as they stood at any time: kept from what is published, as any subscriber can. */
final class StoryFinals implements Collector.Sink {

    private record Spot(Class<?> kind, Scope scope, String length) {}

    private final Map<Spot, TreeMap<Instant, Object>> finals = new HashMap<>();
    private final SortedMap<String, MeasureEffect> effects = new TreeMap<>();

    @Override
    public void take(Topic topic, ConsumerRecord<byte[], byte[]> published) {
        byte @Nullable [] value = published.value();
        if (value == null) {
            return;
        }
        switch (topic) {
            case JOURNEY_NPS -> {
                var figure = read(value, JourneyNps.class);
                keep(figure, figure.scope(), figure.window(), figure.provisional());
            }
            case JOURNEY_STEPS -> {
                var figure = read(value, JourneySteps.class);
                keep(figure, figure.scope(), figure.window(), figure.provisional());
            }
            case JOURNEY_OUTCOMES -> {
                var figure = read(value, JourneyOutcomes.class);
                keep(figure, figure.scope(), figure.window(), figure.provisional());
            }
            case SURVEY_HEALTH -> {
                var figure = read(value, SurveyHealth.class);
                keep(figure, figure.scope(), figure.window(), figure.provisional());
            }
            case MEASURE_EFFECTS -> keep(read(value, MeasureEffect.class));
            default -> {}
        }
    }

    /** What the last final up to a time says: a window that did not change since is not published again. */
    synchronized <T> Optional<T> at(Instant time, Class<T> kind, Scope scope, String length) {
        return Optional.ofNullable(finals.get(new Spot(kind, scope, length)))
                .map(byTime -> byTime.floorEntry(time))
                .map(Map.Entry::getValue)
                .map(kind::cast);
    }

    /** What was said last of each measure, in the order of their ids. */
    synchronized List<MeasureEffect> effects() {
        return List.copyOf(effects.values());
    }

    private synchronized void keep(MeasureEffect effect) {
        effects.merge(effect.measureId(), effect, (one, other) -> other.asOf().isBefore(one.asOf()) ? one : other);
    }

    private synchronized void keep(Object figure, Scope scope, Window window, boolean provisional) {
        if (!provisional && window.type() == Window.Type.ROLLING) {
            var spot = new Spot(figure.getClass(), scope, Objects.requireNonNull(window.length()));
            finals.computeIfAbsent(spot, s -> new TreeMap<>()).put(window.to(), figure);
        }
    }

    private static <T> T read(byte[] value, Class<T> kind) {
        try {
            return Json.MAPPER.readValue(value, kind);
        } catch (IOException e) {
            throw new UncheckedIOException("what is published is no " + kind.getSimpleName(), e);
        }
    }
}

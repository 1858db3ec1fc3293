package nl.klantstem.insight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.rolling.Reference;
import nl.klantstem.rolling.References;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Topic;
import org.jspecify.annotations.Nullable;

/** What is planned by hour, as it is known now. */
public final class Plans {

    private static final String TOPIC = Topic.PLAN.shortName();
    private static final long HOUR = 60;
    private static final long NEVER = -1;

    private Map<String, Parsed> parsed = new HashMap<>();
    private final Map<String, HourPlan> byHour = new HashMap<>();
    private long version = NEVER;

    /** What a record says, so that only a new one is read. */
    private record Parsed(Reference reference, HourPlan plan) {}

    /** Takes what is known now. */
    public void know(References references) {
        long now = references.version(TOPIC);
        if (now == version) {
            return;
        }
        version = now;
        var known = new HashMap<String, Parsed>();
        byHour.clear();
        references.current(TOPIC).forEach((key, reference) -> {
            @Nullable Parsed before = parsed.get(key);
            // The very record: what it says was read before.
            Parsed each = before != null && same(before.reference(), reference) ? before : parse(reference);
            known.put(key, each);
            HourPlan plan = each.plan();
            byHour.put(key(plan.audience().name(), plan.hour().getEpochSecond() / HOUR), plan);
        });
        parsed = known;
    }

    private static boolean same(Reference one, Reference other) {
        return one.partition() == other.partition() && one.offset() == other.offset();
    }

    private static Parsed parse(Reference reference) {
        try {
            return new Parsed(reference, Json.MAPPER.readValue(reference.value(), HourPlan.class));
        } catch (IOException e) {
            throw new UncheckedIOException("a plan that was checked cannot be read", e);
        }
    }

    /** The contacts planned for the hour that holds a minute, by channel and the driver's top level; empty without any. */
    public Map<Channel, Map<String, Double>> contacts(String audience, long minute) {
        @Nullable HourPlan plan = of(audience, minute);
        return plan == null ? Map.of() : plan.forecastContacts();
    }

    /** What is planned for an audience in the hour that holds a minute; null when nothing is. */
    public @Nullable HourPlan of(String audience, long minute) {
        return byHour.isEmpty() ? null : byHour.get(key(audience, Math.floorDiv(minute, HOUR) * HOUR));
    }

    private static String key(String audience, long minute) {
        return audience + minute;
    }
}

package nl.klantstem.contract.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is planned for an hour; the last record of an audience and hour holds.
 *
 * @param hour its beginning, a whole hour
 * @param forecastContacts by channel, then by the driver's top level: inbound contacts, 0 or more
 * @param capacityContacts by channel, then by service partner (in house is IN_HOUSE): contacts that can be handled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HourPlan(
        Audience audience,
        Instant hour,
        @Nullable Double forecastOrders,
        Map<Channel, Map<String, Double>> forecastContacts,
        Map<Channel, Map<String, Double>> capacityContacts)
        implements ReferenceFact {

    public HourPlan {
        forecastContacts = sorted(forecastContacts);
        capacityContacts = sorted(capacityContacts);
    }

    /** The audience and the hour: {@code CUSTOMER/2026-11-27T09:00:00Z}. */
    @Override
    public String key() {
        return key(audience, hour);
    }

    /** The key of the plan of an audience for an hour. */
    public static String key(Audience audience, Instant hour) {
        return audience + "/" + hour;
    }

    /** In the order of the names, so that equal plans are written equally in every process. */
    private static Map<Channel, Map<String, Double>> sorted(Map<Channel, Map<String, Double>> byChannel) {
        var sorted = new TreeMap<Channel, Map<String, Double>>();
        byChannel.forEach((channel, byName) -> sorted.put(channel, Collections.unmodifiableMap(new TreeMap<>(byName))));
        return Collections.unmodifiableMap(sorted);
    }
}

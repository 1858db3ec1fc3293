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
        Map<Channel, Map<String, Double>> capacityContacts) {

    public HourPlan {
        forecastContacts = Collections.unmodifiableMap(new TreeMap<>(forecastContacts));
        capacityContacts = Collections.unmodifiableMap(new TreeMap<>(capacityContacts));
    }
}

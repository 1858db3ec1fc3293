package nl.klantstem.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.contract.in.ReferenceFact;
import org.jspecify.annotations.Nullable;

/** The plan of an hour while it is read. */
final class HourPlanDraft extends Draft<ReferenceFact> {

    private static final Map<String, Audience> AUDIENCE = Fields.labels(Audience.class);
    private static final Map<String, Channel> CHANNEL = Fields.labels(Channel.class);

    static final Fields<HourPlanDraft> FIELDS = Fields.<HourPlanDraft>ofEvent()
            .required("hour", (d, in) -> d.hour = in.hour())
            .optional("audience", (d, in) -> d.audience = in.oneOf(AUDIENCE))
            .optional("forecastOrders", (d, in) -> d.forecastOrders = in.amount())
            .optional("forecastContacts", (d, in) -> d.forecastContacts = byChannel(in, false))
            .optional("capacityContacts", (d, in) -> d.capacityContacts = byChannel(in, true));

    private @Nullable Instant hour;
    private @Nullable Audience audience = Audience.CUSTOMER;
    private @Nullable Double forecastOrders;
    private Map<Channel, Map<String, Double>> forecastContacts = Map.of();
    private Map<Channel, Map<String, Double>> capacityContacts = Map.of();

    @Override
    HourPlan fact() {
        return new HourPlan(
                requireNonNull(audience), requireNonNull(hour), forecastOrders, forecastContacts, capacityContacts);
    }

    private static Map<Channel, Map<String, Double>> byChannel(FieldReader in, boolean withLevels) throws IOException {
        var amounts = new EnumMap<Channel, Map<String, Double>>(Channel.class);
        in.eachEntry(label -> {
            var byName = byName(in, withLevels);
            var channel = in.known(CHANNEL, label);
            if (channel != null) {
                amounts.put(channel, byName);
            }
        });
        return amounts;
    }

    private static Map<String, Double> byName(FieldReader in, boolean withLevels) throws IOException {
        var amounts = new TreeMap<String, Double>();
        in.eachEntry(name -> {
            boolean good = in.isName(name, withLevels);
            var amount = in.amount();
            if (good && amount != null) {
                amounts.put(PlainText.withoutHalfPairs(name), amount);
            }
        });
        return amounts;
    }
}

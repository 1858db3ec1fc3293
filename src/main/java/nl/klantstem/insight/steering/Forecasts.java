package nl.klantstem.insight.steering;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.HourPlan;
import nl.klantstem.insight.Plans;
import org.jspecify.annotations.Nullable;

/** What the plans say of each thing that is steered by. */
record Forecasts(Plans plans) {

    /** Orders of all audiences. */
    Planned orders() {
        return remembered(hour -> sum(Stream.of(Audience.values())
                .map(audience -> plans.of(audience.name(), hour))
                .flatMap(plan -> Stream.ofNullable(plan == null ? null : plan.forecastOrders()))
                .mapToDouble(orders -> orders)));
    }

    /** Contacts of an audience in all channels. */
    Planned contacts(Audience audience) {
        return part(audience, top -> 1);
    }

    /** The part of an audience's contacts that has a share in each top level of drivers. */
    Planned part(Audience audience, ToDoubleFunction<String> shareOfTop) {
        return remembered(hour -> sum(plans.contacts(audience.name(), hour).values().stream()
                .flatMap(channel -> channel.entrySet().stream())
                .mapToDouble(top -> top.getValue() * shareOfTop.applyAsDouble(top.getKey()))));
    }

    Planned contacts(Audience audience, Channel channel) {
        return remembered(
                hour -> sum(plans.contacts(audience.name(), hour).getOrDefault(channel, Map.of()).values().stream()
                        .mapToDouble(contacts -> contacts)));
    }

    /** The contacts planned in a channel for a service partner: its part of them is its part of the channel's capacity. */
    Planned contacts(Audience audience, Channel channel, String partner) {
        Planned all = contacts(audience, channel);
        return remembered(hour -> {
            Map<String, Double> partners = partners(audience, channel, hour);
            double capacity =
                    partners.values().stream().mapToDouble(each -> each).sum();
            OptionalDouble contacts = all.at(hour);
            return capacity > 0 && contacts.isPresent()
                    ? OptionalDouble.of(contacts.getAsDouble() * partners.getOrDefault(partner, 0.0) / capacity)
                    : OptionalDouble.empty();
        });
    }

    Planned capacity(Audience audience, Channel channel) {
        return remembered(
                hour -> sum(partners(audience, channel, hour).values().stream().mapToDouble(each -> each)));
    }

    Planned capacity(Audience audience, Channel channel, String partner) {
        return remembered(
                hour -> sum(Stream.ofNullable(partners(audience, channel, hour).get(partner))
                        .mapToDouble(each -> each)));
    }

    /** What each service partner can handle in an hour; empty when nothing is said of it. */
    Map<String, Double> partners(Audience audience, Channel channel, long hour) {
        @Nullable HourPlan plan = plans.of(audience.name(), hour);
        return plan == null ? Map.of() : plan.capacityContacts().getOrDefault(channel, Map.of());
    }

    /** What two plans say together. */
    static Planned sum(Planned one, Planned other) {
        return hour -> sum(Stream.of(one.at(hour), other.at(hour)).flatMapToDouble(OptionalDouble::stream));
    }

    private static Planned remembered(Planned planned) {
        return planned.remembered();
    }

    private static OptionalDouble sum(DoubleStream parts) {
        double[] all = parts.toArray();
        return all.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(DoubleStream.of(all).sum());
    }
}

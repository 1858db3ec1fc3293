package nl.klantstem.insight.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.out.DaySteering.Code;
import nl.klantstem.contract.out.DaySteering.Reason;
import nl.klantstem.contract.out.DaySteering.Tomorrow;
import nl.klantstem.stats.Ratio;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/**
 * What is to be handled tomorrow in a channel, or by a service partner in it: what is planned, as far off as the plan of the
 * last 24 hours was, and what is still open.
 *
 * @param channel and service partner (null: all of them)
 */
record Outlook(
        Channel channel, @Nullable String partner, Counted contacts, Planned planned, Planned capacity, long backlog) {

    Tomorrow tomorrow(Span day, Span last24Hours) {
        OptionalDouble ratio = ratio(last24Hours);
        OptionalDouble all = planned.in(day);
        return new Tomorrow(
                Comparing.rounded(all),
                ratio.isPresent() ? (Double) Ratio.of(ratio.getAsDouble()) : null,
                all.isPresent() ? (Double) TwoDecimals.of(all.getAsDouble() * ratio.orElse(1)) : null,
                backlog,
                Comparing.rounded(capacity.in(day)));
    }

    /** Contacts / planned contacts, where there was a plan; empty when none were planned. */
    private OptionalDouble ratio(Span last24Hours) {
        OptionalDouble plan = planned.in(last24Hours);
        return plan.isPresent() && plan.getAsDouble() > 0
                ? OptionalDouble.of(planned.actual(contacts, last24Hours) / plan.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Too many for the capacity, if both are planned. */
    Optional<Reason> overCapacity(Span day, Span last24Hours) {
        if (planned.in(day).isEmpty() || capacity.in(day).isEmpty()) {
            return Optional.empty();
        }
        List<Long> hours = day.hours();
        double ratio = ratio(last24Hours).orElse(1);
        var load = new Load(
                Math.max(0, backlog),
                hours.stream()
                        .mapToDouble(hour -> planned.at(hour).orElse(0) * ratio)
                        .toArray(),
                hours.stream().mapToDouble(hour -> capacity.at(hour).orElse(0)).toArray());
        double shortfall = load.shortfall();
        if (shortfall == 0) {
            return Optional.empty();
        }
        var waiting = new ArrayList<Long>();
        load.waiting().forEach(hour -> waiting.add(hours.get(hour)));
        return Optional.of(new Reason(
                Code.OVER_CAPACITY,
                channel,
                partner,
                waiting.stream().map(Span::instant).toList(),
                TwoDecimals.of(shortfall)));
    }
}

package nl.klantstem.insight.steering;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.out.DaySteering.Code;
import nl.klantstem.contract.out.DaySteering.Reason;
import org.jspecify.annotations.Nullable;

/** Hours of tomorrow that want a plan. */
record Gaps(Times times, ZoneId zone) {

    /**
     * Of an area: all of tomorrow when nothing is planned for it, though something came in the last 24 hours or is planned
     * today; else the hours that are planned today and not tomorrow.
     */
    Optional<Reason> ofArea(Planned planned, long came) {
        Span tomorrow = times.tomorrow(zone);
        if (planned.in(tomorrow).isPresent()) {
            return ofHours(null, planned);
        }
        boolean steered = came > 0 || planned.in(times.now().day()).isPresent();
        return steered ? reason(null, tomorrow.hours()) : Optional.empty();
    }

    /** Of a channel: the hours that are planned today and not tomorrow, in any of these. */
    Optional<Reason> ofHours(@Nullable Channel channel, Planned... planned) {
        List<Long> hours = times.tomorrow(zone).hours().stream()
                .filter(hour -> Stream.of(planned).anyMatch(each -> isGap(each, hour)))
                .toList();
        return reason(channel, hours);
    }

    private boolean isGap(Planned planned, long hour) {
        Span today = Stretch.like(hour, times.date(), zone).hour();
        return planned.at(hour).isEmpty()
                && !today.isEmpty()
                && planned.at(today.from()).isPresent();
    }

    private static Optional<Reason> reason(@Nullable Channel channel, List<Long> hours) {
        return hours.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(
                        Code.NO_PLAN,
                        channel,
                        null,
                        hours.stream().map(Span::instant).toList(),
                        null));
    }
}

package nl.klantstem.insight.surges;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.insight.Plans;
import nl.klantstem.stats.SurgeLearning;
import org.jspecify.annotations.Nullable;

/**
 * What is usual: in hours with a plan the plan's share of a driver's top level, else the season's. A full code has under a
 * plan the part of its top level that it has in the season. In all channels together the plan's shares are weighted with the
 * contacts that came in each; it says something only when it plans each channel in which any came.
 */
final class Expectations {

    private static final int HOURS_PER_DAY = 24;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final double MINUTES_PER_HOUR = 60;

    private final ZoneId zone;
    private final Ordinary ordinary;
    private final Plans plans;
    private final int binMinutes;
    /** What was asked last: it is asked of one bin over and over. */
    private long knownMinute = Long.MIN_VALUE;

    private int knownHour;

    Expectations(ZoneId zone, Ordinary ordinary, Plans plans, int binMinutes) {
        this.zone = zone;
        this.ordinary = ordinary;
        this.plans = plans;
        this.binMinutes = binMinutes;
    }

    int binMinutes() {
        return binMinutes;
    }

    /**
     * The places of one that is watched of which something is usual. A driver that has sublevels is itself no place: what
     * comes under its bare code counts there and is usual nowhere.
     */
    List<Place> places(Watched scope) {
        return ordinary.all().keySet().stream()
                .filter(each -> !each.isInAllChannels() && scope.covers(each) && !hasSublevels(each))
                .map(each -> new Place(each.audience(), each.channel(), each.driver()))
                .toList();
    }

    private boolean hasSublevels(Watched watched) {
        // Those of a family come one after another, the top level first.
        return watched.isTop()
                && ordinary.all().tailMap(watched).keySet().stream()
                        .takeWhile(watched::isOfFamily)
                        .anyMatch(other -> !other.isTop());
    }

    /** The local hour of the week, 0..167 from Monday's first. */
    int hour(long minute) {
        if (minute != knownMinute) {
            knownMinute = minute;
            knownHour = hourOf(minute);
        }
        return knownHour;
    }

    private int hourOf(long minute) {
        ZonedDateTime local = Instant.ofEpochSecond(minute * SECONDS_PER_MINUTE).atZone(zone);
        return (local.getDayOfWeek().getValue() - 1) * HOURS_PER_DAY + local.getHour();
    }

    /** What is usual of one in a bin; empty when nothing is known of it or nearly all contacts are its own. */
    Optional<Usual> usual(Watched watched, Counted counted) {
        @Nullable SurgeLearning learning = ordinary.of(watched);
        if (learning == null) {
            return Optional.empty();
        }
        double planned = plannedShare(watched, counted);
        boolean byPlan = isUsable(planned);
        double share = byPlan ? planned : learning.share(hour(counted.from()));
        return isUsable(share)
                ? Optional.of(new Usual(share, byPlan, learning.guard(byPlan), learning.overdispersion(byPlan)))
                : Optional.empty();
    }

    private static boolean isUsable(double share) {
        return share > 0 && share <= Usual.MOST_SHARE;
    }

    /** How many contacts are usual at a place in a bin: only what they are among themselves says something. */
    double weight(Place place, Counted counted) {
        var watched = new Watched(place.audience(), place.driver(), place.channel());
        @Nullable SurgeLearning learning = ordinary.of(watched);
        if (learning == null) {
            return 0;
        }
        double planned = plannedShare(watched, counted);
        return counted.all(watched) * (planned > 0 ? planned : learning.share(hour(counted.from())));
    }

    /** The share that is planned; 0 when there is no plan. */
    double plannedShare(Watched watched, Counted counted) {
        double top = plannedShareOfTop(watched.top(), counted);
        return watched.isTop() || top == 0 ? top : top * partOfTop(watched, counted.from());
    }

    private double plannedShareOfTop(Watched top, Counted counted) {
        Map<Channel, Map<String, Double>> plan = plans.contacts(top.audience(), counted.from());
        if (plan.isEmpty() || counted.all(top) == 0) {
            return 0;
        }
        double contacts = 0;
        for (Channel channel : Channel.values()) {
            long came = counted.all(top.audience(), channel.name());
            if (came > 0 && (top.isInAllChannels() || top.channel().equals(channel.name()))) {
                Map<String, Double> drivers = plan.getOrDefault(channel, Map.of());
                double sum = sum(drivers);
                if (sum <= 0) {
                    return 0;
                }
                contacts += came * drivers.getOrDefault(top.driver(), 0.0) / sum;
            }
        }
        return contacts / counted.all(top);
    }

    private double partOfTop(Watched watched, long minute) {
        @Nullable SurgeLearning own = ordinary.of(watched);
        @Nullable SurgeLearning top = ordinary.of(watched.top());
        if (own == null || top == null) {
            return 0;
        }
        int hour = hour(minute);
        double ofTop = top.share(hour);
        return ofTop > 0 ? Math.min(1, own.share(hour) / ofTop) : 0;
    }

    /** All contacts that are planned for a bin, in the channel of one that is watched; empty without a plan. */
    OptionalDouble plannedContacts(Watched watched, long minute) {
        Map<Channel, Map<String, Double>> plan = plans.contacts(watched.audience(), minute);
        double sum = 0;
        boolean any = false;
        for (var channel : plan.entrySet()) {
            if (watched.isInAllChannels()
                    || watched.channel().equals(channel.getKey().name())) {
                sum += sum(channel.getValue());
                any = true;
            }
        }
        return any ? OptionalDouble.of(sum * binMinutes / MINUTES_PER_HOUR) : OptionalDouble.empty();
    }

    /** In the order of the drivers' names, as the plan holds them. */
    private static double sum(Map<String, Double> drivers) {
        double sum = 0;
        for (double each : new TreeMap<>(drivers).values()) {
            sum += each;
        }
        return sum;
    }
}

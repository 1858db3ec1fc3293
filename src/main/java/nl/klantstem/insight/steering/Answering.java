package nl.klantstem.insight.steering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.out.DaySteering.Code;
import nl.klantstem.contract.out.DaySteering.Figure;
import nl.klantstem.contract.out.DaySteering.Part;
import nl.klantstem.contract.out.DaySteering.Reason;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.insight.DayBook;
import nl.klantstem.stats.TwoDecimals;
import org.jspecify.annotations.Nullable;

/**
 * How a channel answers against its target.
 *
 * @param times those of the contacts whose answers are looked at
 */
record Answering(Channel channel, double target, Times times, Books books) {

    /** So many hours in which the target is missed are a reason. */
    private static final int MISSED_HOURS = 2;

    Part part() {
        return new Part(
                channel,
                null,
                hour(Stream.of(this)),
                today(Stream.of(this)),
                in(times.now().soFar()).level(),
                null);
    }

    /** Of several channels; absent when only the day is told. */
    static @Nullable Figure hour(Stream<Answering> channels) {
        List<Answering> all = channels.toList();
        return all.stream().anyMatch(each -> each.times.whole()) ? null : figure(all, Stretch::hour);
    }

    static Figure today(Stream<Answering> channels) {
        return figure(channels.toList(), Stretch::soFar);
    }

    private static Figure figure(List<Answering> channels, Function<Stretch, Span> span) {
        return sum(channels, each -> span.apply(each.times.now()))
                .against(
                        sum(channels, each -> span.apply(each.times.lastWeek())),
                        sum(channels, each -> span.apply(each.times.lastPeak())));
    }

    private static Answered sum(List<Answering> channels, Function<Answering, Span> span) {
        return Answered.sum(channels.stream().map(each -> each.in(span.apply(each))));
    }

    /** The hours that were short by a whole answer or more, when there are enough of them. */
    Optional<Reason> missed() {
        List<Long> hours = times.now().soFar().hours().stream()
                .filter(hour -> in(Span.hour(hour)).shortfall() >= 1)
                .toList();
        if (hours.size() < MISSED_HOURS) {
            return Optional.empty();
        }
        double shortfall = hours.stream()
                .mapToDouble(hour -> in(Span.hour(hour)).shortfall())
                .sum();
        return Optional.of(new Reason(
                Code.TARGET_MISSED,
                channel,
                null,
                hours.stream().map(Span::instant).toList(),
                TwoDecimals.of(shortfall)));
    }

    private Answered in(Span span) {
        Predicate<Scope> like = DayBook.like(Map.of(Scope.CHANNEL, channel.name()));
        long due = books.due(like).in(span);
        return new Answered(due, books.inTime(like).in(span), target * due);
    }
}

package nl.klantstem.expose;

import static nl.klantstem.expose.Figure.part;
import static nl.klantstem.expose.Figure.row;
import static nl.klantstem.expose.Figure.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klantstem.contract.flow.ContactCourse.Answer;
import nl.klantstem.contract.flow.ContactCourse.BotOutcome;
import nl.klantstem.contract.flow.ContactCourse.FirstContact;
import nl.klantstem.contract.flow.ContactCourse.Level;
import nl.klantstem.contract.in.ContactEvent.HumanReason;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.out.BotSessions;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.ContactOutcomes.Asked;
import nl.klantstem.contract.out.ContactOutcomes.Handling;
import nl.klantstem.contract.out.ContactOutcomes.HumanOnRequest;
import nl.klantstem.contract.out.ContactOutcomes.Routing;
import nl.klantstem.contract.out.Durations;
import nl.klantstem.contract.out.FirstContacts;
import nl.klantstem.contract.out.OutcomeTotals;
import nl.klantstem.contract.out.OutcomeTotals.Counters;
import nl.klantstem.contract.out.OutcomeTotals.Times;
import nl.klantstem.contract.out.Route;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.ServiceLevel;
import nl.klantstem.expose.Figure.Part;
import nl.klantstem.expose.Figure.Total;
import org.jspecify.annotations.Nullable;

/** What of contact-outcomes is shown: as counts that add up, of which any ratio can be made. */
final class OutcomeFigures {

    private static final String PENDING = "PENDING";
    private static final int CLASSES = Durations.BOUNDS.size() + 1;
    private static final List<String> PARTIES = List.of(Party.PLATFORM.name(), Party.PARTNER.name(), Scope.UNKNOWN);
    /** Who handed over is in neither: what the customer scores there is of both. */
    private static final List<Handling> COMPARED = List.of(Handling.BOT_ONLY, Handling.HUMAN_ONLY);

    private static final List<String> REASONS = Stream.concat(
                    Stream.of(HumanReason.values()).map(HumanReason::name), Stream.of(Scope.UNKNOWN))
            .toList();

    private OutcomeFigures() {}

    static List<Figure<ContactOutcomes>> all() {
        var all = new ArrayList<Figure<ContactOutcomes>>();
        all.addAll(totals(
                Shape.OUTCOMES_CHANNEL,
                MetricCatalogue.CONTACT_ABANDONED,
                MetricCatalogue.CONTACT_ABANDONED_CORRECTED,
                List.of(whole(Counters::abandoned))));
        all.addAll(totals(
                Shape.OUTCOMES_JOURNEY,
                MetricCatalogue.BOT_SESSIONS,
                MetricCatalogue.BOT_SESSIONS_CORRECTED,
                sessions(Counters::bot)));
        all.addAll(totals(
                Shape.OUTCOMES_ALL,
                MetricCatalogue.CONTACT_ROUTING,
                MetricCatalogue.CONTACT_ROUTING_CORRECTED,
                routes(Counters::routes)));
        all.addAll(times(MetricCatalogue.CONTACT_ANSWER, MetricCatalogue.CONTACT_ANSWER_CORRECTED, Counters::answer));
        all.addAll(times(MetricCatalogue.CONTACT_HUMAN, MetricCatalogue.CONTACT_HUMAN_CORRECTED, Counters::human));
        all.addAll(byChannel());
        all.add(row(
                MetricCatalogue.OPEN_CONTACTS,
                Shape.OUTCOMES_CHANNEL_PARTNER,
                Span.AGES,
                whole(ContactOutcomes::open)));
        all.add(new Figure<>(
                MetricCatalogue.BOT_WINDOW, Shape.OUTCOMES_ALL, Span.UP_TO_A_MONTH, sessions(ContactOutcomes::bot)));
        all.add(new Figure<>(
                MetricCatalogue.CONTACT_ROUTING_WINDOW,
                Shape.OUTCOMES_ALL,
                Span.DAY_TO_A_MONTH,
                routes(OutcomeFigures::routesOf)));
        all.add(new Figure<>(MetricCatalogue.HUMAN_REQUEST_WINDOW, Shape.OUTCOMES_ALL, Span.UP_TO_A_MONTH, requests()));
        all.add(new Figure<>(
                MetricCatalogue.CONTACT_DRIVER_RESPONSES,
                Shape.OUTCOMES_DRIVER,
                Span.LONGEST_UP_TO_A_MONTH,
                NpsFigures.byHandling(ContactOutcomes::nps, COMPARED)));
        return all;
    }

    /** Whether a value has all that the figures are made of. */
    static boolean isWhole(ContactOutcomes value) {
        @Nullable OutcomeTotals totals = value.totals();
        return totals != null && isWhole(totals.counted()) && isWhole(totals.corrected());
    }

    /** Of those whose answer was due, in time or not; nothing due is none of each. */
    static <V> List<Part<V>> level(Function<V, @Nullable ServiceLevel> in) {
        return List.of(
                part(Level.IN_TIME.name(), count(in, ServiceLevel::inTime)),
                part(Level.MISSED.name(), count(in, level -> level.due() - level.inTime())));
    }

    /** First contacts by what they show so far; together they are all. */
    static <V> List<Part<V>> firstContacts(Function<V, @Nullable FirstContacts> in) {
        return List.of(
                part(FirstContact.RESOLVED.name(), count(in, FirstContacts::resolved)),
                part(FirstContact.REPEATED.name(), count(in, first -> first.due() - first.resolved())),
                part(FirstContact.REPEATED_PENDING.name(), count(in, OutcomeFigures::repeatedPending)),
                part(
                        FirstContact.PENDING.name(),
                        count(in, first -> first.contacts() - first.due() - repeatedPending(first))));
    }

    private static List<Figure<ContactOutcomes>> byChannel() {
        return List.of(
                row(
                        MetricCatalogue.CONTACT_OFFER_WINDOW,
                        Shape.OUTCOMES_CHANNEL,
                        Span.UP_TO_A_MONTH,
                        part(Answer.ANSWERED.name(), ContactOutcomes::answered),
                        part(Answer.ABANDONED.name(), ContactOutcomes::abandoned),
                        part(Answer.ABANDONED_SHORT.name(), ContactOutcomes::shortAbandoned),
                        part(Answer.WAITING.name(), ContactOutcomes::waiting),
                        part(Answer.UNANSWERED.name(), ContactOutcomes::unanswered)),
                new Figure<>(
                        MetricCatalogue.SERVICE_LEVEL_WINDOW,
                        Shape.OUTCOMES_CHANNEL,
                        Span.UP_TO_A_MONTH,
                        level(ContactOutcomes::serviceLevel)),
                row(
                        MetricCatalogue.BOT_STUCK_WINDOW,
                        Shape.OUTCOMES_CHANNEL,
                        Span.UP_TO_A_MONTH,
                        whole(ContactOutcomes::stuckInBot)),
                new Figure<>(
                        MetricCatalogue.FIRST_CONTACT_WINDOW,
                        Shape.OUTCOMES_CHANNEL,
                        Span.WEEK_TO_A_MONTH,
                        firstContacts(ContactOutcomes::firstContact)));
    }

    private static <V> List<Part<V>> sessions(Function<V, @Nullable BotSessions> in) {
        return List.of(
                part(BotOutcome.OPEN.name(), count(in, BotSessions::open)),
                part(BotOutcome.CONTAINED_ASSUMED.name(), count(in, BotSessions::containedAssumed)),
                part(BotOutcome.CONTAINED_CONFIRMED.name(), count(in, BotSessions::containedConfirmed)),
                part(BotOutcome.RETURNED.name(), count(in, BotSessions::returned)),
                part(BotOutcome.HANDED_OVER.name(), count(in, BotSessions::handedOver)),
                part(BotOutcome.ABANDONED.name(), count(in, BotSessions::abandoned)),
                part(BotOutcome.STUCK.name(), count(in, BotSessions::stuck)));
    }

    private static <V> List<Part<V>> routes(Function<V, @Nullable List<Route>> in) {
        return PARTIES.stream()
                .flatMap(intended -> PARTIES.stream()
                        .map(first -> new Part<V>(
                                List.of(intended, first), count(in, routes -> contacts(routes, intended, first)))))
                .toList();
    }

    private static long contacts(List<Route> routes, String intended, String first) {
        return routes.stream()
                .filter(route -> intended.equals(route.intended()) && first.equals(route.first()))
                .mapToLong(Route::contacts)
                .sum();
    }

    private static List<Part<ContactOutcomes>> requests() {
        return REASONS.stream()
                .flatMap(reason -> Stream.of(
                        request(reason, Level.IN_TIME.name(), Asked::inTime),
                        request(reason, Level.MISSED.name(), asked -> asked.due() - asked.inTime()),
                        request(reason, PENDING, asked -> asked.asked() - asked.due())))
                .toList();
    }

    private static Part<ContactOutcomes> request(String reason, String outcome, ToLongFunction<Asked> count) {
        return new Part<>(List.of(reason, outcome), count(value -> asked(value, reason), count));
    }

    private static @Nullable Asked asked(ContactOutcomes value, String reason) {
        @Nullable HumanOnRequest human = value.human();
        return human == null ? null : human.byReason().get(reason);
    }

    private static @Nullable List<Route> routesOf(ContactOutcomes value) {
        @Nullable Routing routing = value.routing();
        return routing == null ? null : routing.routes();
    }

    private static long repeatedPending(FirstContacts first) {
        return first.repeated() - (first.due() - first.resolved());
    }

    private static List<Figure<ContactOutcomes>> totals(
            Shape shape, MetricCatalogue counted, MetricCatalogue corrected, List<Part<Counters>> parts) {
        return Figure.totals(
                shape,
                new Total<>(counted, value -> value.totals().counted()),
                new Total<>(corrected, value -> value.totals().corrected()),
                parts);
    }

    /** A histogram, by class and then the sum, and how many of its times were taken back. */
    private static List<Figure<ContactOutcomes>> times(
            MetricCatalogue histogram, MetricCatalogue corrected, Function<Counters, @Nullable Times> in) {
        var parts = new ArrayList<Part<ContactOutcomes>>();
        for (int i = 0; i < CLASSES; i++) {
            int at = i;
            parts.add(part(
                    String.valueOf(at), count(value -> in.apply(value.totals().counted()), times -> times.counts()
                            .get(at))));
        }
        parts.add(part(Samples.SUM, count(value -> in.apply(value.totals().counted()), Times::sum)));
        return List.of(
                new Figure<>(histogram, Shape.OUTCOMES_CHANNEL, Span.EVER, parts),
                row(
                        corrected,
                        Shape.OUTCOMES_CHANNEL,
                        Span.EVER,
                        whole(count(value -> in.apply(value.totals().corrected()), OutcomeFigures::n))));
    }

    private static long n(Times times) {
        return IntStream.range(0, CLASSES).mapToLong(times.counts()::get).sum();
    }

    private static boolean isWhole(@Nullable Counters counters) {
        return counters != null && isWhole(counters.answer()) && isWhole(counters.human());
    }

    private static boolean isWhole(@Nullable Times times) {
        return times == null || times.counts().size() == CLASSES;
    }

    /** A count of a block that is absent when there is nothing to say. */
    static <V, B> ToLongFunction<V> count(Function<V, @Nullable B> in, ToLongFunction<B> count) {
        return value -> {
            @Nullable B block = in.apply(value);
            return block == null ? 0 : count.applyAsLong(block);
        };
    }
}

package nl.klantstem.measure.outcomes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.out.BotSessions;
import nl.klantstem.contract.out.ContactOutcomes.Asked;
import nl.klantstem.contract.out.ContactOutcomes.HumanOnRequest;
import nl.klantstem.contract.out.ContactOutcomes.Routing;
import nl.klantstem.contract.out.ContactOutcomes.Waits;
import nl.klantstem.contract.out.Durations;
import nl.klantstem.contract.out.FirstContacts;
import nl.klantstem.contract.out.OutcomeTotals;
import nl.klantstem.contract.out.Route;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.ServiceLevel;
import nl.klantstem.rolling.Figures;
import org.jspecify.annotations.Nullable;

/** The blocks of an outcome insight, from the counts of a tally by position; absent when there is nothing to say. */
final class OutcomeBlocks {

    private static final List<String> PARTIES = List.of(Party.PLATFORM.name(), Party.PARTNER.name(), Scope.UNKNOWN);

    private final long[] n;

    OutcomeBlocks(long[] counts) {
        this.n = counts;
    }

    long offered() {
        return n[Positions.ANSWERED]
                + n[Positions.ABANDONED_SHORT]
                + n[Positions.ABANDONED]
                + n[Positions.WAITING]
                + n[Positions.UNANSWERED];
    }

    @Nullable
    ServiceLevel serviceLevel() {
        long due = n[Positions.IN_TIME] + n[Positions.MISSED];
        @Nullable Double ratio = Figures.ratio(n[Positions.IN_TIME], due);
        return ratio == null ? null : new ServiceLevel(due, n[Positions.IN_TIME], ratio);
    }

    @Nullable
    Durations durations(int run) {
        return Positions.TIMES.durations(n, run);
    }

    @Nullable
    HumanOnRequest human() {
        var byReason = new TreeMap<String, Asked>();
        long asked = 0;
        long due = 0;
        long inTime = 0;
        for (int i = 0; i < Positions.REASONS; i++) {
            long askedSo = n[Positions.ASKED + i];
            long inTimeSo = n[Positions.HUMAN_IN_TIME + i];
            long dueSo = inTimeSo + n[Positions.HUMAN_MISSED + i];
            if (askedSo > 0) {
                byReason.put(
                        OutcomeTally.REASONS.get(i),
                        new Asked(askedSo, dueSo, inTimeSo, Figures.ratio(inTimeSo, dueSo)));
            }
            asked += askedSo;
            due += dueSo;
            inTime += inTimeSo;
        }
        return asked == 0 ? null : new HumanOnRequest(asked, due, inTime, Figures.ratio(inTime, due), byReason);
    }

    @Nullable
    BotSessions bot() {
        long sessions =
                Arrays.stream(n, Positions.BOT_OPEN, Positions.BOT_STUCK + 1).sum();
        return sessions == 0
                ? null
                : new BotSessions(
                        sessions,
                        n[Positions.BOT_OPEN],
                        n[Positions.BOT_ASSUMED],
                        n[Positions.BOT_CONFIRMED],
                        n[Positions.BOT_RETURNED],
                        n[Positions.BOT_HANDED_OVER],
                        n[Positions.BOT_ABANDONED],
                        n[Positions.BOT_STUCK]);
    }

    @Nullable
    FirstContacts firstContact() {
        long due = n[Positions.FIRST_RESOLVED] + n[Positions.FIRST_REPEATED];
        long repeated = n[Positions.FIRST_REPEATED_PENDING] + n[Positions.FIRST_REPEATED];
        long contacts = due + n[Positions.FIRST_PENDING] + n[Positions.FIRST_REPEATED_PENDING];
        @Nullable Double provisional = Figures.ratio(contacts - repeated, contacts);
        return provisional == null
                ? null
                : new FirstContacts(
                        contacts,
                        due,
                        n[Positions.FIRST_RESOLVED],
                        repeated,
                        Figures.ratio(n[Positions.FIRST_RESOLVED], due),
                        provisional);
    }

    @Nullable
    Waits waits() {
        return n[Positions.WAITS] == 0 ? null : new Waits(n[Positions.WAITS], n[Positions.SECOND_CONTACTS]);
    }

    @Nullable
    Routing routing() {
        @Nullable List<Route> routes = routes();
        if (routes == null) {
            return null;
        }
        long right = 0;
        long known = 0;
        for (Route route : routes) {
            if (!route.intended().equals(Scope.UNKNOWN) && !route.first().equals(Scope.UNKNOWN)) {
                known += route.contacts();
                right += route.intended().equals(route.first()) ? route.contacts() : 0;
            }
        }
        return new Routing(
                right, known - right, Figures.ratio(known - right, known), routes, durations(Positions.TO_RIGHT_OWNER));
    }

    /** The figures that are counted over all time. */
    OutcomeTotals.Counters counters() {
        return new OutcomeTotals.Counters(
                n[Positions.ABANDONED],
                n[Positions.REPEATS],
                times(Positions.TO_ANSWER),
                times(Positions.TO_HUMAN),
                bot(),
                routes());
    }

    private OutcomeTotals.@Nullable Times times(int run) {
        List<Long> classes = Positions.TIMES.classes(n, run);
        return classes.stream().allMatch(count -> count == 0)
                ? null
                : new OutcomeTotals.Times(Positions.TIMES.sum(n, run), classes);
    }

    private @Nullable List<Route> routes() {
        var routes = new ArrayList<Route>();
        int at = Positions.ROUTES;
        for (String intended : PARTIES) {
            for (String first : PARTIES) {
                for (String last : PARTIES) {
                    if (n[at] > 0) {
                        routes.add(new Route(intended, first, last, n[at]));
                    }
                    at++;
                }
            }
        }
        return routes.isEmpty() ? null : routes;
    }
}

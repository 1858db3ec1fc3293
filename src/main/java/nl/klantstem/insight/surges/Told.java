package nl.klantstem.insight.surges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import nl.klantstem.contract.out.ContactSurge;
import nl.klantstem.contract.out.ContactSurge.Level;
import nl.klantstem.contract.out.ContactSurge.Part;
import nl.klantstem.contract.out.ContactSurge.Rest;
import nl.klantstem.contract.out.ContactSurge.State;
import nl.klantstem.rolling.Figures;
import nl.klantstem.stats.Ratio;
import nl.klantstem.stats.SurgeSize;
import nl.klantstem.stats.TwoDecimals;
import nl.klantstem.topic.Json;
import org.jspecify.annotations.Nullable;

/** A surge as it is published. */
final class Told {

    /** As many parts are named. */
    static final int PARTS = 10;

    /** More than that says no more. */
    private static final double MOST_YEARS = 1_000_000;

    private static final double HUNDREDTHS = 100;
    private static final long SECONDS_PER_MINUTE = 60;

    private final double toleratedPerYear;
    private final String catalogueVersion;

    Told(double toleratedPerYear, String catalogueVersion) {
        this.toleratedPerYear = toleratedPerYear;
        this.catalogueVersion = catalogueVersion;
    }

    /**
     * What is said of an incident.
     *
     * @param learnt the contacts from which the season knows the usual share of its scope
     */
    ContactSurge of(Incident incident, double learnt, Instant asOf) {
        Account account = incident.account();
        SurgeSize size = account.size();
        Expected expected = Expected.of(account);
        boolean ended = incident.state() != State.OPEN;
        double known = size.isByPlan() ? Double.POSITIVE_INFINITY : learnt;
        return new ContactSurge(
                incident.id(),
                incident.scope().scope(),
                incident.state(),
                instant(incident.raisedAt()),
                instant(incident.since()),
                ended ? instant(incident.endedAt()) : null,
                size.contacts(),
                expected.total() / HUNDREDTHS,
                surplus(size.contacts(), expected.total()),
                size.ratio().map(TwoDecimals::of).orElse(null),
                size.margin(known).map(Figures::interval).orElse(null),
                size.all() == 0 ? 0 : Ratio.of(size.contacts(), size.all()).orElse(0),
                Ratio.of(size.usualShare()),
                TwoDecimals.of(Math.min(incident.evidenceYears(), MOST_YEARS)),
                toleratedPerYear,
                size.isByPlan() ? ContactSurge.Basis.PLAN : ContactSurge.Basis.SEASON,
                Ratio.of(incident.guard()),
                Ratio.of(incident.overdispersion()),
                expected.parts(),
                expected.rest(),
                level(account),
                text(incident, expected.total()),
                asOf,
                catalogueVersion,
                ContactSurge.SCHEMA_VERSION);
    }

    /** All that is said but when: what is no news. */
    static String figures(ContactSurge surge) {
        var figures = Json.MAPPER.<ObjectNode>valueToTree(surge);
        figures.remove("asOf");
        return figures.toString();
    }

    private static String text(Incident incident, long hundredths) {
        SurgeSize size = incident.account().size();
        Watched scope = incident.scope();
        String where = scope.isInAllChannels() ? "" : " in " + scope.channel();
        String times = size.ratio()
                .map(ratio -> String.format(Locale.ROOT, ", %.2f times as many as %s", ratio, basis(size)))
                .orElse("");
        String end =
                switch (incident.state()) {
                    case OPEN -> "";
                    case ENDED -> "; over at " + instant(incident.endedAt());
                    case NEW_NORMAL -> "; it has become what is usual at " + instant(incident.endedAt());
                };
        return String.format(
                Locale.ROOT,
                "%d contacts about %s%s since %s where %.2f were to be expected%s%s",
                size.contacts(),
                scope.driver(),
                where,
                instant(incident.since()),
                hundredths / HUNDREDTHS,
                times,
                end);
    }

    private static String basis(SurgeSize size) {
        return size.isByPlan() ? "planned among all contacts" : "usual among all contacts";
    }

    private static @Nullable Level level(Account account) {
        OptionalDouble planned = account.planned();
        return planned.isPresent() ? new Level(TwoDecimals.of(planned.getAsDouble()), account.actual()) : null;
    }

    private static double surplus(long contacts, long hundredths) {
        return (100 * contacts - hundredths) / HUNDREDTHS;
    }

    private static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * SECONDS_PER_MINUTE);
    }

    /** The expected contacts shared out over the places as they usually are, in hundredths so that they add up exactly. */
    private record Expected(
            long total, List<Part> parts, @Nullable Rest rest) {

        static Expected of(Account account) {
            double expected = account.size().expected();
            long total = Math.round(expected * HUNDREDTHS);
            double weights = 0;
            for (Account.Came came : account.places().values()) {
                weights += came.weight();
            }
            var shares = new ArrayList<Share>();
            for (var place : account.places().entrySet()) {
                double weight = weights > 0 ? place.getValue().weight() / weights : 0;
                shares.add(new Share(
                        place.getKey(), place.getValue().contacts(), Math.round(expected * weight * HUNDREDTHS)));
            }
            shares.sort(Comparator.comparingLong(Share::surplus).reversed().thenComparing(Share::place));
            return named(total, shares);
        }

        private static Expected named(long total, List<Share> shares) {
            long left = total - shares.stream().mapToLong(Share::expected).sum();
            if (!shares.isEmpty()) {
                // What rounding left over belongs to the largest.
                Share largest = shares.get(0);
                shares.set(0, new Share(largest.place(), largest.contacts(), largest.expected() + left));
            }
            int named = Math.min(PARTS, shares.size());
            long contacts = 0;
            long expected = 0;
            for (Share share : shares.subList(named, shares.size())) {
                contacts += share.contacts();
                expected += share.expected();
            }
            int others = shares.size() - named;
            return new Expected(
                    total,
                    shares.subList(0, named).stream().map(Share::part).toList(),
                    others == 0
                            ? null
                            : new Rest(others, contacts, expected / HUNDREDTHS, Told.surplus(contacts, expected)));
        }
    }

    /** A place's contacts, and those expected in hundredths. */
    private record Share(Place place, long contacts, long expected) {

        long surplus() {
            return 100 * contacts - expected;
        }

        Part part() {
            return new Part(
                    place.driver(), place.channel(), contacts, expected / HUNDREDTHS, Told.surplus(contacts, expected));
        }
    }
}

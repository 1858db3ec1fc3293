package nl.klantstem.measure.signals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactCourse.Ending;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.Fact;
import nl.klantstem.contract.flow.JourneyFact;
import nl.klantstem.contract.flow.OrderFact;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.Signal;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.measure.Cubes;
import nl.klantstem.rolling.Cells;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Tally;
import org.jspecify.annotations.Nullable;

/** What a fact signals: see {@link Signal} for each. */
public final class Signals {

    private static final List<String> OF_ANSWERS =
            List.of(Scope.AUDIENCE, Scope.JOURNEY, Scope.CHANNEL, Scope.HANDLING, Scope.DRIVER);
    private static final List<String> OF_CONTACTS = List.of(Scope.AUDIENCE, Scope.CHANNEL, Scope.DRIVER);
    private static final List<String> OF_INSTANCES = List.of(Scope.AUDIENCE, Scope.JOURNEY);
    private static final List<String> OF_ORDERS = List.of(Scope.AUDIENCE);
    private static final List<String> OF_DATED_CONTACTS = List.of(Scope.AUDIENCE, Scope.CHANNEL, Scope.SERVICE_PARTNER);
    private static final List<String> OF_CAUSES =
            List.of(Scope.AUDIENCE, Scope.JOURNEY, Scope.DRIVER, Scope.DEPARTMENT);

    /** An answer that became known later than this after it was given corrects counts, and watches nothing. */
    private static final long TOO_OLD_MINUTES = 7 * 24 * 60L;

    private static final long MINUTES_PER_HOUR = 60;
    private static final int SCORES = Signal.KNOWN_ANSWERS.width();
    private static final Tally ONE = Tally.of(1);
    private static final Tally MISSED = Tally.of(1, 1, 0);
    private static final Tally IN_TIME = Tally.of(1, 1, 1);
    private static final List<Tally> SCORE = LongStream.range(0, SCORES)
            .mapToObj(score -> {
                var counts = new long[SCORES];
                counts[(int) score] = 1;
                return Tally.of(counts);
            })
            .toList();

    private final Cells cells = new Cells();
    private final ZoneId zone;

    public Signals(Catalogue catalogue) {
        zone = catalogue.latest().zone();
    }

    /** The signals of a fact that was first {@link #isWatched} in a minute. */
    public List<Contribution> of(Fact fact, long firstKnown) {
        if (fact instanceof ResponseFact response) {
            return ofResponse(response, firstKnown);
        }
        if (fact instanceof ContactFact contact) {
            return ofContact(contact, firstKnown);
        }
        if (fact instanceof OrderFact order) {
            return List.of(new Contribution(
                    cells.of(
                            Signal.PLACED_ORDERS.toString(),
                            OF_ORDERS,
                            List.of(order.audience().name())),
                    hour(order.placedAt()),
                    ONE));
        }
        return fact instanceof JourneyFact journey ? ofInstance(journey) : List.of();
    }

    /** Whether it counts in the minute in which it became known: an answer with a score, a contact with a driver. */
    public static boolean isWatched(Fact fact) {
        if (fact instanceof ResponseFact response) {
            return response.nps() != null && response.programme() == Programme.TRANSACTIONAL;
        }
        return fact instanceof ContactFact contact
                && contact.inbound()
                && !contact.driver().equals(Scope.UNKNOWN);
    }

    private List<Contribution> ofResponse(ResponseFact response, long firstKnown) {
        @Nullable Integer score = response.nps();
        if (score == null || !isWatched(response)) {
            return List.of();
        }
        List<String> labels = List.of(
                response.audience().name(),
                response.journey(),
                response.channel(),
                response.context().handling(),
                response.context().driver());
        var dated = new Contribution(
                cells.of(Signal.DATED_ANSWERS.toString(), OF_ANSWERS, labels),
                day(response.answeredAt()),
                SCORE.get(score));
        if (firstKnown - Cubes.minute(response.answeredAt()) > TOO_OLD_MINUTES) {
            return List.of(dated);
        }
        var known = new Contribution(
                cells.of(Signal.KNOWN_ANSWERS.toString(), OF_ANSWERS, labels), firstKnown, SCORE.get(score));
        return List.of(known, dated);
    }

    private List<Contribution> ofContact(ContactFact contact, long firstKnown) {
        if (!contact.inbound()) {
            return List.of();
        }
        String audience = contact.audience().name();
        ContactCourse course = contact.course();
        long hour = hour(contact.openedAt());
        List<String> place = List.of(audience, contact.channel(), course.servicePartner());
        List<String> cause = List.of(
                audience,
                contact.journey(),
                Driver.levels(contact.driver()).get(0),
                course.demand().department());
        var signals = new ArrayList<Contribution>();
        signals.add(new Contribution(
                cells.of(Signal.DATED_CONTACTS.toString(), OF_DATED_CONTACTS, place), hour, answered(course)));
        signals.add(new Contribution(cells.of(Signal.CONTACT_CAUSES.toString(), OF_CAUSES, cause), hour, ONE));
        if (course.life().ending() == Ending.OPEN) {
            signals.add(
                    new Contribution(cells.of(Signal.OPEN_CONTACTS.toString(), OF_DATED_CONTACTS, place), hour, ONE));
        }
        if (isWatched(contact)) {
            List<String> labels = List.of(audience, contact.channel(), contact.driver());
            signals.add(
                    new Contribution(cells.of(Signal.KNOWN_CONTACTS.toString(), OF_CONTACTS, labels), firstKnown, ONE));
        }
        return signals;
    }

    private static Tally answered(ContactCourse course) {
        return switch (course.reach().level()) {
            case NONE -> ONE;
            case MISSED -> MISSED;
            case IN_TIME -> IN_TIME;
        };
    }

    private List<Contribution> ofInstance(JourneyFact journey) {
        if (!journey.outcome().due()) {
            return List.of();
        }
        List<String> labels = List.of(journey.audience().name(), journey.journey());
        return List.of(new Contribution(
                cells.of(Signal.DATED_INSTANCES.toString(), OF_INSTANCES, labels),
                day(journey.startedAt()),
                Tally.of(1, journey.outcome().reordered() ? 1 : 0)));
    }

    private static long hour(Instant at) {
        return Cubes.minute(at) / MINUTES_PER_HOUR * MINUTES_PER_HOUR;
    }

    private long day(Instant at) {
        return Cubes.minute(at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant());
    }
}

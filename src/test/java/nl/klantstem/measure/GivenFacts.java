package nl.klantstem.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.catalogue.Driver;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactCourse.Answer;
import nl.klantstem.contract.flow.ContactCourse.BotOutcome;
import nl.klantstem.contract.flow.ContactCourse.FirstContact;
import nl.klantstem.contract.flow.ContactCourse.Level;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.DemandType;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.Scope;
import nl.klantstem.contract.out.Window;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Contribution;
import nl.klantstem.rolling.Measure;
import nl.klantstem.rolling.Tally;
import nl.klantstem.testkit.GivenVersion;

/** Facts made by hand and by dice, a catalogue for them, and what they add up to. */
public final class GivenFacts {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final String VERSION = "v1";
    public static final List<String> DRIVERS =
            List.of("delivery/late", "delivery/lost", "delivery/lost/abroad", "returns", "unknown", "other");

    private final Random random;

    public GivenFacts(long seed) {
        System.out.println("facts: seed " + seed);
        random = new Random(seed);
    }

    /** One version with the cubes of one measure. */
    public static Catalogue catalogue(String measure, List<List<String>> cubes) {
        return GivenVersion.named(VERSION)
                .from(NOON)
                .drivers(List.of(
                        driver("delivery/late", Audience.CUSTOMER),
                        driver("delivery/lost/abroad", Audience.CUSTOMER),
                        driver("returns", Audience.CUSTOMER),
                        driver("payments/late", Audience.PARTNER)))
                .cubes(Map.of(measure, cubes))
                .catalogue();
    }

    private static Driver driver(String code, Audience audience) {
        return new Driver(code, audience, DemandType.UNKNOWN, null, null, null);
    }

    /** A contact that opened at noon. */
    public static ContactFact contact(String driver, boolean inbound, ContactCourse course) {
        return new ContactFact(
                NOON, Audience.CUSTOMER, inbound, "CHAT", "HUMAN", "return", driver, false, false, course, VERSION);
    }

    /** A transactional answer that was linked, about a contact like this. */
    public static ResponseFact answer(int nps, ResponseContext context) {
        return new ResponseFact(
                NOON,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                "return",
                "CHAT",
                nps,
                null,
                null,
                false,
                null,
                context,
                ResponseJourney.none("return"),
                VERSION);
    }

    public static ResponseContext handled(String handling, String servicePartner) {
        return new ResponseContext(
                "delivery/late", handling, servicePartner, "INFORMED", "no", "yes", "2", demand(DemandType.FAILURE));
    }

    public static ContactCourse.Demand demand(DemandType type) {
        return new ContactCourse.Demand(type, "CARRIER", "logistics");
    }

    /** Contacts in every state, each consistent in itself, opened within two hours from noon. */
    public List<ContactFact> contacts(int n) {
        var contacts = new ArrayList<ContactFact>();
        for (int i = 0; i < n; i++) {
            contacts.add(new ContactFact(
                    NOON.plusSeconds(random.nextInt(7_200)),
                    random.nextInt(5) > 0 ? Audience.CUSTOMER : Audience.PARTNER,
                    random.nextInt(6) > 0,
                    any(List.of("PHONE", "CHAT", "BOT")),
                    any(List.of("BOT", "HUMAN", "unknown")),
                    any(List.of("return", "unknown")),
                    any(DRIVERS),
                    random.nextBoolean(),
                    random.nextInt(9) == 0,
                    course(),
                    VERSION));
        }
        return contacts;
    }

    private ContactCourse course() {
        boolean wait = random.nextInt(4) == 0;
        return new ContactCourse(
                new ContactCourse.Life(any(ContactCourse.Ending.values()), random.nextInt(3)),
                reach(),
                bot(),
                new ContactCourse.Issue(
                        random.nextInt(3) == 0 ? any(List.of("PHONE", "CHAT")) : null,
                        any(FirstContact.values()),
                        wait,
                        wait && random.nextBoolean(),
                        random.nextInt(16)),
                new ContactCourse.Routing(
                        party(), party(), party(), seconds(), any(DRIVERS), any(List.of("LOW", "HIGH", "unknown"))),
                new ContactCourse.Demand(
                        any(DemandType.values()),
                        any(List.of("CARRIER", "unknown")),
                        any(List.of("logistics", "unknown"))),
                any(List.of("IN_HOUSE", "sp-1", "unknown")));
    }

    private ContactCourse.Reach reach() {
        var answer = any(Answer.values());
        boolean answered = answer == Answer.ANSWERED;
        boolean decided = answered || answer == Answer.ABANDONED;
        String asked = random.nextBoolean() ? any(List.of("COMPLEX", "EMOTIONAL", "PREFERENCE", "unknown")) : null;
        return new ContactCourse.Reach(
                answer,
                decided ? any(List.of(Level.IN_TIME, Level.MISSED)) : Level.NONE,
                answered ? random.nextInt(2_000) : ContactCourse.UNKNOWN_SECONDS,
                answered && asked != null ? random.nextInt(2_000) : ContactCourse.UNKNOWN_SECONDS,
                answered ? random.nextInt(100_000) : ContactCourse.UNKNOWN_SECONDS,
                asked,
                asked == null ? Level.NONE : any(Level.values()),
                random.nextInt(7) == 0);
    }

    private ContactCourse.Bot bot() {
        var outcome = any(BotOutcome.values());
        return new ContactCourse.Bot(
                outcome == BotOutcome.NONE ? null : NOON.plusSeconds(random.nextInt(9_000)), outcome);
    }

    private Party party() {
        return random.nextInt(3) == 0 ? null : any(Party.values());
    }

    private int seconds() {
        return random.nextBoolean() ? random.nextInt(500) : ContactCourse.UNKNOWN_SECONDS;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    private final <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** What facts add up to, by cell. */
    public static <F> Map<Cell, Tally> cells(List<F> facts, Function<F, List<Contribution>> measure) {
        var cells = new HashMap<Cell, Tally>();
        facts.forEach(fact -> measure.apply(fact).forEach(c -> cells.merge(c.cell(), c.tally(), Tally::plus)));
        return cells;
    }

    /** The sum of all cells with exactly these dimensions and among them these labels. */
    public static Tally sum(Map<Cell, Tally> cells, Set<String> dimensions, Map<String, String> labels) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().scope().labels().keySet().equals(dimensions))
                .filter(cell -> cell.getKey().scope().labels().entrySet().containsAll(labels.entrySet()))
                .map(Map.Entry::getValue)
                .reduce(Tally.ZERO, Tally::plus);
    }

    /** The counts of a scope as the engine hands them to an insight: a day up to six in the evening. */
    public static Measure.WindowCounts window(Map<String, ?> labels, long[] counts, long... totals) {
        return new Measure.WindowCounts(
                Scope.of(labels),
                new Window(Window.Type.DAY, null, NOON.minusSeconds(43_200), NOON.plusSeconds(21_600), "UTC"),
                counts,
                null,
                List.of(),
                totals,
                NOON.plusSeconds(21_900).toEpochMilli(),
                false);
    }
}

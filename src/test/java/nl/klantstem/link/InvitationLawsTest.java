package nl.klantstem.link;

import static nl.klantstem.link.GivenCatalogue.CATALOGUE;
import static nl.klantstem.link.GivenCatalogue.OTHER_RULES;
import static nl.klantstem.link.GivenCatalogue.RULES;
import static nl.klantstem.link.GivenCatalogue.version;
import static nl.klantstem.link.GivenEvents.answered;
import static nl.klantstem.link.GivenEvents.at;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.snapshot;
import static nl.klantstem.link.GivenInvitation.invitation;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.FactStep;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyInvitation.Status;
import nl.klantstem.contract.in.SurveyResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In whatever order a customer's invitations, answers and contacts are written in, and however time passes between them, the
 * surveys count as a plain recount at every minute says.
 */
class InvitationLawsTest {

    private static final String CUSTOMER = "c:pseudonym";
    private static final long DAY = 24 * 60;

    /** What befell a survey, for which the histories must have an example. */
    private enum Seen {
        SUPPRESSED,
        SUPPRESSED_BEFORE_SENT,
        BOUNCED,
        DELIVERED,
        OPENED,
        EXPIRED,
        ANSWERED_BEFORE_ASKED,
        ANSWERED_LATE,
        DUE,
        AGAIN
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void every_order_gives_the_plain_recount(long seed) {
        System.out.println("invitations: seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            List<KnownEvent> events = history(random, 2 + random.nextInt(9));
            long end = end(events);
            List<List<FactStep>> expected = recount(events, end);
            for (int order = 0; order < 10; order++) {
                Collections.shuffle(events, random);
                assertThat(new WrittenHistory(CATALOGUE, CUSTOMER, events, random)
                                .passTo(end)
                                .histories())
                        .as(told(events))
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void the_order_does_not_matter_when_the_catalogue_changes_either(long seed) {
        System.out.println("invitations: seed " + seed);
        var random = new Random(seed);
        var catalogue = new Catalogue(List.of(
                version("v1", Instant.EPOCH, RULES, "return", "delivery"),
                version("v2", at(4), OTHER_RULES, "return", "no-such"),
                version("v3", at(DAY), RULES, "delivery", "no-such")));
        for (int round = 0; round < 40; round++) {
            List<KnownEvent> events = history(random, 2 + random.nextInt(9));
            long end = end(events);
            List<List<FactStep>> expected =
                    new WrittenHistory(catalogue, CUSTOMER, events).passTo(end).histories();
            for (int order = 0; order < 10; order++) {
                Collections.shuffle(events, random);
                assertThat(new WrittenHistory(catalogue, CUSTOMER, events, random)
                                .passTo(end)
                                .histories())
                        .as(told(events))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void the_histories_hold_everything_that_may_befall_a_survey() {
        var random = new Random(7);
        Map<Seen, Predicate<InvitationFact>> wanted = new EnumMap<>(Seen.class);
        wanted.put(Seen.SUPPRESSED, fact -> !fact.suppressed().equals(InvitationFact.NONE));
        wanted.put(Seen.BOUNCED, fact -> fact.reached().bounced());
        wanted.put(
                Seen.DELIVERED,
                fact -> fact.reached().delivered() && !fact.reached().opened());
        wanted.put(
                Seen.OPENED, fact -> fact.reached().opened() && !fact.reached().answered());
        wanted.put(Seen.EXPIRED, fact -> fact.reached().expired());
        wanted.put(Seen.ANSWERED_BEFORE_ASKED, fact -> fact.answerSeconds() == 0);
        wanted.put(
                Seen.ANSWERED_LATE,
                fact -> fact.reached().answered() && !fact.reached().answeredInTime());
        wanted.put(Seen.DUE, fact -> fact.reached().due());
        wanted.put(Seen.AGAIN, InvitationFact::again);
        var seen = new EnumMap<Seen, Integer>(Seen.class);
        for (int round = 0; round < 400; round++) {
            List<KnownEvent> events = history(random, 8);
            for (List<FactStep> steps : recount(events, end(events))) {
                wanted.forEach((what, is) -> {
                    if (steps.stream().anyMatch(step -> step.fact() instanceof InvitationFact fact && is.test(fact))) {
                        seen.merge(what, 1, Integer::sum);
                    }
                });
                boolean sentAfterAll = steps.size() > 1
                        && steps.get(0).fact() instanceof InvitationFact first
                        && steps.get(steps.size() - 1).fact() instanceof InvitationFact last
                        && !first.suppressed().equals(InvitationFact.NONE)
                        && last.suppressed().equals(InvitationFact.NONE);
                if (sentAfterAll) {
                    seen.merge(Seen.SUPPRESSED_BEFORE_SENT, 1, Integer::sum);
                }
            }
        }

        assertThat(seen).containsOnlyKeys(Seen.values());
        assertThat(seen.values()).allSatisfy(times -> assertThat(times).isGreaterThan(10));
    }

    // ---- histories

    /** A few surveys of one customer, half minutes apart, with what real feeds do; in half of them a day lies between. */
    private static List<KnownEvent> history(Random random, int n) {
        boolean days = random.nextBoolean();
        var events = new ArrayList<KnownEvent>();
        for (int place = 0; place < n; place++) {
            events.add(
                    switch (random.nextInt(10)) {
                        case 0, 1, 2 -> answer(random, days, place);
                        case 3 -> contact(random, place);
                        default -> survey(random, days, place);
                    });
        }
        return events;
    }

    private static KnownEvent survey(Random random, boolean days, int place) {
        long minute = minute(random, days);
        Status status = random.nextInt(3) == 0 ? Status.SENT : pick(random, Status.values());
        var told = invitation("i" + random.nextInt(3), status, at(minute).plusSeconds(30L * random.nextInt(3)))
                .knownAt(minute + pick(random, 0, 0, 1, 2, 5), place)
                .late(random.nextInt(4) == 0)
                .of(pick(random, Programme.TRANSACTIONAL, Programme.PANEL))
                .because(pick(random, null, "OPT_OUT", "QUARANTINE", "none", "no-such"))
                .journey(pick(random, null, null, "return", "no-such"))
                .about(
                        pick(random, null, "k0", "k1"),
                        random.nextBoolean()
                                ? null
                                : snapshot(pick(random, Channel.EMAIL, null), pick(random, "returns/how", "x", null)));
        return (random.nextInt(5) == 0 ? told.event("again" + random.nextInt(2)) : told.event("e" + place)).told();
    }

    private static KnownEvent answer(Random random, boolean days, int place) {
        long minute = minute(random, days);
        return answered("r" + random.nextInt(2), minute)
                .revision(
                        random.nextInt(3),
                        random.nextInt(3) > 0
                                ? SurveyResponse.Status.COMPLETE
                                : pick(random, SurveyResponse.Status.values()),
                        random.nextInt(11))
                .about(null, pick(random, null, "i0", "i1", "i1"), null)
                .event("r" + place)
                .knownAt(minute + pick(random, 0, 0, 1, 3), place)
                .answer();
    }

    private static KnownEvent contact(Random random, int place) {
        long minute = random.nextInt(8);
        return opened("k" + random.nextInt(2), minute)
                .event("k" + place)
                .by(pick(random, "PHONE", "CHAT", null), null)
                .because(pick(random, null, "delivery/late", "returns/how"), random.nextBoolean())
                .journey(pick(random, null, "delivery"))
                .knownAt(minute + pick(random, 0, 2), place)
                .step();
    }

    private static long minute(Random random, boolean days) {
        return random.nextInt(6) + (days && random.nextBoolean() ? DAY : 0);
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    /** When all that waits has come to pass. */
    private static long end(List<KnownEvent> events) {
        return events.stream().mapToLong(event -> event.at().minute()).max().orElseThrow() + DAY + 10;
    }

    private static List<List<FactStep>> recount(List<KnownEvent> events, long end) {
        return WrittenHistory.inOrder(
                PlainSteps.of(new PlainLinking(events, true), end).values());
    }

    private static String told(List<KnownEvent> events) {
        return events.stream().map(KnownEvent::toString).reduce("", (a, b) -> a + "\n" + b);
    }
}

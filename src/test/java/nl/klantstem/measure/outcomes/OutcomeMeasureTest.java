package nl.klantstem.measure.outcomes;

import static nl.klantstem.measure.GivenFacts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ContactCourse;
import nl.klantstem.contract.flow.ContactCourse.BotOutcome;
import nl.klantstem.contract.flow.ContactFact;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.Durations;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.measure.GivenFacts;
import nl.klantstem.rolling.Tally;
import nl.klantstem.stats.Histogram;
import org.junit.jupiter.api.Test;

/** Outcome tallies: the laws that hold for any contacts. */
class OutcomeMeasureTest {

    private static final long SEED = 31;
    private static final Catalogue CATALOGUE = GivenFacts.catalogue(
            OutcomeMeasure.OUTCOMES,
            List.of(List.of(), List.of("driver"), List.of("handler"), List.of("servicePartnerId"), List.of("intent")));

    private final GivenFacts given = new GivenFacts(SEED);
    private final Random random = new Random(SEED);
    private final OutcomeMeasure measure = new OutcomeMeasure(List.of(OutcomeMeasure.OUTCOMES), CATALOGUE);

    @Test
    void the_bot_counts_when_it_started_and_all_else_when_the_contact_opened() {
        var later = contact(new ContactCourse.Bot(NOON.plusSeconds(90), BotOutcome.HANDED_OVER));

        assertThat(measure.contributions(later).stream()
                        .filter(c -> c.cell().scope().labels().size() == 1))
                .satisfiesExactly(
                        opened -> {
                            assertThat(opened.minute()).isEqualTo(NOON.getEpochSecond() / 60);
                            assertThat(at(opened.tally(), Positions.CONTACTS)).isOne();
                            assertThat(at(opened.tally(), Positions.BOT_HANDED_OVER))
                                    .isZero();
                        },
                        bot -> {
                            assertThat(bot.minute()).isEqualTo(NOON.getEpochSecond() / 60 + 1);
                            assertThat(bot.tally().dense(Positions.WIDTH)).satisfies(n -> {
                                assertThat(n[Positions.BOT_HANDED_OVER]).isOne();
                                assertThat(Arrays.stream(n).sum()).isOne();
                            });
                        });
    }

    @Test
    void a_cell_gets_one_contribution_a_minute() {
        for (ContactFact contact : given.contacts(300)) {
            var contributions = measure.contributions(contact);
            assertThat(contributions.stream().map(c -> List.of(c.cell(), c.minute())))
                    .doesNotHaveDuplicates();
        }
        var same = contact(new ContactCourse.Bot(NOON.plusSeconds(59), BotOutcome.STUCK));
        assertThat(measure.contributions(same).get(0).tally().dense(Positions.WIDTH))
                .satisfies(n -> {
                    assertThat(n[Positions.CONTACTS]).isOne();
                    assertThat(n[Positions.BOT_STUCK]).isOne();
                });
    }

    @Test
    void whoever_is_offered_has_one_fate_and_every_session_one_outcome() {
        var contacts = given.contacts(500);
        long[] n = sum(contacts).dense(Positions.WIDTH);
        var blocks = new OutcomeBlocks(n);
        var inbound = contacts.stream().filter(ContactFact::inbound).toList();

        assertThat(n[Positions.CONTACTS]).isEqualTo(inbound.size());
        assertThat(n[Positions.OUTBOUND]).isEqualTo(contacts.size() - inbound.size());
        assertThat(blocks.offered())
                .isEqualTo(inbound.stream()
                        .filter(c -> c.course().reach().answer() != ContactCourse.Answer.NOT_OFFERED)
                        .count());
        assertThat(blocks.bot()).satisfies(bot -> {
            assertThat(bot.sessions())
                    .isEqualTo(inbound.stream()
                            .filter(c -> c.course().bot().outcome() != BotOutcome.NONE)
                            .count())
                    .isEqualTo(bot.open()
                            + bot.containedAssumed()
                            + bot.containedConfirmed()
                            + bot.returned()
                            + bot.handedOver()
                            + bot.abandoned()
                            + bot.stuck());
        });
    }

    @Test
    void what_is_answered_has_a_time_and_what_is_in_time_was_due() {
        long[] n = sum(given.contacts(500)).dense(Positions.WIDTH);
        var blocks = new OutcomeBlocks(n);

        assertThat(blocks.durations(Positions.TO_ANSWER).n()).isEqualTo(n[Positions.ANSWERED]);
        assertThat(blocks.serviceLevel().inTime())
                .isLessThanOrEqualTo(blocks.serviceLevel().due());
        assertThat(blocks.human()).satisfies(human -> {
            assertThat(human.inTime()).isLessThanOrEqualTo(human.due());
            assertThat(human.due()).isLessThanOrEqualTo(human.asked());
            assertThat(human.byReason().values().stream().mapToLong(r -> r.asked()))
                    .as("the reasons add up")
                    .satisfies(asked -> assertThat(
                                    asked.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(human.asked()));
        });
    }

    @Test
    void the_drivers_together_and_the_handlers_together_are_all_contacts() {
        var cells = GivenFacts.cells(given.contacts(400), measure::contributions);
        Tally all = GivenFacts.sum(cells, Set.of("audience"), Map.of());

        assertThat(GivenFacts.sum(cells, Set.of("audience", "driver", "level"), Map.of("level", "1")))
                .isEqualTo(all);
        assertThat(GivenFacts.sum(cells, Set.of("audience", "handler"), Map.of()))
                .isEqualTo(all);
        assertThat(GivenFacts.sum(cells, Set.of("audience", "servicePartnerId"), Map.of()))
                .isEqualTo(all);
        assertThat(GivenFacts.sum(cells, Set.of("audience", "intent"), Map.of()))
                .isEqualTo(all);
    }

    @Test
    void customers_and_partners_are_never_in_one_cell() {
        assertThat(GivenFacts.cells(given.contacts(50), measure::contributions).keySet())
                .allSatisfy(cell ->
                        assertThat(cell.scope().labels().get("audience")).isIn("CUSTOMER", "PARTNER"));
    }

    @Test
    void any_split_in_any_order_is_the_same_and_all_can_be_taken_back() {
        for (int round = 0; round < 50; round++) {
            var contacts = given.contacts(random.nextInt(40));
            Tally whole = sum(contacts);
            var shuffled = new ArrayList<>(contacts);
            Collections.shuffle(shuffled, random);
            int split = random.nextInt(shuffled.size() + 1);

            Tally parts = sum(shuffled.subList(0, split)).plus(sum(shuffled.subList(split, shuffled.size())));
            assertThat(parts).isEqualTo(whole);
            assertThat(parts.minus(whole).isZero()).isTrue();
        }
    }

    @Test
    void seconds_are_in_their_class_and_in_the_sum() {
        var counts = new long[Durations.BOUNDS.size() + 1];
        long sum = 0;
        var contacts = given.contacts(300);
        for (ContactFact contact : contacts) {
            int seconds = contact.course().reach().openingSeconds();
            if (contact.inbound() && seconds >= 0) {
                counts[Histogram.classOf(Durations.BOUNDS, seconds)]++;
                sum += seconds;
            }
        }
        var durations = new OutcomeBlocks(sum(contacts).dense(Positions.WIDTH)).durations(Positions.FROM_OPENING);

        assertThat(durations.counts().stream().mapToLong(Long::longValue).toArray())
                .isEqualTo(counts);
        assertThat(durations.sum()).isEqualTo(sum);
        assertThat(durations.p50()).isLessThanOrEqualTo(durations.p90());
    }

    @Test
    void only_transactional_answers_about_a_known_contact_are_in_the_scores() {
        var context = GivenFacts.handled(ResponseContext.HANDED_OVER, "sp-1");
        var fact = GivenFacts.answer(9, context);

        assertThat(measure.contributions(fact))
                .extracting(c -> c.cell().scope().labels().keySet())
                .as("an answer has no intent")
                .containsExactly(
                        Set.of("audience"),
                        Set.of("audience", "driver", "level"),
                        Set.of("audience", "driver", "level"),
                        Set.of("audience", "handler"),
                        Set.of("audience", "servicePartnerId"));
        assertThat(measure.contributions(like(fact, Programme.RELATIONAL, 9, false)))
                .isEmpty();
        assertThat(measure.contributions(like(fact, Programme.TRANSACTIONAL, null, false)))
                .isEmpty();
        assertThat(measure.contributions(like(fact, Programme.TRANSACTIONAL, 9, true)))
                .isEmpty();
    }

    private static ResponseFact like(ResponseFact fact, Programme programme, Integer nps, boolean unmatched) {
        return new ResponseFact(
                fact.answeredAt(),
                programme,
                fact.audience(),
                fact.journey(),
                fact.channel(),
                nps,
                null,
                null,
                false,
                unmatched ? UnmatchedReason.NO_CONTACT : null,
                fact.context(),
                fact.way(),
                fact.catalogueVersion());
    }

    private static ContactFact contact(ContactCourse.Bot bot) {
        var none = ContactCourse.NONE;
        return GivenFacts.contact(
                "returns",
                true,
                new ContactCourse(
                        none.life(),
                        none.reach(),
                        bot,
                        none.issue(),
                        none.routing(),
                        none.demand(),
                        none.servicePartner()));
    }

    private static Tally sum(List<ContactFact> contacts) {
        return contacts.stream()
                .map(contact -> OutcomeTally.opened(contact).plus(OutcomeTally.bot(contact)))
                .reduce(Tally.ZERO, Tally::plus);
    }

    private static long at(Tally tally, int position) {
        return tally.dense(Positions.WIDTH)[position];
    }
}

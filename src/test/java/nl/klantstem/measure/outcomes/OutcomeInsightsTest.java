package nl.klantstem.measure.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.out.BotSessions;
import nl.klantstem.contract.out.ContactOutcomes;
import nl.klantstem.contract.out.ContactOutcomes.Handling;
import nl.klantstem.contract.out.ContactOutcomes.Verdict;
import nl.klantstem.contract.out.FirstContacts;
import nl.klantstem.contract.out.Reliability;
import nl.klantstem.contract.out.Route;
import nl.klantstem.measure.GivenFacts;
import nl.klantstem.measure.GivenInsight;
import nl.klantstem.rolling.Tally;
import nl.klantstem.topic.Json;
import nl.klantstem.topic.Published;
import org.junit.jupiter.api.Test;

/** Outcome tallies as they are published. */
class OutcomeInsightsTest {

    private static final Catalogue CATALOGUE = GivenFacts.catalogue(OutcomeMeasure.OUTCOMES, List.of(List.of()));
    private static final Map<String, String> SCOPE = Map.of("audience", "CUSTOMER", "channel", "CHAT");

    @Test
    void any_contacts_give_a_record_that_keeps_to_its_schema() {
        var given = new GivenFacts(41);
        var contacts = given.contacts(400).stream()
                .map(c -> OutcomeTally.opened(c).plus(OutcomeTally.bot(c)))
                .reduce(Tally.ZERO, Tally::plus);
        Tally all = contacts.plus(answers(ResponseContext.BOT_ONLY, 9, 40))
                .plus(answers(ResponseContext.BOT_ONLY, 3, 10))
                .plus(answers(ResponseContext.HUMAN_ONLY, 10, 35))
                .plus(answers(ResponseContext.HANDED_OVER, 7, 3));

        var published = publish(all, all, true);
        var value = GivenInsight.golden(published, ContactOutcomes.class);

        assertThat(value.offered())
                .isEqualTo(value.answered()
                        + value.shortAbandoned()
                        + value.abandoned()
                        + value.waiting()
                        + value.unanswered());
        assertThat(value.totals().counted().answer().counts())
                .isEqualTo(value.timeToAnswer().counts());
        assertThat(value.totals().counted().routes()).isEqualTo(value.routing().routes());
        assertThat(value.totals().corrected().abandoned()).isZero();
    }

    @Test
    void blocks_without_anything_to_say_are_left_out() throws IOException {
        var published = publish(Tally.ZERO, Tally.ZERO, false);
        GivenInsight.read(published, ContactOutcomes.class);

        assertThat(Json.MAPPER.readTree(published.value()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "scope",
                        "window",
                        "contacts",
                        "outbound",
                        "open",
                        "endedUnknown",
                        "offered",
                        "answered",
                        "shortAbandoned",
                        "abandoned",
                        "waiting",
                        "unanswered",
                        "transferred",
                        "transfers",
                        "stuckInBot",
                        "repeats",
                        "totals",
                        "asOf",
                        "provisional",
                        "completeness",
                        "catalogueVersion",
                        "schemaVersion");
    }

    @Test
    void first_contact_resolution_is_of_those_whose_days_have_passed() {
        Tally tally = positions(Map.of(
                Positions.FIRST_PENDING, 5L,
                Positions.FIRST_REPEATED_PENDING, 2L,
                Positions.FIRST_RESOLVED, 8L,
                Positions.FIRST_REPEATED, 4L));

        assertThat(read(tally, false).firstContact()).isEqualTo(new FirstContacts(19, 12, 8, 6, 0.6667, 0.6842));
        assertThat(read(positions(Map.of(Positions.FIRST_PENDING, 5L)), false).firstContact())
                .isEqualTo(new FirstContacts(5, 0, 0, 0, null, 1));
    }

    @Test
    void a_contact_is_misrouted_only_when_both_parties_are_known() {
        Tally tally = positions(Map.of(
                Positions.route(Party.PLATFORM, Party.PLATFORM, Party.PARTNER), 3L,
                Positions.route(Party.PLATFORM, Party.PARTNER, Party.PLATFORM), 1L,
                Positions.route(null, Party.PARTNER, Party.PARTNER), 9L,
                Positions.route(Party.PARTNER, null, null), 9L));

        assertThat(read(tally, false).routing()).satisfies(routing -> {
            assertThat(routing.right()).isEqualTo(3);
            assertThat(routing.misrouted()).isEqualTo(1);
            assertThat(routing.misrouteRatio()).isEqualTo(0.25);
            assertThat(routing.timeToRightOwner()).isNull();
            assertThat(routing.routes())
                    .contains(
                            new Route("PLATFORM", "PARTNER", "PLATFORM", 1),
                            new Route("unknown", "PARTNER", "PARTNER", 9))
                    .hasSize(4);
        });
    }

    @Test
    void small_groups_of_answers_show_their_number_only_and_contacts_stay() {
        Tally tally = answers(ResponseContext.BOT_ONLY, 9, 4)
                .plus(answers(ResponseContext.HUMAN_ONLY, 2, 30))
                .plus(positions(Map.of(Positions.CONTACTS, 2L)));

        assertThat(read(tally, true)).satisfies(hidden -> {
            assertThat(hidden.contacts()).isEqualTo(2);
            assertThat(hidden.nps().get(Handling.BOT_ONLY).n()).isEqualTo(4);
            assertThat(hidden.nps().get(Handling.BOT_ONLY).promoters()).isNull();
            assertThat(hidden.nps().get(Handling.BOT_ONLY).reliability()).isEqualTo(Reliability.SUPPRESSED);
            assertThat(hidden.nps().get(Handling.HUMAN_ONLY).nps()).isEqualTo(-100);
            assertThat(hidden.botAgainstHuman().difference()).isNull();
            assertThat(hidden.botAgainstHuman().verdict()).isEqualTo(Verdict.TOO_FEW);
        });
        assertThat(read(tally, false)).satisfies(shown -> {
            assertThat(shown.nps().get(Handling.BOT_ONLY).nps()).isEqualTo(100);
            assertThat(shown.botAgainstHuman().difference()).isEqualTo(200);
        });
    }

    @Test
    void the_bot_is_not_worse_when_all_of_the_interval_is_above_what_is_tolerated() {
        assertThat(verdict(3_000, 1_000, 3_000, 1_000)).isEqualTo(Verdict.NOT_WORSE);
        assertThat(verdict(100, 300, 300, 100)).isEqualTo(Verdict.WORSE);
        assertThat(verdict(20, 20, 24, 16)).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict(29, 0, 300, 100)).isEqualTo(Verdict.TOO_FEW);
        assertThat(read(answers(ResponseContext.BOT_ONLY, 9, 50), false).botAgainstHuman())
                .as("nobody to hold it against")
                .isNull();
    }

    @Test
    void totals_are_what_was_first_counted_and_what_of_it_was_taken_back() {
        Tally counted = positions(Map.of(Positions.ABANDONED, 7L, Positions.BOT_OPEN, 5L));
        Tally corrected = positions(Map.of(Positions.ABANDONED, 2L, Positions.REPEATS, 1L));

        var totals = GivenInsight.read(
                        publish(Tally.ZERO, counted.plus(corrected.shift(Positions.WIDTH)), false),
                        ContactOutcomes.class)
                .totals();

        assertThat(totals.counted().abandoned()).isEqualTo(7);
        assertThat(totals.counted().bot()).isEqualTo(new BotSessions(5, 5, 0, 0, 0, 0, 0, 0));
        assertThat(totals.corrected().abandoned()).isEqualTo(2);
        assertThat(totals.corrected().repeats()).isEqualTo(1);
        assertThat(totals.corrected().bot()).isNull();
    }

    private static Verdict verdict(int botHappy, int botUnhappy, int humanHappy, int humanUnhappy) {
        Tally tally = answers(ResponseContext.BOT_ONLY, 9, botHappy)
                .plus(answers(ResponseContext.BOT_ONLY, 0, botUnhappy))
                .plus(answers(ResponseContext.HUMAN_ONLY, 9, humanHappy))
                .plus(answers(ResponseContext.HUMAN_ONLY, 0, humanUnhappy));
        return read(tally, false).botAgainstHuman().verdict();
    }

    private static Tally answers(String handling, int nps, int times) {
        Tally one = OutcomeTally.response(GivenFacts.answer(nps, GivenFacts.handled(handling, "sp-1")));
        Tally sum = Tally.ZERO;
        for (int i = 0; i < times; i++) {
            sum = sum.plus(one);
        }
        return sum;
    }

    private static Tally positions(Map<Integer, Long> counts) {
        var dense = new long[Positions.WIDTH];
        counts.forEach((position, count) -> dense[position] = count);
        return Tally.of(dense);
    }

    private static ContactOutcomes read(Tally tally, boolean suppress) {
        return GivenInsight.read(publish(tally, Tally.ZERO, suppress), ContactOutcomes.class);
    }

    private static Published publish(Tally counts, Tally totals, boolean suppress) {
        return new OutcomeInsights(CATALOGUE, suppress)
                .window(GivenFacts.window(SCOPE, counts.dense(Positions.WIDTH), totals.dense(2 * Positions.WIDTH)));
    }
}

package nl.klantstem.measure.surveys;

import static nl.klantstem.measure.GivenFacts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klantstem.contract.catalogue.Catalogue;
import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.flow.InvitationFact.Reached;
import nl.klantstem.contract.flow.ResponseContext;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.flow.ResponseJourney;
import nl.klantstem.contract.in.Audience;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import nl.klantstem.contract.out.SurveyHealth;
import nl.klantstem.measure.GivenFacts;
import nl.klantstem.measure.GivenInsight;
import nl.klantstem.rolling.Cell;
import nl.klantstem.rolling.Tally;
import nl.klantstem.topic.Published;
import org.junit.jupiter.api.Test;

/** Surveys by how far they came, and responses by whether they are linked. */
class SurveyMeasureTest {

    private static final Catalogue CATALOGUE = GivenFacts.catalogue(
            SurveyMeasure.NAME,
            List.of(List.of(), List.of("journeyId"), List.of("journeyId", "channel"), List.of("suppressionReason")));

    private final SurveyMeasure measure = new SurveyMeasure(CATALOGUE);

    @Test
    void a_survey_counts_once_in_every_cell_when_it_was_asked() {
        assertThat(measure.contributions(asked(SENT)))
                .allSatisfy(c -> assertThat(c.minute()).isEqualTo(NOON.getEpochSecond() / 60))
                .extracting(c -> c.cell().scope().labels().toString())
                .containsExactly(
                        "{audience=CUSTOMER, programme=TRANSACTIONAL}",
                        "{audience=CUSTOMER, journeyId=return, programme=TRANSACTIONAL}",
                        "{audience=CUSTOMER, channel=CHAT, journeyId=return, programme=TRANSACTIONAL}",
                        "{audience=CUSTOMER, programme=TRANSACTIONAL, suppressionReason=none}");
    }

    @Test
    void a_response_counts_when_it_was_answered_and_in_no_cell_by_why_surveys_were_not_asked() {
        assertThat(measure.contributions(response(null)))
                .allSatisfy(c -> assertThat(c.minute()).isEqualTo(NOON.getEpochSecond() / 60 + 90))
                .extracting(c -> c.cell().scope().labels().toString())
                .containsExactly(
                        "{audience=CUSTOMER, programme=TRANSACTIONAL}",
                        "{audience=CUSTOMER, journeyId=return, programme=TRANSACTIONAL}",
                        "{audience=CUSTOMER, channel=CHAT, journeyId=return, programme=TRANSACTIONAL}");
    }

    @Test
    void a_response_that_feeds_no_nps_does_not_count() {
        assertThat(measure.contributions(response(Programme.MYSTERY_SHOP, null)))
                .isEmpty();
        assertThat(measure.contributions(response(Programme.RELATIONAL, null))).isNotEmpty();
    }

    @Test
    void of_two_programmes_none_is_pooled_with_the_other() {
        var panel = new InvitationFact(
                NOON,
                Programme.PANEL,
                Audience.CUSTOMER,
                "return",
                "CHAT",
                InvitationFact.NONE,
                SENT,
                InvitationFact.UNKNOWN_SECONDS,
                false,
                false,
                GivenFacts.VERSION);

        assertThat(measure.contributions(panel))
                .extracting(c -> c.cell().scope().labels().get("programme"))
                .containsOnly("PANEL");
    }

    @Test
    void a_survey_that_went_far_is_part_of_everything_before() {
        assertThat(read(List.of(asked(SENT), asked(BOUNCED), asked(DELIVERED), asked(OPENED), answered(60, true))))
                .satisfies(value -> {
                    assertThat(value.asked()).isEqualTo(5);
                    assertThat(value.bounced()).isEqualTo(1);
                    assertThat(value.delivered()).isEqualTo(3);
                    assertThat(value.opened()).isEqualTo(2);
                    assertThat(value.answered()).isEqualTo(1);
                    assertThat(value.suppressed()).isZero();
                    assertThat(value.responseRate().share()).isEqualTo(0.2);
                });
    }

    @Test
    void a_survey_that_was_not_asked_is_part_of_no_rate() {
        assertThat(read(List.of(suppressed("OPT_OUT"), suppressed("QUARANTINE"))))
                .satisfies(value -> {
                    assertThat(value.suppressed()).isEqualTo(2);
                    assertThat(value.asked()).isZero();
                    assertThat(value.responseRate()).isNull();
                    assertThat(value.responseRateDue()).isNull();
                    assertThat(value.answerDelay()).isNull();
                });
    }

    @Test
    void the_due_rate_is_of_those_asked_long_enough_ago_and_answered_in_time() {
        var late = Duration.ofDays(20);
        assertThat(read(List.of(
                        answered(60, true),
                        answered((int) late.toSeconds(), true),
                        answered(60, false),
                        due(),
                        asked(SENT))))
                .satisfies(value -> {
                    assertThat(value.responseRate().part()).isEqualTo(3);
                    assertThat(value.responseRate().whole()).isEqualTo(5);
                    assertThat(value.responseRateDue().part()).isEqualTo(1);
                    assertThat(value.responseRateDue().whole()).isEqualTo(3);
                });
    }

    @Test
    void the_delay_of_answers_is_in_classes_from_a_minute_to_sixty_days() {
        assertThat(read(List.of(answered(60, false), answered(61, false), answered(6_000_000, false)))
                        .answerDelay())
                .satisfies(delay -> {
                    assertThat(delay.n()).isEqualTo(3);
                    assertThat(delay.sum()).isEqualTo(6_000_121);
                    assertThat(delay.counts())
                            .hasSize(18)
                            .startsWith(1L, 1L, 0L)
                            .endsWith(0L, 1L);
                });
    }

    @Test
    void unmatched_responses_are_told_by_why_and_have_a_share_only_when_there_are_responses() {
        var responses = List.of(
                response(null),
                response(null),
                response(UnmatchedReason.NO_CONTACT),
                response(UnmatchedReason.NO_CUSTOMER));
        Tally all = sum(GivenFacts.cells(responses, measure::contributions));

        assertThat(read(all)).satisfies(value -> {
            assertThat(value.responses()).isEqualTo(4);
            assertThat(value.asked()).isZero();
            assertThat(value.unmatched().responses()).isEqualTo(2);
            assertThat(value.unmatched().share()).isEqualTo(0.5);
            assertThat(value.unmatched().byReason())
                    .isEqualTo(Map.of(
                            UnmatchedReason.NO_CONTACT, 1L,
                            UnmatchedReason.NO_CUSTOMER, 1L,
                            UnmatchedReason.CONTACT_UNKNOWN, 0L));
            assertThat(value.completeness().unmatched()).isEqualTo(2);
        });
        assertThat(read(Tally.ZERO).unmatched()).isNull();
    }

    @Test
    void all_figures_are_published_as_they_were_reviewed() {
        var surveys = new ArrayList<>(List.of(
                asked(SENT), asked(BOUNCED), asked(DELIVERED), asked(OPENED), due(), suppressed("OPT_OUT"), again()));
        for (int seconds : List.of(40, 4_000, 90_000, 2_000_000)) {
            surveys.add(answered(seconds, true));
        }
        var responses = List.of(
                response(null),
                response(UnmatchedReason.NO_CUSTOMER),
                response(UnmatchedReason.CONTACT_UNKNOWN),
                response(UnmatchedReason.NO_CONTACT));
        Tally all = sum(GivenFacts.cells(surveys, measure::contributions))
                .plus(sum(GivenFacts.cells(responses, measure::contributions)));
        long[] n = all.dense(Positions.WIDTH);
        var totals = Arrays.copyOf(n, 2 * Positions.WIDTH);
        totals[Positions.WIDTH + Positions.ANSWERED] = 3;

        SurveyHealth value = GivenInsight.golden(publish(n, totals), SurveyHealth.class);

        assertThat(value.asked()).isEqualTo(10);
        assertThat(value.againWithinQuarantine()).isEqualTo(1);
        assertThat(value.expired()).isEqualTo(1);
        assertThat(value.completeness().late()).isEqualTo(2);
        assertThat(value.totals().counted().answered()).isEqualTo(4);
        assertThat(value.totals().corrected().answered()).isEqualTo(3);
    }

    // ---- what is given

    private static final Reached SENT = new Reached(false, false, false, false, false, false, false);
    private static final Reached BOUNCED = new Reached(false, true, false, false, false, false, false);
    private static final Reached DELIVERED = new Reached(true, false, false, false, false, false, false);
    private static final Reached OPENED = new Reached(true, false, true, false, false, false, false);

    private static InvitationFact asked(Reached reached) {
        return fact(InvitationFact.NONE, reached, InvitationFact.UNKNOWN_SECONDS, false);
    }

    private static InvitationFact again() {
        return fact(InvitationFact.NONE, SENT, InvitationFact.UNKNOWN_SECONDS, true);
    }

    /** Opened, closed, and never answered though it is due. */
    private static InvitationFact due() {
        return fact(
                InvitationFact.NONE,
                new Reached(true, false, true, true, false, true, false),
                InvitationFact.UNKNOWN_SECONDS,
                false);
    }

    private static InvitationFact suppressed(String reason) {
        return fact(reason, SENT, InvitationFact.UNKNOWN_SECONDS, false);
    }

    private static InvitationFact answered(int seconds, boolean due) {
        boolean inTime = seconds <= Duration.ofDays(14).toSeconds();
        return fact(InvitationFact.NONE, new Reached(true, false, true, false, true, due, inTime), seconds, false);
    }

    private static InvitationFact fact(String suppressed, Reached reached, int seconds, boolean again) {
        return new InvitationFact(
                NOON,
                Programme.TRANSACTIONAL,
                Audience.CUSTOMER,
                "return",
                "CHAT",
                suppressed,
                reached,
                seconds,
                again,
                again,
                GivenFacts.VERSION);
    }

    private static ResponseFact response(UnmatchedReason unmatched) {
        return response(Programme.TRANSACTIONAL, unmatched);
    }

    private static ResponseFact response(Programme programme, UnmatchedReason unmatched) {
        return new ResponseFact(
                NOON.plus(Duration.ofMinutes(90)),
                programme,
                Audience.CUSTOMER,
                "return",
                "CHAT",
                null,
                4,
                null,
                unmatched == UnmatchedReason.NO_CONTACT,
                unmatched,
                ResponseContext.NONE,
                ResponseJourney.none("return"),
                GivenFacts.VERSION);
    }

    private SurveyHealth read(List<InvitationFact> surveys) {
        return read(sum(GivenFacts.cells(surveys, measure::contributions)));
    }

    private static SurveyHealth read(Tally tally) {
        return GivenInsight.read(
                publish(tally.dense(Positions.WIDTH), new long[2 * Positions.WIDTH]), SurveyHealth.class);
    }

    /** Of everything together. */
    private static Tally sum(Map<Cell, Tally> cells) {
        return GivenFacts.sum(cells, Set.of("audience", "programme"), Map.of());
    }

    private static Published publish(long[] counts, long[] totals) {
        return new SurveyInsights(CATALOGUE)
                .window(GivenFacts.window(
                        Map.of("audience", "CUSTOMER", "programme", "TRANSACTIONAL", "journeyId", "return"),
                        counts,
                        totals));
    }
}

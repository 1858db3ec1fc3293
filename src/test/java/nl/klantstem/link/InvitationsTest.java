package nl.klantstem.link;

import static nl.klantstem.link.GivenEvents.answered;
import static nl.klantstem.link.GivenEvents.at;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.snapshot;
import static nl.klantstem.link.GivenInvitation.invitation;
import static org.assertj.core.api.Assertions.assertThat;

import nl.klantstem.contract.flow.InvitationFact;
import nl.klantstem.contract.flow.InvitationFact.Reached;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.Programme;
import nl.klantstem.contract.in.SurveyInvitation.Status;
import nl.klantstem.contract.in.SurveyResponse;
import org.junit.jupiter.api.Test;

/** Surveys that were to be asked: a day of quarantine, and a day to answer. */
class InvitationsTest {

    private static final long DAY = 24 * 60;

    @Test
    void a_survey_counts_when_it_was_first_sent_whatever_else_was_told_before() {
        var told = Told.of(
                invitation("i", Status.DELIVERED, 1).knownAt(1, 0).told(),
                invitation("i", Status.SENT, 5)
                        .knownAt(5, 1)
                        .of(Programme.PANEL)
                        .late(true)
                        .told(),
                invitation("i", Status.SENT, 3).knownAt(6, 2).told());

        assertThat(told.invitation("i").invitedAt()).isEqualTo(at(3));
        assertThat(told.invitation("i").programme()).isEqualTo(Programme.TRANSACTIONAL);
        assertThat(told.invitation("i").late()).isFalse();
    }

    @Test
    void a_survey_whose_sending_nobody_told_counts_at_the_earliest_of_its_events() {
        assertThat(Told.of(
                                invitation("i", Status.OPENED, 4).knownAt(4, 0).told(),
                                invitation("i", Status.DELIVERED, 2)
                                        .knownAt(5, 1)
                                        .told())
                        .invitation("i")
                        .invitedAt())
                .isEqualTo(at(2));
    }

    @Test
    void a_survey_that_was_suppressed_was_not_asked_unless_it_went_out_all_the_same() {
        var told =
                Told.of(invitation("i", Status.SUPPRESSED, 0).because("OPT_OUT").told());
        assertThat(told.invitation("i").suppressed()).isEqualTo("OPT_OUT");
        assertThat(told.passTo(DAY + 1).invitation("i").reached())
                .isEqualTo(new Reached(false, false, false, false, false, false, false));

        told.then(invitation("i", Status.OPENED, DAY + 2).told());

        assertThat(told.invitation("i").suppressed()).isEqualTo(InvitationFact.NONE);
        assertThat(told.invitation("i").reached().opened()).isTrue();
    }

    @Test
    void why_a_survey_was_not_asked_is_of_a_closed_list_on_which_none_is_not() {
        assertThat(suppressed("QUARANTINE")).isEqualTo("QUARANTINE");
        assertThat(suppressed("MOOD")).isEqualTo("other");
        assertThat(suppressed("none")).isEqualTo("other");
        assertThat(suppressed(null)).isEqualTo("unknown");
    }

    @Test
    void an_answer_to_a_survey_that_was_suppressed_does_not_make_it_asked() {
        var told = Told.of(
                invitation("i", Status.SUPPRESSED, 0).because("OPT_OUT").told(),
                answered("r", 3).about(null, "i", null).answer());

        assertThat(told.invitation("i").reached().answered()).isFalse();
        assertThat(told.invitation("i").answerSeconds()).isEqualTo(InvitationFact.UNKNOWN_SECONDS);
    }

    @Test
    void what_bounced_did_not_arrive_until_it_does() {
        var told = Told.of(
                invitation("i", Status.SENT, 0).told(),
                invitation("i", Status.BOUNCED, 1).told());
        assertThat(told.invitation("i").reached().bounced()).isTrue();
        assertThat(told.invitation("i").reached().delivered()).isFalse();

        told.then(invitation("i", Status.DELIVERED, 2).told());

        assertThat(told.invitation("i").reached().bounced()).isFalse();
        assertThat(told.invitation("i").reached().delivered()).isTrue();
        assertThat(told.invitation("i").reached().opened()).isFalse();
    }

    @Test
    void who_answered_got_it_and_opened_it() {
        var told = Told.of(
                invitation("i", Status.SENT, 0).told(),
                invitation("i", Status.EXPIRED, 2).told(),
                answered("r", 3).about(null, "i", null).answer());

        assertThat(told.invitation("i").reached()).isEqualTo(new Reached(true, false, true, false, true, false, true));
        assertThat(told.invitation("i").answerSeconds()).isEqualTo(180);
    }

    @Test
    void an_answer_is_due_after_a_day_and_in_time_up_to_then() {
        var told = Told.of(
                invitation("i", Status.SENT, 0).told(),
                invitation("j", Status.SENT, 0).told());
        assertThat(told.passTo(DAY - 2).invitation("i").reached().due()).isFalse();
        assertThat(told.passTo(DAY - 1).invitation("i").reached().due()).isTrue();

        told.then(
                answered("r", DAY).about(null, "i", null).answer(),
                answered("s", DAY + 1).about(null, "j", null).answer());

        assertThat(told.invitation("i").reached().answeredInTime()).isTrue();
        assertThat(told.invitation("j").reached().answered()).isTrue();
        assertThat(told.invitation("j").reached().answeredInTime()).isFalse();
    }

    @Test
    void the_first_of_several_answers_says_how_long_it_took_and_none_takes_less_than_no_time() {
        var told = Told.of(
                invitation("i", Status.SENT, 2).told(),
                answered("r", 9).about(null, "i", null).answer(),
                answered("s", 7).knownAt(10, 1).about(null, "i", null).answer());
        assertThat(told.invitation("i").answerSeconds()).isEqualTo(300);

        told.then(answered("t", 1).knownAt(11, 2).about(null, "i", null).answer());

        assertThat(told.invitation("i").answerSeconds()).isZero();
    }

    @Test
    void an_answer_that_is_withdrawn_or_dismissed_is_none() {
        for (var status :
                new SurveyResponse.Status[] {SurveyResponse.Status.WITHDRAWN, SurveyResponse.Status.DISMISSED}) {
            var told = Told.of(
                    invitation("i", Status.SENT, 0).told(),
                    answered("r", 3).about(null, "i", null).answer());
            assertThat(told.invitation("i").reached().answered()).isTrue();

            told.then(answered("r", 5)
                    .revision(1, status, null)
                    .about(null, "i", null)
                    .answer());

            assertThat(told.invitation("i").reached().answered())
                    .as(status.name())
                    .isFalse();
            assertThat(told.invitation("i").reached().delivered()).isFalse();
        }
    }

    @Test
    void a_revision_that_names_another_survey_answers_that_one() {
        var told = Told.of(
                invitation("i", Status.SENT, 0).told(),
                invitation("j", Status.SENT, 0).told(),
                answered("r", 3).about(null, "i", null).answer(),
                answered("r", 5)
                        .revision(1, SurveyResponse.Status.COMPLETE, 4)
                        .about(null, "j", null)
                        .answer());

        assertThat(told.invitation("i").reached().answered()).isFalse();
        assertThat(told.invitation("j").reached().answered()).isTrue();
    }

    @Test
    void asked_again_within_a_day_is_too_soon_and_after_it_is_not() {
        var told = Told.of(
                invitation("a", Status.SENT, 0).told(),
                invitation("b", Status.SENT, DAY - 1).told(),
                invitation("c", Status.SENT, 2 * DAY - 1).told());

        assertThat(told.invitation("a").again()).isFalse();
        assertThat(told.invitation("b").again()).isTrue();
        assertThat(told.invitation("c").again()).isFalse();
    }

    @Test
    void of_two_at_the_same_time_the_lesser_id_came_first() {
        var told = Told.of(
                invitation("b", Status.SENT, 0).told(),
                invitation("a", Status.SENT, 0).told());

        assertThat(told.invitation("a").again()).isFalse();
        assertThat(told.invitation("b").again()).isTrue();
    }

    @Test
    void a_survey_that_was_suppressed_starts_no_quarantine_and_breaks_none() {
        var told = Told.of(
                invitation("a", Status.SUPPRESSED, 0).told(),
                invitation("b", Status.SENT, 5).told(),
                invitation("c", Status.SUPPRESSED, 9).told());

        assertThat(told.invitation("b").again()).isFalse();
        assertThat(told.invitation("c").again()).isFalse();

        told.then(invitation("a", Status.SENT, 1).knownAt(20, 1).told());

        assertThat(told.invitation("b").again()).isTrue();
    }

    @Test
    void journey_and_channel_are_the_contacts_and_change_with_it() {
        var told = Told.of(invitation("i", Status.SENT, 2)
                .about("k0", snapshot(Channel.EMAIL, "delivery/late"))
                .told());
        assertThat(told.invitation("i").journey()).isEqualTo("delivery");
        assertThat(told.invitation("i").channel()).isEqualTo("EMAIL");

        told.then(opened("k0", 0)
                .by("CHAT", null)
                .because("returns/how", false)
                .knownAt(5, 1)
                .step());
        assertThat(told.invitation("i").journey()).isEqualTo("return");
        assertThat(told.invitation("i").channel()).isEqualTo("CHAT");

        told.then(invitation("i", Status.OPENED, 7).journey("delivery").told());
        assertThat(told.invitation("i").journey()).isEqualTo("delivery");
        assertThat(told.invitation("i").channel()).isEqualTo("CHAT");
    }

    @Test
    void a_survey_about_no_contact_has_neither_journey_nor_channel() {
        var told = Told.of(invitation("i", Status.SENT, 2).told());

        assertThat(told.invitation("i").journey()).isEqualTo("unknown");
        assertThat(told.invitation("i").channel()).isEqualTo("unknown");
    }

    private static String suppressed(String reason) {
        return Told.of(invitation("i", Status.SUPPRESSED, 0).because(reason).told())
                .invitation("i")
                .suppressed();
    }
}

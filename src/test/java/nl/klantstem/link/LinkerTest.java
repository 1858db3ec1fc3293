package nl.klantstem.link;

import static nl.klantstem.link.GivenCatalogue.CATALOGUE;
import static nl.klantstem.link.GivenEvents.answered;
import static nl.klantstem.link.GivenEvents.invited;
import static nl.klantstem.link.GivenEvents.opened;
import static nl.klantstem.link.GivenEvents.snapshot;
import static nl.klantstem.link.GivenEvents.stepped;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klantstem.contract.flow.FactChange;
import nl.klantstem.contract.flow.ResponseFact;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.contract.out.LinkedResponse;
import nl.klantstem.contract.out.LinkedResponse.JourneySource;
import nl.klantstem.contract.out.LinkedResponse.LinkMethod;
import nl.klantstem.contract.out.LinkedResponse.UnmatchedReason;
import org.junit.jupiter.api.Test;

/** Which contact a response is about, one way of linking at a time. */
class LinkerTest {

    private static final String CUSTOMER = "c:pseudonym";
    private static final long DAY = 24 * 60;

    private final Chronicle chronicle = new Chronicle(new Facts(CATALOGUE));
    private final Timeline timeline = new Timeline();

    @Test
    void a_contact_that_is_named_is_the_one() {
        LinkedResponse linked = last(
                opened("k0", -60).because("returns/how", false).step(),
                opened("k1", -5).because("delivery/late", false).step(),
                answered("r", 0).about("k0", null, null).answer());

        assertThat(linked.method()).isEqualTo(LinkMethod.CONTACT_ID);
        assertThat(linked.confidence()).isEqualTo(1.0);
        assertThat(linked.unmatchedReason()).isNull();
        assertThat(linked.contact().contactId()).isEqualTo("k0");
        assertThat(linked.contact().driver()).isEqualTo("returns/how");
        assertThat(linked.journeyId()).isEqualTo("return");
        assertThat(linked.journeySource()).isEqualTo(JourneySource.DRIVER);
        assertThat(linked.customer()).isEqualTo("pseudonym");
    }

    @Test
    void a_contact_that_arrives_after_the_response_is_linked_then() {
        LinkedResponse before = last(answered("r", 0).about("k0", null, null).answer());
        LinkedResponse after =
                last(opened("k0", -60).journey("return").knownAt(9, 1).step());

        assertThat(before.method()).isEqualTo(LinkMethod.UNMATCHED);
        assertThat(before.unmatchedReason()).isEqualTo(UnmatchedReason.CONTACT_UNKNOWN);
        assertThat(before.journeyId()).isEqualTo("unknown");
        assertThat(before.contact()).isNull();
        assertThat(after.method()).isEqualTo(LinkMethod.CONTACT_ID);
        assertThat(after.journeyId()).isEqualTo("return");
        assertThat(after.asOf()).isEqualTo(GivenEvents.at(9).plusSeconds(1));
    }

    @Test
    void a_response_that_names_a_contact_never_falls_back_to_the_customers_latest() {
        LinkedResponse linked = last(
                opened("k1", -5).step(),
                answered("r", 0).about("k-unknown", null, null).answer());

        assertThat(linked.method()).isEqualTo(LinkMethod.UNMATCHED);
        assertThat(linked.unmatchedReason()).isEqualTo(UnmatchedReason.CONTACT_UNKNOWN);
    }

    @Test
    void an_invitation_leads_to_its_contact_and_until_that_is_known_to_its_snapshot() {
        LinkedResponse bySnapshot = last(
                opened("k1", -5).step(),
                invited("i0", -3, 1, "k0", null, snapshot(Channel.EMAIL, "delivery/late")),
                answered("r", 0).about(null, "i0", null).answer());
        LinkedResponse byContact =
                last(opened("k0", -60).by("CHAT", null).knownAt(9, 1).step());

        assertThat(bySnapshot.method()).isEqualTo(LinkMethod.INVITATION);
        assertThat(bySnapshot.confidence()).isEqualTo(0.95);
        assertThat(bySnapshot.contact().contactId()).isNull();
        assertThat(bySnapshot.contact().channel()).isEqualTo("EMAIL");
        assertThat(bySnapshot.contact().servicePartnerId()).isEqualTo("sp-1");
        assertThat(bySnapshot.journeyId()).isEqualTo("delivery");
        assertThat(byContact.method()).isEqualTo(LinkMethod.INVITATION);
        assertThat(byContact.contact().contactId()).isEqualTo("k0");
        assertThat(byContact.contact().channel()).isEqualTo("CHAT");
    }

    @Test
    void an_invitation_that_is_only_opened_later_does_not_hide_what_it_said_when_sent() {
        LinkedResponse linked = last(
                invited("i0", -3, 1, null, null, snapshot(Channel.EMAIL, "delivery/late")),
                invited("i0", -2, 2, null, null, null),
                answered("r", 0).about(null, "i0", null).answer());

        assertThat(linked.method()).isEqualTo(LinkMethod.INVITATION);
        assertThat(linked.contact().driver()).isEqualTo("delivery/late");
    }

    @Test
    void the_same_order_leads_to_its_latest_contact_before_the_answer() {
        LinkedResponse linked = last(
                opened("k0", -60).order("o1").step(),
                opened("k1", -50).order("o1").step(),
                opened("k2", -40).order("o2").step(),
                opened("k3", 10).order("o1").step(),
                answered("r", 0).about(null, null, "o1").answer());

        assertThat(linked.method()).isEqualTo(LinkMethod.ORDER);
        assertThat(linked.confidence()).isEqualTo(0.8);
        assertThat(linked.contact().contactId()).isEqualTo("k1");
    }

    @Test
    void an_invitations_order_leads_to_the_contact_when_the_answer_names_none() {
        LinkedResponse linked = last(
                opened("k0", -60).order("o1").step(),
                invited("i0", -3, 1, null, "o1"),
                answered("r", 0).about(null, "i0", null).answer());

        assertThat(linked.method()).isEqualTo(LinkMethod.ORDER);
    }

    @Test
    void the_customers_latest_contact_counts_when_nothing_is_named() {
        LinkedResponse linked = last(
                opened("k0", -60).journey("return").step(),
                opened("k1", -5).journey("delivery").step(),
                opened("k2", 1).step(),
                answered("r", 0).answer());

        assertThat(linked.method()).isEqualTo(LinkMethod.CUSTOMER);
        assertThat(linked.confidence()).isEqualTo(0.5);
        assertThat(linked.contact().contactId()).isEqualTo("k1");
        assertThat(linked.journeyId()).isEqualTo("delivery");
        assertThat(linked.journeySource()).isEqualTo(JourneySource.CONTACT);
    }

    @Test
    void a_contact_of_the_same_journey_goes_before_a_later_one() {
        LinkedResponse linked = last(
                opened("k0", -60).journey("return").step(),
                opened("k1", -5).journey("delivery").step(),
                answered("r", 0).journey("return").answer());

        assertThat(linked.method()).isEqualTo(LinkMethod.CUSTOMER);
        assertThat(linked.confidence()).isEqualTo(0.6);
        assertThat(linked.contact().contactId()).isEqualTo("k0");
        assertThat(linked.journeySource()).isEqualTo(JourneySource.RESPONSE);
    }

    @Test
    void fourteen_days_before_the_answer_is_in_the_window_and_a_minute_more_is_not() {
        LinkedResponse within =
                last(opened("k0", -14 * DAY).step(), answered("r", 0).answer());
        LinkedResponse beyond = last(answered("r2", 1).answer());

        assertThat(within.method()).isEqualTo(LinkMethod.CUSTOMER);
        assertThat(beyond.method()).isEqualTo(LinkMethod.UNMATCHED);
        assertThat(beyond.unmatchedReason()).isEqualTo(UnmatchedReason.NO_CONTACT);
        assertThat(beyond.confidence()).isZero();
    }

    @Test
    void without_a_customer_only_a_contact_under_the_same_key_is_linked() {
        var other = new Timeline();
        LinkedResponse alone = chronicle
                .write(other, "k:k0", answered("r", 0).about("k0", null, null).answer(), TaskTime.UNKNOWN)
                .responses()
                .get(0);
        LinkedResponse met = chronicle
                .write(other, "k:k0", opened("k0", -9).knownAt(3, 1).step(), TaskTime.UNKNOWN)
                .responses()
                .get(0);

        assertThat(alone.unmatchedReason()).isEqualTo(UnmatchedReason.NO_CUSTOMER);
        assertThat(alone.customer()).isNull();
        assertThat(met.method()).isEqualTo(LinkMethod.CONTACT_ID);
        assertThat(chronicle
                        .write(new Timeline(), "r:r", answered("r", 0).answer(), TaskTime.UNKNOWN)
                        .responses()
                        .get(0)
                        .unmatchedReason())
                .isEqualTo(UnmatchedReason.NO_CUSTOMER);
    }

    @Test
    void a_corrected_contact_is_told_again_with_the_response() {
        last(
                opened("k0", -60).because("returns/how", true).step(),
                answered("r", 0).about("k0", null, null).answer());
        LinkedResponse corrected = last(stepped("k0", 3, ContactEvent.Type.DRIVER_CORRECTED, 5)
                .because("delivery/late", false)
                .step());

        assertThat(corrected.contact().driver()).isEqualTo("delivery/late");
        assertThat(corrected.journeyId()).isEqualTo("delivery");
    }

    @Test
    void a_link_that_only_became_surer_is_told_again() {
        last(opened("k0", -60).step(), answered("r", 0).journey("return").answer());
        LinkedResponse surer = last(stepped("k0", 3, ContactEvent.Type.DRIVER_CORRECTED, 5)
                .journey("return")
                .step());

        assertThat(surer.confidence()).isEqualTo(0.6);
    }

    @Test
    void a_withdrawn_answer_is_told_and_counts_no_more() {
        last(answered("r", 0).answer());
        Chronicle.Entry entry = chronicle.write(
                timeline,
                CUSTOMER,
                answered("r", 0)
                        .revision(1, SurveyResponse.Status.WITHDRAWN, null)
                        .knownAt(4, 1)
                        .answer(),
                TaskTime.UNKNOWN);

        assertThat(entry.responses())
                .extracting(LinkedResponse::status)
                .containsExactly(SurveyResponse.Status.WITHDRAWN);
        assertThat(entry.changes())
                .extracting(change -> change.fresh().get(0).fact())
                .containsOnlyNulls();
    }

    @Test
    void what_was_not_answered_does_not_count() {
        assertThat(changes(answered("d", 0).revision(0, SurveyResponse.Status.DISMISSED, null)))
                .isEmpty();
        assertThat(changes(answered("p", 0).revision(0, SurveyResponse.Status.PARTIAL, null)))
                .isEmpty();
        assertThat(changes(answered("q", 0).revision(0, SurveyResponse.Status.PARTIAL, 0)))
                .hasSize(1);
    }

    @Test
    void a_revision_keeps_the_time_of_the_first_answer() {
        changes(answered("r", 0));
        List<FactChange> changes = changes(answered("r", 500).revision(1, SurveyResponse.Status.COMPLETE, 3));

        assertThat(changes).hasSize(1);
        assertThat(((ResponseFact) changes.get(0).fresh().get(0).fact()).answeredAt())
                .isEqualTo(GivenEvents.at(0));
        assertThat(((ResponseFact) changes.get(0).fresh().get(0).fact()).nps()).isEqualTo(3);
    }

    private List<FactChange> changes(GivenEvents.Answered answered) {
        return chronicle
                .write(timeline, CUSTOMER, answered.answer(), TaskTime.UNKNOWN)
                .changes();
    }

    private LinkedResponse last(KnownEvent... events) {
        LinkedResponse last = null;
        for (KnownEvent event : events) {
            List<LinkedResponse> linked =
                    chronicle.write(timeline, CUSTOMER, event, TaskTime.UNKNOWN).responses();
            last = linked.isEmpty() ? last : linked.get(linked.size() - 1);
        }
        return last;
    }
}

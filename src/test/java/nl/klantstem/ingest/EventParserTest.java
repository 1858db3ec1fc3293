package nl.klantstem.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.klantstem.contract.in.Channel;
import nl.klantstem.contract.in.ContactEvent;
import nl.klantstem.contract.in.DeliveryEvent;
import nl.klantstem.contract.in.OrderEvent;
import nl.klantstem.contract.in.OrderEvent.OrderItem;
import nl.klantstem.contract.in.Party;
import nl.klantstem.contract.in.RejectReason;
import nl.klantstem.contract.in.SellerType;
import nl.klantstem.contract.in.SurveyInvitation;
import nl.klantstem.contract.in.SurveyResponse;
import nl.klantstem.ingest.Parsed.Accepted;
import nl.klantstem.ingest.Parsed.Rejected;
import nl.klantstem.topic.Topic;
import org.junit.jupiter.api.Test;

class EventParserTest {

    private static final String SURVEY = """
            {"eventId":"e1","occurredAt":"2026-03-02T09:00:00Z","source":"s","audience":"CUSTOMER","responseId":"r1",
             "revision":0,"status":"COMPLETE","programme":"TRANSACTIONAL" MORE}""";
    private static final String CONTACT = """
            {"eventId":"e1","occurredAt":"2026-03-02T09:00:00Z","source":"s","audience":"CUSTOMER","contactId":"k1",
             "seq":1,"type":"CLOSED" MORE}""";
    private static final String INVITATION = """
            {"eventId":"e1","occurredAt":"2026-03-02T09:00:00Z","source":"s","audience":"CUSTOMER","invitationId":"i1",
             "surveyId":"x","programme":"RELATIONAL","customerKey":"c1","status":"SENT" MORE}""";
    private static final String ORDER = """
            {"eventId":"e1","occurredAt":"2026-03-02T09:00:00Z","source":"s","audience":"CUSTOMER","orderId":"o1",
             "type":"PLACED","customerKey":"c1","placedBy":"CUSTOMER","items":[MORE]}""";
    private static final String DELIVERY = """
            {"eventId":"e1","occurredAt":"2026-03-02T09:00:00Z","source":"s","audience":"CUSTOMER","shipmentId":"s1",
             "orderId":"o1","type":"SCAN","customerKey":"c1","carrier":"x" MORE}""";

    private final EventParser parser = new EventParser();

    @Test
    void a_response_that_says_the_least_has_nothing_but_that() {
        var response = survey("");
        assertThat(response.nps()).isNull();
        assertThat(response.customerKey()).isNull();
        assertThat(response.test()).isFalse();
        assertThat(response.emotions()).isEmpty();
        assertThat(response.experienceValues()).isEmpty();
    }

    @Test
    void null_is_the_same_as_absent() {
        assertThat(survey("""
                        ,"nps":null,"csat":null,"emotions":null,"experienceValues":{"RELIEVE":null},"test":null,"comment":null,
                        "resolved":null,"contactId":null,"country":null""")).isEqualTo(survey(""));
        assertThat(invitation(",\"snapshot\":null")).isEqualTo(invitation(""));
    }

    @Test
    void a_score_may_be_written_as_any_whole_number() {
        for (var ten : List.of("10", "1e1", "10.0", "1.0E+1", "100e-1")) {
            assertThat(survey(",\"nps\":" + ten).nps()).as(ten).isEqualTo(10);
        }
        assertThat(survey(",\"nps\":-0").nps()).isZero();
        assertThat(survey(",\"nps\":-0.0").nps()).isZero();
    }

    @Test
    void a_test_event_is_read_like_any_other() {
        assertThat(survey(",\"test\":true").test()).isTrue();
    }

    @Test
    void an_unknown_value_of_an_optional_enum_leaves_the_field_absent_and_is_told() {
        var accepted = accepted(
                Topic.CONTACT_EVENTS,
                CONTACT,
                ",\"resolution\":\"GIFT\",\"channel\":\"FAX\",\"aiAssist\":[\"DIGEST\",\"POEM\",\"SONG\"]");
        assertThat(accepted.ignored()).containsExactly("resolution", "channel", "aiAssist");
        var contact = (ContactEvent) accepted.event();
        assertThat(contact.resolution()).isNull();
        assertThat(contact.channel()).isNull();
        assertThat(contact.aiAssist()).containsExactly(ContactEvent.AiAssist.DIGEST);

        var snapshot = accepted(Topic.SURVEY_INVITATIONS, INVITATION, ",\"snapshot\":{\"channel\":\"FAX\"}");
        assertThat(snapshot.ignored()).containsExactly("snapshot.channel");
        var values = accepted(Topic.SURVEY_RESPONSES, SURVEY, ",\"experienceValues\":{\"AMUSE\":3,\"EXCEED\":4}");
        assertThat(values.ignored()).containsExactly("experienceValues");
        assertThat(((SurveyResponse) values.event()).experienceValues())
                .isEqualTo(Map.of(SurveyResponse.ExperienceValue.EXCEED, 4));
    }

    @Test
    void a_long_comment_is_cut_between_characters_and_that_is_told() {
        var accepted = accepted(Topic.SURVEY_RESPONSES, SURVEY, ",\"comment\":\"" + "😀".repeat(4_001) + "\"");
        assertThat(accepted.ignored()).containsExactly("comment");
        assertThat(((SurveyResponse) accepted.event()).comment()).isEqualTo("😀".repeat(4_000));
        var whole = accepted(Topic.SURVEY_RESPONSES, SURVEY, ",\"comment\":\"" + "😀".repeat(4_000) + "\"");
        assertThat(whole.ignored()).isEmpty();
    }

    @Test
    void text_is_kept_as_it_is_but_for_half_characters() {
        assertThat(survey(",\"journeyId\":\"\\u202e<b>\\u0000${x}\"").journeyId())
                .isEqualTo("\u202e<b>\u0000${x}");
        assertThat(survey(",\"journeyId\":\"\"").journeyId()).isEmpty();
        assertThat(survey(",\"journeyId\":\"a\\ud83d\"").journeyId()).isEqualTo("a\ufffd");
        assertThat(survey(",\"journeyId\":\"\\ude00\\ud83d\\ude00\"").journeyId())
                .isEqualTo("\ufffd😀");
    }

    @Test
    void a_blank_reference_names_nothing() {
        var response = survey(",\"customerKey\":\"\",\"contactId\":\" \",\"orderId\":\"\\u3000\"");
        assertThat(response.customerKey()).isNull();
        assertThat(response.contactId()).isNull();
        assertThat(response.orderId()).isNull();
    }

    @Test
    void an_offset_is_an_exact_instant() {
        assertThat(contact(",\"waitUntil\":\"2026-10-25T02:30:00+02:00\"").waitUntil())
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(contact(",\"waitUntil\":\"2026-10-25T02:30:00.123456789+01:00\"")
                        .waitUntil())
                .isEqualTo(Instant.parse("2026-10-25T01:30:00.123456789Z"));
        assertThat(contact(",\"neededBy\":\"2026-12-05\"").neededBy()).isEqualTo(LocalDate.of(2026, 12, 5));
    }

    @Test
    void objects_inside_are_read_in_any_order_with_foreign_fields_between() {
        var contact = contact(
                ",\"intent\":{\"x\":[{}],\"modelVersion\":\"m1\",\"confidence\":1,\"code\":\"a/b\"},\"driver\":{\"source\":\"RULE\",\"code\":\"c\"}");
        assertThat(contact.intent()).isEqualTo(new ContactEvent.Intent("a/b", 1, "m1"));
        assertThat(contact.driver()).isEqualTo(new ContactEvent.DriverLabel("c", ContactEvent.DriverSource.RULE));
        assertThat(invitation(",\"snapshot\":{\"driver\":\"a/b\",\"y\":1,\"channel\":\"BOT\"}")
                        .snapshot())
                .isEqualTo(new SurveyInvitation.Snapshot(Channel.BOT, null, null, "a/b", null, null));
    }

    @Test
    void the_first_offence_in_the_document_is_told_but_missing_ones_before_wrong_ones() {
        assertThat(parse(Topic.SURVEY_RESPONSES, SURVEY, ",\"nps\":11,\"csat\":\"5\""))
                .isEqualTo(new Rejected(RejectReason.SCORE_RANGE, "nps"));
        assertThat(parse(Topic.SURVEY_RESPONSES, SURVEY, ",\"csat\":\"5\",\"nps\":11"))
                .isEqualTo(new Rejected(RejectReason.TYPE, "csat"));
        assertThat(parse(Topic.CONTACT_EVENTS, CONTACT, ",\"seller\":1,\"handler\":7,\"driver\":{\"code\":\"x\"}"))
                .isEqualTo(new Rejected(RejectReason.MISSING_FIELD, "driver.source"));
    }

    @Test
    void the_items_of_an_order_are_read_in_their_order() {
        var order = (OrderEvent) accepted(
                        Topic.ORDER_EVENTS,
                        ORDER,
                        item(2) + ",{\"quantity\":1,\"x\":[{}],\"fulfilment\":\"PARTNER\","
                                + "\"sellerType\":\"PARTNER\",\"orderItemId\":\"b\",\"partnerId\":\"p\",\"productGroup\":\"toys\"}")
                .event();
        assertThat(order.items())
                .containsExactly(
                        new OrderItem("a", null, SellerType.OWN, Party.PLATFORM, null, 2),
                        new OrderItem("b", "p", SellerType.PARTNER, Party.PARTNER, "toys", 1));
        assertThat(order.promisedTo()).isNull();
        assertThat(order.reorderOf()).isNull();
    }

    @Test
    void what_offends_inside_a_list_is_told_with_its_place_and_what_offends_behind_it_without() {
        assertThat(parse(Topic.ORDER_EVENTS, ORDER, item(1) + "," + item(1) + "," + item(0)))
                .isEqualTo(new Rejected(RejectReason.RANGE, "items[2].quantity"));
        assertThat(parse(Topic.ORDER_EVENTS, ORDER, item(1) + ",7"))
                .isEqualTo(new Rejected(RejectReason.TYPE, "items[1]"));
        assertThat(parse(Topic.ORDER_EVENTS, ORDER, item(1) + "],\"reorderOf\":[7"))
                .isEqualTo(new Rejected(RejectReason.TYPE, "reorderOf"));
        assertThat(parse(Topic.ORDER_EVENTS, ORDER, item(1) + ",{\"productGroup\":\"" + "x".repeat(70_000) + "\"}"))
                .isEqualTo(new Rejected(RejectReason.TOO_LONG, "items[1].productGroup"));
        assertThat(parse(Topic.SURVEY_RESPONSES, SURVEY, ",\"emotions\":[{\"stepId\":\"1\",\"emotion\":\"JOY\"}]"))
                .isEqualTo(new Rejected(RejectReason.MISSING_FIELD, "emotions[0].intensity"));
        assertThat(parse(Topic.CONTACT_EVENTS, CONTACT, ",\"aiAssist\":[\"DIGEST\",1]"))
                .isEqualTo(new Rejected(RejectReason.TYPE, "aiAssist[1]"));
    }

    @Test
    void an_order_of_more_items_than_can_be_is_refused_and_the_first_offence_stands() {
        String most = String.join(",", Collections.nCopies(OrderEvent.MOST_ITEMS, item(1)));
        assertThat(((OrderEvent) accepted(Topic.ORDER_EVENTS, ORDER, most).event()).items())
                .hasSize(OrderEvent.MOST_ITEMS);
        assertThat(parse(Topic.ORDER_EVENTS, ORDER, most + "," + item(1) + ",[{}]"))
                .isEqualTo(new Rejected(RejectReason.RANGE, "items"));
        assertThat(parse(Topic.ORDER_EVENTS, ORDER, item(-1) + "," + most))
                .isEqualTo(new Rejected(RejectReason.RANGE, "items[0].quantity"));
    }

    @Test
    void a_delivery_says_who_carries_it_where_and_until_when() {
        var delivery = (DeliveryEvent) accepted(
                        Topic.DELIVERY_EVENTS,
                        DELIVERY,
                        ",\"region\":\"north\",\"partnerId\":\" \",\"promisedTo\":\"2026-03-04T17:00:00+01:00\"")
                .event();
        assertThat(delivery.region()).isEqualTo("north");
        assertThat(delivery.partnerId()).isNull();
        assertThat(delivery.promisedTo()).isEqualTo(Instant.parse("2026-03-04T16:00:00Z"));
        assertThat(delivery.withCustomerKey("v1.x").customerKey()).isEqualTo("v1.x");
    }

    @Test
    void a_wrong_type_of_any_shape_is_passed_over_whole() {
        for (var value : List.of("{\"a\":[1,{\"b\":2}]}", "[[],{}]", "true", "1.5")) {
            assertThat(parse(Topic.SURVEY_RESPONSES, SURVEY, ",\"contactId\":" + value + ",\"nps\":9"))
                    .as(value)
                    .isEqualTo(new Rejected(RejectReason.TYPE, "contactId"));
        }
    }

    @Test
    void a_topic_of_insights_is_not_read_as_events() {
        assertThatThrownBy(() -> parser.parse(Topic.JOURNEY_NPS, new byte[] {'{'}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String item(int quantity) {
        return "{\"orderItemId\":\"a\",\"sellerType\":\"OWN\",\"fulfilment\":\"PLATFORM\",\"quantity\":" + quantity
                + "}";
    }

    private SurveyResponse survey(String more) {
        return (SurveyResponse) accepted(Topic.SURVEY_RESPONSES, SURVEY, more).event();
    }

    private ContactEvent contact(String more) {
        return (ContactEvent) accepted(Topic.CONTACT_EVENTS, CONTACT, more).event();
    }

    private SurveyInvitation invitation(String more) {
        return (SurveyInvitation)
                accepted(Topic.SURVEY_INVITATIONS, INVITATION, more).event();
    }

    private Accepted accepted(Topic stream, String template, String more) {
        var parsed = parse(stream, template, more);
        assertThat(parsed).isInstanceOf(Accepted.class);
        return (Accepted) parsed;
    }

    private Parsed parse(Topic stream, String template, String more) {
        return parser.parse(stream, template.replace("MORE", more).getBytes(StandardCharsets.UTF_8));
    }
}

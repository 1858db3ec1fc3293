package nl.klantstem.replay.shop;

import static nl.klantstem.replay.shop.Told.share;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShopContactsTest {

    private static final List<ToldContact> ALL = ToldContact.of(Told.all(Told.settings(28, 700)));
    private static final List<ToldContact> INBOUND =
            ALL.stream().filter(ToldContact::inbound).toList();
    private static final List<ToldContact> BOT = inbound(ToldContact::inTheBot);
    private static final List<ToldContact> ANSWERED = inbound(ToldContact::answered);
    /** The contact that follows on the same issue within a week of the end. */
    private static final Map<ToldContact, ToldContact> REPEATED_BY = repeats();

    private static final Set<ToldContact> REPEATS = new HashSet<>(REPEATED_BY.values());

    @Test
    void a_share_of_the_contacts_repeats_an_earlier_one_and_some_of_those_are_repeated_too() {
        assertThat(share(INBOUND, REPEATS::contains)).isBetween(0.12, 0.16);
        assertThat(share(INBOUND, c -> REPEATS.contains(c) && REPEATED_BY.containsKey(c)))
                .isBetween(0.02, 0.05);
        assertThat(share(REPEATED_BY.entrySet(), r -> !channel(r.getKey()).equals(channel(r.getValue()))))
                .as("on another channel")
                .isBetween(0.25, 0.5);
    }

    @Test
    void who_comes_back_is_the_same_customer_about_the_same_order_with_the_same_kind_of_trouble() {
        var about = new HashMap<String, ToldContact>();
        int seen = 0;
        for (ToldContact contact : INBOUND) {
            String order = contact.last("orderId");
            ToldContact before =
                    order == null || contact.last("customerKey") == null ? null : about.put(order, contact);
            if (before != null) {
                seen++;
                assertThat(contact.last("customerKey")).isEqualTo(before.last("customerKey"));
                assertThat(contact.openedAt())
                        .isAfter(before.endedAt())
                        .isBefore(before.endedAt().plus(Duration.ofDays(7)));
                if (contact.level1() != null && before.level1() != null) {
                    assertThat(contact.level1()).isEqualTo(before.level1());
                }
            }
        }
        assertThat(seen).isGreaterThan(2_000);
    }

    @Test
    void the_bot_settles_most_of_its_sessions_and_some_of_those_customers_are_back_within_a_day() {
        assertThat(share(INBOUND, ToldContact::inTheBot)).isBetween(0.35, 0.45);
        assertThat(share(BOT, ToldContact::handedOver)).isBetween(0.27, 0.35);
        assertThat(share(BOT, ToldContact::stuck)).isBetween(0.04, 0.08);
        assertThat(share(BOT, c -> c.has("ABANDONED") && !c.handedOver() && !c.stuck()))
                .isBetween(0.03, 0.07);
        List<ToldContact> contained = BOT.stream()
                .filter(c -> !c.handedOver() && !c.stuck() && !c.has("ABANDONED"))
                .toList();
        assertThat((double) contained.size() / BOT.size()).isBetween(0.53, 0.63);
        assertThat(share(contained, c -> repeatedWithin(c, Duration.ofHours(24))))
                .isBetween(0.09, 0.15);
    }

    @Test
    void a_person_is_asked_for_for_every_reason_and_for_none() {
        var reasons = new TreeMap<String, Integer>();
        BOT.stream()
                .filter(c -> c.has("HUMAN_REQUESTED"))
                .forEach(c -> reasons.merge(c.lastOr("humanReason", "none"), 1, Integer::sum));
        assertThat(reasons).containsOnlyKeys("COMPLEX", "EMOTIONAL", "PREFERENCE", "none");
        assertThat(share(BOT, c -> c.handedOver() && !c.has("HUMAN_REQUESTED"))).isBetween(0.01, 0.08);
    }

    @Test
    void intents_are_less_sure_and_more_often_wrong_in_the_lower_bands() {
        var bands = new EnumMap<Band, List<Boolean>>(Band.class);
        for (ToldContact contact : INBOUND) {
            JsonNode recognised = contact.first("INTENT_RECOGNIZED");
            String driver = contact.driver();
            if (recognised != null && driver != null) {
                JsonNode intent = recognised.get("intent");
                bands.computeIfAbsent(Band.of(intent.get("confidence").asDouble()), band -> new ArrayList<>())
                        .add(!driver.equals(intent.get("code").asText()));
            }
        }
        // One who is mistaken names the right one by chance at times.
        assertThat(share(bands.get(Band.LOW), wrong -> wrong)).isBetween(0.3, 0.6);
        assertThat(share(bands.get(Band.MEDIUM), wrong -> wrong)).isBetween(0.1, 0.3);
        assertThat(share(bands.get(Band.HIGH), wrong -> wrong)).isBetween(0.02, 0.1);
    }

    @Test
    void some_give_up_a_few_are_misrouted_and_those_are_handed_on_to_the_right_party() {
        List<ToldContact> offered =
                INBOUND.stream().filter(c -> c.answered() || c.has("QUEUED")).toList();
        assertThat(share(offered, c -> !c.answered() && c.has("ABANDONED"))).isBetween(0.03, 0.07);
        assertThat(share(offered, c -> gaveUpAfter(c).compareTo(Duration.ofSeconds(10)) <= 0))
                .isBetween(0.005, 0.02);
        assertThat(share(offered, c -> !c.answered() && !c.has("ABANDONED"))).isBetween(0.002, 0.01);
        assertThat(share(ANSWERED, c -> c.has("TRANSFERRED"))).isBetween(0.07, 0.12);
        List<ToldContact> rerouted =
                ANSWERED.stream().filter(c -> c.all("routedTo").size() > 1).toList();
        assertThat((double) rerouted.size() / ANSWERED.size()).isBetween(0.03, 0.06);
        assertThat(rerouted)
                .allMatch(c -> c.has("TRANSFERRED"))
                .allMatch(c -> new HashSet<>(c.all("routedTo")).size() == 2);
    }

    @Test
    void a_wait_is_imposed_with_lost_parcels_only_and_about_half_come_back() {
        List<ToldContact> told =
                ANSWERED.stream().filter(c -> c.has("WAIT_IMPOSED")).toList();
        assertThat((double) told.size() / ANSWERED.size()).isBetween(0.02, 0.04);
        assertThat(share(told, REPEATED_BY::containsKey)).isBetween(0.4, 0.6);
        for (ToldContact contact : told) {
            Instant until = Instant.parse(contact.lastOr("waitUntil", ""));
            JsonNode imposed = contact.first("WAIT_IMPOSED");
            assertThat(imposed).isNotNull();
            assertThat(Duration.between(ToldContact.at(imposed), until)).isEqualTo(Duration.ofDays(4));
            assertThat(contact.lastOr("orderId", "")).isNotEmpty();
            assertThat(contact.level1()).isIn("delivery", null);
        }
    }

    @Test
    void ends_are_missing_contacts_are_reopened_and_proof_and_forms_are_asked_for() {
        assertThat(share(ALL, c -> !c.has("CLOSED"))).isBetween(0.1, 0.16);
        assertThat(share(ALL, c -> !c.endIsSaid())).isBetween(0.01, 0.03);
        assertThat(share(ALL, c -> c.has("REOPENED"))).isBetween(0.005, 0.012);
        assertThat(share(ANSWERED, c -> c.last("proofRequested") != null)).isBetween(0.02, 0.05);
        assertThat(share(ANSWERED, c -> c.last("formsRequested") != null)).isBetween(0.01, 0.03);
        assertThat(share(ALL, c -> c.last("customerKey") == null)).isBetween(0.025, 0.045);
        assertThat(share(ALL, c -> !c.inbound())).isBetween(0.02, 0.035);
        assertThat(share(INBOUND, c -> c.driver() == null && !c.has("INTENT_RECOGNIZED")))
                .as("about nobody knows what")
                .isBetween(0.05, 0.13);
    }

    @Test
    void three_service_partners_answer_beside_the_shop_itself_and_one_is_slower() {
        var seconds = new TreeMap<String, List<Long>>();
        for (ToldContact contact : ANSWERED) {
            JsonNode queued = contact.first("QUEUED");
            JsonNode answered = contact.first("ANSWERED");
            if (queued != null && answered != null && channel(contact).equals("PHONE") && !contact.ofPartner()) {
                seconds.computeIfAbsent(contact.lastOr("servicePartnerId", "in house"), id -> new ArrayList<>())
                        .add(Duration.between(ToldContact.at(queued), ToldContact.at(answered))
                                .toSeconds());
            }
        }
        assertThat(seconds).containsOnlyKeys("in house", "service-partner-1", "service-partner-2", "service-partner-3");
        assertThat(mean(seconds.get("service-partner-3"))).isGreaterThan(1.3 * mean(seconds.get("in house")));
    }

    @Test
    void partners_have_contacts_of_their_own_with_their_own_drivers() {
        assertThat(share(ALL, ToldContact::ofPartner)).isBetween(0.03, 0.05);
        var drivers = new TreeSet<String>();
        for (ToldContact contact : ALL) {
            if (contact.ofPartner()) {
                assertThat(contact.lastOr("partnerId", "")).startsWith("partner-");
                assertThat(contact.last("orderId")).isNull();
                Stream.ofNullable(contact.driver()).forEach(drivers::add);
            }
        }
        assertThat(drivers)
                .containsExactlyInAnyOrder(
                        "partner/advice",
                        "partner/how",
                        "partner/inbound-announce",
                        "partner/payout",
                        "partner/score",
                        "partner/statement",
                        "partner/stock",
                        "partner/takeover");
    }

    private enum Band {
        LOW,
        MEDIUM,
        HIGH;

        static Band of(double confidence) {
            return confidence < 0.5 ? LOW : confidence < 0.8 ? MEDIUM : HIGH;
        }
    }

    private static List<ToldContact> inbound(Predicate<ToldContact> which) {
        return INBOUND.stream().filter(which).toList();
    }

    private static Map<ToldContact, ToldContact> repeats() {
        var last = new HashMap<String, ToldContact>();
        var next = new HashMap<ToldContact, ToldContact>();
        for (ToldContact contact : INBOUND) {
            if (contact.last("customerKey") != null && contact.issue() != null) {
                ToldContact before = last.put(contact.last("customerKey") + " " + contact.issue(), contact);
                if (before != null
                        && contact.openedAt().isBefore(before.endedAt().plus(Duration.ofDays(7)))) {
                    next.put(before, contact);
                }
            }
        }
        return next;
    }

    private static boolean repeatedWithin(ToldContact contact, Duration time) {
        ToldContact next = REPEATED_BY.get(contact);
        return next != null && next.openedAt().isBefore(contact.endedAt().plus(time));
    }

    /** Very long when nobody gave up. */
    private static Duration gaveUpAfter(ToldContact contact) {
        JsonNode queued = contact.first("QUEUED");
        JsonNode abandoned = contact.first("ABANDONED");
        return queued == null || abandoned == null
                ? Duration.ofDays(1)
                : Duration.between(ToldContact.at(queued), ToldContact.at(abandoned));
    }

    private static String channel(ToldContact contact) {
        return contact.lastOr("channel", "");
    }

    private static double mean(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElse(0);
    }
}
